using System.Globalization;

namespace MonitoringReturns.Functions.Start;

/// <summary>
/// The clock of a demonstration: a request may say what time it is, so that years of returns can be filed in a minute. Only where the
/// setting <c>Demo:TimeTravel</c> is on, which <c>local</c> does for its demo data.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _told = new();

    public override DateTimeOffset GetUtcNow() => _told.Value ?? base.GetUtcNow();

    public void Tell(DateTimeOffset now) => _told.Value = now;
}

/// <summary>Takes the time from the header <c>X-Demo-Time</c>.</summary>
internal sealed class DemoClockMiddleware(RequestDelegate next, TimeProvider clock)
{
    public const string Header = "X-Demo-Time";

    public Task InvokeAsync(HttpContext http)
    {
        if (clock is DemoClock demo
            && DateTimeOffset.TryParse(http.Request.Headers[Header], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now))
            demo.Tell(now);
        return next(http);
    }
}
