using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.Deeds;

/// <summary>What funders and charities do about the returns of a programme's first period, as pages take it. Days count from the day on which returns are due.</summary>
internal sealed class FunderDeeds(PresentCase present)
{
    private readonly ReportingPeriod _period = present.Programme.Calendar[0];
    private readonly Programme _programme = present.Programme;

    private string Root => $"/programmes/{_programme.Id}/{_period.Id}";

    /// <param name="question">Null: about the return as a whole.</param>
    public PageDeed Ask(string person, int days, string award, string? question, string words) =>
        On(person, days, $"{Return(award)}/queries/new", [.. question is null ? Array.Empty<(string, string)>() : [("question", question)], ("text", words)], Return(award), words);

    /// <summary>The charity answers in words.</summary>
    public PageDeed Answer(string person, int days, string award, int query, string words) =>
        On(person, days, $"{Own(award)}/queries", [($"answer-{query}", words)], $"{Own(award)}/queries", words) with { Action = string.Create(CultureInfo.InvariantCulture, $"{Own(award)}/queries/{query}") };

    public PageDeed Accept(string person, int days, string award, string used, string willDo = "") =>
        On(person, days, $"{Return(award)}/accept", [("used", used), ("willDo", willDo)], Return(award), used);

    public PageDeed Acknowledge(string person, int days, string award, string used) =>
        On(person, days, $"{Return(award)}/acknowledge", [("used", used)], Return(award), used);

    /// <summary>Says of the first return that asks for help, by the award's id, that it is in hand.</summary>
    /// <param name="question">The one that asks what would help.</param>
    public PageDeed Help(string person, int days, string question, string words)
    {
        var award = present.Filings(_period.Id).Where(filing => filing.Answers.Any(answer => string.Equals(answer.Question, question, StringComparison.Ordinal)))
            .Select(filing => filing.Award.Value).Order(StringComparer.Ordinal).First();
        return On(person, days, $"{Return(award)}/help", [("standing", "InHand"), ("words", words)], $"{Return(award)}/help", words);
    }

    public PageDeed Draw(string person, int days, int returns, string evidence) =>
        On(person, days, $"{Root}/spot-checks", [("size", returns.ToString(CultureInfo.InvariantCulture)), ("evidence", evidence)], $"{Root}/spot-checks", "Sample 1");

    /// <summary>Notes what came of the first check of the first sample.</summary>
    public PageDeed Check(string person, int days, string note) =>
        On(person, days, $"{Root}/spot-checks/1/", [("result", "InOrder"), ("note", note)], null, note) with { FoundOn = $"{Root}/spot-checks/1" };

    /// <summary>A lead officer moves the day on which returns are due, within the days that there are for first returns.</summary>
    public PageDeed ExtraTime(string person, int days, int later, string reason) =>
        On(person, days, $"/programmes/{_programme.Id}/setup/calendar/{_period.Id}/extra-time", [.. Day("due", _period.Due.AddDays(later)), ("reason", reason)], $"/programmes/{_programme.Id}/setup", reason);

    /// <summary>A lead officer proposes another profile for the period that runs today, and had not begun then.</summary>
    public PageDeed Propose(string person, int days, string award, IReadOnlyList<(string Indicator, int Planned)> figures, string reason) =>
        On(person, days, $"{Award(award)}/profile/change", [.. figures.Select(figure => ($"{figure.Indicator}/{present.Running.Id}", figure.Planned.ToString(CultureInfo.InvariantCulture))), ("reason", reason)], Award(award), "/profile/changes/1");

    /// <summary>The provider agrees to the first proposal.</summary>
    public PageDeed Agree(string person, int days, string award, string words) =>
        On(person, days, $"{Award(award)}/profile/changes/1", [("answer", "agree"), ("words", words)], $"{Award(award)}/profile/changes/1", words);

    /// <summary>One side notes what was agreed at a meeting on the day before.</summary>
    public PageDeed Meet(string person, int days, string award, string agreed) =>
        On(person, days, Meetings(award), [.. Day("on", _period.Due.AddDays(days - 1)), ("agreed", agreed)], Meetings(award), agreed);

    /// <summary>The other side confirms the first note.</summary>
    public PageDeed Confirm(string person, int days, string award) =>
        On(person, days, Meetings(award), [], Meetings(award), "Confirmed by both sides") with { Action = $"{Meetings(award)}/1/confirm" };

    private PageDeed On(string person, int days, string page, IReadOnlyList<(string, string)> boxes, string? shownOn, string mark) =>
        new(person, UkTime.EndOf(_period.Due.AddDays(days - 1)).AddHours(10), page, null, boxes, shownOn, mark);

    private static (string, string)[] Day(string name, DateOnly day) =>
        [($"{name}-day", day.Day.ToString(CultureInfo.InvariantCulture)), ($"{name}-month", day.Month.ToString(CultureInfo.InvariantCulture)), ($"{name}-year", day.Year.ToString(CultureInfo.InvariantCulture))];

    private string Return(string award) => $"{Root}/returns/{award}";

    private string Own(string award) => $"/returns/{_programme.Id}/{_period.Id}/{award}";

    private string Award(string award) => $"/programmes/{_programme.Id}/setup/awards/{award}";

    private string Meetings(string award) => $"/meetings/{_programme.Id}/{award}";
}
