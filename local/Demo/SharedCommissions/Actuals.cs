namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>
/// What the commissions counted. Each figure follows its profile, the commission's fortune and the season; together, those of a priority
/// add up to what the lead body reported of it.
/// </summary>
internal static class Actuals
{
    /// <summary>The lead body's published figures are those after this many quarters.</summary>
    private const int First = 8;

    private static readonly Lazy<Dictionary<(int Commission, string Outcome, int Quarter), int[]>> Outcomes =
        new(() => PriorityArea.All.SelectMany(OutcomesOf).ToDictionary());

    private static readonly Lazy<Dictionary<(int Commission, int Quarter), int>> AllInterventions =
        new(() => PriorityArea.All.SelectMany(InterventionsOf).ToDictionary());

    private static int Quarters => SharedCommissionsProgramme.Programme.Calendar.Count;

    /// <summary>People for whom an outcome happened, by borough; nought where the commission does not work.</summary>
    public static int[] Of(Commission commission, AreaOutcome outcome, int quarter) => Outcomes.Value[(commission.Number, outcome.Id, quarter)];

    public static int InterventionsOf(Commission commission, int quarter) => AllInterventions.Value[(commission.Number, quarter)];

    public static int NewPeopleOf(Commission commission, int quarter) =>
        (int)decimal.Round(InterventionsOf(commission, quarter) * commission.Area.NewPeople / 100m * new SeededNumbers(commission.Award, $"{quarter}", "new people").Factor(0.85m, 1.18m));

    private static IEnumerable<KeyValuePair<(int, string, int), int[]>> OutcomesOf(PriorityArea area)
    {
        var (planned, counted) = (0L, 0L);
        foreach (var (quarters, above) in new[] { (Enumerable.Range(0, First), area.AboveAtQuarter8), (Enumerable.Range(First, Quarters - First), area.AboveAtQuarter20) })
        {
            var cells = Reported(area, quarters).SelectMany(filed => filed.Commission.Agreed.Select(outcome => (filed.Commission, Outcome: outcome, filed.Quarter))).ToList();
            var profiles = cells.Select(cell => Planned.Of(cell.Commission, cell.Outcome, cell.Quarter).Sum()).ToList();
            planned += profiles.Sum();
            var whole = (long)decimal.Round(planned * (100 + above) / 100) - counted;
            counted += whole;
            var people = Split.Of(whole, [.. cells.Zip(profiles, (cell, profile) => profile * Fortune(cell.Commission, cell.Quarter, cell.Outcome.Id))]);
            foreach (var (cell, number) in cells.Zip(people))
                yield return new((cell.Commission.Number, cell.Outcome.Id, cell.Quarter), ByBorough(cell.Commission, cell.Outcome, cell.Quarter, number));
        }
    }

    private static IEnumerable<KeyValuePair<(int, int), int>> InterventionsOf(PriorityArea area)
    {
        foreach (var (quarters, whole) in new[] { (Enumerable.Range(0, First), area.FirstInterventions), (Enumerable.Range(First, Quarters - First), area.LaterInterventions) })
        {
            var cells = Reported(area, quarters).ToList();
            var numbers = Split.Of(whole, [.. cells.Select(cell =>
                cell.Commission.Work * Happenings.FactorOf(area, cell.Quarter) * new SeededNumbers(cell.Commission.Award, $"{cell.Quarter}", "interventions").Factor(0.9m, 1.12m))]);
            foreach (var (cell, number) in cells.Zip(numbers))
                yield return new((cell.Commission.Number, cell.Quarter), (int)number);
        }
    }

    private static IEnumerable<(Commission Commission, int Quarter)> Reported(PriorityArea area, IEnumerable<int> quarters) =>
        quarters.SelectMany(quarter => Commissions.All.Where(one => one.Area == area && Happenings.Reports(one, quarter)).Select(one => (one, quarter)));

    private static decimal Fortune(Commission commission, int quarter, string outcome) =>
        commission.Success * Happenings.FactorOf(commission.Area, quarter)
        * new SeededNumbers(commission.Award, outcome, "fortune").Factor(0.92m, 1.08m) * new SeededNumbers(commission.Award, outcome, $"{quarter}", "fortune").Factor(0.88m, 1.14m);

    private static int[] ByBorough(Commission commission, AreaOutcome outcome, int quarter, long people)
    {
        var planned = Planned.Of(commission, outcome, quarter);
        var weights = Borough.All.Index().Select(one => commission.WorksIn(one.Item)
            ? (planned[one.Index] + 0.2m) * new SeededNumbers(commission.Award, outcome.Id, $"{quarter}", one.Item.Id).Factor(0.4m, 1.7m)
            : 0);
        return [.. Split.Of(people, [.. weights]).Select(part => (int)part)];
    }
}
