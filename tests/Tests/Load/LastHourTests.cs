using System.Globalization;

namespace MonitoringReturns.Tests.Load;

/// <summary>
/// Many charities in their last hour before the due date. In a whole run twenty; <c>LAST_HOUR_CHARITIES=200</c> files two hundred, and where
/// the time goes is written to the file that <c>LAST_HOUR_REPORT</c> names.
/// </summary>
public sealed class LastHourTests
{
    private const int UsualCharities = 20;

    [Fact]
    public async Task Portal_InTheLastHour_AnswersAllAndLosesNothing()
    {
        var charities = Environment.GetEnvironmentVariable("LAST_HOUR_CHARITIES") is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : UsualCharities;
        await using var hour = await LastHour.SetUpAsync(charities);
        var report = await hour.RunAsync();
        await hour.CheckAsync();

        if (Environment.GetEnvironmentVariable("LAST_HOUR_REPORT") is { } file)
            await File.WriteAllTextAsync(file, report);
        Assert.Empty(hour.Faults);
    }
}
