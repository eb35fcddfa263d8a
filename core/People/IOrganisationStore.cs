using MonitoringReturns.Core.History;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.People;

/// <summary>An organisation in the list of all.</summary>
public sealed record OrganisationSummary(OrganisationId Id, string Name, OrganisationKind Kind);

/// <summary>A change of an organisation, its members or invitations: all of it is written, with its entry in the record, or nothing.</summary>
/// <param name="Found">As it was read; its guard guards the write.</param>
/// <param name="Organisation">As it shall be.</param>
public sealed record OrganisationWrite(FoundOrganisation Found, Organisation Organisation, LeadCounts Leads, RecordEntry Entry)
{
    public Member? Put { get; init; }

    public MemberId? Removed { get; init; }

    public Invitation? Invitation { get; init; }

    /// <summary>Which partner fills in what of an award's returns.</summary>
    public ConsortiumParts? Parts { get; init; }

    /// <summary>A past return that was entered, or replaced.</summary>
    public PastReturn? PutPast { get; init; }

    public PastReturn? RemovedPast { get; init; }
}

/// <summary>Keeps organisations, their members and invitations, and the record of each. The truth on who may act for it.</summary>
public interface IOrganisationStore
{
    Task<FoundOrganisation?> GetAsync(OrganisationId id, CancellationToken cancellation);

    /// <summary>A page of all, by id.</summary>
    /// <param name="after">The id that the page before ended with; null for the first page.</param>
    Task<PageOf<OrganisationSummary>> ListAsync(string? after, int size, CancellationToken cancellation);

    /// <summary>Organisations that have a word in their name that begins like this, as <see cref="NameWords"/> writes it; at most some hundreds.</summary>
    Task<OrganisationsOfName> FindByWordAsync(string beginning, CancellationToken cancellation);

    /// <returns>False, with nothing written, where the organisation is no longer as it was read.</returns>
    Task<bool> TryWriteAsync(OrganisationWrite write, CancellationToken cancellation);

    Task<Member?> GetMemberAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation);

    /// <param name="after">The member that the page before ended with; null for the first page.</param>
    Task<PageOf<Member>> ListMembersAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation);

    Task<Invitation?> GetInvitationAsync(OrganisationId organisation, string invitation, CancellationToken cancellation);

    /// <summary>The newest first.</summary>
    /// <param name="after">The invitation that the page before ended with; null for the first page.</param>
    Task<PageOf<Invitation>> ListInvitationsAsync(OrganisationId organisation, string? after, int size, CancellationToken cancellation);

    /// <summary>Notes that an invitation's link was sent; nothing where it is not open any more.</summary>
    Task MarkSentAsync(OrganisationId organisation, string invitation, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>Keeps people: who they are at their sign-in provider, their names, and where they may be members. The only place with names.</summary>
public interface IPeopleStore
{
    /// <summary>The person of an identity, added where they are new, with the name and address that the provider says now.</summary>
    Task<Person> SignInAsync(Identity identity, string name, string? email, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Null where there is no such person, or they were forgotten.</summary>
    Task<Person?> GetAsync(MemberId person, CancellationToken cancellation);

    /// <summary>Notes that a member may have roles in an organisation, before it has any.</summary>
    Task AddOrganisationAsync(MemberId member, OrganisationId organisation, CancellationToken cancellation);

    Task RemoveOrganisationAsync(MemberId member, OrganisationId organisation, CancellationToken cancellation);

    Task<IReadOnlyCollection<OrganisationId>> OrganisationsOfAsync(MemberId member, CancellationToken cancellation);

    /// <summary>Whether a person was told some news.</summary>
    /// <param name="of">The outbox item that it follows from.</param>
    Task<bool> WasToldAsync(MemberId person, string of, CancellationToken cancellation);

    /// <summary>Notes that a person was told; what is a year old is cleared away.</summary>
    Task NoteToldAsync(MemberId person, string of, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Removes a person's identity, name and address; signing in again makes them somebody new.</summary>
    Task ForgetAsync(MemberId person, CancellationToken cancellation);
}
