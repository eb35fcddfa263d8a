using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.People;

/// <summary>A member as the organisation's page shows it.</summary>
/// <param name="Name">A person's or client's; null where the person was forgotten.</param>
/// <param name="MayChange">Whether the caller may change or remove it.</param>
public sealed record NamedMember(Member Member, string? Name, bool MayChange);

/// <summary>Reads and changes who is a member of an organisation, and with which roles.</summary>
public sealed class Members(IOrganisationStore organisations, IPeopleStore people, TimeProvider clock)
{
    private const int MostClientCharacters = 200;

    private readonly ChangeOrganisation _change = new(organisations, clock);

    /// <summary>Members with their names; every member may.</summary>
    public async Task<Outcome<PageOf<NamedMember>>> ListAsync(OrganisationId organisation, string? after, int size, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is not { } found)
            return ChangeOrganisation.NotFound;
        var page = await organisations.ListMembersAsync(organisation, after, size, cancellation);
        var names = await Task.WhenAll(page.Items.Select(async member => member.Client?.Name ?? (await people.GetAsync(member.Id, cancellation))?.Name));
        return new PageOf<NamedMember>([.. page.Items.Zip(names, (member, name) => new NamedMember(member, name, MayChange(right, found.Leads, member.Roles)))], page.Continuation);
    }

    /// <summary>Gives a member other roles. Whoever may give all of the old and the new ones may.</summary>
    public async Task<Outcome<FoundOrganisation>> ChangeRolesAsync(OrganisationId organisation, MemberId member, Roles roles, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        return await _change.RunAsync(
            organisation, caller.Id,
            async found =>
            {
                if (!right.MayRead || await organisations.GetMemberAsync(organisation, member, cancellation) is not { } before)
                    return ChangeOrganisation.NotFound;
                if (RoleRules.WhyNot(roles, member) is { } sentence)
                    return new Problem(Catalogue.RolesNotUsable, sentence);
                if (roles == Roles.Supporter && before.Body is null)
                    return new Problem(Catalogue.RolesNotUsable, "Invite a supporter as one, so that it is known which local infrastructure body they are from.");
                if (!MayChange(right, found.Leads, before.Roles) || !MayChange(right, found.Leads, roles))
                    return right.WhyNot(WhoMay);
                return new ChangeOrganisation.Change(Deed.RolesChanged, right.For, member.Value)
                {
                    Put = before with { Roles = roles },
                    RolesBefore = Counted(member, before.Roles),
                    RolesAfter = Counted(member, roles),
                    Before = before.Roles.ToString(),
                    After = roles.ToString(),
                };
            },
            cancellation);
    }

    /// <summary>Removes a member, who has no rights from then on. Everybody may remove themselves, but for the last lead.</summary>
    public async Task<Outcome<FoundOrganisation>> RemoveAsync(OrganisationId organisation, MemberId member, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        // Where to look for their roles stays noted: somebody may be letting them in again at this moment.
        return await _change.RunAsync(
            organisation, caller.Id,
            async found =>
            {
                if (!right.MayRead || await organisations.GetMemberAsync(organisation, member, cancellation) is not { } before)
                    return ChangeOrganisation.NotFound;
                if (member != caller.Id && !MayChange(right, found.Leads, before.Roles))
                    return right.WhyNot(WhoMay);
                return new ChangeOrganisation.Change(Deed.MemberRemoved, right.For, member.Value) { Removed = member, RolesBefore = Counted(member, before.Roles), Before = before.Roles.ToString() };
            },
            cancellation);
    }

    /// <summary>Lets a program call the API for the organisation, like a member; the record names who let it in.</summary>
    public async Task<Outcome<Member>> LetClientInAsync(OrganisationId organisation, GrantedClient client, Roles roles, Caller caller, CancellationToken cancellation)
    {
        if (!IsText(client.Name) || !IsText(client.ClientId) || !Uri.IsWellFormedUriString(client.Issuer, UriKind.Absolute))
            return new Problem(Catalogue.DetailsNotUsable, "Give the program a name, the address of who issues its tokens, and its client id there.");
        var member = MemberId.OfClient(new Identity(client.Issuer, client.ClientId));
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead)
            return ChangeOrganisation.NotFound;
        if (RoleRules.WhyNot(roles, member) is { } sentence)
            return new Problem(Catalogue.RolesNotUsable, sentence);
        await people.AddOrganisationAsync(member, organisation, cancellation);
        Member? put = null;
        var written = await _change.RunAsync(
            organisation, caller.Id,
            async found =>
            {
                var before = await organisations.GetMemberAsync(organisation, member, cancellation);
                if (!MayChange(right, found.Leads, roles | (before?.Roles ?? Roles.None)))
                    return right.WhyNot(WhoMay);
                put = new Member(member, roles, before?.Since ?? clock.GetUtcNow(), caller.Id, Client: client);
                return new ChangeOrganisation.Change(Deed.ClientLetIn, right.For, member.Value) { Put = put, Before = before?.Roles.ToString(), After = roles.ToString() };
            },
            cancellation);
        return written.Problem is { } problem ? problem : put!;
    }

    private const string WhoMay = "A lead of the organisation changes and removes members, each in roles of the lead's own kind.";

    private static bool MayChange(OrganisationRight right, LeadCounts leads, Roles roles) => right.Own != Roles.None && (roles & ~right.MayGive(leads)) == Roles.None;

    private static Roles Counted(MemberId member, Roles roles) => member.IsClient ? Roles.None : roles;

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MostClientCharacters && !text.Any(char.IsControl);
}
