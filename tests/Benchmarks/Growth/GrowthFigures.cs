namespace MonitoringReturns.Benchmarks.Growth;

/// <summary>What one report took, in seconds, and what it held.</summary>
internal sealed record GrowthFigures
{
    /// <summary>Headers and awards read and joined, the manifest written.</summary>
    public double Cut { get; init; }

    /// <summary>Awards and revisions, or kept figures, read, unpacked, checked and parsed; and waiting for storage.</summary>
    public double Lines { get; init; }

    /// <summary>Sums, and the rows of the large sheets.</summary>
    public double Tables { get; init; }

    /// <summary>The other sheets, and packing those that waited in files.</summary>
    public double Complete { get; init; }

    public double Seconds { get; init; }

    public double Processor { get; init; }

    public double AllocatedMiB { get; init; }

    public int FullCollections { get; init; }

    /// <summary>The most that the process ever held.</summary>
    public double PeakMiB { get; init; }

    public double WorkbookMiB { get; init; }

    /// <summary>Returns in the manifest, those of earlier periods among them.</summary>
    public int Entries { get; init; }

    /// <summary>What an entry of the manifest takes in memory, its award's part included.</summary>
    public double EntryBytes { get; init; }

    public double EntryJsonBytes { get; init; }

    /// <summary>Milliseconds to read the manifest, as each message does.</summary>
    public double ManifestReadMs { get; init; }
}
