using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Downloads;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Reports;

/// <summary>A programme's reports, and the form that asks for another.</summary>
/// <param name="Now">Whether a build is under way depends on it.</param>
/// <param name="Chosen">As it was sent.</param>
public sealed record ReportsModel(ReportList List, DateTimeOffset Now, ChosenReport Chosen, IReadOnlyList<FieldError> Errors)
{
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>What somebody chose to download.</summary>
/// <param name="What">The name of what it holds.</param>
/// <param name="For">Whose it is.</param>
public sealed record ChosenReport(string What, string From, string To, string For)
{
    /// <summary>The whole report on the newest period, for oneself.</summary>
    public static ChosenReport Newest(ReportList list) => list.Opened is [.., { Id: var newest }]
        ? new(ReportContent.Whole.Name, newest.Value, newest.Value, list.Reader.Id.Value)
        : new(ReportContent.Whole.Name, "", "", list.Reader.Id.Value);
}

/// <summary>One report.</summary>
/// <param name="Now">Whether a build is under way depends on it.</param>
/// <param name="IsFirst">The history is shown from its beginning.</param>
public sealed record ReportModel(ReportInDetail Report, DateTimeOffset Now, bool IsFirst);

/// <summary>What a report was made from.</summary>
public sealed record UsedModel(UsedReturns Used);

/// <summary>What changed since a report was made.</summary>
/// <param name="Seen">Somebody has just said that they have seen a difference.</param>
public sealed record SinceModel(RestatedReturns Since, bool Seen);

/// <summary>Where a report stands, in one word.</summary>
public enum ReportStanding
{
    NotMade,
    Asked,
    BeingMade,
    UpToDate,
    Changed,
}

/// <summary>How reports are called, and how they stand.</summary>
public static class ReportNames
{
    public static ReportStanding StandingOf(ReportState state, bool stale, DateTimeOffset now) =>
        state.IsBuilding(now) ? ReportStanding.BeingMade
        : state.AskedAt is { } asked && now - asked < AskForReport.Expected && (state.Published is null || asked > state.Published.CutAt) ? ReportStanding.Asked
        : state.Published is null ? ReportStanding.NotMade
        : stale ? ReportStanding.Changed
        : ReportStanding.UpToDate;

    /// <summary>The periods that it reports on.</summary>
    public static string Span(Programme programme, ReportKey key) => key.From == key.To ? NameOf(programme, key.To) : $"{NameOf(programme, key.From)} up to {NameOf(programme, key.To)}";

    /// <summary>Whose cut it is, for the lead funder who reads another's; null for one's own.</summary>
    public static NamedOrganisation? CutOf(ProgrammeAccess access, ReportKey key) =>
        access.IsLeadFunder && key.Funder is { } funder ? access.Programme.Funders.FirstOrDefault(one => one.Id == funder) : null;

    private static string NameOf(Programme programme, PeriodId period) => programme.Period(period)?.Name ?? period.Value;
}
