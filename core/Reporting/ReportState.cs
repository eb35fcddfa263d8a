namespace MonitoringReturns.Core.Reporting;

/// <summary>Where the report of a programme's period stands: what is published, and whether a build is under way.</summary>
/// <param name="LastCut">The number of the newest cut that was begun.</param>
/// <param name="BegunAt">When that was.</param>
/// <param name="LeaseUntil">A build is under way until then at most; null where none is.</param>
public sealed record ReportState(ProgrammeId Programme, PeriodId Period, long LastCut, DateTimeOffset? BegunAt, DateTimeOffset? LeaseUntil, PublishedReport? Published)
{
    public static ReportState None(ProgrammeId programme, PeriodId period) => new(programme, period, 0, null, null, null);
}

/// <summary>A published report.</summary>
/// <param name="ManifestDigest">SHA-256 of the manifest's JSON, lower-case hexadecimal.</param>
/// <param name="Returns">Awards that report for the period.</param>
/// <param name="Revisions">Revisions that the report was made from.</param>
/// <param name="Rows">Rows in all its sheets, headings not counted.</param>
/// <param name="Seconds">What the build took.</param>
public sealed record PublishedReport(
    long Cut, DateTimeOffset CutAt, string ManifestDigest, string ManifestFile, string WorkbookFile, long Bytes,
    int Returns, int Revisions, long Rows, double Seconds, DateTimeOffset PublishedAt);

/// <summary>Keeps the state of each report, guarded against two who change it at once.</summary>
public interface IReportStore
{
    /// <summary>The state, and the guard for the next write; a report never asked for has no guard.</summary>
    Task<(ReportState State, string? Guard)> GetAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <returns>The next guard; null, with nothing written, where the state is no longer as it was read.</returns>
    Task<string?> TrySaveAsync(ReportState state, string? guard, CancellationToken cancellation);
}

/// <summary>Keeps the files of reports. A file never changes once it is there.</summary>
public interface IReportFiles
{
    /// <summary>Stores what <paramref name="write"/> writes, all of it or nothing.</summary>
    /// <returns>Its length in bytes.</returns>
    Task<long> SaveAsync(string name, string contentType, Func<Stream, Task> write, CancellationToken cancellation);

    /// <summary>The file, to be disposed of; null where there is none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation);

    /// <summary>The manifest in a file.</summary>
    Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation);
}
