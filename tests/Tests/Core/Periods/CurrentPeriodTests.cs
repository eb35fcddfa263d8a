using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.Core.Periods;

public sealed class CurrentPeriodTests
{
    [Theory]
    [InlineData("2026-03-01", SmallCase.Q1)] // nothing has begun
    [InlineData("2026-05-01", SmallCase.Q1)] // runs
    [InlineData("2026-07-01", SmallCase.Q1)] // over, returns come in, while the next runs
    [InlineData("2026-08-31", SmallCase.Q1)] // the last day
    [InlineData("2026-09-01", SmallCase.Q2)] // closed: the one that runs
    [InlineData("2026-10-15", SmallCase.Q2)]
    [InlineData("2028-01-01", SmallCase.Q2)] // all over
    public void CurrentPeriod_OnADay_IsTheOneWhoseReturnsComeInOrTheOneThatRuns(string day, string period) =>
        Assert.Equal(period, CurrentPeriod.Of(SmallCase.ProgrammeOf(Identifier.Parse<ProgrammeId>("any")), DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)).Id.Value);
}
