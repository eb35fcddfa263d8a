using System.IO.Compression;
using System.Security.Cryptography;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Benchmarks.Report;

/// <summary>Making the consolidated report as the app does it, the least that any way of making it must do, and its steps one by one.</summary>
internal sealed class ReportWays(StorageAccount account, string programme)
{
    private static readonly DateTimeOffset CutAt = new(2026, 9, 1, 9, 30, 0, TimeSpan.Zero);

    private readonly ProgrammeId _programme = Identifier.Parse<ProgrammeId>(programme);
    private readonly ReturnStore _returns = new(account);
    private readonly CutReport _cuts = new(new ProgrammeStore(account), new FormStore(account), new PeriodStore(account), new ReturnStore(account), new OrganisationStore(account));

    /// <summary>From the cut to the finished workbook in a file.</summary>
    public async Task OursAsync(string path)
    {
        var report = new ConsolidateReport(_cuts, new ReportStore(account), new ReportFiles(account), new ConsolidatedWorkbook(), new WorkQueue(account), TimeProvider.System, ReportPace.Default);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 128 * 1024);
        var cut = await CutAsync();
        await report.WriteAsync(cut, Convert.ToHexStringLower(SHA256.HashData(cut.Manifest.ToJson())), file, default);
        await file.FlushAsync();
    }

    /// <summary>Reads the rows that the report is made of, and deflates the bytes that its parts have, no more.</summary>
    public async Task FloorAsync(IReadOnlyList<byte[]> parts, string path)
    {
        await ReadAsync();
        Deflate(parts, path);
    }

    public async Task ReadAsync()
    {
        var partition = Keys.Partition(_programme, LargeProgramme.Now);
        await ReadAsync(account.Tables.GetTableClient(StorageNames.Programmes), _programme.Value, "a|");
        await ReadAsync(account.Tables.GetTableClient(StorageNames.Returns), partition, "h|");
        await ReadAsync(account.Tables.GetTableClient(StorageNames.Returns), partition, "r|");
    }

    public static string DigestOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    public static void Deflate(IReadOnlyList<byte[]> parts, string path)
    {
        using var file = File.Create(path);
        foreach (var part in parts)
        {
            using var deflate = new DeflateStream(file, CompressionLevel.Fastest, leaveOpen: true);
            deflate.Write(part);
        }
    }

    /// <summary>The bytes of each part of a workbook, inflated.</summary>
    public static async Task<IReadOnlyList<byte[]>> PartsAsync(string path)
    {
        var parts = new List<byte[]>();
        await using var zip = await ZipFile.OpenReadAsync(path);
        foreach (var entry in zip.Entries)
        {
            await using var part = await entry.OpenAsync();
            using var bytes = new MemoryStream();
            await part.CopyToAsync(bytes);
            parts.Add(bytes.ToArray());
        }
        return parts;
    }

    public async Task<Cut> CutAsync() => await _cuts.TakeAsync(ReportKey.Of(_programme, LargeProgramme.Now), 1, CutAt, default) ?? throw new InvalidOperationException("There is no such period.");

    public async Task<List<StoredRevision>> RevisionsAsync()
    {
        var all = new List<StoredRevision>();
        await foreach (var revision in _returns.RevisionsAsync(_programme, LargeProgramme.Now, default))
            all.Add(revision);
        return all;
    }

    public async Task<List<ReportLine>> LinesAsync(Cut cut)
    {
        var all = new List<ReportLine>();
        await foreach (var line in _cuts.LinesAsync(cut, default))
            all.Add(line);
        return all;
    }

    private static async Task ReadAsync(TableClient table, string partition, string prefix)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey le {Keys.After(prefix)}");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: Pages.Size).AsPages())
            _ = page;
    }
}
