namespace MonitoringReturns.Web.Charts;

/// <summary>A period on a line over time.</summary>
/// <param name="Figure">Null where there is none: the line has a gap.</param>
/// <param name="Words">The figure as people read it.</param>
public sealed record TimePoint(string Period, decimal? Figure, string Words)
{
    /// <summary>The form of the period did not ask it, which is neither nought nor no answer.</summary>
    public bool NotAsked { get; init; }

    /// <summary>The version of the form that is asked from here on, where it is another than before; it is marked.</summary>
    public string? NewForm { get; init; }

    /// <summary>History, which nobody signed: a hollow point.</summary>
    public bool Unsigned { get; init; }
}
