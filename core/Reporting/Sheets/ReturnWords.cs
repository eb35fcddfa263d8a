using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>How a return's standing is said in a report.</summary>
internal static class ReturnWords
{
    public static string StatusOf(ReturnStatus status) => status switch
    {
        ReturnStatus.NotStarted => "Not started",
        ReturnStatus.Draft => "In draft",
        ReturnStatus.ReadyToSign => "Ready to sign",
        ReturnStatus.Submitted => "Submitted",
        ReturnStatus.Queried => "Queried",
        ReturnStatus.Resubmitted => "Corrected",
        ReturnStatus.Accepted => "Accepted",
        ReturnStatus.Reopened => "Reopened",
        _ => "Restated",
    };

    public static bool IsLate(ManifestEntry entry, ReportingPeriod period) => entry.FirstSubmittedAt is { } at && period.IsLate(at);

    public static string PunctualityOf(ManifestEntry entry, ReportingPeriod period) =>
        entry.FirstSubmittedAt is null ? "Not in" : IsLate(entry, period) ? "Late" : "On time";

    /// <summary>What a provider says of its figures: its explanations, or else the first thing it tells at length.</summary>
    public static string? Explanation(Revision revision, Sight sight)
    {
        var comments = new List<string>();
        string? told = null;
        foreach (var question in revision.Answers.Version.Questions)
        {
            if (!sight.Sees(question))
                continue;
            if (revision.Answers.Comment(question) is { } comment)
                comments.Add($"{question.Label}: {comment}");
            if (told is null && question.AgreedOutcome is null && revision.Answers[question] is { } answer)
                told = question.Words(answer);
        }
        return comments.Count > 0 ? string.Join("\n", comments) : told;
    }

    public static Cell Moment(DateTimeOffset? at) => at is { } moment ? Cell.OfMoment(UkTime.Local(moment)) : Cell.Empty;

    /// <summary>The columns that name an award at the start of a row.</summary>
    public static Column[] AwardColumns { get; } =
        [new("award", "Award", CellKind.Text, 12), new("provider", "Provider", CellKind.Text, 40)];

    public static void WriteAward(Span<Cell> row, ReportLine line)
    {
        row[0] = Cell.OfText(line.Award.Id.Value);
        row[1] = Cell.OfText(line.Award.Provider.Name);
    }
}
