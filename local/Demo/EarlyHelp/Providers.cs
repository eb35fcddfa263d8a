using MonitoringReturns.Local.Demo.EarlyHelp.Words;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>
/// The four providers. All are invented: no name, number or person here is meant to be a real one, and the numbers lie where the registers
/// have not arrived.
/// </summary>
internal static class Providers
{
    public static IReadOnlyList<Provider> All { get; } =
    [
        new(1, "Harrowmead Children and Families", "GB-CHC-9300208", "Early help across the county, with two partners", 900_000,
            111_500m, 36_500m, 24_000m, 204, 1_360, 74, 19m, 4.6m, 17, "Miriam Oduya-Clark", "Director of services")
        {
            Partners = [("GB-CHC-9300315", "Tiller Street Play"), ("GB-CHC-9300427", "Osier Vale Young Carers")],
            Quarters = HarrowmeadWords.Quarters,
        },
        new(2, "Wickfold Family Links", "GB-CHC-9300536", "Early help in Wickfold's schools", 260_000,
            48_000m, 22_000m, 0m, 92, 610, 71, 16m, 1.8m, 9, "Gareth Penhallow-Roe", "Manager")
        {
            Quarters = WickfoldWords.Quarters,
        },
        new(3, "The Lodden Quay Nest", "GB-CHC-9300641", "Families on the quay", 64_000,
            16_000m, 0m, 14_000m, 30, 184, 66, 0m, 0.7m, 11, "Sunita Brakespear", "Co-ordinator")
        {
            Quarters = LoddenQuayWords.Quarters,
        },
        new(4, "Saltings Estate Parents’ Group", "MR-000301", "Friday group on the Saltings; the Marlshire Council for Voluntary Service helps with its returns", 12_000,
            4_500m, 1_500m, 2_000m, 12, 38, 60, 8m, 0m, 7, "Donna Tillotson", "Chair")
        {
            Quarters = SaltingsWords.Quarters,
        },
    ];
}
