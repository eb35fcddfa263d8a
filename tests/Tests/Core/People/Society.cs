using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.People;

/// <summary>An organisation of a test's own in real storage, with people in it and the use cases about them.</summary>
internal sealed class Society
{
    private readonly WorkQueue _queue;
    private readonly Dictionary<string, MemberId> _known = new(StringComparer.Ordinal);
    private readonly string _issuer = $"https://{Samples.NewId()}.example/";

    public Society(StorageAccount account)
    {
        (Organisations, People, _queue) = (new OrganisationStore(account), new PeopleStore(account), new WorkQueue(account));
        Memberships = new Memberships(Organisations, People);
        Invitations = new Invitations(Organisations, People, Links, _queue, Clock);
        Members = new Members(Organisations, People, Clock);
        Details = new OrganisationDetails(Organisations, Clock);
        Forget = new ForgetPerson(People, Memberships);
        Verify = new VerifyRecord(new ReturnStore(account), new RecordStore(account), Organisations, new ProgrammeStore(account));
        Notify = new NotifyPeople(Organisations, Links, Notices, _queue, Clock);
    }

    public OrganisationId Id { get; } = Samples.NewProvider();

    public FixedClock Clock { get; } = new(Samples.Morning);

    public PlainLinks Links { get; } = new();

    public KeptNotices Notices { get; } = new();

    public OrganisationStore Organisations { get; }

    public PeopleStore People { get; }

    public Memberships Memberships { get; }

    public Invitations Invitations { get; }

    public Members Members { get; }

    public OrganisationDetails Details { get; }

    public ForgetPerson Forget { get; }

    public VerifyRecord Verify { get; }

    public NotifyPeople Notify { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Somebody who is signed in, for the organisation; with roles, where any are said.</summary>
    public async Task<Caller> AnnounceAsync(string name, Roles roles = Roles.None)
    {
        if (!_known.TryGetValue(name, out var id))
            _known[name] = id = (await People.SignInAsync(new Identity(_issuer, name), name, $"{name}@example.org", Clock.Now, Cancellation)).Id;
        if (roles != Roles.None)
            await new SetUp(Organisations, People, _queue, Clock).LetInAsync(Id, id, roles, null, null, Cancellation);
        return As(id);
    }

    /// <summary>As they would come again, with nothing known of their roles.</summary>
    public Caller As(MemberId member) => new(member, Id, Memberships);

    public async Task<Society> AddedAsync()
    {
        await new SetUp(Organisations, People, _queue, Clock).AddAsync(new Organisation { Id = Id, Name = "Bow Family Centre", Kind = OrganisationKind.Charity }, Cancellation);
        return this;
    }

    /// <summary>An administrator of the portal, who has no other role.</summary>
    public async Task<Caller> AdministratorAsync()
    {
        var admin = await People.SignInAsync(new Identity(_issuer, "admin"), "admin", null, Clock.Now, Cancellation);
        var setUp = new SetUp(Organisations, People, _queue, Clock);
        await setUp.AddAsync(new Organisation { Id = Organisation.Portal, Name = "The portal's operator", Kind = OrganisationKind.PortalOperator }, Cancellation);
        await setUp.LetInAsync(Organisation.Portal, admin.Id, Roles.Administrator, null, null, Cancellation);
        return new Caller(admin.Id, Organisation.Portal, Memberships);
    }

    public Task<Outcome<Invitation>> InviteAsync(Caller by, Roles roles, OrganisationId? body = null) =>
        Invitations.InviteAsync(Id, "bob@example.org", roles, body, by, Cancellation);

    public Task<Outcome<FoundOrganisation>> AcceptAsync(string invitation, Caller person) => Invitations.AcceptAsync(PlainLinks.SecretOf(Id, invitation), person, Cancellation);

    public Task<Roles> RolesAsync(Caller person) => Memberships.RolesAsync(Id, person.Id, Cancellation);

    public async Task AssertSoundAsync() => Assert.Empty((await Verify.OrganisationAsync(Id, Cancellation)).Breaks);
}
