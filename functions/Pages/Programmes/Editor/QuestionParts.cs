using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Functions.Pages.Programmes.Setup;
using MonitoringReturns.Web.Pages.Programmes.Editor;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;
using static MonitoringReturns.Functions.Pages.Programmes.Editor.EditorForms;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>Parts of a question, a page each: GET, POST /programmes/{programme}/form/draft/questions/{question}/words, …/purpose, …/answering and so on.</summary>
internal static class QuestionParts
{
    private const int MostWords = 10_000;
    private const int MostRows = 1_000;
    private const int MostDecimals = 6;

    public static void Map(IEndpointRouteBuilder pages)
    {
        new QuestionPart<WordsPart>("words", "the words", question => [.. BoxesOf("label", question.Label), .. BoxesOf("hint", question.Hint)], ReadWords).Map(pages);
        new QuestionPart<PurposePart>("purpose", "the purpose", question => [.. BoxesOf("why", question.Why), .. BoxesOf("used-by", question.UsedBy)], ReadPurpose).Map(pages);
        new QuestionPart<AnsweringPart>("answering", "how it is answered", question =>
            [Box("required", question.RequiredFrom is not null ? "from" : question.Required ? "yes" : "no"), .. Typed.Of("from", question.RequiredFrom), Box("prefill", $"{question.Prefill}")], ReadAnswering).Map(pages);
        new QuestionPart<LimitsPart>("limits", "the limits", StoredLimits, ReadLimits).Map(pages);
        new QuestionPart<IndicatorPart>("indicator", "the indicator", question => [Box("indicator", question.Indicator?.Value), Box("options", question.CountsAgreedOutcome ? "counts" : "")], ReadIndicator).Map(pages);
        new QuestionPart<ReadersPart>("readers", "who sees the answers", question => [Box("visible-to", question.VisibleTo.Select(funder => funder.Value))], (model, typed, errors) =>
        {
            var readers = typed.Funders(model.Page.Found, "visible-to", errors);
            return question => question with { VisibleTo = readers };
        }).Map(pages);
        new QuestionPart<ConditionPart>("condition", "when it is asked", question => [Box("after", question.AskIf is { } askIf ? askIf.Is.Select(answer => $"{askIf.Question}/{answer}") : [])], ReadCondition).Map(pages);
        new QuestionPart<PeriodsPart>("periods", "the periods it is asked in", question =>
            [Box("months", question.AskIn is { } askIn ? [.. askIn.LastOfAward ? ["last"] : Array.Empty<string>(), .. askIn.EndingIn.Select(month => month.ToString(CultureInfo.InvariantCulture))] : Array.Empty<string>())], ReadPeriods).Map(pages);
        new QuestionPart<ReplacesPart>("replaces", "what it replaces", question => [Box("replaces", question.Replaces.Select(old => old.Value))], ReadReplaces).Map(pages);
        new QuestionPart<PersonalDataPart>("personal-data", "why it needs personal data", question => [.. BoxesOf("personal-data", question.PersonalData)], (_, typed, errors) =>
        {
            var reason = typed.Words("personal-data", errors);
            return question => question with { PersonalData = reason };
        }).Map(pages);
    }

    private static Func<QuestionDocument, QuestionDocument> ReadWords(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        var (label, hint) = (typed.Label("label", "Enter the question.", errors), typed.Words("hint", errors));
        return question => question with { Label = label, Hint = hint };
    }

    private static Func<QuestionDocument, QuestionDocument> ReadPurpose(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        var (why, users) = (typed.Words("why", errors), typed.Words("used-by", errors));
        return question => question with { Why = why, UsedBy = users };
    }

    private static Func<QuestionDocument, QuestionDocument> ReadAnswering(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        var required = typed.Text("required");
        if (required is not ("yes" or "no" or "from"))
            errors.Add(new FieldError("Choose whether it must be answered.", "required"));
        DateOnly? from = required == "from" ? typed.Day("from", "the day from which it must be answered", errors) : null;
        if (model.IsPart)
            return question => question with { Required = required == "yes" };
        if (!Enum.TryParse<Prefill>(typed.Text("prefill"), out var prefill) || !Enum.IsDefined(prefill))
            errors.Add(new FieldError("Choose whether it is filled in beforehand.", "prefill"));
        else if (prefill != Prefill.Never && model.Question.Type == EvidenceQuestion.Name)
            errors.Add(new FieldError("Evidence files belong to one return: they can’t be filled in beforehand.", "prefill"));
        return question => question with { Required = required != "no", RequiredFrom = from, Prefill = prefill };
    }

    private static IEnumerable<KeyValuePair<string, string>> StoredLimits(QuestionDocument question)
    {
        (bool Is, string Name)[] options =
        [
            (question.AsksForHelp, "asks-for-help"), (question.Negative, "negative"), (question.Breakdown, "breakdown"),
            (question.RowTotals, "row-totals"), (question.WholeRows, "whole-rows"), (question.Sensitive, "sensitive"),
        ];
        return
        [
            Box("min-words", question.MinWords), Box("max-words", question.MaxWords), Box("decimals", question.Decimals), Box("most", question.MaxRows ?? question.MaxFiles),
            Box("options", options.Where(option => option.Is).Select(option => option.Name)),
        ];
    }

    private static Func<QuestionDocument, QuestionDocument> ReadLimits(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        bool Has(string option) => typed.All("options").Contains(option, StringComparer.Ordinal);
        switch (model.Question.Type)
        {
            case LongTextQuestion.Name:
                var (least, most) = (typed.Number("min-words", 1, MostWords, errors), typed.Number("max-words", 1, MostWords, errors));
                if (most < least)
                    errors.Add(new FieldError("The most words are fewer than the least.", "max-words"));
                return question => question with { MinWords = least, MaxWords = most, AsksForHelp = Has("asks-for-help") };
            case NumberQuestion.Name:
                var decimals = typed.Number("decimals", 0, MostDecimals, errors);
                return question => question with { Decimals = decimals, Negative = Has("negative") };
            case RepeatingGroupQuestion.Name:
                var rows = typed.Number("most", 1, MostRows, errors);
                return question => question with { MaxRows = rows };
            case EvidenceQuestion.Name:
                var files = typed.Number("most", 1, EvidenceQuestion.MostFiles, errors);
                return question => question with { MaxFiles = files };
            case OneChoiceQuestion.Name:
                return question => question with { Breakdown = Has("breakdown") };
            default:
                return question => question with { RowTotals = Has("row-totals"), WholeRows = Has("whole-rows"), Sensitive = Has("sensitive") };
        }
    }

    private static Func<QuestionDocument, QuestionDocument> ReadIndicator(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        var (indicator, counts) = (typed.Indicator("indicator", errors), typed.All("options").Contains("counts", StringComparer.Ordinal));
        if (indicator is not null && counts)
            errors.Add(new FieldError("It adds to the agreed outcome’s own indicator: choose no other.", "indicator"));
        return question => question with { Indicator = indicator, CountsAgreedOutcome = counts };
    }

    private static Func<QuestionDocument, QuestionDocument> ReadCondition(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        var answers = typed.All("after").Select(answer => answer.Split('/')).ToList();
        if (answers.Count == 0)
            return question => question with { AskIf = null };
        if (answers.DistinctBy(answer => answer[0], StringComparer.Ordinal).Count() > 1)
            errors.Add(new FieldError("Choose answers to one question only.", "after"));
        if (!Identifier.TryParse<QuestionId>(answers[0][0], out var other) || answers.Exists(answer => answer.Length != 2) || !model.Earlier.Any(question => question.Id == other))
            errors.Add(new FieldError("Choose answers to a question that stands before this one.", "after"));
        return question => question with { AskIf = new AskIf(other, [.. answers.Select(answer => answer[1])]) };
    }

    private static Func<QuestionDocument, QuestionDocument> ReadPeriods(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        var ticked = typed.All("months");
        var months = ticked.Where(month => month != "last").Select(month => int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        if (months.Exists(month => month is < 1 or > QuestionWords.Months))
            errors.Add(new FieldError("Choose months of the year.", "months"));
        var last = ticked.Contains("last", StringComparer.Ordinal);
        return question => question with { AskIn = ticked.Count == 0 ? null : new AskIn { EndingIn = months, LastOfAward = last } };
    }

    private static Func<QuestionDocument, QuestionDocument> ReadReplaces(QuestionModel model, Typed typed, List<FieldError> errors)
    {
        var ticked = typed.All("replaces");
        var gone = Pieces.GoneQuestions(model.Page.Document, model.Before).Where(piece => ticked.Contains(piece.Id, StringComparer.Ordinal)).ToList();
        if (gone.Count != ticked.Count)
            errors.Add(new FieldError("Choose questions that the version before had and this one has not.", "replaces"));
        return question => question with { Replaces = [.. gone.Select(piece => new QuestionId(piece.Id))] };
    }
}
