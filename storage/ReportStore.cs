using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>The state of each report in the table <c>reports</c>: a partition a programme, a row a period.</summary>
public sealed class ReportStore(StorageAccount account) : IReportStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Reports);

    public async Task<(ReportState State, string? Guard)> GetAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(programme.Value, period.Value, cancellationToken: cancellation);
        return row.HasValue ? (FromEntity(programme, period, row.Value!), row.Value!.ETag.ToString()) : (ReportState.None(programme, period), null);
    }

    public async Task<string?> TrySaveAsync(ReportState state, string? guard, CancellationToken cancellation) =>
        await _table.TryWriteAsync(ToEntity(state), guard, cancellation);

    private static TableEntity ToEntity(ReportState state)
    {
        var row = new TableEntity(state.Programme.Value, state.Period.Value) { ["LastCut"] = state.LastCut };
        if (state.BegunAt is { } begun)
            row["BegunAt"] = begun;
        if (state.LeaseUntil is { } lease)
            row["LeaseUntil"] = lease;
        if (state.Published is not { } published)
            return row;
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
        return row;
    }

    private static ReportState FromEntity(ProgrammeId programme, PeriodId period, TableEntity row)
    {
        var published = row.GetInt64("Cut") is { } cut
            ? new PublishedReport(
                cut, row.GetDateTimeOffset("CutAt")!.Value, row.GetString("ManifestDigest")!, row.GetString("ManifestFile")!, row.GetString("WorkbookFile")!,
                row.GetInt64("Bytes")!.Value, row.GetInt32("Returns")!.Value, row.GetInt32("Revisions")!.Value, row.GetInt64("Rows")!.Value,
                row.GetDouble("Seconds")!.Value, row.GetDateTimeOffset("PublishedAt")!.Value)
            : null;
        return new ReportState(programme, period, row.GetInt64("LastCut")!.Value, row.GetDateTimeOffset("BegunAt"), row.GetDateTimeOffset("LeaseUntil"), published);
    }
}
