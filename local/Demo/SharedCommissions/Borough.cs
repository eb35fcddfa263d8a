using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>One of London's 33 local authorities: they are real, and all that is told of them here is invented.</summary>
/// <param name="Id">Of its row in the form.</param>
/// <param name="Code">On the register of local authorities in England.</param>
/// <param name="Area">By its code of the Office for National Statistics; its square keeps what lies beside it in its place, as maps of London in squares do.</param>
/// <param name="People">Thousands who live there, roughly: shares go by it.</param>
internal sealed record Borough(string Id, string Name, string Code, int People, AreaCode Area, Tile Tile, string Council)
{
    public static IReadOnlyList<Borough> All { get; } =
    [
        Of("barking-and-dagenham", "Barking and Dagenham", "BDG", 212, "E09000002", 8, 4),
        Of("barnet", "Barnet", "BNE", 392, "E09000003", 4, 2),
        Of("bexley", "Bexley", "BEX", 247, "E09000004", 8, 5),
        Of("brent", "Brent", "BEN", 331, "E09000005", 3, 3),
        Of("bromley", "Bromley", "BRY", 330, "E09000006", 6, 6),
        Of("camden", "Camden", "CMD", 262, "E09000007", 4, 3),
        Of("city-of-london", "City of London", "LND", 9, "E09000001", 5, 4, "City of London Corporation"),
        Of("croydon", "Croydon", "CRY", 385, "E09000008", 5, 6),
        Of("ealing", "Ealing", "EAL", 342, "E09000009", 2, 3),
        Of("enfield", "Enfield", "ENF", 334, "E09000010", 5, 1),
        Of("greenwich", "Greenwich", "GRE", 286, "E09000011", 7, 5, "Royal Borough of Greenwich"),
        Of("hackney", "Hackney", "HCK", 280, "E09000012", 6, 3),
        Of("hammersmith-and-fulham", "Hammersmith and Fulham", "HMF", 185, "E09000013", 2, 4),
        Of("haringey", "Haringey", "HRY", 270, "E09000014", 5, 2),
        Of("harrow", "Harrow", "HRW", 250, "E09000015", 3, 2),
        Of("havering", "Havering", "HAV", 258, "E09000016", 8, 3),
        Of("hillingdon", "Hillingdon", "HIL", 305, "E09000017", 1, 3),
        Of("hounslow", "Hounslow", "HNS", 271, "E09000018", 1, 4),
        Of("islington", "Islington", "ISL", 239, "E09000019", 5, 3),
        Of("kensington-and-chelsea", "Kensington and Chelsea", "KEC", 156, "E09000020", 3, 4, "Royal Borough of Kensington and Chelsea"),
        Of("kingston-upon-thames", "Kingston upon Thames", "KTT", 176, "E09000021", 3, 6, "Royal Borough of Kingston upon Thames"),
        Of("lambeth", "Lambeth", "LBH", 326, "E09000022", 4, 5),
        Of("lewisham", "Lewisham", "LEW", 304, "E09000023", 6, 5),
        Of("merton", "Merton", "MRT", 206, "E09000024", 4, 6),
        Of("newham", "Newham", "NWM", 352, "E09000025", 7, 4),
        Of("redbridge", "Redbridge", "RDB", 303, "E09000026", 7, 3),
        Of("richmond-upon-thames", "Richmond upon Thames", "RIC", 196, "E09000027", 2, 5),
        Of("southwark", "Southwark", "SWK", 317, "E09000028", 5, 5),
        Of("sutton", "Sutton", "STN", 205, "E09000029", 4, 7),
        Of("tower-hamlets", "Tower Hamlets", "TWH", 318, "E09000030", 6, 4),
        Of("waltham-forest", "Waltham Forest", "WFT", 277, "E09000031", 6, 2),
        Of("wandsworth", "Wandsworth", "WND", 327, "E09000032", 3, 5),
        Of("westminster", "Westminster", "WSM", 255, "E09000033", 4, 4, "Westminster City Council"),
    ];

    public NamedOrganisation Funder { get; } = new(OrganisationId.Parse($"GB-LAE-{Code}"), Council);

    /// <summary>As the programme has it: its own rows count what is done for it.</summary>
    public Area AsArea => new(Area, Name) { Tile = Tile, CountedBy = Funder.Id };

    private static Borough Of(string id, string name, string code, int people, string area, int column, int row, string? council = null) =>
        new(id, name, code, people, AreaCode.Parse(area), new Tile(column, row), council ?? $"London Borough of {name}");
}
