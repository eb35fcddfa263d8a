using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.People;

/// <summary>A member as the organisation's page shows it.</summary>
/// <param name="Name">A person's or client's; null where the person was forgotten, and to who belongs to another organisation.</param>
/// <param name="MayChange">Whether the caller may change or remove it.</param>
public sealed record NamedMember(Member Member, string? Name, bool MayChange);

/// <summary>A member as who changes it sees it.</summary>
/// <param name="MayHold">The roles that the caller may give it.</param>
/// <param name="IsCaller">They look at themselves.</param>
public sealed record MemberAtWork(Organisation Organisation, NamedMember Member, Roles MayHold, bool IsCaller);

/// <summary>The roles that a caller may give in an organisation; one at least.</summary>
public sealed record RolesToGive(Organisation Organisation, Roles MayGive);

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
        var names = await Task.WhenAll(page.Items.Select(member => NameAsync(member, right, cancellation)));
        return new PageOf<NamedMember>([.. page.Items.Zip(names, (member, name) => new NamedMember(member, name, MayChange(right, found.Leads, member.Roles)))], page.Continuation);
    }

    /// <summary>One member, for whoever may change it, and for itself.</summary>
    public async Task<Outcome<MemberAtWork>> GetAsync(OrganisationId organisation, MemberId member, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is not { } found
            || await organisations.GetMemberAsync(organisation, member, cancellation) is not { } there)
            return ChangeOrganisation.NotFound;
        var mayChange = MayChange(right, found.Leads, there.Roles);
        if (!mayChange && member != caller.Id)
            return right.WhyNot(WhoMay);
        var mayHold = mayChange ? right.MayGive(found.Leads) & ~NeverOf(there) : Roles.None;
        return new MemberAtWork(found.Organisation, new NamedMember(there, await NameAsync(there, right, cancellation), mayChange), mayHold, member == caller.Id);
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
        if (FindingsAbout(client) is { Count: > 0 } findings)
            return new Problem(Catalogue.DetailsNotUsable, "Give the program a name, the address of who issues its tokens, and its client id there.") { Findings = findings };
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

    /// <summary>The roles that the caller may give to a program, where there are any.</summary>
    public async Task<Outcome<RolesToGive>> ToLetClientInAsync(OrganisationId organisation, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayRead || await organisations.GetAsync(organisation, cancellation) is not { } found)
            return ChangeOrganisation.NotFound;
        var mayGive = right.Own == Roles.None ? Roles.None : right.MayGive(found.Leads) & ~(RoleRules.Leading | Roles.Supporter);
        return mayGive == Roles.None ? right.WhyNot("A lead of the organisation lets programs in.") : new RolesToGive(found.Organisation, mayGive);
    }

    private const string WhoMay = "A lead of the organisation changes and removes members, each in roles of the lead's own kind.";

    private static bool MayChange(OrganisationRight right, LeadCounts leads, Roles roles) => right.Own != Roles.None && (roles & ~right.MayGive(leads)) == Roles.None;

    /// <summary>Supporters are invited as such; programs lead nothing.</summary>
    private static Roles NeverOf(Member member) => (member.Body is null ? Roles.Supporter : Roles.None) | (member.Id.IsClient ? RoleRules.Leading : Roles.None);

    private async Task<string?> NameAsync(Member member, OrganisationRight right, CancellationToken cancellation) =>
        right.Own == Roles.None ? null : member.Client?.Name ?? (await people.GetAsync(member.Id, cancellation))?.Name;

    private static Roles Counted(MemberId member, Roles roles) => member.IsClient ? Roles.None : roles;

    private static List<Finding> FindingsAbout(GrantedClient client)
    {
        var findings = new List<Finding>();
        if (!IsText(client.Name))
            findings.Add(new Finding(Catalogue.TextNotUsable, FindingKind.Refused, "name", $"Enter what you call the program, in {MostClientCharacters} characters or fewer."));
        if (!Uri.IsWellFormedUriString(client.Issuer, UriKind.Absolute))
            findings.Add(new Finding(Catalogue.TextNotUsable, FindingKind.Refused, "issuer", "Give the address of who issues the program's tokens."));
        if (!IsText(client.ClientId))
            findings.Add(new Finding(Catalogue.TextNotUsable, FindingKind.Refused, "client", "Enter the program's client id, as it is registered with who issues its tokens."));
        return findings;
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MostClientCharacters && !text.Any(char.IsControl);
}
