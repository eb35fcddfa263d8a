using System.Collections.Concurrent;

namespace MonitoringReturns.Core.Reporting.Kept;

/// <summary>Reads what was kept beside a published report's workbook. It never changes, so the last ones read stay in memory.</summary>
/// <param name="nameOf">The file, of the workbook's.</param>
internal sealed class BesideWorkbook<T>(IReportFiles files, IWorkQueue queue, Func<string, string> nameOf, Func<byte[], T> read)
    where T : class
{
    /// <summary>Some 10 to 30 KB each.</summary>
    private const int MostRemembered = 500;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>Null where there is none yet: the report was made before it was kept, and is made once more for it.</summary>
    public async Task<T?> ReadAsync(ReportKey key, PublishedReport published, CancellationToken cancellation)
    {
        var name = nameOf(published.WorkbookFile);
        if (_known.TryGetValue(name, out var known))
            return known;
        await using var file = await files.OpenAsync(name, cancellation);
        if (file is null)
        {
            await queue.SendAsync(ConsolidateReportMessage.ForMoment(key, published.CutAt.AddMilliseconds(1)), TimeSpan.Zero, cancellation);
            return null;
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        if (_known.Count >= MostRemembered)
            _known.Clear();
        return _known[name] = read(bytes.ToArray());
    }
}
