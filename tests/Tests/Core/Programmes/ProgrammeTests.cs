using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Programmes;

public sealed class ProgrammeTests
{
    // The names sort in another order than the calendar has.
    private static readonly Programme Three = A.Programme() with
    {
        Calendar = [A.Period("winter"), A.Period("spring"), A.Period("autumn")],
        FormVersions = [new FormPlan(1, Id("winter")), new FormPlan(4, Id("autumn"))],
    };

    [Theory]
    [InlineData("winter", 1)]
    [InlineData("spring", 1)]
    [InlineData("autumn", 4)]
    public void PlannedFormVersion_IsTheNewestFromThenOrBefore(string period, int version) => Assert.Equal(version, Three.PlannedFormVersion(Id(period)));

    [Fact]
    public void PlannedFormVersion_OfNoPeriod_Throws() => Assert.Throws<KeyNotFoundException>(() => Three.PlannedFormVersion(Id("summer")));

    [Theory]
    [InlineData("winter", null)]
    [InlineData("spring", "winter")]
    [InlineData("autumn", "spring")]
    public void PeriodBefore_IsTheOneBeforeInTheCalendar(string period, string? before) => Assert.Equal(before, Three.PeriodBefore(Id(period))?.Id.Value);

    [Fact]
    public void Period_OfAnId_IsItOrNothing()
    {
        Assert.Equal("spring", Three.Period(Id("spring"))?.Id.Value);
        Assert.Null(Three.Period(Id("Spring")));
        Assert.Null(Three.Indicator(Identifier.Parse<IndicatorId>("people")));
    }

    private static PeriodId Id(string text) => Identifier.Parse<PeriodId>(text);
}
