using MonitoringReturns.Local.Demo.GrantAid.Words;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>What a group counted in a half-year.</summary>
/// <param name="Sessions">Null where its work has none.</param>
/// <param name="Outcomes">By outcome id; those that are told in words only, or that it left open, are absent.</param>
internal sealed record Figures(
    int People, int NewPeople, int? Sessions, int Volunteers, int Hours, decimal Staff, decimal Spent, IReadOnlyList<(string From, decimal Amount)> OtherFunding,
    IReadOnlyDictionary<string, int> Outcomes)
{
    private static readonly Figures Nothing = new(0, 0, 0, 0, 0, 0m, 0m, [], new Dictionary<string, int>(StringComparer.Ordinal));

    /// <summary>Hours that a volunteer gives in a half-year.</summary>
    public static int HoursEach(Theme theme) => theme switch
    {
        Theme.Transport => 62,
        Theme.Advice => 71,
        Theme.Youth => 44,
        Theme.Sport => 38,
        Theme.MentalHealth => 48,
        Theme.Arts => 27,
        _ => 34,
    };

    /// <param name="period">Its place in the calendar, from 0.</param>
    public static Figures Of(Charity charity, int period)
    {
        var seeds = new SeededNumbers(charity.Award, $"{period}", "figures");
        var happening = Happenings.FactorOf(charity, period);
        if (happening == 0)
            return Nothing with { Volunteers = charity.Volunteers - 1 };

        // A change of place or of partners moves people wholly, and sessions and hours by half.
        var half = (1 + happening) / 2;
        var people = Whole(charity.People * Growth(charity, period) * Season(charity.Theme, period) * happening * seeds.Factor(0.90m, 1.10m));
        var newcomers = Whole(people * (period == 0 ? seeds.Factor(0.32m, 0.52m) : seeds.Factor(0.12m, 0.34m)));
        var sessions = charity.Sessions == 0 ? (int?)null : Whole(charity.Sessions * half * Season(charity.Theme, period) * seeds.Factor(0.90m, 1.06m));
        var volunteers = Math.Max(2, charity.Volunteers + seeds.Between(-1 - (charity.Volunteers / 12), 1 + (charity.Volunteers / 8)));
        var hours = Whole(volunteers * HoursEach(charity.Theme) * half * seeds.Factor(0.84m, 1.12m));
        return new Figures(
            people, newcomers, sessions, volunteers, hours, StaffIn(charity, period), SpentIn(charity, seeds), OtherFundingIn(charity, seeds),
            OutcomesIn(charity, people, seeds));
    }

    /// <summary>Growth of a steady kind: some shrink by two in a hundred in a half-year, some grow by five.</summary>
    private static decimal Growth(Charity charity, int period)
    {
        var each = new SeededNumbers(charity.Award, "growth").Factor(0.98m, 1.05m);
        var growth = 1m;
        for (var passed = 0; passed < period; passed++)
            growth *= each;
        return growth;
    }

    private static decimal Season(Theme theme, int period)
    {
        var secondHalf = period % 2 == 0;
        return theme switch
        {
            Theme.Youth => secondHalf ? 1.10m : 0.92m,
            Theme.Arts => secondHalf ? 1.07m : 0.95m,
            Theme.Sport => secondHalf ? 1.03m : 0.94m,
            Theme.Advice => secondHalf ? 0.98m : 1.06m,
            Theme.OlderPeople or Theme.Transport => secondHalf ? 1.02m : 0.95m,
            _ => 1m,
        };
    }

    private static decimal StaffIn(Charity charity, int period)
    {
        if (charity.Staff == 0)
            return 0;
        var seeds = new SeededNumbers(charity.Award, "staff");
        var changesAt = seeds.Between(1, 7);
        return period < changesAt ? charity.Staff : charity.Staff + (seeds.Between(-1, 4) / 10m);
    }

    private static decimal SpentIn(Charity charity, SeededNumbers seeds)
    {
        var spent = charity.Amount / GrantAidProgramme.Programme.Calendar.Count * seeds.Factor(0.88m, 1.07m);
        return charity.Staff == 0 || seeds.Chance(30) ? decimal.Round(spent) : decimal.Round(spent, 2);
    }

    private static List<(string, decimal)> OtherFundingIn(Charity charity, SeededNumbers seeds)
    {
        var rows = seeds.Chance(45) ? seeds.Between(1, charity.Staff > 1 ? 3 : 2) : 0;
        return [.. seeds.Shuffle(GeneralWords.Funders).Take(rows).Select(funder => (funder, 50m * seeds.Between(4, 10 + (int)(charity.Amount / 1000))))];
    }

    private static Dictionary<string, int> OutcomesIn(Charity charity, int people, SeededNumbers seeds)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in charity.Outcomes)
            if (OutcomeWords.Of(id) is { Indicator: not null } outcome && !seeds.Chance(4))
                counts[id] = Whole(people * outcome.Share / 100m * seeds.Factor(0.78m, 1.24m));
        return counts;
    }

    private static int Whole(decimal figure) => (int)decimal.Round(figure, MidpointRounding.AwayFromZero);
}
