namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>What a provider counted in a quarter. Invented, but as such figures go: school holidays show, and those who improve are some of those who finish.</summary>
/// <param name="Spend">Pounds.</param>
/// <param name="KinshipFamilies">Null where it was not yet noted.</param>
/// <param name="SupportPlans">Null where it was not yet noted.</param>
internal sealed record Figures(
    int Children, int New, IReadOnlyList<int[]> Tables, int CareLeavers, int Families, int Sessions, int Finished, int Improved, int SteppedUp,
    int AttendanceMeasured, int AttendanceImproved, decimal Staff, int Volunteers, decimal Spend, int Concerns, int Referrals,
    int GpReferrals, decimal WaitingDays, int Smokers, int? KinshipFamilies, int? SupportPlans)
{
    /// <summary>April to June, the summer with its holidays, autumn, January to March.</summary>
    private static readonly decimal[] Seasons = [1.02m, 0.88m, 1.06m, 1.04m];

    /// <param name="place">The quarter's place in the calendar, from 0.</param>
    public static Figures Of(Provider provider, int place)
    {
        var seeds = new SeededNumbers(provider.Award, $"{place}", "figures");
        var pace = Seasons[place % Seasons.Length] * Happenings.FactorOf(provider, place);
        var children = Whole(provider.Children * pace * seeds.Factor(0.94m, 1.08m));
        var newChildren = Whole(children * (place == 0 ? 0.64m : 0.31m) * seeds.Factor(0.85m, 1.15m));
        var families = Whole(children * 0.68m * seeds.Factor(0.94m, 1.06m));
        var finished = Happenings.NobodyFinished(provider, place) ? 0 : Whole(children * 0.27m * seeds.Factor(0.85m, 1.2m));
        var measured = Whole(children * 0.34m * seeds.Factor(0.85m, 1.15m));
        var concerns = Few(provider, place, "concerns", children * 0.045m * seeds.Factor(0.5m, 1.6m));
        return new Figures(
            children,
            newChildren,
            [.. Breakdown.All.Select(breakdown => breakdown.Divide(provider, children, seeds))],
            Whole(children * 0.05m * seeds.Factor(0.6m, 1.5m)),
            families,
            Whole(provider.Sessions * pace * seeds.Factor(0.93m, 1.06m)),
            finished,
            Math.Min(finished, Whole(finished * (provider.ImprovedShare + (place / 2)) / 100m * seeds.Factor(0.88m, 1.12m))),
            Few(provider, place, "stepped-up", children * 0.025m * seeds.Factor(0.4m, 1.7m)),
            measured,
            Math.Min(measured, Whole(measured * 0.56m * seeds.Factor(0.85m, 1.2m))),
            StaffIn(provider, place),
            provider.Volunteers + seeds.Between(-2, 3),
            decimal.Round(provider.Yearly / 4 * seeds.Factor(0.93m, 1.06m), 2) + (provider.CountsOnPaper ? 0 : seeds.Between(0, 99) / 100m),
            concerns,
            Whole(concerns * 0.5m),
            Few(provider, place, "referred", newChildren * 0.2m * seeds.Factor(0.7m, 1.3m)),
            decimal.Round(provider.WaitingDays * (1 + (0.05m * place)) * seeds.Factor(0.9m, 1.1m), 1),
            Whole(families * 0.31m * seeds.Factor(0.9m, 1.1m)),
            NotesKinship(provider, place) ? Whole(families * 0.08m * seeds.Factor(0.8m, 1.2m)) : null,
            NotesPlans(provider, place) ? Whole(families * 0.3m * seeds.Factor(0.9m, 1.1m)) : null);
    }

    // The two questions of the fourth version are not yet required: the large ones have the figures first.
    private static bool NotesKinship(Provider provider, int place) => (provider.Number, place) is (1, >= 6) or (2, >= 7);

    private static bool NotesPlans(Provider provider, int place) => provider.Number == 1 && place >= 6;

    private static decimal StaffIn(Provider provider, int place) =>
        provider.Staff == 0 ? 0 : provider.Staff + (new SeededNumbers(provider.Award, $"{place / 3}", "staff").Between(-3, 4) / 10m);

    /// <summary>Of what is rare, a small group has one now and then, and not one each time.</summary>
    private static int Few(Provider provider, int place, string what, decimal figure) => provider.CountsOnPaper
        ? (int)figure + (new SeededNumbers(provider.Award, $"{place}", what).Chance((int)(figure % 1 * 100)) ? 1 : 0)
        : Whole(figure);

    private static int Whole(decimal figure) => (int)decimal.Round(figure, MidpointRounding.AwayFromZero);
}
