using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>Figures of a first return that were wrong, and what its correction came with.</summary>
/// <param name="Wrong">Makes the wrong figures out of the right ones.</param>
/// <param name="Reason">Why the accepted return was reopened.</param>
/// <param name="Sentence">What stands beside the corrected figure.</param>
internal sealed record Restatement(DateOnly On, Func<Figures, Figures> Wrong, string Reason, string Sentence);

/// <summary>What happened to single providers. Quarters by their place in the calendar, from 0.</summary>
internal static class Happenings
{
    private static readonly Restatement OsierValeLeftOut = new(
        new DateOnly(2025, 3, 11),
        right => right with { Finished = right.Finished - 9, Improved = right.Improved - 8 },
        "Osier Vale's closing measures for July to September had not been passed on to us: nine young carers finished, and eight of them improved.",
        "Corrected: eight young carers of Osier Vale had been left out.");

    // In October 2024 one of Wickfold's three schools left the scheme, and a third of its children with it.
    private const int SchoolLeft = 2;
    private const decimal WithoutTheSchool = 0.72m;
    private const int Renegotiated = 4;

    /// <summary>What the children and sessions of a quarter are multiplied by.</summary>
    public static decimal FactorOf(Provider provider, int place) => provider.Number == 2 && place >= SchoolLeft ? WithoutTheSchool : 1m;

    /// <summary>Nobody's help ended on the Saltings in the autumn of 2024: a share of nothing.</summary>
    public static bool NobodyFinished(Provider provider, int place) => provider.Number == 4 && place == 2;

    public static bool IsLate(Provider provider, int place) => provider.Number == 3 && place == 2;

    public static Restatement? RestatementOf(Provider provider, int place) => provider.Number == 1 && place == 1 ? OsierValeLeftOut : null;

    /// <summary>The change of profile that was agreed with a provider; null where none was.</summary>
    public static ProfileChange? ProfileChangeOf(Provider provider) => provider.Number == 2
        ? new ProfileChange(
            2, EarlyHelpProgramme.Programme.Calendar[Renegotiated].Id, new DateOnly(2025, 3, 14),
            "One of the three schools left the scheme in October. Both sides agreed to plan for the two that remain, and not to count the lost one as a failure.")
        : null;

    /// <summary>What was planned anew in that change, for its quarters and later ones.</summary>
    public static IEnumerable<Profile> NewProfilesOf(Provider provider) => ProfileChangeOf(provider) is { } change
        ? EarlyHelpProgramme.Programme.Calendar.Skip(Renegotiated).SelectMany<ReportingPeriod, Profile>(period =>
        [
            new(Identifier.Parse<IndicatorId>("children-helped"), period.Id, 66, Version: change.Version),
            new(Identifier.Parse<IndicatorId>("sessions"), period.Id, 440, Version: change.Version),
        ])
        : [];
}
