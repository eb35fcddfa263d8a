using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Functions.Pages.Programmes.Setup;
using MonitoringReturns.Web.Pages.Programmes.Editor;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>Reads the boxes of a check's page.</summary>
internal static class CheckForms
{
    private const decimal MostPercent = 1_000;

    public static CheckDocument Read(CheckModel model, Typed typed, List<FieldError> errors)
    {
        var (question, rule) = (model.Of.Question, model.Rule);
        var code = model.Code ?? NewCode(model, typed, errors);
        var check = new CheckDocument { Code = code, Rule = rule, Message = typed.Words("message", errors) };
        if (question.Columns.Count > 1)
            check = check with { Column = ColumnIn(question, typed, errors) };
        if (rule is "min" or "max")
            check = check with { Value = typed.Figure("value", "Enter a number, like 42.", errors) };
        if (rule is "shareAtMost" or "changeSinceLast" or "belowProfile")
            check = check with { Percent = PercentIn(typed, errors) };
        if (rule is "equalsTotalOf" or "sumAtMost" or "shareAtMost")
            check = check with { Of = FiguresIn(typed, "of", rule == "sumAtMost", errors) };
        if (rule == "sumAtMost")
            check = check with { AtMost = FiguresIn(typed, "at-most", false, errors) is [var most] ? most : null };
        if (rule != "notBefore")
            return check;
        if (typed.Text("before").Length == 0)
            return check with { Day = typed.Day("day", "the first day that is accepted", errors) };
        if (!Identifier.TryParse<QuestionId>(typed.Text("before"), out var other) || model.Of.Page.Document.Sections.SelectMany(section => section.Questions).FirstOrDefault(one => one.Id == other)?.Type != DateQuestion.Name)
            errors.Add(new FieldError("Choose a question that asks for a date.", "before"));
        return check with { Before = other };
    }

    private static string NewCode(CheckModel model, Typed typed, List<FieldError> errors)
    {
        var used = model.Of.Page.Found.UsedIdsOf();
        var code = typed.Id() ?? used.NewCode(model.Of.Page.Document.Form);
        if (!Identifier.TryParse<QuestionId>(code, out _) || used.HasCode(code))
            errors.Add(new FieldError($"The code {code} can’t be used: it has other characters than letters, digits and hyphens, is too long, or the form has, or had, it for another check.", "id"));
        return code;
    }

    private static ColumnId? ColumnIn(QuestionDocument question, Typed typed, List<FieldError> errors)
    {
        if (question.Columns.FirstOrDefault(column => column.Id.Value == typed.Text("column")) is { } column)
            return column.Id;
        errors.Add(new FieldError("Choose the column whose total is checked.", "column"));
        return null;
    }

    private static decimal PercentIn(Typed typed, List<FieldError> errors)
    {
        var percent = typed.Figure("percent", "Enter a number of per cent, like 10.", errors);
        if (percent is < 0 or > MostPercent)
            errors.Add(new FieldError("Enter 0 to 1,000 per cent.", "percent"));
        return percent;
    }

    private static List<FigureReference> FiguresIn(Typed typed, string name, bool mayBeNone, List<FieldError> errors)
    {
        var figures = new List<FigureReference>();
        foreach (var text in typed.All(name))
            if (FigureReference.TryParse(text, out var figure))
                figures.Add(figure);
        if (figures.Count == 0 && !mayBeNone)
            errors.Add(new FieldError("Choose a figure.", name));
        return figures;
    }
}
