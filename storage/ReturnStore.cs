using System.Runtime.CompilerServices;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage;

/// <summary>Returns in the table <c>returns</c>: a partition a programme and period, so that a change and all that goes with it is one transaction.</summary>
public sealed class ReturnStore(StorageAccount account) : IReturnStore
{
    /// <summary>Base64 and all, a transaction of so many packed bytes stays under the table service's 4 MiB.</summary>
    private const int MostDraftInTransaction = 2 * 1024 * 1024;

    private const int ResultsPage = 250;

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.Returns);
    private readonly LargeContent _content = new(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));
    private readonly Gathered<ReturnStanding> _standings = GatheredIn(account);

    public async Task<ReturnAtWork> LoadAsync(ReturnKey key, PeriodId? before, CancellationToken cancellation)
    {
        var partition = Keys.Partition(key);
        var findingLast = before is { } period ? ResultsAsync(Keys.Partition(key.Programme, period), key.Award, cancellation) : Task.FromResult<Results?>(null);
        // The draft after the header, never beside it: answers older than the change that stands above them would be signed unseen. Newer ones
        // are harmless, because whoever writes on the older header is refused.
        var header = await _table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Header(key.Award), cancellationToken: cancellation);
        var draft = await DraftAsync(partition, key.Award, cancellation);
        var last = await findingLast;
        return header.HasValue
            ? new ReturnAtWork(HeaderRow.FromEntity(key, header.Value!), header.Value!.ETag.ToString(), draft, last)
            : new ReturnAtWork(null, null, draft, last);
    }

    public async Task<bool> TrySaveDraftAsync(DraftWrite write, CancellationToken cancellation)
    {
        var partition = Keys.Partition(write.Header.Key);
        var actions = new List<TableTransactionAction> { TableCalls.WriteOf(HeaderRow.ToEntity(write.Header), write.HeaderGuard) };
        foreach (var section in write.Sections)
        {
            var row = DraftRow.ToEntity(partition, Keys.Draft(write.Header.Key.Award, section.Section), section);
            await _content.PutAsync(row, DraftRow.ToJson(section), cancellation, Math.Min(LargeContent.MostInEntity, MostDraftInTransaction / write.Sections.Count));
            actions.Add(TableCalls.WriteOf(row, section.Guard));
        }
        foreach (var file in write.Files)
            actions.Add(TableCalls.WriteOf(FileRow.ToEntity(file.File), file.Guard));
        actions.AddRange(write.Queries.Select(WriteOf));
        if (write.AnswerBack is { } answer)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, AnswerBackRow.ToEntity(answer)));
        if (write.Help is { } note)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, HelpNoteRow.ToEntity(write.Header.Key, note)));
        if (write.Check is { } check)
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, SampleRow.ToEntity(write.Header.Key, check)));
        if (write.Moves)
            actions.Add(StandingOf(write.Header));
        if (write.Outbox is { } item)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Add, OutboxRow.ToEntity(item)));
        if (write.Entry is { } entry)
            actions.Add(EntryOf(write.Header.Key, entry));
        return await _table.TrySubmitAsync(actions, cancellation);
    }

    public async Task<bool> TrySubmitAsync(SubmissionWrite write, CancellationToken cancellation)
    {
        var key = write.Header.Key;
        var revision = new TableEntity(Keys.Partition(key), Keys.Revision(key.Award, write.Revision.Number)) { ["Digest"] = write.Revision.Digest };
        await _content.PutAsync(revision, write.Revision.Json, cancellation);
        var results = ResultsRow.ToEntity(key, write.Results);
        await _content.PutAsync(results, CountedMeasures.ToJson(write.Results.Measures), cancellation);
        return await _table.TrySubmitAsync(
            [
                TableCalls.WriteOf(HeaderRow.ToEntity(write.Header), write.HeaderGuard),
                new TableTransactionAction(TableTransactionActionType.Add, revision),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, results),
                StandingOf(write.Header),
                new TableTransactionAction(TableTransactionActionType.Add, OutboxRow.ToEntity(write.Outbox)),
                EntryOf(key, write.Entry),
                .. write.Queries.Select(WriteOf),
            ],
            cancellation);
    }

    public async Task<StoredRevision?> GetRevisionAsync(ReturnKey key, int number, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(key), Keys.Revision(key.Award, number), cancellationToken: cancellation);
        return row.HasValue ? await RevisionAsync(key, row.Value!, cancellation) : null;
    }

    public async Task<IReadOnlyList<Query>> QueriesAsync(ReturnKey key, CancellationToken cancellation)
    {
        var queries = new List<Query>();
        var prefix = Keys.QueriesOf(key.Award);
        await foreach (var row in _table.RangeAsync(Keys.Partition(key), prefix, Keys.After(prefix), cancellation))
            queries.Add(QueryRow.FromEntity(key, row));
        return queries;
    }

    public async Task<IReadOnlyList<AnswerBack>> AnswersBackAsync(ReturnKey key, CancellationToken cancellation)
    {
        var answers = new List<AnswerBack>();
        var prefix = Keys.AnswersBackOf(key.Award);
        await foreach (var row in _table.RangeAsync(Keys.Partition(key), prefix, Keys.After(prefix), cancellation))
            answers.Add(AnswerBackRow.FromEntity(key, row));
        return answers;
    }

    public async Task<ReturnHeader?> GetHeaderAsync(ReturnKey key, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(key), Keys.Header(key.Award), cancellationToken: cancellation);
        return row.HasValue ? HeaderRow.FromEntity(key, row.Value!) : null;
    }

    public async Task<IReadOnlyList<ReturnHeader>> HeadersBetweenAsync(
        ProgrammeId programme, PeriodId period, AwardId from, AwardId to, CancellationToken cancellation)
    {
        var headers = new List<ReturnHeader>();
        await foreach (var header in HeadersAsync(programme, period, Keys.Header(from), Keys.Header(to), cancellation))
            headers.Add(header);
        return headers;
    }

    public IAsyncEnumerable<ReturnHeader> HeadersAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation) =>
        HeadersAsync(programme, period, "h|", Keys.After("h|"), cancellation);

    public async IAsyncEnumerable<StoredRevision> RevisionsAsync(
        ProgrammeId programme, PeriodId period, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in _table.RangeAsync(Keys.Partition(programme, period), "r|", Keys.After("r|"), cancellation))
            yield return await RevisionAsync(new ReturnKey(programme, period, Keys.AwardOf(row.RowKey)), row, cancellation);
    }

    public Task<IReadOnlyList<ReturnStanding>> StandingsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation) =>
        _standings.AllAsync(Keys.Partition(programme, period), cancellation);

    public Task<IReadOnlyList<ReturnStanding>> RebuildStandingsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation) =>
        _standings.GatherAsync(Keys.Partition(programme, period), anew: true, cancellation);

    public IAsyncEnumerable<StoredResults> ResultsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation) =>
        ResultsAsync(programme, period, "x|", Keys.After("x|"), cancellation);

    public IAsyncEnumerable<StoredResults> ResultsBetweenAsync(ProgrammeId programme, PeriodId period, AwardId from, AwardId to, CancellationToken cancellation) =>
        ResultsAsync(programme, period, Keys.Results(from), Keys.Results(to), cancellation);

    private async IAsyncEnumerable<StoredResults> ResultsAsync(ProgrammeId programme, PeriodId period, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Small pages: a report goes through the results of many periods side by side.
        await foreach (var row in _table.RangeAsync(Keys.Partition(programme, period), from, to, cancellation, ResultsPage))
            if (row.GetInt32("Rules") is { } rules)
                yield return new StoredResults(
                    Keys.AwardOf(row.RowKey), row.GetInt32("Revision")!.Value, row.GetInt32("FormVersion")!.Value, rules, await _content.GetAsync(row, cancellation));
    }

    private async IAsyncEnumerable<ReturnHeader> HeadersAsync(
        ProgrammeId programme, PeriodId period, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in _table.RangeAsync(Keys.Partition(programme, period), from, to, cancellation))
            yield return HeaderRow.FromEntity(new ReturnKey(programme, period, Keys.AwardOf(row.RowKey)), row);
    }

    private async Task<List<DraftSection>> DraftAsync(string partition, AwardId award, CancellationToken cancellation)
    {
        var sections = new List<DraftSection>();
        var prefix = Keys.DraftOf(award);
        await foreach (var row in _table.RangeAsync(partition, prefix, Keys.After(prefix), cancellation))
            sections.Add(DraftRow.WithWork(row, DraftRow.FromJson(row.RowKey[prefix.Length..], await _content.GetAsync(row, cancellation), row.ETag.ToString())));
        return sections;
    }

    private async Task<Results?> ResultsAsync(string partition, AwardId award, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Results(award), cancellationToken: cancellation);
        return row.HasValue
            ? new Results(row.Value!.GetInt32("Revision")!.Value, JsonSerializer.Deserialize(row.Value.GetBinary("Figures"), StoredJson.Default.IReadOnlyDictionaryIndicatorIdDecimal)!)
            : null;
    }

    /// <summary>From the headers of a period.</summary>
    private static Gathered<ReturnStanding> GatheredIn(StorageAccount account)
    {
        var table = account.Tables.GetTableClient(StorageNames.Returns);
        string[] asked = ["RowKey", .. StandingRow.Kind.Properties];
        return new Gathered<ReturnStanding>(
            table, new LargeContent(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent)), StandingRow.Kind,
            (partition, stop) => table.RangeAsync(partition, "h|", Keys.After("h|"), stop, select: asked).Select(StandingRow.FromEntity));
    }

    /// <summary>The header guards it.</summary>
    private static TableTransactionAction StandingOf(ReturnHeader header) => new(TableTransactionActionType.UpsertReplace, StandingRow.ToEntity(header));

    /// <summary>The header guards it: a query changes only with it.</summary>
    private static TableTransactionAction WriteOf(Query query) => new(TableTransactionActionType.UpsertReplace, QueryRow.ToEntity(query));

    private static TableTransactionAction EntryOf(ReturnKey key, RecordEntry entry) =>
        new(TableTransactionActionType.Add, RecordRow.ToEntity(Keys.Partition(key), Keys.Entry(key.Award, entry.Number), entry));

    private async ValueTask<StoredRevision> RevisionAsync(ReturnKey key, TableEntity row, CancellationToken cancellation) =>
        new(key, int.Parse(row.RowKey.AsSpan(row.RowKey.IndexOf('!', StringComparison.Ordinal) + 1)), row.GetString("Digest")!, await _content.GetAsync(row, cancellation));
}
