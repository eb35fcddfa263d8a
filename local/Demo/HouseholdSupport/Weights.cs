namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>A row of a table as the newest version has it: its part of a hundred awards, and what one costs in pounds.</summary>
internal sealed record Weight(string Row, int Awards, decimal Cost);

/// <summary>Whom the charities of a focus help, with what, and how they find them: by the rows of the newest version, of which earlier ones join some.</summary>
internal static class Weights
{
    private static readonly string[] KindRows =
        ["energy-water", "school-meals", "other-food", "linked-essentials", "clothing-bedding", "white-goods", "housing", "advice"];

    private static readonly decimal[] KindCosts = [49m, 18m, 32m, 38m, 46m, 210m, 265m, 24m];

    private static readonly string[] HouseholdRows = ["with-children", "with-pensioners", "with-disabled-person", "other"];

    private static readonly decimal[] HouseholdCosts = [1.12m, 0.94m, 1.06m, 0.88m];

    private static readonly string[] RouteRows = ["applied", "found-and-offered", "third-party"];

    public static IReadOnlyList<Weight> KindsOf(Focus focus) => Join(KindRows, KindCosts, focus switch
    {
        Focus.FoodBank => [9, 14, 66, 2, 4, 0, 0, 5],
        Focus.Energy => [70, 0, 2, 15, 3, 2, 0, 8],
        Focus.Families => [12, 46, 18, 3, 15, 3, 0, 3],
        Focus.OlderPeople => [48, 0, 16, 19, 7, 4, 0, 6],
        Focus.Furniture => [2, 0, 0, 6, 34, 55, 1, 2],
        Focus.Housing => [16, 0, 8, 3, 4, 6, 45, 18],
        Focus.Community => [29, 9, 34, 6, 11, 4, 2, 5],
        _ => [38, 2, 19, 11, 12, 9, 3, 6],
    });

    public static IReadOnlyList<Weight> HouseholdsOf(Focus focus) => Join(HouseholdRows, HouseholdCosts, focus switch
    {
        Focus.FoodBank => [49, 9, 14, 28],
        Focus.Energy => [38, 26, 17, 19],
        Focus.Families => [92, 1, 5, 2],
        Focus.OlderPeople => [1, 84, 12, 3],
        Focus.Furniture => [47, 10, 16, 27],
        Focus.Housing => [44, 7, 13, 36],
        Focus.Community => [46, 16, 14, 24],
        _ => [22, 17, 55, 6],
    });

    public static IReadOnlyList<Weight> RoutesOf(Focus focus) => Join(RouteRows, [1m, 1.04m, 0.97m], focus switch
    {
        Focus.FoodBank => [22, 6, 72],
        Focus.Energy => [58, 19, 23],
        Focus.Families => [20, 44, 36],
        Focus.OlderPeople => [31, 45, 24],
        Focus.Furniture => [16, 5, 79],
        Focus.Housing => [67, 8, 25],
        Focus.Community => [54, 27, 19],
        _ => [39, 32, 29],
    });

    /// <summary>Pounds.</summary>
    public static decimal AverageAward(Focus focus)
    {
        var kinds = KindsOf(focus);
        return kinds.Sum(kind => kind.Awards * kind.Cost) / kinds.Sum(kind => kind.Awards);
    }

    /// <summary>The part of the awards that are made as vouchers.</summary>
    public static decimal VouchersOf(Focus focus) => focus switch
    {
        Focus.Energy => 0.62m,
        Focus.Families => 0.71m,
        Focus.Furniture => 0.03m,
        Focus.Housing => 0.14m,
        _ => 0.36m,
    };

    private static Weight[] Join(string[] rows, decimal[] costs, int[] awards) => [.. rows.Select((row, place) => new Weight(row, awards[place], costs[place]))];
}
