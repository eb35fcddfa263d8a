using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting;

/// <summary>What a report's file says of itself.</summary>
/// <param name="Created">Also the time of every part inside, so that the same report gives the same bytes.</param>
public sealed record ReportProperties(string Title, string Subject, string Author, DateTimeOffset Created);

/// <summary>A kind of file that a report can be written as.</summary>
public interface IReportFormat
{
    /// <param name="output">Need not be able to seek; stays open.</param>
    IReportWriter Create(Stream output, ReportProperties properties);
}

/// <summary>How often a report is rebuilt, and how long a build may be silent before another takes over.</summary>
public sealed record ReportPace(TimeSpan Quiet, TimeSpan Lease)
{
    /// <summary>How often a build says how far it has come.</summary>
    public TimeSpan Telling { get; init; } = TimeSpan.FromSeconds(2);

    public static readonly ReportPace Default = new(Quiet: TimeSpan.FromSeconds(10), Lease: TimeSpan.FromSeconds(60));
}
