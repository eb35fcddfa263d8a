using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Reports on <see cref="SmallCase.Form"/> of any awards and answers.</summary>
internal static class GeneratedReports
{
    private static readonly string?[] Outcomes = ["friends", "meals", null];

    /// <summary>Lines by award, as a manifest has them.</summary>
    public static Gen<ReportLine[]> Lines { get; } =
        from count in Gen.Choose(0, 8)
        from lines in Gen.CollectToArray(Enumerable.Range(1, count), Line)
        select lines;

    private static Gen<ReportLine> Line(int number) =>
        from award in Award(number)
        from answers in GeneratedAnswers.Some(SmallCase.Form)
        from state in Gen.Choose(0, 5)
        select state switch
        {
            0 => Reports.NotIn(award),
            1 => Reports.NotIn(award, ReturnStatus.Draft),
            2 => Reports.In(award, GeneratedAnswers.SheetOf(SmallCase.Form, answers), Reports.Late),
            _ => Reports.In(award, GeneratedAnswers.SheetOf(SmallCase.Form, answers), revision: state - 2),
        };

    private static Gen<Award> Award(int number) =>
        from outcomes in Gen.Elements(Outcomes).ListOf().Resize(4)
        from profiles in Gen.SubListOf(SmallCase.Programme.Indicators.Select(indicator => indicator.Id.Value))
        from planned in Gen.Choose(0, 500).ArrayOf(profiles.Count)
        select profiles.Zip(planned).Aggregate(
            outcomes.Aggregate(An.Award($"a{number:D2}"), (award, outcome) => award.WithOutcome(outcome)),
            (award, profile) => award.WithProfile(profile.First, profile.Second));
}
