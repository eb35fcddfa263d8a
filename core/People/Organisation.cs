using System.Text.Json.Serialization;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.People;

/// <summary>What an organisation is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrganisationKind>))]
public enum OrganisationKind
{
    Charity,
    /// <summary>On no register.</summary>
    CommunityGroup,
    SocialEnterprise,
    /// <summary>A local infrastructure body, which helps small groups.</summary>
    SupportBody,
    Council,
    HealthBody,
    /// <summary>A grant-making trust or foundation.</summary>
    Foundation,
    OtherPublicBody,
    /// <summary>Who operates the portal.</summary>
    PortalOperator,
}

/// <summary>
/// An organisation's yearly income, in the bands that the UK Civil Society Almanac (NCVO) uses for charities; from £10m on one band.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<IncomeBand>))]
public enum IncomeBand
{
    /// <summary>Under £10,000.</summary>
    Micro,
    /// <summary>£10,000 to £100,000.</summary>
    Small,
    /// <summary>Over £100,000, to £1 million.</summary>
    Medium,
    /// <summary>Over £1 million, to £10 million.</summary>
    Large,
    /// <summary>Over £10 million.</summary>
    Major,
}

/// <summary>Something that an organisation was awarded by who sets a standard, such as a quality mark.</summary>
/// <param name="Number">As its certificate says; null where it has none.</param>
/// <param name="Expires">Its last day; null where it doesn't expire.</param>
public sealed record Accreditation(string Name, string? Number = null, DateOnly? Expires = null)
{
    public bool IsCurrentOn(DateOnly day) => Expires is not { } last || last >= day;
}

/// <summary>An organisation: who it is, told once and seen by all who fund it.</summary>
public sealed record Organisation
{
    /// <summary>The portal's own operator, whose members are its administrators.</summary>
    public static readonly OrganisationId Portal = OrganisationId.Parse("MR-000000");

    public required OrganisationId Id { get; init; }

    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    /// <summary>Null where it has not said.</summary>
    public IncomeBand? Income { get; init; }

    /// <summary>The area that its office is in; null where it has not said.</summary>
    public Area? Area { get; init; }

    public IReadOnlyList<Accreditation> Accreditations { get => field ?? []; init; }
}

/// <summary>An organisation as it was read: what guards the next write, how many lead it, and where its record stands.</summary>
/// <param name="Guard">Null where it is not stored yet.</param>
public sealed record FoundOrganisation(Organisation Organisation, string? Guard, LeadCounts Leads, RecordHead Record);

/// <summary>How many members hold each of the leading roles.</summary>
public readonly record struct LeadCounts(int ProviderLeads, int LeadOfficers, int Administrators)
{
    /// <summary>The counts after a member's roles went from some to others.</summary>
    public LeadCounts After(Roles before, Roles after) => new(
        ProviderLeads + Step(before, after, Roles.ProviderLead), LeadOfficers + Step(before, after, Roles.LeadOfficer), Administrators + Step(before, after, Roles.Administrator));

    /// <summary>The leading roles that nobody holds.</summary>
    public Roles Vacant =>
        (ProviderLeads == 0 ? Roles.ProviderLead : Roles.None) | (LeadOfficers == 0 ? Roles.LeadOfficer : Roles.None) | (Administrators == 0 ? Roles.Administrator : Roles.None);

    private static int Step(Roles before, Roles after, Roles role) => (after.HasAny(role) ? 1 : 0) - (before.HasAny(role) ? 1 : 0);
}
