using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Kept;

/// <summary>A published report, and its tables as pages show them.</summary>
public sealed record KeptReport(ReportKey Key, PublishedReport Published, KeptTables Tables);

/// <summary>Reads tables that were kept beside a published report: rows are read by the block, neighbours together.</summary>
public sealed class ReadKept(IReportFiles files, IWorkQueue queue)
{
    /// <summary>Blocks with less than this between them are read in one go: it costs less than another request.</summary>
    private const int WorthReading = 64 * 1024;

    private readonly BesideWorkbook<KeptTables> _tables = new(files, queue, KeptTables.FileBeside, json => KeptTables.FromJson(json));

    /// <summary>Null where the report was made before tables were kept; it is made once more for them.</summary>
    public async Task<KeptReport?> OpenAsync(ReportKey key, PublishedReport published, CancellationToken cancellation) =>
        await _tables.ReadAsync(key, published, cancellation) is { } tables ? new KeptReport(key, published, tables) : null;

    /// <summary>All rows of small tables, in the order they are named in; those that the report doesn't have are left out.</summary>
    public async Task<IReadOnlyDictionary<string, KeptRows>> AllAsync(KeptReport report, IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(tables);
        var found = tables.Select(report.Tables.Find).OfType<KeptTable>().ToList();
        var blocks = await BlocksAsync(report, [.. found.SelectMany(table => table.Blocks)], cancellation);
        return found.ToDictionary(table => table.Id, table => RowsOf(table, 0, table.Blocks, blocks), StringComparer.Ordinal);
    }

    /// <summary>A page of a table's rows; null where the report doesn't have the table.</summary>
    /// <param name="from">The place of the first row, from 0.</param>
    public async Task<KeptRows?> SomeAsync(KeptReport report, string table, int from, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Tables.Find(table) is not { } found)
            return null;
        var (wanted, before, at) = (new List<KeptBlock>(), -1, 0);
        foreach (var block in found.Blocks)
        {
            if (at + block.Rows > from && at < from + (long)most)
            {
                wanted.Add(block);
                before = before < 0 ? at : before;
            }
            at += block.Rows;
        }
        var read = RowsOf(found, Math.Max(before, 0), wanted, await BlocksAsync(report, wanted, cancellation));
        return read with { From = from, Rows = [.. read.Rows.Skip(from - read.From).Take(most)] };
    }

    private static KeptRows RowsOf(KeptTable table, int from, IReadOnlyList<KeptBlock> blocks, Dictionary<long, ReadOnlyMemory<byte>> read)
    {
        var rows = new List<Cell[]>();
        foreach (var block in blocks)
            rows.AddRange(PackedRows.Unpack(read[block.At], table.Columns));
        return new KeptRows(table, from, rows);
    }

    private async Task<Dictionary<long, ReadOnlyMemory<byte>>> BlocksAsync(KeptReport report, List<KeptBlock> blocks, CancellationToken cancellation)
    {
        var name = KeptTables.RowsBeside(report.Published.WorkbookFile);
        var reads = new List<List<KeptBlock>>();
        foreach (var block in blocks.OrderBy(block => block.At))
            if (reads is [.., var last] && block.At - (last[^1].At + last[^1].Bytes) < WorthReading)
                last.Add(block);
            else
                reads.Add([block]);
        var found = await Task.WhenAll(reads.Select(read => files.ReadAsync(name, read[0].At, (int)(read[^1].At + read[^1].Bytes - read[0].At), cancellation)));
        var all = new Dictionary<long, ReadOnlyMemory<byte>>();
        foreach (var (read, bytes) in reads.Zip(found))
            foreach (var block in read)
                all[block.At] = bytes.AsMemory((int)(block.At - read[0].At), block.Bytes);
        return all;
    }
}
