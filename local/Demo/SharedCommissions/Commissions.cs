namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>The thirteen commissions with their forty charities. All are invented: no name, number or person here is meant to be a real one.</summary>
internal static class Commissions
{
    private static readonly Charity Brightwharf = new("GB-CHC-9370377", "Brightwharf Futures");

    private static readonly DateOnly Administration = new(2019, 8, 12);

    public static IReadOnlyList<Commission> All { get; } = Ranked(
    [
        new(1, "Early advice for all boroughs", PriorityArea.Homelessness, new("GB-CHC-9370014", "Lanterngate Housing Advice"),
            [new("GB-CHC-9370026", "Five Bridges Tenancy Line"), new("GB-CHC-9370038", "Quayside Night Room"), new("GB-CHC-9370041", "Old Foundry Legal Desk")],
            4_995_000m, 310, 44, 1.06m, ["homelessness-prevented", "kept-tenancy", "settled-home"], "Imogen Castell-Okoro", "Chief executive"),
        new(2, "Off the street, into a home", PriorityArea.Homelessness, new("GB-CHC-9370053", "Halfway Lock Trust"),
            [new("GB-CHC-9370065", "Marsh Wall Women's Rooms"), new("GB-CHC-9370077", "Brook and Bridge Outreach")],
            2_640_000m, 190, 26, 1.21m, ["settled-home", "better-health"], "Douglas Penhaligon-Reid", "Director of services"),
        new(3, "A place for under-25s", PriorityArea.Homelessness, new("GB-CHC-9370089", "Young Doorstep London"),
            [new("GB-CHC-9370092", "Nightjar Youth Stop"), new("GB-CHC-9370104", "Elder Street Mediation"), new("GB-COH-99370116", "Copperyard Rooms")],
            3_285_000m, 220, 21, 0.93m, ["homelessness-prevented", "settled-home", "kept-tenancy", "better-health"], "Tendai Marlowe", "Head of programmes"),
        new(4, "Support between hostel and home", PriorityArea.Homelessness, new("GB-CHC-9370128", "Plumtree Resettlement"), [],
            600_000m, 60, 9, 0.86m, ["settled-home", "kept-tenancy"], "Orla Fitzwarren", "Manager"),
        new(5, "Healthy relationships in schools", PriorityArea.Violence, new("GB-CHC-9370131", "Safe Corner Schools"),
            [new("GB-CHC-9370143", "Paper Kite Drama"), new("GB-CHC-9370155", "Teal Door Young Women"), new("GB-CHC-9370167", "Kingfisher Boys' Project"), new("GB-CHC-9370179", "Hazel Row Counselling")],
            1_325_000m, 420, 31, 1.02m, ["healthy-relationships", "know-their-rights"], "Priya Lindqvist-Shah", "Chief executive"),
        new(6, "Advocacy and counselling", PriorityArea.Violence, new("GB-CHC-9370182", "Rowan Row Advocacy"),
            [
                new("GB-CHC-9370194", "North Light Women"), new("GB-CHC-9370206", "Eastern Star Counselling"), new("GB-CHC-9370218", "South Circle Support"),
                new("GB-CHC-9370221", "Westering Women"), new("GB-CHC-9370233", "Rivermen Survivors"), new("GB-CHC-9370245", "Deaf Safe London"),
            ],
            7_080_000m, 610, 27, 1.05m, ["safer", "know-their-rights", "coping-better"], "Adaeze Thornbury", "Chief executive"),
        new(7, "One helpline for London", PriorityArea.Violence, new("GB-CHC-9370257", "Harbour Lamp Helpline"),
            [new("GB-CHC-9370269", "Night Ferry Listeners"), new("GB-CHC-9370272", "Sixth Bell Men's Line"), new("GB-CHC-9370284", "Prism Street Support")],
            1_570_000m, 480, 33, 0.97m, ["safer", "know-their-rights"], "Rosalind Achterberg", "Operations director"),
        new(8, "Refuge places with specialist support", PriorityArea.Violence, new("GB-CHC-9370296", "Juniper Yard Refuges"),
            [new("GB-CHC-9370308", "Second Key Housing"), new("GB-CHC-9370311", "Morning Tide Recovery")],
            4_190_000m, 130, 6, 0.78m, ["safer", "coping-better"], "Bernadette Quaye", "Chief officer") { NotIn = "city-of-london" },
        new(9, "Help against forced marriage and harmful practices", PriorityArea.Violence, new("GB-CHC-9370323", "Silver Thread Sisters"),
            [new("GB-CHC-9370335", "Anar Advice"), new("GB-CHC-9370347", "Horn of Hope Women"), new("GB-CHC-9370359", "Latin Voices London")],
            1_600_000m, 85, 4, 0.88m, ["safer", "know-their-rights", "coping-better"], "Meseret Calloway", "Director"),
        new(10, "Jobs for people far from work", PriorityArea.Employment, new("GB-CHC-9370362", "Ladder and Lift Works"),
            [new("GB-CHC-9370374", "Tideway Parents into Work")],
            1_870_000m, 62, 33, 1.78m, ["work-ready", "into-work", "kept-work"], "Gareth Winstanley-Bose", "Chief executive"),
        new(11, "Skills with a certificate", PriorityArea.Employment, new("GB-CHC-9370386", "Newcourt Skills Exchange"), [],
            940_000m, 44, 22, 1.17m, ["new-skills", "into-work"], "Yewande Prior", "Director of learning"),
        new(12, "Work after long illness", PriorityArea.Employment, Brightwharf, [new("GB-CHC-9370398", "Wellhead Mind and Work")],
            1_410_000m, 54, 27, 0.81m, ["work-ready", "into-work", "kept-work"], "Crispin Delacourt", "Managing director") { EndedOn = Administration },
        new(13, "Care leavers into work", PriorityArea.Employment, Brightwharf, [],
            880_000m, 38, 18, 0.63m, ["work-ready", "into-work", "new-skills", "kept-work"], "Crispin Delacourt", "Managing director") { EndedOn = Administration },
    ]);

    private static Commission[] Ranked(Commission[] commissions) =>
        [.. commissions.Select(one => one with { Rank = commissions.Count(other => other.Area == one.Area && other.Number < one.Number) })];
}
