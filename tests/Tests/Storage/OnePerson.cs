using MonitoringReturns.Core;
using MonitoringReturns.Core.History;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

/// <summary>The life of one person by core's own use cases: signed in, let in, looking, inviting; and of what keeps them safe.</summary>
internal sealed class OnePerson(StorageAccount account, TimeProvider clock)
{
    public static readonly OrganisationId Body = OrganisationId.Parse("GB-CHC-1044240");

    private readonly OrganisationStore _organisations = new(account);
    private readonly PeopleStore _people = new(account);
    private readonly WorkQueue _queue = new(account);

    public async Task LiveAsync(ReturnKey key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var setUp = new SetUp(_organisations, _people, _queue, clock);
        await setUp.AddAsync(new Organisation { Id = Samples.Charity, Name = "Bow Family Centre", Kind = OrganisationKind.Charity }, cancellation);
        var ann = await _people.SignInAsync(new Identity("https://sign-in.example/", "ann"), "Ann Lee", "ann@example.org", now, cancellation);
        await setUp.LetInAsync(Samples.Charity, ann.Id, Roles.ProviderLead, null, null, cancellation);
        var lead = new Caller(ann.Id, Samples.Charity, new Memberships(_organisations, _people));
        var changed = new Organisation { Id = Samples.Charity, Name = "Bow Family Centre", Kind = OrganisationKind.Charity, Income = IncomeBand.Small };
        Assert.Null((await new OrganisationDetails(_organisations, clock).ChangeAsync(changed, lead, cancellation)).Problem);
        await InviteAsync(lead, cancellation);
        await ShareAsync(key, lead, setUp, cancellation);
        var looks = new LookStore(account);
        await looks.AddAsync(key, new Look(new DateOnly(2026, 7, 3), ann.Id, Samples.Charity, LookKind.Viewed), new Showing([new SectionId("people")], []), cancellation);
        await looks.AddAsync(ReportKey.Of(key.Programme, key.Period), new Dictionary<PeriodId, Showing> { [key.Period] = new([], [new IndicatorId("people-helped")]) }, new Look(new DateOnly(2026, 7, 3), ann.Id, Samples.Charity, LookKind.DownloadedInReport), cancellation);
        await new SessionStore(account, clock).AddAsync("a session", new StoredSession(ann.Id, [1, 2, 3], now, now.AddMinutes(30))
        {
            ActingFor = Samples.Charity.Value,
            Address = "192.0.2.17",
            AddressHeader = "X-Forwarded-For",
            UserAgent = "Mozilla/5.0",
        }, cancellation);
        Assert.Equal(10, await new LimitStore(account).TakeAsync($"person {ann.Id}", now, 10, 300, cancellation));
        await TellAsync(key, ann.Id, cancellation);
        await new KeptPostStore(account).AddAsync(ann.Id, new string('a', 64), [1, 2, 3], now.AddDays(7), cancellation);
        new KeyRingStore(account).Add("key-0f8fad5b-d9cb-469f-a165-70867728950e", "<key/>");
    }

    /// <summary>News that is on its way, and that the person was told.</summary>
    private async Task TellAsync(ReturnKey key, MemberId person, CancellationToken cancellation)
    {
        var news = new News(OutboxItem.NewId(clock.GetUtcNow()), NewsKind.QueryAsked, key.Programme, key.Period, key.Award);
        await _queue.SendAsync(new NotifyPeopleMessage(Samples.Charity, null, clock.GetUtcNow(), news, person), TimeSpan.Zero, cancellation);
        await _people.NoteToldAsync(person, news.Of, clock.GetUtcNow(), cancellation);
        Assert.True(await _people.WasToldAsync(person, news.Of, cancellation));
        await _people.NoteToldAsync(person, OutboxItem.NewId(clock.GetUtcNow()), clock.GetUtcNow().AddYears(1).AddDays(1), cancellation);
        Assert.False(await _people.WasToldAsync(person, news.Of, cancellation));
        await _people.NoteToldAsync(person, news.Of, clock.GetUtcNow(), cancellation);
    }

    /// <summary>The neighbour fills in a section and says that it is done.</summary>
    private async Task ShareAsync(ReturnKey key, Caller lead, SetUp setUp, CancellationToken cancellation)
    {
        var (programmes, returns, periods) = (new ProgrammeStore(account), new ReturnStore(account), new PeriodStore(account));
        var find = new FindReturn(programmes, new FormStore(account), periods, new OpenPeriod(programmes, periods, clock), returns, _organisations);
        var share = new ShareParts(find, _organisations, returns, _organisations, _people, clock);
        Assert.Null((await share.ShareAsync(key, new Dictionary<string, string>(StringComparer.Ordinal) { ["people"] = Body.Value }, lead, cancellation)).Problem);
        await setUp.AddAsync(new Organisation { Id = Body, Name = "A neighbour", Kind = OrganisationKind.CommunityGroup }, cancellation);
        var dan = await _people.SignInAsync(new Identity("https://sign-in.example/", "dan"), "Dan Reed", null, clock.GetUtcNow(), cancellation);
        await setUp.LetInAsync(Body, dan.Id, Roles.Preparer, null, null, cancellation);
        var history = new KeepHistory(programmes, new FormStore(account), periods, returns, _organisations, _organisations, _organisations, clock);
        var winter = new PastPeriod(PastPeriod.IdOf(new(2026, 1, 1)), "January to March 2026", new(2026, 1, 1), new(2026, 3, 31));
        var preparer = new Caller(lead.Id, Samples.Charity, new Memberships(_organisations, _people));
        await setUp.LetInAsync(Samples.Charity, lead.Id, Roles.ProviderLead | Roles.Preparer, null, null, cancellation);
        Assert.Null((await history.PutAsync(
            key.Programme, key.Award, winter, new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { ["people-helped"] = "42"u8.ToArray() }, preparer, cancellation)).Problem);
        Assert.Null((await new GiveFeedback(find, new FeedbackStore(account), clock).GiveAsync(key, Ease.Hard, "Nobody uses the second table.", preparer, cancellation)).Problem);
        Assert.Null((await share.MarkAsync(key, new SectionId("people"), done: true, new Caller(dan.Id, Body, new Memberships(_organisations, _people)), cancellation)).Problem);
    }

    private async Task InviteAsync(Caller lead, CancellationToken cancellation)
    {
        var links = new PlainLinks();
        var invitations = new Invitations(_organisations, _people, links, _queue, clock);
        var sent = await invitations.InviteAsync(Samples.Charity, "bob@example.org", Roles.Supporter, Body, lead, cancellation);
        await new NotifyPeople(_organisations, links, new KeptNotices(), _queue, clock).RunAsync(
            new NotifyPeopleMessage(Samples.Charity, sent.Value!.Id, clock.GetUtcNow()), cancellation);
        var used = await invitations.InviteAsync(Samples.Charity, "cat@example.org", Roles.Supporter, Body, lead, cancellation);
        var cat = await _people.SignInAsync(new Identity("https://sign-in.example/", "cat"), "Cat Hill", null, clock.GetUtcNow(), cancellation);
        var person = new Caller(cat.Id, null, new Memberships(_organisations, _people));
        Assert.Null((await invitations.AcceptAsync(PlainLinks.SecretOf(Samples.Charity, used.Value!.Id), person, cancellation)).Problem);
        var client = new GrantedClient("Our database", "https://sign-in.example/", "our-database");
        Assert.Null((await new Members(_organisations, _people, clock).LetClientInAsync(Samples.Charity, client, Roles.Preparer, lead, cancellation)).Problem);
    }
}

/// <summary>Links that anybody can make.</summary>
internal sealed class PlainLinks : IInvitationLinks
{
    private const string Address = "https://portal.example/invitation/";

    public static string SecretOf(OrganisationId organisation, string invitation) => $"{organisation}~{invitation}";

    public string LinkTo(OrganisationId organisation, string invitation) => Address + SecretOf(organisation, invitation);

    public bool TryRead(string secret, out OrganisationId organisation, out string invitation)
    {
        var parts = secret.Split('~');
        invitation = parts[^1];
        return OrganisationId.TryParse(parts[0], out organisation) && parts.Length == 2;
    }
}

/// <summary>Keeps notices in place of sending them.</summary>
internal sealed class KeptNotices : INotifier
{
    public List<Notice> Sent { get; } = [];

    public Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        Sent.Add(notice);
        return Task.CompletedTask;
    }
}
