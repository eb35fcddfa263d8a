using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Small records to store; only what a test is about stands in the test.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Morning = new(2026, 7, 3, 9, 30, 0, TimeSpan.Zero);
    public static readonly PeriodId Spring = new("2026-q1");
    public static readonly PeriodId Summer = new("2026-q2");
    public static readonly OrganisationId Charity = OrganisationId.Parse("GB-CHC-1044239");

    public static readonly MemberId Ann = MemberId.Of("p-0f8fad5bd9cb469fa16570867728950e");

    private static readonly NamedOrganisation Council = new(OrganisationId.Parse("GB-LAE-TWH"), "Tower Hamlets Council");

    /// <summary>An id that no other test has; 33 characters.</summary>
    public static string NewId() => $"t{Guid.NewGuid():N}";

    public static OrganisationId NewProvider() => OrganisationId.Parse($"GB-CHC-{Random.Shared.Next(1_000_000, 10_000_000)}-{Random.Shared.Next(1, 10_000)}");

    public static Programme Programme(string id, string name = "Families first") => new()
    {
        Id = new ProgrammeId(id),
        Name = name,
        LeadFunder = Council,
        Form = new FormId("quarterly"),
        FormVersions = [new FormPlan(1, Spring)],
        Calendar = [new ReportingPeriod(Spring, "Spring 2026", new(2026, 4, 1), new(2026, 6, 30), new(2026, 7, 21), new(2026, 7, 31), new(2026, 8, 31))],
        Indicators = [new Indicator(new IndicatorId("people-helped"), "People helped", "people", IndicatorKind.Output, AddsUpAs.Sum)],
    };

    public static Award Award(ProgrammeId programme, string id = "award-017", string project = "Homework club") => new()
    {
        Id = new AwardId(id),
        Programme = programme,
        Provider = new NamedOrganisation(Charity, "Bow Family Centre"),
        Project = project,
        Amount = 24_999.99m,
        Start = new DateOnly(2026, 4, 1),
        End = new DateOnly(2027, 3, 31),
        Contributions = [new Contribution(Council.Id, 24_999.99m)],
        Profiles = [new Profile(new IndicatorId("people-helped"), Spring, 40)],
    };

    public static ReturnKey Return(string award = "award-017") => new(new ProgrammeId(NewId()), Spring, new AwardId(award));

    public static ReturnHeader Header(ReturnKey key, long change = 1) => new(key, ReturnStatus.Draft, change, FormVersion: 3, Revision: 0, DraftDiffers: true);

    public static DraftSection Section(string id, string? guard = null, int version = 1, string value = "42", string? comment = null) =>
        new(id, new Dictionary<string, DraftAnswer>(StringComparer.Ordinal) { ["people-helped"] = new(version, Encoding.UTF8.GetBytes(value), comment) }, guard);

    public static OutboxItem Item(ReturnHeader header, DateTimeOffset at, OutboxEvent happened = OutboxEvent.DraftStarted) =>
        new(OutboxItem.NewId(at), happened, header.Key, Charity, header.Status, header.Revision, header.Change, at);

    public static DraftWrite Save(ReturnHeader header, string? guard, params DraftSection[] sections) => new(header, guard, sections, Item(header, Morning), Entry: null);

    /// <summary>A submission of the next revision.</summary>
    public static SubmissionWrite Submission(ReturnHeader before, string? guard, byte[]? json = null, decimal figure = 42)
    {
        json ??= """{"answers":{"people-helped":42}}"""u8.ToArray();
        var stored = new StoredRevision(before.Key, before.Revision + 1, RevisionJson.DigestOf(json), json);
        var entry = Entry(before, Deed.Submitted, before.Digest, stored.Digest);
        var header = before with
        {
            Status = ReturnStatus.Submitted,
            Change = before.Change + 1,
            Revision = stored.Number,
            DraftDiffers = false,
            Digest = stored.Digest,
            FirstSubmittedAt = Morning,
            SubmittedAt = Morning,
            Minutes = 55,
            SubmissionKey = "key",
            SubmissionBody = "body",
            Record = RecordChain.HeadAfter(entry),
        };
        var results = new Results(stored.Number, new Dictionary<IndicatorId, decimal> { [new IndicatorId("people-helped")] = figure });
        return new SubmissionWrite(header, guard, stored, results, Item(header, Morning, OutboxEvent.Submitted), entry);
    }

    /// <summary>What follows the header in the return's record.</summary>
    public static RecordEntry Entry(ReturnHeader header, Deed deed, string? before = null, string? after = null) =>
        RecordChain.Of(header.Key).Next(header.Record, new Done(Morning, Ann, Charity, deed, null, before, after));

    /// <summary>Somebody with these roles in every organisation.</summary>
    public static Caller Caller(Roles roles) => new(Ann, null, Everywhere(roles));

    /// <summary>Gives everybody these roles in every organisation.</summary>
    public static IMemberships Everywhere(Roles roles) => new SameRolesEverywhere(roles);

    /// <summary>Bytes that packing makes no smaller, and larger by a handful only: it takes eight bits for each below 144, nine for others.</summary>
    public static byte[] Incompressible(int length) => Array.ConvertAll(RandomNumberGenerator.GetBytes(length), value => (byte)(value % 144));

    /// <summary>A record as text, for comparing records that hold lists.</summary>
    public static string Text<T>(T record) => JsonSerializer.Serialize(record);

    public static async Task<List<TableEntity>> RowsAsync(StorageAccount account, string table, string partition)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        return await account.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter).ToListAsync();
    }

    /// <summary>Stores a stored row again under other row keys: a quick way to many.</summary>
    public static async Task CopyAsync(StorageAccount account, string table, TableEntity row, IEnumerable<string> rowKeys)
    {
        foreach (var some in rowKeys.Chunk(100))
            await account.Tables.GetTableClient(table).SubmitTransactionAsync(
                some.Select(key => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(row) { RowKey = key, ETag = default, Timestamp = null })));
    }

    private sealed class SameRolesEverywhere(Roles roles) : IMemberships
    {
        public Task<Roles> RolesAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) => Task.FromResult(roles);

        public Task<OrganisationId?> BodyAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) => Task.FromResult<OrganisationId?>(null);

        public Task<IReadOnlyCollection<OrganisationId>> OrganisationsOfAsync(MemberId member, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyCollection<OrganisationId>>([Charity]);
    }
}
