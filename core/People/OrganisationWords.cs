namespace MonitoringReturns.Core.People;

/// <summary>What organisations are, in words.</summary>
public static class OrganisationWords
{
    /// <summary>What an organisation may be; the portal's operator is set up, never chosen.</summary>
    public static IReadOnlyList<OrganisationKind> Kinds { get; } = [.. Enum.GetValues<OrganisationKind>().Where(kind => kind != OrganisationKind.PortalOperator)];

    public static IReadOnlyList<IncomeBand> Bands { get; } = [.. Enum.GetValues<IncomeBand>()];

    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Charity => "Charity",
        OrganisationKind.CommunityGroup => "Community group on no register",
        OrganisationKind.SocialEnterprise => "Social enterprise",
        OrganisationKind.SupportBody => "Local infrastructure body",
        OrganisationKind.Council => "Council",
        OrganisationKind.HealthBody => "Health body",
        OrganisationKind.Foundation => "Trust or foundation",
        OrganisationKind.OtherPublicBody => "Other public body",
        _ => "Operator of this portal",
    };

    public static string Of(IncomeBand band) => band switch
    {
        IncomeBand.Micro => "Under £10,000",
        IncomeBand.Small => "£10,000 to £100,000",
        IncomeBand.Medium => "Over £100,000, to £1 million",
        IncomeBand.Large => "Over £1 million, to £10 million",
        _ => "Over £10 million",
    };
}
