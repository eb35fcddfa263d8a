namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>
/// The twenty-four charities, three of each focus. All are invented: no name, number or person here is meant to be a real one, and the
/// numbers lie where the registers have not arrived.
/// </summary>
internal static class Charities
{
    public static IReadOnlyList<Charity> All { get; } =
    [
        new(1, "Skelder Valley Food Bank", "GB-CHC-9300118", null, Focus.FoodBank, 612_000m, 6.4m, "Maureen Thackwray", "Manager", "Geoffrey Illingsby", "Treasurer"),
        new(2, "Tannery Street Pantry", "GB-CHC-9300223", "Pantry and parcels", Focus.FoodBank, 174_000m, 7.1m, "Tunde Balogun-Firth", "Co-ordinator", "Alison Murgatt", "Treasurer"),
        new(3, "Beckfoot Lane Kitchen", "MR-000304", null, Focus.FoodBank, 58_000m, 3.2m, "Winifred Scaife", "Volunteer", "Father Dominic Oakroyd", "Treasurer"),
        new(4, "Warm Rooms Skelderby", "GB-CHC-9300447", "Meters and bills", Focus.Energy, 486_000m, 7.8m, "Craig Hebblewhite", "Operations manager", "Parveen Sadiq-Moor", "Finance manager"),
        new(5, "Kiln Hill Energy Desk", "GB-CHC-9300551", null, Focus.Energy, 228_000m, 8.3m, "Łucja Brzozowska", "Adviser", "Martin Ogley", "Treasurer"),
        new(6, "Turn the Meter", "GB-CHC-9300668", null, Focus.Energy, 694_000m, 5.9m, "Hannah Threlkeld-Bose", "Programme manager", "Simon Arkwell", "Director of finance"),
        new(7, "Upper Garth Family Centre", "GB-CHC-9300772", null, Focus.Families, 262_000m, 10.4m, "Zoë Lumby", "Centre manager", "Patrick Nwosu-Hale", "Finance officer"),
        new(8, "Ravel Street Young Families", "GB-CHC-9300889", "Holiday hampers", Focus.Families, 118_000m, 6.6m, "Dawn Pickersall", "Co-ordinator", "Ibrahim Yusuf-Croft", "Treasurer"),
        new(9, "Dalewood School Gates", "GB-CHC-9300994", null, Focus.Families, 346_000m, 4.8m, "Rebecca Stainmoor", "Manager", "Neil Fotherby", "Business manager"),
        new(10, "Evergreen Skelderby", "GB-CHC-9301105", "Winter warmth", Focus.OlderPeople, 402_000m, 7.4m, "Pauline Gantry", "Services manager", "Rajesh Kotecha-Lund", "Head of finance"),
        new(11, "Low Moor Visiting Circle", "GB-CHC-9301217", null, Focus.OlderPeople, 84_000m, 5.1m, "Brenda Askwith", "Secretary", "Leonard Swale", "Treasurer"),
        new(12, "Friends of Garth Almshouses", "GB-CHC-9301322", null, Focus.OlderPeople, 136_000m, 8.8m, "Judith Pellow-Crane", "Warden", "Harold Binns-Akers", "Treasurer"),
        new(13, "Second Sofa", "GB-COH-99005213", "Beds and cookers", Focus.Furniture, 318_000m, 8.6m, "Gavin Rudderham", "Director", "Charlotte Eskdale-Roy", "Company secretary"),
        new(14, "Crate and Kettle", "GB-CHC-9301546", "Starter packs", Focus.Furniture, 152_000m, 7.7m, "Nia Cadwalader", "Manager", "Stephen Horncastle-Day", "Treasurer"),
        new(15, "Skelderby Reuse Yard", "GB-CHC-9301653", null, Focus.Furniture, 274_000m, 8.1m, "Oluwaseun Peel", "Yard manager", "Frances Tindle", "Finance manager"),
        new(16, "Keyhole Housing Aid", "GB-CHC-9301761", null, Focus.Housing, 538_000m, 10.9m, "Sophie Marchbank-Iyer", "Casework manager", "Duncan Rae-Whitfield", "Director of finance"),
        new(17, "Eastgate Tenants’ Voice", "GB-CHC-9301874", null, Focus.Housing, 192_000m, 9.0m, "Colm Fairbrass", "Co-ordinator", "Yvonne Dacre", "Treasurer") { LeftOn = new DateOnly(2023, 9, 8) },
        new(18, "Harbour Row Lodgings", "GB-CHC-9301985", "Rent and deposits", Focus.Housing, 226_000m, 6.9m, "Agnieszka Wróbel-Tate", "Manager", "Roland Pinchbeck", "Finance officer"),
        new(19, "Millrace Hub", "GB-CHC-9302096", null, Focus.Community, 384_000m, 7.6m, "Jermaine Ottershaw", "Hub manager", "Catherine Blaymire", "Finance manager"),
        new(20, "Ingle Terrace Neighbours", "GB-CHC-9302104", null, Focus.Community, 96_000m, 4.4m, "Shirley Wadlow", "Chair", "Amarjit Gill-Roper", "Treasurer"),
        new(21, "Noor Street Welcome House", "GB-CHC-9302219", "Open door fund", Focus.Community, 208_000m, 6.2m, "Farzana Ahmadi-Booth", "Manager", "Peter Lathom-Grey", "Treasurer"),
        new(22, "Skelder Carers’ Corner", "GB-CHC-9302327", null, Focus.Disability, 142_000m, 7.0m, "Lesley Brackenbury", "Manager", "Omar Haddad-Finch", "Treasurer"),
        new(23, "Open Latch Disability Network", "GB-CHC-9302431", null, Focus.Disability, 298_000m, 10.2m, "Thomas Quarmby-Osei", "Network lead", "Elaine Sturgess-Vale", "Head of finance"),
        new(24, "Blue Heron Support", "GB-CHC-9302548", "Everyday costs", Focus.Disability, 166_000m, 8.0m, "Ffion Maddocks-Ray", "Co-ordinator", "Graham Yelland", "Treasurer"),
    ];
}
