namespace MonitoringReturns.Core.Evidence;

/// <summary>What a scanner says of a file.</summary>
public enum Verdict
{
    Clean,
    Infected,
    /// <summary>It could not be looked through.</summary>
    Unreadable,
}

/// <summary>Looks for viruses. What it can't tell now it throws, so that the file is scanned again later.</summary>
public interface IScanner
{
    /// <param name="content">The whole file, seekable, at its start; left at any place.</param>
    Task<Verdict> ScanAsync(Stream content, CancellationToken cancellation);
}
