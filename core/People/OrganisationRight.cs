using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.People;

/// <summary>What a caller may do with an organisation itself: its details, members, invitations and record.</summary>
public sealed class OrganisationRight
{
    private OrganisationRight(OrganisationId organisation, Roles own, bool administers)
    {
        Own = own;
        Administers = administers;
        For = own == Roles.None ? Organisation.Portal : organisation;
    }

    /// <summary>The caller's roles in it.</summary>
    public Roles Own { get; }

    /// <summary>Whether the caller operates the portal.</summary>
    public bool Administers { get; }

    /// <summary>The organisation that the caller acts for in this.</summary>
    public OrganisationId For { get; }

    /// <summary>Details, members and record may be read by every member; administrators need them to help.</summary>
    public bool MayRead => Own != Roles.None || Administers;

    public bool MayChangeDetails => Own.HasAny(RoleRules.Leading);

    /// <summary>
    /// The roles that the caller may give and take. An administrator lets the first lead in where there is none, and nobody after that.
    /// </summary>
    public Roles MayGive(LeadCounts leads) => RoleRules.MayGive(Own) | (Administers ? leads.Vacant & (Roles.ProviderLead | Roles.LeadOfficer) : Roles.None);

    public static async Task<OrganisationRight> OfAsync(Caller caller, OrganisationId organisation, CancellationToken cancellation)
    {
        var own = await caller.RolesInAsync(organisation, cancellation);
        var administers = (await caller.RolesInAsync(Organisation.Portal, cancellation)).HasAny(Roles.Administrator);
        return new OrganisationRight(organisation, own, administers);
    }

    /// <summary>Why the caller may not; to outsiders there is no such organisation.</summary>
    public Problem WhyNot(string whoMay) => MayRead ? new Problem(Catalogue.RoleNeeded, whoMay) : ChangeOrganisation.NotFound;
}
