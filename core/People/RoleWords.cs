namespace MonitoringReturns.Core.People;

/// <summary>Roles in words.</summary>
public static class RoleWords
{
    /// <summary>One role or several, such as “preparer, signatory”.</summary>
    public static string Of(Roles roles) => string.Join(", ", RoleRules.All.Where(role => roles.HasAny(role)).Select(OfOne));

    /// <summary>What a role is for, in a sentence.</summary>
    public static string Meaning(Roles role) => role switch
    {
        Roles.Preparer => "Fills in the organisation's returns.",
        Roles.Signatory => "Reads, signs and submits returns, or sends them back.",
        Roles.ProviderLead => "Looks after the organisation's details, members and invitations.",
        Roles.FunderReader => "Reads submitted returns and reports, as far as the funder may see them.",
        Roles.Officer => "Reads, accepts and reopens returns.",
        Roles.LeadOfficer => "As an officer, and looks after the funder's details, members and invitations.",
        Roles.Supporter => "From a local infrastructure body: fills in the returns with the organisation, never signs.",
        Roles.Administrator => "Operates the portal and sees no answers.",
        _ => "",
    };

    private static string OfOne(Roles role) => role switch
    {
        Roles.Preparer => "preparer",
        Roles.Signatory => "signatory",
        Roles.ProviderLead => "lead",
        Roles.FunderReader => "reader",
        Roles.Officer => "officer",
        Roles.LeadOfficer => "lead officer",
        Roles.Supporter => "supporter",
        _ => "administrator",
    };
}
