namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>How what a provider gets in a financial year stands to the year before.</summary>
public enum Movement
{
    /// <summary>It had something the year before, and has nothing.</summary>
    Left,
    /// <summary>It had nothing the year before.</summary>
    Arrived,
    Shrank,
    Grew,
    /// <summary>Within one per cent, so that the day more of a leap year is no growth.</summary>
    Same,
}

/// <summary>The one rule for who grows, shrinks, arrives and leaves.</summary>
public static class Growth
{
    private const decimal SameWithin = 0.01m;

    /// <returns>Null where there was nothing in either year.</returns>
    public static Movement? Of(decimal before, decimal now) => (before, now) switch
    {
        ( <= 0, <= 0) => null,
        ( <= 0, _) => Movement.Arrived,
        (_, <= 0) => Movement.Left,
        _ when Math.Abs(now - before) <= before * SameWithin => Movement.Same,
        _ => now > before ? Movement.Grew : Movement.Shrank,
    };

    public static string WordsOf(Movement? movement) => movement switch
    {
        Movement.Left => "left",
        Movement.Arrived => "arrived",
        Movement.Shrank => "shrank",
        Movement.Grew => "grew",
        Movement.Same => "the same",
        _ => "",
    };
}
