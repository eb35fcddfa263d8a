using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>That an accepted return was opened again: on which day, and why.</summary>
internal sealed record Reopened(DateOnly On, string Because);

/// <summary>A wrong first return, and the sentence that its correction came with.</summary>
/// <param name="Place">The period's in the calendar, from 0.</param>
/// <param name="Question">Where the sentence stands.</param>
internal sealed record Correction(int Award, int Place, string Question, string Sentence)
{
    /// <summary>Awards that the first return had too many, or (negative) too few, by kind of help; where they cancel out they stood in a wrong row.</summary>
    public IReadOnlyList<TableLine> TooMany { get; init; } = [];

    public decimal TooMuchAdministration { get; init; }

    /// <summary>Of the awards that were missing, those to households helped for the first time.</summary>
    public int MissingFirstTime { get; init; }

    /// <summary>Null where the provider amended in time.</summary>
    public Reopened? Reopened { get; init; }

    public Spend Wrong(Spend right) => right with
    {
        Value = right.Value + TooMany.Sum(line => line.Value),
        Number = right.Number + TooMany.Sum(line => line.Number),
        Administration = right.Administration + TooMuchAdministration,
        FirstTime = right.FirstTime - MissingFirstTime,
    };
}

/// <summary>What happened to single charities. Periods by their place in the calendar, from 0.</summary>
internal static class Happenings
{
    /// <summary>Dalewood School Gates was between two managers.</summary>
    private static readonly (int Award, int Place) NoReturn = (9, 5);

    private static readonly HashSet<(int Award, int Place)> Late =
        [(2, 0), (14, 0), (7, 1), (21, 1), (11, 2), (3, 3), (24, 4), (18, 5), (10, 6), (23, 6), (13, 7), (5, 8), (19, 9), (8, 10), (1, 11), (22, 11)];

    private static readonly (int Award, int From, int To, decimal Factor)[] Turns =
    [
        // The energy bills of the second winter, and what they left for the third.
        (4, 4, 5, 1.34m), (5, 4, 5, 1.28m), (6, 4, 5, 1.22m), (4, 8, 11, 0.85m), (5, 8, 11, 0.88m), (6, 8, 11, 0.9m),
        // Its part of the round was paid only in January.
        (22, 4, 4, 0m),
        // A fire in the yard.
        (15, 3, 3, 0.48m),
        // Casework stopped before the charity left.
        (17, 6, 6, 0.55m),
        (13, 8, 8, 0.62m), (20, 7, 7, 1.4m),
    ];

    public static IReadOnlyList<Correction> Corrections { get; } =
    [
        new(4, 1, "awards-value", "Corrected: the top-ups of the last week of March, 47 in all, had been left out.")
        {
            TooMany = [new("energy-water", -2_316.45m, -47)],
        },
        new(6, 2, "awards-value", "Corrected: one energy company's bill for May had been entered twice, with its 108 awards.")
        {
            TooMany = [new("energy-water", 5_274.18m, 108)],
            Reopened = new(new DateOnly(2023, 2, 14), "Turn the Meter's auditor found one energy company's bill for May 2022 entered twice."),
        },
        new(12, 6, "administration", "Corrected: £130 of it was the almshouses' own telephone.") { TooMuchAdministration = 130m },
        new(15, 7, "awards-value", "Corrected: 19 beds and cookers delivered in September were missing; 7 went to households new to us.")
        {
            TooMany = [new("white-goods", -4_118.62m, -19)],
            MissingFirstTime = 7,
            Reopened = new(new DateOnly(2024, 5, 21), "Our own check of invoices against deliveries found a folder of September 2023 that nobody had entered."),
        },
        new(20, 10, "by-kind", "Corrected: energy top-ups from the Thursday drop-in stood under other food.")
        {
            TooMany = [new("other-food", 416.20m, 9), new("energy-water", -416.20m, -9)],
        },
    ];

    public static decimal FactorOf(Charity charity, int place)
    {
        var factor = 1m;
        foreach (var turn in Turns)
            if (turn.Award == charity.Number && place >= turn.From && place <= turn.To)
                factor *= turn.Factor;
        return factor;
    }

    public static bool Reports(Charity charity, Award award, int place) =>
        award.ReportsFor(HouseholdSupportProgramme.Programme.Calendar[place]) && (charity.Number, place) != NoReturn;

    /// <summary>Whether the first return came after the due day: the known ones, and now and then another.</summary>
    public static bool IsLate(Charity charity, int place) =>
        Late.Contains((charity.Number, place)) || new SeededNumbers(charity.Award, $"{place}", "late").Chance(3);

    public static Correction? CorrectionOf(Charity charity, int place) =>
        Corrections.FirstOrDefault(correction => correction.Award == charity.Number && correction.Place == place);
}
