using System.IO.Compression;

namespace MonitoringReturns.Workbooks.Zip;

/// <summary>
/// A zip written file after file on a stream that need not seek. One file can be open at a time. Every file bears the same time, so that
/// the same content gives the same bytes. Disposed before it is complete, it leaves the stream alone.
/// </summary>
internal sealed class ForwardZip : IDisposable
{
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2107, 12, 31, 23, 59, 58, TimeSpan.Zero);

    private readonly ForwardStream _output;
    private readonly ZipArchive _archive;
    private readonly DateTimeOffset _time;
    private Stream? _open;
    private bool _completed;

    public ForwardZip(Stream output, DateTimeOffset created)
    {
        _output = new ForwardStream(output);
        _archive = new ZipArchive(_output, ZipArchiveMode.Create, leaveOpen: true);
        var time = created.ToUniversalTime();
        _time = time < Earliest ? Earliest : time > Latest ? Latest : time;
    }

    /// <summary>Opens a file; the caller closes it before the next is opened.</summary>
    public Stream Open(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = _time;
        entry.ExternalAttributes = 0;
        return _open = entry.Open();
    }

    /// <summary>Writes the zip's directory.</summary>
    public void Complete()
    {
        _archive.Dispose();
        _output.Flush();
        _completed = true;
    }

    public void Dispose()
    {
        if (!_completed)
            _output.Abandon();
        _open?.Dispose();
        _archive.Dispose();
    }
}
