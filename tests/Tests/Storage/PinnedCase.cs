using System.Diagnostics;
using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

/// <summary>A clock that shows a moment of the test's choice and runs on from there.</summary>
internal sealed class RunningTime(DateTimeOffset start) : TimeProvider
{
    private readonly Stopwatch _run = Stopwatch.StartNew();
    private DateTimeOffset _start = start;

    /// <summary>Goes on from a later moment.</summary>
    public void Pass(DateTimeOffset to) => _start = to;

    public override DateTimeOffset GetUtcNow() => _start + _run.Elapsed;
}

/// <summary>A programme whose next version waits to be announced, and all who touch the period that may be the first to ask it.</summary>
internal sealed class PinnedCase
{
    public static readonly ReportingPeriod Autumn = new(new PeriodId("autumn"), "Autumn 2026", new(2026, 9, 1), new(2026, 11, 30), new(2026, 12, 21), new(2026, 12, 31), new(2027, 1, 31));

    private static readonly DateTimeOffset May = new(2026, 5, 10, 9, 0, 0, TimeSpan.Zero);

    private readonly StorageAccount _account;

    private PinnedCase(StorageAccount account, ProgrammeId id) => (_account, Id, Programmes) = (account, id, new ProgrammeStore(account));

    public ProgrammeId Id { get; }

    public ProgrammeStore Programmes { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="heavier">The next version asks one question more; else one less.</param>
    public static async Task<PinnedCase> SetUpAsync(StorageAccount account, bool heavier, int weeks = Programme.DefaultNoticeWeeks)
    {
        var test = new PinnedCase(account, new ProgrammeId(Samples.NewId()));
        var programme = Samples.Programme(test.Id.Value) with { Form = new FormId(test.Id.Value), NoticeWeeks = weeks };
        const string more = """, { "id": "carers", "type": "count", "label": "Young carers", "required": true }""";
        await new FormStore(account).AddAsync(Form(test.Id, 1, heavier ? "" : more), Samples.Ann, null, Cancellation);
        await test.Programmes.PutAsync(programme with { Calendar = [programme.Calendar[0], Autumn] }, Cancellation);
        await test.Programmes.PutAwardAsync(Samples.Award(test.Id), Cancellation);
        var document = FormDocument.Read(Form(test.Id, 2, heavier ? more : ""));
        Assert.True(await new DraftStore(account).TrySaveAsync(
            new FormDraft { Programme = test.Id, Number = 1, Base = 1, Edit = 1, By = Samples.Ann, For = programme.LeadFunder.Id, At = May, Made = new FormEdit(1, null, "Began", Samples.Ann, May, document) }, Cancellation));
        return test;
    }

    public Task<Outcome<Announcement>> AnnounceAsync(TimeProvider clock, string? imposedBy = null) => Announcing(clock).RunAsync(
        Id, 1, 1, new WantedAnnouncement(Autumn.Id, ["More people come."], 1, imposedBy, imposedBy is null ? null : "The law changes."), Lead, Cancellation);

    public Task<Outcome<Announcement>> WithdrawAsync(TimeProvider clock) => Announcing(clock).WithdrawAsync(Id, 2, "Nobody needs it.", Lead, Cancellation);

    public async Task<Programme> ReadAsync() => (await new ProgrammeStore(_account).GetAsync(Id, Cancellation))!;

    /// <summary>The version on which somebody finds the period's return; null where it has not opened.</summary>
    /// <param name="read">The programme as they read it before.</param>
    public async Task<int?> VersionForAReturnAsync(TimeProvider clock, Programme read)
    {
        // Each has an instance of the app to itself.
        var periods = new PeriodStore(_account);
        var open = new OpenPeriod(Programmes, periods, clock);
        await open.EnsureAsync(read, Autumn, Cancellation);
        var find = new FindReturn(Programmes, new FormStore(_account), periods, open, new ReturnStore(_account), new OrganisationStore(_account));
        var found = (await find.RunAsync(new ReturnKey(Id, Autumn.Id, new AwardId("award-017")), Samples.Caller(Roles.Preparer), Cancellation)).Value!;
        Assert.Equal(found.Opened?.FormVersion ?? found.Version.Number, found.Version.Number);
        return found.Opened?.FormVersion;
    }

    public async Task<int?> VersionForTheTimerAsync(TimeProvider clock)
    {
        var periods = new PeriodStore(_account);
        await new OpenPeriod(Programmes, periods, clock).EnsureAsync(await ReadAsync(), Autumn, Cancellation);
        return (await periods.GetAsync(Id, Autumn.Id, Cancellation))?.FormVersion;
    }

    /// <summary>As it is stored; null where nobody opened the period.</summary>
    public async Task<int?> PinnedAsync() => (await new PeriodStore(_account).GetNewestAsync(Id, Autumn.Id, Cancellation))?.FormVersion;

    public async Task<bool> NothingHeavierIsRequiredAsync(Announcement announced, Imposition imposed)
    {
        var version = (await new FormStore(_account).GetAsync(announced.Form, announced.Version, Cancellation))!;
        return imposed.OptionalUntil > Autumn.Start && version.Find("carers") is { } carers && !carers.IsRequiredOn(Autumn.Start);
    }

    private static Caller Lead => new(Samples.Ann, Samples.Programme("any").LeadFunder.Id, Samples.Everywhere(Roles.LeadOfficer));

    private AnnounceVersion Announcing(TimeProvider clock)
    {
        var (programmes, forms, notices) = (new ProgrammeStore(_account), new FormStore(_account), new NoticeStore(_account));
        var desk = new FormDesk(programmes, new DraftStore(_account), clock);
        return new AnnounceVersion(desk, new PlanAnnouncement(desk, forms), programmes, programmes, notices, forms, new WorkQueue(_account), clock);
    }

    private static byte[] Form(ProgrammeId form, int version, string more) => Encoding.UTF8.GetBytes(
        $$"""{ "form": "{{form}}", "version": {{version}}, "title": "Quarterly", "sections": [ { "id": "people", "title": "People", "questions": [ { "id": "people-helped", "type": "count", "label": "People helped", "required": true }{{more}} ] } ] }""");
}
