using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>A wrong figure in a first report, and the sentence that its correction came with.</summary>
/// <param name="Period">Its place in the calendar, from 0.</param>
/// <param name="Wrong">Makes the wrong figures out of the right ones.</param>
internal sealed record Correction(int Award, int Period, string Question, Func<Figures, Figures> Wrong, string Sentence);

/// <summary>What happened to single groups: a second place, a broken bus, a return that never came. Periods by their place in the calendar, from 0.</summary>
internal static class Happenings
{
    /// <summary>In January to June 2025 nobody in Broxtowe or Rushcliffe reported: one group had left, and three missed the ten days.</summary>
    private const int SilentPeriod = 3;

    private static readonly HashSet<(int Award, int Period)> NoReturn =
        [(5, SilentPeriod), (6, SilentPeriod), (18, SilentPeriod), (16, 1), (21, 4), (29, 5), (30, 5), (9, 2)];

    private static readonly HashSet<(int Award, int Period)> OnlyDraft = [(14, 5)];

    private static readonly HashSet<(int Award, int Period)> Late = [(2, 1), (10, 1), (27, 1), (13, 2), (12, 3), (26, 3), (20, 4), (8, 5), (4, 5)];

    private static readonly (int Award, int From, int To, decimal Factor)[] Turns =
    [
        (12, 3, 5, 1.85m), (13, 2, 5, 1.7m), (17, 2, 2, 0.42m), (26, 1, 1, 0m), (29, 1, 1, 0.6m), (20, 5, 5, 1.62m), (3, 5, 5, 0.7m), (7, 4, 4, 0.74m), (28, 3, 3, 0.72m),
    ];

    public static IReadOnlyList<Correction> Corrections { get; } =
    [
        new(15, 0, "grant-spent", right => right with { Spent = right.Spent + 900 }, "Corrected: two digits were the wrong way round."),
        new(4, 1, "volunteer-hours", right => right with { Hours = right.Hours - 120 }, "Corrected: the hours of the Saturday leaders had been left out."),
        new(1, 2, "people-helped", right => right with { People = right.People + 17 }, "Corrected: 17 brothers and sisters had been counted on both evenings."),
        new(11, 3, "grant-spent", right => right with { Spent = right.Spent - 1_250.40m }, "Corrected: June's salaries were missing from what we sent."),
        new(24, 4, "people-helped", right => right with { People = right.People - 23 }, "Corrected: the register of one growing space, with 23 people, had not reached us."),
        new(27, 5, "volunteer-hours", right => right with { Hours = right.Hours + 96 }, "Corrected: one driver's hours stood in the list twice."),
    ];

    public static decimal FactorOf(Charity charity, int period)
    {
        var factor = 1m;
        foreach (var turn in Turns)
            if (turn.Award == charity.Number && period >= turn.From && period <= turn.To)
                factor *= turn.Factor;
        return factor;
    }

    /// <summary>Whether a return was filed, be it only as a draft.</summary>
    public static bool Reports(Charity charity, Award award, int period) =>
        award.ReportsFor(GrantAidProgramme.Programme.Calendar[period]) && !NoReturn.Contains((charity.Number, period));

    public static bool IsOnlyDraft(Charity charity, int period) => OnlyDraft.Contains((charity.Number, period));

    /// <summary>Whether the first report came after the due day: the known ones, and where ten days are short, some more.</summary>
    public static bool IsLate(Charity charity, int period) =>
        Late.Contains((charity.Number, period)) || new SeededNumbers(charity.Award, $"{period}", "late").Chance(period % 2 == 0 ? 3 : 12);

    public static Correction? CorrectionOf(Charity charity, int period) =>
        Corrections.FirstOrDefault(correction => correction.Award == charity.Number && correction.Period == period);
}
