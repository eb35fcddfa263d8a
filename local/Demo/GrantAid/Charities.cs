namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>
/// The thirty groups. All are invented: no name, number or person here is meant to be a real one, and the numbers lie where the registers
/// have not arrived.
/// </summary>
internal static class Charities
{
    public static IReadOnlyList<Charity> All { get; } = Ranked(
    [
        new(1, "Leen Hollow Youth Project", "GB-CHC-9100107", "Friday Nights", Theme.Youth, "ashfield", 49_000m, 130, 74, 14, 1.4m, "age-0-15", ["confidence", "learning", "belonging"], "Karen Oldroyd", "Manager") { OtherAges = "Some are 16 and 17; they help to run the evenings." },
        new(2, "Sutton Wells Good Neighbours", "GB-CHC-9100231", null, Theme.OlderPeople, "ashfield", 9_100m, 64, 46, 22, 0m, "age-over-65", ["company", "at-home"], "Derek Palfreyman", "Treasurer"),
        new(3, "Idle Water Lifts", "GB-CHC-9100344", "Hospital and surgery runs", Theme.Transport, "bassetlaw", 38_500m, 210, 640, 31, 0.8m, "age-over-65", ["appointments", "out-and-about"], "Moira Fearn", "Co-ordinator") { OtherDistricts = ["newark-and-sherwood"] },
        new(4, "North Clay Villages Sports Club", "GB-CHC-9100462", "Walking football and netball", Theme.Sport, "bassetlaw", 14_000m, 96, 88, 12, 0.2m, "age-36-50", ["active"], "Tom Ashmore", "Secretary") { OtherAges = "A Saturday morning for over-60s" },
        new(5, "Erewash Brook Advice Desk", "GB-CHC-9100578", null, Theme.Advice, "broxtowe", 42_000m, 260, 150, 11, 1.6m, "age-36-50", ["better-off", "housing"], "Shazia Mirza-Bell", "Manager"),
        new(6, "Bramley Lane Over Sixties", "MR-000112", null, Theme.OlderPeople, "broxtowe", 2_450m, 38, 24, 6, 0m, "age-over-65", ["company"], "Pat Holloway", "Secretary"),
        new(7, "Carrwood Friendship Circle", "GB-CHC-9100683", "@home club", Theme.OlderPeople, "gedling", 17_500m, 82, 98, 19, 0.4m, "age-over-65", ["company", "at-home"], "Barbara Nunn", "Chair"),
        new(8, "Mapper Hill Minds", "GB-CHC-9100795", "Tuesday and Thursday groups", Theme.MentalHealth, "gedling", 63_000m, 118, 132, 9, 1.8m, "age-26-35", ["calmer", "confidence", "work"], "Joel Adeyemi", "Manager") { CoFunded = 40 },
        new(9, "Plains Parish Players", "MR-000127", null, Theme.Arts, "gedling", 2_100m, 34, 22, 16, 0m, "all-ages", ["belonging"], "Hilary Crowe", "Treasurer"),
        new(10, "Ladder Street Boxing and Fitness", "GB-CHC-9100811", null, Theme.Sport, "mansfield", 31_500m, 174, 190, 15, 0.9m, "age-16-25", ["active", "confidence"], "Curtis Redfearn", "Head coach"),
        new(11, "Four Seams Advice Centre", "GB-CHC-9100926", "Debt and benefits", Theme.Advice, "mansfield", 98_000m, 540, 310, 18, 3.4m, "age-36-50", ["better-off", "housing", "work"], "Ruth Dabrowski-Hale", "Chief officer") { CoFunded = 25 },
        new(12, "The Pit Pony Youth Theatre", "GB-CHC-9101038", null, Theme.Arts, "mansfield", 35_000m, 66, 84, 10, 0.9m, "age-0-15", ["confidence", "belonging"], "Gemma Stendall", "Artistic director") { OtherDistricts = ["ashfield"] },
        new(13, "Maun Side Chatter Café", "GB-CHC-9101152", null, Theme.MentalHealth, "mansfield", 11_900m, 72, 50, 13, 0.2m, "all-ages", ["calmer"], "Lorraine Tagg", "Chair"),
        new(14, "Trent Bridleway Riding for All", "GB-CHC-9101265", null, Theme.Sport, "newark-and-sherwood", 24_500m, 58, 116, 34, 0.7m, "age-16-25", ["active", "confidence"], "Felicity Marsden-Rowe", "Trustee"),
        new(15, "Old Ferry Welcome", "GB-CHC-9101377", "Lunch club and home visits", Theme.OlderPeople, "newark-and-sherwood", 21_000m, 104, 76, 27, 0.6m, "age-over-65", ["company", "at-home", "eating"], "Kenneth Iveson", "Treasurer"),
        new(16, "Budby Lane Workshop", "MR-000148", null, Theme.MentalHealth, "newark-and-sherwood", 5_600m, 31, 72, 8, 0m, "age-51-65", ["calmer"], "Alan Straw", "Chair") { OtherAges = "The oldest is 84" },
        new(17, "South Forest Wheels", "GB-CHC-9101489", null, Theme.Transport, "newark-and-sherwood", 52_500m, 190, 820, 24, 1.5m, "age-over-65", ["appointments", "out-and-about"], "Denise Wragg", "Manager") { CoFunded = 20 },
        new(18, "Wolds Edge Village Visitors", "GB-CHC-9101593", null, Theme.OlderPeople, "rushcliffe", 12_600m, 58, 0, 36, 0.3m, "age-over-65", ["company", "at-home"], "Canon Philip Thurgood", "Chair"),
        new(19, "Fairham Vale Young Families", "GB-CHC-9101604", "Stay and play", Theme.Youth, "rushcliffe", 28_000m, 92, 110, 9, 1.0m, "age-0-15", ["belonging", "confidence"], "Nadine Whitlock", "Manager") { LeftOn = new DateOnly(2025, 3, 31), OtherAges = "Parents and grandparents who come along" },
        new(20, "Cymdeithas Gŵyl Trent", "GB-CHC-9101718", "Songs along the river", Theme.Arts, "countywide", 15_400m, 145, 48, 18, 0.3m, "all-ages", ["belonging"], "Siân Prydderch-Lowe", "Treasurer"),
        new(21, "Koło Łączność: Polish Families Together", "GB-CHC-9101822", null, Theme.Advice, "countywide", 26_600m, 188, 120, 14, 0.8m, "age-26-35", ["better-off", "belonging"], "Małgorzata Wójcik", "Chair"),
        new(22, "Greenwood Money and Rights", "GB-CHC-9101935", "The county advice partnership", Theme.Advice, "countywide", 147_000m, 980, 460, 42, 5.2m, "age-36-50", ["better-off", "housing", "work", "calmer"], "Anthony Okonjo-Reeves", "Chief executive")
        {
            CoFunded = 30,
            Consortium =
            [
                ("Greenwood Money and Rights", "Leads, and gives advice in the north and middle of the county"),
                ("Four Shires Debt Line", "Debt casework by telephone"),
                ("Trentside Tenants’ Voice", "Housing advice in the south, and home visits"),
            ],
        },
        new(23, "Lantern Young Carers", "GB-CHC-9102046", null, Theme.Youth, "countywide", 119_000m, 310, 240, 21, 4.1m, "age-0-15", ["confidence", "learning", "belonging", "calmer"], "Bethany Strickland", "Chief officer") { CoFunded = 35, OtherAges = "A group for 16 to 18" },
        new(24, "Open Field Minds", "GB-CHC-9102158", "Growing well", Theme.MentalHealth, "countywide", 84_000m, 205, 288, 26, 2.6m, "age-26-35", ["calmer", "work", "active"], "Dr Imran Chaudhry-Lunn", "Trustee") { CoFunded = 45 },
        new(25, "Signpost Hearing Friends", "GB-CHC-9102269", "Clinics in village halls", Theme.OlderPeople, "countywide", 33_600m, 420, 96, 29, 0.9m, "age-over-65", ["at-home", "company"], "Jean Spendlove", "Chair"),
        new(26, "Brierley Bank Walkers", "MR-000163", null, Theme.Sport, "ashfield", 2_100m, 27, 24, 5, 0m, "age-51-65", ["active"], "Gordon Leivers", "Secretary"),
        new(27, "Northfold Community Minibus", "GB-COH-99004127", null, Theme.Transport, "bassetlaw", 18_200m, 84, 230, 13, 0.5m, "all-ages", ["out-and-about"], "Jackie Bingham", "Director"),
        new(28, "Beckside Arts Barn", "GB-CHC-9102374", "Making days", Theme.Arts, "gedling", 22_400m, 128, 66, 11, 0.6m, "age-51-65", ["calmer", "belonging"], "Esmé Fairweather", "Manager") { OtherDistricts = ["newark-and-sherwood", "rushcliffe"] },
        new(29, "Meden Lane Young People’s Café", "GB-CHC-9102481", null, Theme.Youth, "mansfield", 29_400m, 115, 96, 8, 1.1m, "age-16-25", ["confidence", "work"], "Dwayne Fretwell", "Manager"),
        new(30, "Five Oaks Memory Café", "GB-CHC-9102597", null, Theme.OlderPeople, "newark-and-sherwood", 10_500m, 48, 26, 12, 0.1m, "age-over-65", ["company"], "Sheila Raworth", "Treasurer"),
    ]);

    private static Charity[] Ranked(Charity[] charities) =>
        [.. charities.Select(charity => charity with { Rank = charities.Count(other => other.Theme == charity.Theme && other.Number < charity.Number) })];
}
