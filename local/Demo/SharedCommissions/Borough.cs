using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>One of London's 33 local authorities: they are real, and all that is told of them here is invented.</summary>
/// <param name="Id">Of its row in the form.</param>
/// <param name="Code">On the register of local authorities in England.</param>
/// <param name="People">Thousands who live there, roughly: shares go by it.</param>
internal sealed record Borough(string Id, string Name, string Code, int People, string Council)
{
    public static IReadOnlyList<Borough> All { get; } =
    [
        Of("barking-and-dagenham", "Barking and Dagenham", "BDG", 212),
        Of("barnet", "Barnet", "BNE", 392),
        Of("bexley", "Bexley", "BEX", 247),
        Of("brent", "Brent", "BEN", 331),
        Of("bromley", "Bromley", "BRY", 330),
        Of("camden", "Camden", "CMD", 262),
        Of("city-of-london", "City of London", "LND", 9, "City of London Corporation"),
        Of("croydon", "Croydon", "CRY", 385),
        Of("ealing", "Ealing", "EAL", 342),
        Of("enfield", "Enfield", "ENF", 334),
        Of("greenwich", "Greenwich", "GRE", 286, "Royal Borough of Greenwich"),
        Of("hackney", "Hackney", "HCK", 280),
        Of("hammersmith-and-fulham", "Hammersmith and Fulham", "HMF", 185),
        Of("haringey", "Haringey", "HRY", 270),
        Of("harrow", "Harrow", "HRW", 250),
        Of("havering", "Havering", "HAV", 258),
        Of("hillingdon", "Hillingdon", "HIL", 305),
        Of("hounslow", "Hounslow", "HNS", 271),
        Of("islington", "Islington", "ISL", 239),
        Of("kensington-and-chelsea", "Kensington and Chelsea", "KEC", 156, "Royal Borough of Kensington and Chelsea"),
        Of("kingston-upon-thames", "Kingston upon Thames", "KTT", 176, "Royal Borough of Kingston upon Thames"),
        Of("lambeth", "Lambeth", "LBH", 326),
        Of("lewisham", "Lewisham", "LEW", 304),
        Of("merton", "Merton", "MRT", 206),
        Of("newham", "Newham", "NWM", 352),
        Of("redbridge", "Redbridge", "RDB", 303),
        Of("richmond-upon-thames", "Richmond upon Thames", "RIC", 196),
        Of("southwark", "Southwark", "SWK", 317),
        Of("sutton", "Sutton", "STN", 205),
        Of("tower-hamlets", "Tower Hamlets", "TWH", 318),
        Of("waltham-forest", "Waltham Forest", "WFT", 277),
        Of("wandsworth", "Wandsworth", "WND", 327),
        Of("westminster", "Westminster", "WSM", 255, "Westminster City Council"),
    ];

    public NamedOrganisation Funder { get; } = new(OrganisationId.Parse($"GB-LAE-{Code}"), Council);

    private static Borough Of(string id, string name, string code, int people, string? council = null) =>
        new(id, name, code, people, council ?? $"London Borough of {name}");
}
