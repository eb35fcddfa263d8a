using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

internal static class GeneratedRevisions
{
    private static readonly Gen<ReturnKey> Keys =
        from award in Gen.Elements("a1", "A-2", "0")
        from period in Gen.Elements("2026-h2", "2027-h1")
        select new ReturnKey(Identifier.Parse<ProgrammeId>("grant-aid"), Identifier.Parse<PeriodId>(period), Identifier.Parse<AwardId>(award));

    /// <summary>A revision of the form with every type.</summary>
    public static Gen<Revision> Any { get; } =
        from key in Keys
        from number in Gen.Choose(1, 9)
        from answers in GeneratedAnswers.Some(GeneratedAnswers.EveryType)
        from notAsked in Gen.Elements(true, false).ArrayOf(answers.Count)
        from name in GeneratedJson.Text
        from role in GeneratedJson.Text
        from second in Gen.Elements(null, new Signatory("Bo Carr", "Treasurer"))
        from minutes in Gen.Choose(-1, 600)
        from ticks in Gen.Choose(0, int.MaxValue)
        select new Revision(
            key, number, GeneratedAnswers.SheetOf(GeneratedAnswers.EveryType, answers), notAsked, new Signatory(name, role), minutes < 0 ? null : minutes,
            new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks * 123_457L))
        { SecondSignatory = second };
}
