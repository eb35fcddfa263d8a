using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Where a report stands: what is published, and whether a build is under way.</summary>
/// <param name="LastCut">The number of the newest cut that was begun.</param>
/// <param name="BegunAt">When that was.</param>
/// <param name="LeaseUntil">A build is under way until then at most; null where none is.</param>
public sealed record ReportState(ReportKey Key, long LastCut, DateTimeOffset? BegunAt, DateTimeOffset? LeaseUntil, PublishedReport? Published)
{
    /// <summary>A return that the published report uses has been corrected since, at this moment; null where none has.</summary>
    public DateTimeOffset? StaleSince { get; init; }

    /// <summary>When somebody last asked for it; null where nobody had to.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How far the build under way has come, as it last said; null where it has said nothing yet.</summary>
    public BuildProgress? Progress { get; init; }

    /// <summary>Whether a build is under way.</summary>
    public bool IsBuilding(DateTimeOffset now) => LeaseUntil > now;

    /// <summary>As its readers may see it now: what was published for a lead funder before is not for the next one.</summary>
    public ReportState For(Programme programme) => Published is { } published && !published.IsFor(programme, Key) ? this with { Published = null } : this;

    public static ReportState None(ReportKey key) => new(key, 0, null, null, null);
}

/// <summary>A published report.</summary>
/// <param name="ManifestDigest">SHA-256 of the manifest's JSON, lower-case hexadecimal.</param>
/// <param name="Returns">Returns due in the periods reported on.</param>
/// <param name="Revisions">Revisions that the report was made from.</param>
/// <param name="Rows">Rows in all its sheets, headings not counted.</param>
/// <param name="Seconds">What the build took.</param>
public sealed record PublishedReport(
    long Cut, DateTimeOffset CutAt, string ManifestDigest, string ManifestFile, string WorkbookFile, long Bytes,
    int Returns, int Revisions, long Rows, double Seconds, DateTimeOffset PublishedAt)
{
    /// <summary>The rows of each sheet, in their order; none where it was published before they were kept.</summary>
    public IReadOnlyList<SheetRows> Sheets { get; init; } = [];

    /// <summary>The funder that it shows what it may see; null where it was published before that was kept.</summary>
    public OrganisationId? Reader { get; init; }

    /// <summary>Whether it shows what its readers of today may see: another lead funder may not see the same answers.</summary>
    public bool IsFor(Programme programme, ReportKey key) => Reader is not { } reader || reader == (key.Funder ?? programme.LeadFunder.Id);
}

/// <summary>How many rows a sheet of a report has, headings not counted.</summary>
public sealed record SheetRows(string Sheet, long Rows);

/// <summary>How many awards of a report are worked out already.</summary>
public sealed record BuildProgress(int Done, int Of);

/// <summary>Keeps the state of each report, guarded against two who change it at once, and the history of what was published.</summary>
public interface IReportStore
{
    /// <summary>The state, and the guard for the next write; a report never asked for has no guard.</summary>
    Task<(ReportState State, string? Guard)> GetAsync(ReportKey key, CancellationToken cancellation);

    /// <returns>The next guard; null, with nothing written, where the state is no longer as it was read.</returns>
    Task<string?> TrySaveAsync(ReportState state, string? guard, CancellationToken cancellation);

    /// <summary>As <see cref="TrySaveAsync"/>, and in the same transaction keeps what is published in the history.</summary>
    Task<string?> TryPublishAsync(ReportState state, string? guard, CancellationToken cancellation);

    /// <summary>The states of all reports that end with a period, cuts and spans among them.</summary>
    IAsyncEnumerable<ReportState> EndingWithAsync(ProgrammeId programme, PeriodId to, CancellationToken cancellation);

    /// <summary>A page of what was published of a report, the newest first.</summary>
    /// <param name="before">The cut that the page before ended with; null for the first page.</param>
    Task<PageOf<PublishedReport>> HistoryAsync(ReportKey key, long? before, int size, CancellationToken cancellation);

    /// <summary>One that was published; null where there is none of that number.</summary>
    Task<PublishedReport?> GetPublishedAsync(ReportKey key, long cut, CancellationToken cancellation);
}

/// <summary>Keeps the files of reports. A file never changes once it is there.</summary>
public interface IReportFiles
{
    /// <summary>Stores what <paramref name="write"/> writes, all of it or nothing.</summary>
    /// <returns>Its length in bytes.</returns>
    Task<long> SaveAsync(string name, string contentType, Func<Stream, Task> write, CancellationToken cancellation);

    /// <summary>The file, to be disposed of; null where there is none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation);

    /// <summary>A part of a file that is there.</summary>
    /// <param name="at">Bytes before it.</param>
    Task<byte[]> ReadAsync(string name, long at, int length, CancellationToken cancellation);

    /// <summary>The manifest in a file.</summary>
    Task<Manifest> GetManifestAsync(string name, CancellationToken cancellation);
}
