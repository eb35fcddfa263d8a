using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting.Papers;

namespace MonitoringReturns.Web.Pages.Programmes.Papers;

/// <summary>The committee paper of a period.</summary>
public sealed record PaperModel(CommitteePaper Paper);

/// <summary>A funder's own page of the paper.</summary>
public sealed record FunderPaperModel(FunderPaper Paper);

/// <summary>The pages of all funders with rows of their own.</summary>
public sealed record FunderPapersModel(FunderPapers Papers);

/// <summary>Figures over time.</summary>
/// <param name="ChartsFrom">The place of the first indicator shown, from 0.</param>
public sealed record TrendModel(TrendOfProgramme Trend, int ChartsFrom)
{
    public const int ChartsOnAPage = 12;
}

/// <summary>What each funder's money did in a period.</summary>
public sealed record SharesModel(SharesOfPeriod Shares);

/// <summary>What one funder's money did, over all of its programmes.</summary>
public sealed record OwnSharesModel(OwnShares Shares, bool IsFirst)
{
    public string? First => IsFirst ? null : ProgrammeAddresses.OwnShares;

    public string? Next => Shares.Continuation is { } after ? $"{ProgrammeAddresses.OwnShares}?after={after}" : null;
}

/// <summary>What the monitoring takes, over all programmes of one funder.</summary>
public sealed record OwnTimeModel(OwnReportingTime Time, bool IsFirst)
{
    public string? First => IsFirst ? null : ProgrammeAddresses.OwnReportingTime;

    public string? Next => Time.Continuation is { } after ? $"{ProgrammeAddresses.OwnReportingTime}?after={after}" : null;
}

/// <summary>What the monitoring costs the providers.</summary>
/// <param name="From">The first of the awards on the page, from 0.</param>
/// <param name="After">The award that the page of what was said before ended with.</param>
public sealed record TimeModel(ReportingTime Time, int From, AwardId? After);
