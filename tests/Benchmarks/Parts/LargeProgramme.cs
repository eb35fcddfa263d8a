using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Rows;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Benchmarks.Parts;

/// <summary>A programme with many awards, stored by batches of rows, which is quicker than by the calls that people make.</summary>
internal sealed class LargeProgramme
{
    public static readonly PeriodId Before = Identifier.Parse<PeriodId>("2026-Q1");
    public static readonly PeriodId Now = Identifier.Parse<PeriodId>("2026-Q2");

    private const int RowsInBatch = 100;
    public static readonly OrganisationId Funder = OrganisationId.Parse("GB-LAE-NTT");

    private LargeProgramme(StorageAccount account, ProgrammeId id, FormVersion version)
    {
        (Account, Id, Version) = (account, id, version);
        Content = new LargeContent(account.Blobs.GetBlobContainerClient(StorageNames.LargeContent));
        Programmes = account.Tables.GetTableClient(StorageNames.Programmes);
        Returns = account.Tables.GetTableClient(StorageNames.Returns);
    }

    public StorageAccount Account { get; }

    public ProgrammeId Id { get; }

    public FormVersion Version { get; }

    public LargeContent Content { get; }

    public TableClient Programmes { get; }

    public TableClient Returns { get; }

    /// <summary>Stores the form, the programme and its awards; today lies in its second period.</summary>
    public static async Task<LargeProgramme> CreateAsync(StorageAccount account, string name, int awards)
    {
        var id = Identifier.Parse<ProgrammeId>(name);
        var document = LargeForm.Document(name);
        await new FormStore(account).AddAsync(document, SetUp.Portal, null, default);
        await new ProgrammeStore(account).PutAsync(ProgrammeOf(id), default);
        var programme = new LargeProgramme(account, id, FormVersion.Read(document));
        await programme.WriteAsync(programme.Programmes, Enumerable.Range(1, awards).SelectMany(programme.RowsOfAward));
        return programme;
    }

    public ReturnKey Key(int number, PeriodId? period = null) => new(Id, period ?? Now, AwardOf(number));

    public static AwardId AwardOf(int number) => Identifier.Parse<AwardId>($"award-{number:D6}");

    public static OrganisationId ProviderOf(int number) => OrganisationId.Parse($"MR-{number:D6}");

    /// <summary>Adds or replaces rows of one partition.</summary>
    public async Task WriteAsync(TableClient table, IEnumerable<TableEntity> rows) =>
        await Parallel.ForEachAsync(rows.Chunk(RowsInBatch), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (batch, cancellation) =>
            await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellation));

    /// <summary>Submits everybody's return, each of answers of its own.</summary>
    public async Task FileAllAsync(int awards) => await WriteAsync(Returns, Enumerable.Range(1, awards).SelectMany(RowsOfReturn));

    private IEnumerable<TableEntity> RowsOfAward(int number)
    {
        var award = new Award
        {
            Id = AwardOf(number),
            Programme = Id,
            Provider = new NamedOrganisation(ProviderOf(number), $"A community organisation, number {number}"),
            Project = $"Project {number}",
            Amount = 30_000 + number,
            Start = new(2020, 1, 1),
            End = new(2099, 12, 31),
            Contributions = [new Contribution(Funder, 30_000 + number)],
            Profiles = [.. Enumerable.Range(1, LargeForm.Indicators).SelectMany(indicator => new[] { Before, Now }.Select(period => new Profile(LargeForm.IndicatorOf(indicator), period, 800 + indicator)))],
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(award, StoredJson.Default.Award);
        foreach (var key in new[] { Keys.Award(award.Id), Keys.AwardVersion(award.Id, award.Version) })
            yield return Packed(new TableEntity(Id.Value, key) { ["Version"] = award.Version }, json);
    }

    private IEnumerable<TableEntity> RowsOfReturn(int number)
    {
        var key = Key(number);
        var at = new DateTimeOffset(2026, 7, 10, 12, 0, 0, TimeSpan.Zero).AddSeconds(number);
        var revision = new Revision(key, 1, LargeForm.Answers(Version, number), new bool[Version.Questions.Count], new Signatory("Ann Lee", "Treasurer"), 60 + (number % 90), at);
        var stored = RevisionJson.Write(revision);
        var header = ReturnHeader.NotStarted(key, Version.Number) with
        {
            Status = ReturnStatus.Submitted,
            Change = 2,
            Revision = 1,
            Digest = stored.Digest,
            FirstSubmittedAt = at,
            SubmittedAt = at,
            Minutes = revision.Minutes,
        };
        yield return HeaderRow.ToEntity(header);
        yield return Packed(new TableEntity(Keys.Partition(key), Keys.Revision(key.Award, 1)) { ["Digest"] = stored.Digest }, stored.Json.ToArray());
    }

    /// <summary>A row with its content, which is small here: nothing is awaited.</summary>
    public TableEntity Packed(TableEntity row, ReadOnlyMemory<byte> json)
    {
        Content.PutAsync(row, json, default).GetAwaiter().GetResult();
        return row;
    }

    private static Programme ProgrammeOf(ProgrammeId id)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return new Programme
        {
            Id = id,
            Name = "A large programme",
            LeadFunder = new NamedOrganisation(Funder, "A county council"),
            Form = Identifier.Parse<FormId>(id.Value),
            FormVersions = [new FormPlan(1, Before)],
            Calendar =
            [
                new ReportingPeriod(Before, "The quarter before", today.AddDays(-120), today.AddDays(-31), today.AddDays(-20), today.AddDays(-10), today.AddDays(-5)),
                new ReportingPeriod(Now, "This quarter", today.AddDays(-30), today.AddDays(30), today.AddDays(60), today.AddDays(90), today.AddDays(120)),
            ],
            Indicators = [.. Enumerable.Range(1, LargeForm.Indicators).Select(number => new Indicator(LargeForm.IndicatorOf(number), LargeForm.IndicatorName(number), "people", IndicatorKind.Output, AddsUpAs.Sum))],
        };
    }
}
