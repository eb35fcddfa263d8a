namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>The new people of a quarter by protected characteristic; each table adds up to them.</summary>
internal static class Equalities
{
    private const string NotSaid = "prefer-not-to-say";
    private const string NotKnown = "not-known";

    public static IEnumerable<(string Question, Dictionary<string, Dictionary<string, decimal>> Rows)> Of(Commission commission, int quarter)
    {
        var people = Actuals.NewPeopleOf(commission, quarter);
        foreach (var (question, rows) in TablesOf(commission))
        {
            var seeds = new SeededNumbers(commission.Award, $"{quarter}", question);
            var numbers = Split.Of(people, [.. rows.Select(row => row.Weight * seeds.Factor(0.8m, 1.25m))]);
            yield return (question, rows.Zip(numbers).ToDictionary(
                row => row.First.Row, row => new Dictionary<string, decimal>(StringComparer.Ordinal) { ["people"] = row.Second }, StringComparer.Ordinal));
        }
    }

    private static IEnumerable<(string Question, (string Row, int Weight)[] Rows)> TablesOf(Commission commission)
    {
        yield return ("by-age", [.. Ages(commission).Zip(["under-16", "age-16-24", "age-25-34", "age-35-44", "age-45-54", "age-55-64", "age-65-over"], (weight, row) => (row, weight)), (NotSaid, 9), (NotKnown, 12)]);
        var women = commission.Area == PriorityArea.Violence ? 880 : commission.Area == PriorityArea.Homelessness ? 420 : 530;
        yield return ("by-sex", [("female", women), ("male", 990 - women), ("other-sex", 4), (NotSaid, 3), (NotKnown, 6)]);
        yield return ("by-ethnicity", [("asian", 190), ("black", 270), ("mixed", 80), ("white", 370), ("other-ethnicity", 50), (NotSaid, 22), (NotKnown, 30)]);
        var disabled = commission.Number == 12 ? 800 : commission.Area == PriorityArea.Violence ? 190 : 280;
        yield return ("by-disability", [("disabled", disabled), ("not-disabled", 930 - disabled), (NotSaid, 28), (NotKnown, 42)]);
        yield return ("by-orientation", [("heterosexual", 780), ("gay-or-lesbian", 38), ("bisexual", 26), ("other-orientation", 9), (NotSaid, 84), (NotKnown, 63)]);
        yield return ("by-religion",
        [
            ("no-religion", 270), ("buddhist", 9), ("christian", 330), ("hindu", 38), ("jewish", 14), ("muslim", 196), ("sikh", 16), ("other-religion", 12), (NotSaid, 66), (NotKnown, 49),
        ]);
    }

    private static int[] Ages(Commission commission) => commission.Number switch
    {
        3 or 13 => [18, 940, 12, 4, 2, 1, 0],
        5 => [610, 330, 22, 10, 5, 2, 1],
        _ when commission.Area == PriorityArea.Employment => [0, 190, 300, 250, 160, 70, 9],
        _ => [6, 170, 300, 240, 150, 80, 33],
    };
}
