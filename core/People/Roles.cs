namespace MonitoringReturns.Core.People;

/// <summary>What a member may do in an organisation; one member may hold several.</summary>
[Flags]
public enum Roles
{
    None = 0,
    /// <summary>Fills in returns of a provider.</summary>
    Preparer = 1,
    /// <summary>Signs and submits them, after reading.</summary>
    Signatory = 2,
    /// <summary>Looks after a provider's members and details.</summary>
    ProviderLead = 4,
    /// <summary>Reads what a funder may see.</summary>
    FunderReader = 8,
    /// <summary>Works on returns for a funder: accepts, reopens.</summary>
    Officer = 16,
    /// <summary>As an officer, and looks after the funder's members and details.</summary>
    LeadOfficer = 32,
    /// <summary>From a local infrastructure body: fills in a charity's returns where the charity lets it, and never signs.</summary>
    Supporter = 64,
    /// <summary>Operates the portal; sees no answers.</summary>
    Administrator = 128,
}

/// <summary>What follows from roles, once for all.</summary>
public static class RoleRules
{
    public const Roles OfProviders = Roles.Preparer | Roles.Signatory | Roles.ProviderLead | Roles.Supporter;

    public const Roles OfFunders = Roles.FunderReader | Roles.Officer | Roles.LeadOfficer;

    /// <summary>The roles that look after members; an organisation keeps one member at least of each that it has.</summary>
    public const Roles Leading = Roles.ProviderLead | Roles.LeadOfficer | Roles.Administrator;

    /// <summary>Each single role, in the order of <see cref="Roles"/>.</summary>
    public static IReadOnlyList<Roles> All { get; } = [.. Enum.GetValues<Roles>().Where(role => role != Roles.None)];

    public static bool HasAny(this Roles roles, Roles wanted) => (roles & wanted) != Roles.None;

    /// <summary>The roles that somebody with these may give to others and take from them, in the same organisation.</summary>
    public static Roles MayGive(Roles roles) =>
        (roles.HasAny(Roles.ProviderLead) ? OfProviders : Roles.None) | (roles.HasAny(Roles.LeadOfficer) ? OfFunders : Roles.None) | (roles.HasAny(Roles.Administrator) ? Roles.Administrator : Roles.None);

    /// <summary>Why nobody can hold these together in one organisation, as a sentence; null where they can.</summary>
    public static string? WhyNot(Roles roles, MemberId? member = null) =>
        roles == Roles.None ? "Choose at least one role."
        : roles.HasAny(Roles.Supporter) && roles != Roles.Supporter ? "A supporter prepares for the charity and holds no other role in it; above all, a supporter never signs."
        : roles.HasAny(Roles.Administrator) && roles != Roles.Administrator ? "An administrator operates the portal and holds no other role there."
        : member is { IsClient: true } && roles.HasAny(Roles.ProviderLead | Roles.LeadOfficer) ? "A program can't look after members: give it other roles."
        : null;
}
