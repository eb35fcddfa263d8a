using System.Buffers;
using System.Text.Json;
using Azure;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Benchmarks.Submit;

/// <summary>
/// Awards whose drafts are complete and not submitted. They are few and made so again after each round, because the emulator looks through
/// all rows of a table for a query, which would make storage slower with every submission.
/// </summary>
internal sealed class FilledDrafts
{
    private readonly LargeProgramme _programme;
    private readonly List<TableEntity> _rows;

    private FilledDrafts(LargeProgramme programme, int awards)
    {
        _programme = programme;
        Awards = awards;
        _rows = [.. Enumerable.Range(1, awards).SelectMany(RowsOfDraft)];
    }

    public LargeProgramme Programme => _programme;

    public int Awards { get; }

    public static async Task<FilledDrafts> CreateAsync(StorageAccount account, string name, int awards)
    {
        var programme = await LargeProgramme.CreateAsync(account, name, awards);
        var periods = new PeriodStore(account);
        foreach (var (period, before) in new[] { (LargeProgramme.Before, (Core.PeriodId?)null), (LargeProgramme.Now, LargeProgramme.Before) })
            await periods.OpenAsync(new OpenedPeriod(programme.Id, period, 1, before, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(90)), default);
        var drafts = new FilledDrafts(programme, awards);
        await programme.WriteAsync(programme.Returns, Enumerable.Range(1, awards).Select(drafts.ResultsBefore));
        return drafts;
    }

    /// <summary>Takes away what submissions wrote and puts the drafts back.</summary>
    public async Task ResetAsync()
    {
        var written = new List<TableEntity>();
        foreach (var prefix in new[] { "e|", "o|", "r|", "x|" })
            await foreach (var row in _programme.Returns.RangeAsync(Keys.Partition(_programme.Id, LargeProgramme.Now), prefix, Keys.After(prefix), default))
                written.Add(row);
        foreach (var batch in written.Chunk(100))
            await _programme.Returns.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)));
        await _programme.Account.Queues.GetQueueClient(StorageNames.ApplyProjections).ClearMessagesAsync();
        await _programme.WriteAsync(_programme.Returns, _rows);
    }

    private IEnumerable<TableEntity> RowsOfDraft(int number)
    {
        var key = _programme.Key(number);
        yield return HeaderRow.ToEntity(ReturnHeader.NotStarted(key, 1) with { Status = ReturnStatus.Draft, Change = 1, DraftDiffers = true });
        var answers = LargeForm.Answers(_programme.Version, number);
        foreach (var section in _programme.Version.Sections)
        {
            var drafts = new Dictionary<string, DraftAnswer>(StringComparer.Ordinal);
            foreach (var question in section.Questions)
            {
                var bytes = new ArrayBufferWriter<byte>();
                using (var json = new Utf8JsonWriter(bytes))
                    question.Write(json, answers[question]!);
                drafts[question.Id.Value] = new DraftAnswer(1, bytes.WrittenMemory, null);
            }
            yield return _programme.Packed(
                new TableEntity(Keys.Partition(key), Keys.Draft(key.Award, section.Id.Value)), DraftRow.ToJson(new DraftSection(section.Id.Value, drafts, null)));
        }
    }

    private TableEntity ResultsBefore(int number)
    {
        var key = _programme.Key(number, LargeProgramme.Before);
        var figures = Enumerable.Range(1, LargeForm.Indicators).ToDictionary(LargeForm.IndicatorOf, indicator => 700m + indicator);
        return new TableEntity(Keys.Partition(key), Keys.Results(key.Award))
        {
            ["Revision"] = 1,
            ["Figures"] = JsonSerializer.SerializeToUtf8Bytes(figures, StoredJson.Default.IReadOnlyDictionaryIndicatorIdDecimal),
        };
    }
}
