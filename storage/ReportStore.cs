using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>
/// Reports in the table <c>reports</c>: a partition a programme; a row <c>s|</c> for the state of each report, and a row <c>p|</c> for each time
/// that one was published, the newest first.
/// </summary>
public sealed class ReportStore(StorageAccount account) : IReportStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Reports);

    public async Task<(ReportState State, string? Guard)> GetAsync(ReportKey key, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key.Programme.Value, Keys.ReportState(key), cancellationToken: cancellation);
        return row.HasValue ? (StateOf(key, row.Value!), row.Value!.ETag.ToString()) : (ReportState.None(key), null);
    }

    public async Task<string?> TrySaveAsync(ReportState state, string? guard, CancellationToken cancellation) =>
        await _table.TryWriteAsync(ToEntity(state), guard, cancellation);

    public async Task<string?> TryPublishAsync(ReportState state, string? guard, CancellationToken cancellation)
    {
        var published = new TableEntity(state.Key.Programme.Value, Keys.PublishedReport(state.Key, state.Published!.Cut));
        Write(published, state.Published);
        return await _table.TryWriteAsync(ToEntity(state), guard, published, cancellation);
    }

    public async IAsyncEnumerable<ReportState> EndingWithAsync(ProgrammeId programme, PeriodId to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var prefix = Keys.ReportStatesEndingWith(to);
        await foreach (var row in _table.RangeAsync(programme.Value, prefix, Keys.After(prefix), cancellation))
            yield return StateOf(KeyOf(programme, row.RowKey), row);
    }

    public async Task<PageOf<PublishedReport>> HistoryAsync(ReportKey key, long? before, int size, CancellationToken cancellation)
    {
        var page = await Ranges.PageAfterAsync(
            _table, key.Programme.Value, Keys.PublishedReports(key), before is { } cut ? Keys.PublishedReport(key, cut) : null, size, cancellation);
        return new PageOf<PublishedReport>(
            [.. page.Items.Select(PublishedOf)], page.Continuation is null ? null : page.Items[^1].GetInt64("Cut")!.Value.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<PublishedReport?> GetPublishedAsync(ReportKey key, long cut, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key.Programme.Value, Keys.PublishedReport(key, cut), cancellationToken: cancellation);
        return row.HasValue ? PublishedOf(row.Value!) : null;
    }

    private static TableEntity ToEntity(ReportState state)
    {
        var row = new TableEntity(state.Key.Programme.Value, Keys.ReportState(state.Key)) { ["LastCut"] = state.LastCut };
        Set(row, "BegunAt", state.BegunAt);
        Set(row, "LeaseUntil", state.LeaseUntil);
        Set(row, "StaleSince", state.StaleSince);
        Set(row, "AskedAt", state.AskedAt);
        if (state.Progress is { } progress)
            (row["LinesDone"], row["LinesOf"]) = (progress.Done, progress.Of);
        if (state.Published is { } published)
            Write(row, published);
        return row;
    }

    private static void Set(TableEntity row, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
            row[name] = known;
    }

    private static void Write(TableEntity row, PublishedReport published)
    {
        row["Cut"] = published.Cut;
        row["CutAt"] = published.CutAt;
        row["ManifestDigest"] = published.ManifestDigest;
        row["ManifestFile"] = published.ManifestFile;
        row["WorkbookFile"] = published.WorkbookFile;
        row["Bytes"] = published.Bytes;
        row["Returns"] = published.Returns;
        row["Revisions"] = published.Revisions;
        row["Rows"] = published.Rows;
        row["Seconds"] = published.Seconds;
        row["PublishedAt"] = published.PublishedAt;
        if (published.Reader is { } reader)
            row["Reader"] = reader.Value;
        if (published.Sheets.Count > 0)
            row["Sheets"] = JsonSerializer.SerializeToUtf8Bytes(published.Sheets, StoredJson.Default.IReadOnlyListSheetRows);
    }

    private static ReportState StateOf(ReportKey key, TableEntity row) =>
        new(key, row.GetInt64("LastCut")!.Value, row.GetDateTimeOffset("BegunAt"), row.GetDateTimeOffset("LeaseUntil"), row.ContainsKey("Cut") ? PublishedOf(row) : null)
        {
            StaleSince = row.GetDateTimeOffset("StaleSince"),
            AskedAt = row.GetDateTimeOffset("AskedAt"),
            Progress = row.GetInt32("LinesDone") is { } done && row.GetInt32("LinesOf") is { } all ? new BuildProgress(done, all) : null,
        };

    private static PublishedReport PublishedOf(TableEntity row) => new(
        row.GetInt64("Cut")!.Value, row.GetDateTimeOffset("CutAt")!.Value, row.GetString("ManifestDigest")!, row.GetString("ManifestFile")!, row.GetString("WorkbookFile")!,
        row.GetInt64("Bytes")!.Value, row.GetInt32("Returns")!.Value, row.GetInt32("Revisions")!.Value, row.GetInt64("Rows")!.Value,
        row.GetDouble("Seconds")!.Value, row.GetDateTimeOffset("PublishedAt")!.Value)
    {
        Sheets = row.GetBinary("Sheets") is { } sheets ? JsonSerializer.Deserialize(sheets, StoredJson.Default.IReadOnlyListSheetRows)! : [],
        Reader = row.GetString("Reader") is { } reader ? OrganisationId.Parse(reader) : null,
    };

    private static ReportKey KeyOf(ProgrammeId programme, string rowKey)
    {
        var parts = rowKey.Split('|');
        var (reader, content) = parts[3].Split('!') is [var one, var name] ? (one, name) : (parts[3], null);
        return new ReportKey(
            programme, Identifier.Parse<PeriodId>(parts[2]), Identifier.Parse<PeriodId>(parts[1]),
            string.Equals(reader, Keys.Lead, StringComparison.Ordinal) ? null : OrganisationId.Parse(reader))
        {
            Content = ReportContent.Parse(content),
        };
    }
}
