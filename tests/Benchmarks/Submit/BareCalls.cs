using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Benchmarks.Submit;

/// <summary>The storage calls of a submission in the same pattern by bare clients, with rows of the same size ready to be written and nothing worked out.</summary>
internal sealed class BareCalls
{
    private readonly LargeProgramme _programme;
    private readonly QueueClient _queue;
    private readonly List<TableEntity[]> _writes = [];

    private readonly MemberId _program;

    public BareCalls(FilledDrafts drafts, MemberId program)
    {
        _program = program;
        _programme = drafts.Programme;
        _queue = _programme.Account.Queues.GetQueueClient(StorageNames.ApplyProjections);
        for (var number = 1; number <= drafts.Awards; number++)
            _writes.Add([.. Rows(number)]);
    }

    public async Task RunAsync(int number)
    {
        var key = _programme.Key(number);
        var partition = Keys.Partition(key);
        var header = HeaderAsync(partition, key);
        await Task.WhenAll(
            header,
            _programme.Returns.GetEntityIfExistsAsync<TableEntity>(Keys.Partition(key.Programme, LargeProgramme.Before), Keys.Results(key.Award)),
            AwardAsync(key, number),
            _programme.Programmes.GetEntityIfExistsAsync<TableEntity>(key.Programme.Value, "p"));
        var rows = _writes[number - 1];
        await _programme.Returns.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[0], (await header).ETag),
                new TableTransactionAction(TableTransactionActionType.Add, rows[1]),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, rows[2]),
                new TableTransactionAction(TableTransactionActionType.Add, rows[3]),
                new TableTransactionAction(TableTransactionActionType.Add, rows[4]),
            ]);
        await _queue.SendMessageAsync(JsonSerializer.Serialize(new ApplyProjectionsMessage(key.Programme, key.Period, rows[3].RowKey), MessageJson.Default.ApplyProjectionsMessage));
    }

    /// <summary>The header, then the draft.</summary>
    private async Task<TableEntity> HeaderAsync(string partition, ReturnKey key)
    {
        var header = await _programme.Returns.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Header(key.Award));
        var prefix = Keys.DraftOf(key.Award);
        await foreach (var row in _programme.Returns.RangeAsync(partition, prefix, Keys.After(prefix), default))
            _ = row;
        return header.Value!;
    }

    /// <summary>The award, then what the program may do at its provider and its funder.</summary>
    private async Task AwardAsync(ReturnKey key, int number)
    {
        await _programme.Programmes.GetEntityIfExistsAsync<TableEntity>(key.Programme.Value, Keys.Award(key.Award));
        var organisations = _programme.Account.Tables.GetTableClient(StorageNames.Organisations);
        await Task.WhenAll(new[] { LargeProgramme.ProviderOf(number), LargeProgramme.Funder }.Select(organisation =>
            organisations.GetEntityIfExistsAsync<TableEntity>(organisation.Value, MemberRow.KeyOf(_program))));
    }

    private IEnumerable<TableEntity> Rows(int number)
    {
        var key = _programme.Key(number);
        var now = TimeProvider.System.GetUtcNow();
        var revision = new Revision(key, 1, LargeForm.Answers(_programme.Version, number), new bool[_programme.Version.Questions.Count], new Signatory("Ann Lee", "Treasurer"), 30, now);
        var stored = RevisionJson.Write(revision);
        var header = ReturnHeader.NotStarted(key, 1) with
        {
            Status = ReturnStatus.Submitted,
            Change = 2,
            Revision = 1,
            Digest = stored.Digest,
            FirstSubmittedAt = now,
            SubmittedAt = now,
            Minutes = 30,
            SubmissionKey = stored.Digest,
            SubmissionBody = stored.Digest,
        };
        yield return HeaderRow.ToEntity(header);
        yield return StandingRow.ToEntity(header);
        yield return _programme.Packed(new TableEntity(Keys.Partition(key), Keys.Revision(key.Award, 1)) { ["Digest"] = stored.Digest }, stored.Json);
        yield return new TableEntity(Keys.Partition(key), Keys.Results(key.Award)) { ["Revision"] = 1, ["Figures"] = new byte[200] };
        var entry = RecordChain.Of(key).Next(RecordHead.Empty, new Done(now, _program, LargeProgramme.ProviderOf(number), Deed.Submitted, Revision.NameOf(1), null, stored.Digest));
        yield return OutboxRow.ToEntity(new OutboxItem(OutboxItem.NewId(now), OutboxEvent.Submitted, key, OrganisationId.Parse("MR-000001"), ReturnStatus.Submitted, 1, 2, now));
        yield return RecordRow.ToEntity(Keys.Partition(key), Keys.Entry(key.Award, 1), entry);
    }
}
