using System.Text.Json.Nodes;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>A figure that counts towards an indicator, and where it stands in the form.</summary>
/// <param name="Funder">The funder whose row it is in; null for nobody's.</param>
internal sealed record PlainCount(string Indicator, decimal Figure, PlainQuestion Question, string? Funder);

/// <summary>One award's return of one period, as it was filed: raw JSON, and what of it the award was really asked.</summary>
internal sealed class PlainReturn
{
    private readonly Dictionary<string, JsonNode> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _comments = new(StringComparer.Ordinal);

    public PlainReturn(Award award, ReportingPeriod period, PlainForm form, IReadOnlyList<Filing> filings)
    {
        (Award, Period, Form) = (award, period, form);
        IsBegun = filings.Count > 0;
        Signed = [.. filings.Where(filing => filing.Signatory is not null).OrderBy(filing => filing.Revision)];
        IsDue = IsBegun || (award.Start <= period.End && award.End >= period.Start && (award.EndedOn is null || award.EndedOn >= period.End));
        foreach (var answer in IsIn ? Newest.Answers : [])
        {
            if (JsonNode.Parse(answer.ValueJson) is { } value)
                _answers[answer.Question] = value;
            if (answer.Comment is { } comment)
                _comments[answer.Question] = comment;
        }
        Counts = [.. form.Questions.Where(question => Answer(question) is not null).SelectMany(CountsOf)];
    }

    public Award Award { get; }

    public ReportingPeriod Period { get; }

    public PlainForm Form { get; }

    /// <summary>Saved, if only as a draft.</summary>
    public bool IsBegun { get; }

    public bool IsDue { get; }

    /// <summary>What was submitted, the newest last.</summary>
    public IReadOnlyList<Filing> Signed { get; }

    public bool IsIn => Signed.Count > 0;

    public Filing Newest => Signed[^1];

    public bool IsLate => IsIn && DateOnly.FromDateTime(InUk(Signed[0].At)) > Period.Due;

    public string Status => !IsIn ? IsBegun ? "In draft" : "Not started" : Signed.Count == 1 ? "Submitted" : Newest.ReopenedBecause is null ? "Corrected" : "Restated";

    /// <summary>Everything in it that counts towards indicators.</summary>
    public IReadOnlyList<PlainCount> Counts { get; }

    /// <summary>The answer to a question that is asked; null for none.</summary>
    public JsonNode? Answer(PlainQuestion question) => IsAsked(question) ? _answers.GetValueOrDefault(question.Id) : null;

    public string? Comment(PlainQuestion question) => IsAsked(question) ? _comments.GetValueOrDefault(question.Id) : null;

    /// <summary>Whether the award is asked, given what else it answered.</summary>
    public bool IsAsked(PlainQuestion question)
    {
        if (!IsPut(question))
            return false;
        if (question.Definition["askIf"] is not { } askIf)
            return true;
        var wanted = askIf["is"]!.AsArray().Select(one => one!.ToString()).ToHashSet(StringComparer.Ordinal);
        return Answer(Form.ById[question.Other(askIf["question"]!.ToString())]) switch
        {
            JsonArray many => many.Any(one => wanted.Contains(one!.ToString())),
            JsonValue value when value.TryGetValue<bool>(out var yes) => wanted.Contains(yes ? "yes" : "no"),
            { } one => wanted.Contains(one.ToString()),
            null => false,
        };
    }

    /// <summary>Whether the question is put to the award in this period, whatever it answers.</summary>
    public bool IsPut(PlainQuestion question)
    {
        if (question.Module is { } funder && Award.Contributions.All(part => part.Funder.Value != funder))
            return false;
        if (question.Definition["askIn"] is { } askIn
            && !(askIn["endingIn"]?.AsArray().Any(month => month!.GetValue<int>() == Period.End.Month) == true
                || (askIn["lastOfAward"]?.GetValue<bool>() == true && (Award.EndedOn ?? Award.End) <= Period.End)))
            return false;
        return question.Outcome is not { } number || (number <= Award.AgreedOutcomes.Count && (!question.CountsAgreedOutcome || Award.AgreedOutcomes[number - 1].Indicator is not null));
    }

    /// <summary>The indicators that a question's figures count towards, and whose rows those stand in.</summary>
    public IEnumerable<(string Indicator, string? Funder)> Counted(PlainQuestion question)
    {
        var whole = WholeOf(question);
        if (question.Type != "table")
            return whole is null ? [] : [(whole, null)];
        return question.Rows.SelectMany(row => question.Columns.SelectMany(column => IndicatorsOf(row, column, whole).Select(indicator => (indicator, row.Funder))));
    }

    /// <summary>The clock in the United Kingdom, by the rule and not by a table: summer time from the last Sunday of March to that of October, at one in the morning of universal time.</summary>
    public static DateTime InUk(DateTimeOffset moment)
    {
        var at = moment.UtcDateTime;
        return at >= LastSunday(at.Year, 3) && at < LastSunday(at.Year, 10) ? at.AddHours(1) : at;

        static DateTime LastSunday(int year, int month)
        {
            var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
            return last.AddDays(-(int)last.DayOfWeek);
        }
    }

    private IEnumerable<PlainCount> CountsOf(PlainQuestion question)
    {
        var (whole, answer) = (WholeOf(question), Answer(question)!);
        if (question.Type == "table")
            return question.Rows.SelectMany(row => question.Columns.SelectMany(column => answer[row.Id]?[column.Id] is { } figure
                ? IndicatorsOf(row, column, whole).Select(indicator => new PlainCount(indicator, figure.GetValue<decimal>(), question, row.Funder))
                : []));
        if (whole is null)
            return [];
        var sum = answer is JsonArray rows
            ? rows.Sum(row => row!.AsObject().Where(part => part.Value?.GetValueKind() == System.Text.Json.JsonValueKind.Number).Sum(part => part.Value!.GetValue<decimal>()))
            : answer.GetValue<decimal>();
        return [new PlainCount(whole, sum, question, null)];
    }

    private string? WholeOf(PlainQuestion question) =>
        question.CountsAgreedOutcome ? Award.AgreedOutcomes.ElementAtOrDefault(question.Outcome!.Value - 1)?.Indicator?.Value : question.Definition["indicator"]?.ToString();

    private static IEnumerable<string> IndicatorsOf(PlainPart row, PlainPart column, string? whole)
    {
        if ((column.Definition["indicator"]?.ToString() ?? whole) is { } ofColumn)
            yield return ofColumn;
        if (row.Definition["indicators"]?[column.Id]?.ToString() is { } ofCell)
            yield return ofCell;
    }
}
