namespace MonitoringReturns.Core.Reporting;

/// <summary>A figure of an indicator that can be added up: for a ratio, numerator and denominator each by itself.</summary>
/// <param name="Figure">The figure, or the numerator.</param>
/// <param name="Of">The denominator; null for everything but a ratio.</param>
public readonly record struct Amount(decimal Figure, decimal? Of = null)
{
    /// <summary>The figure; of a ratio its per cent to one decimal, null where nothing is divided by.</summary>
    public decimal? Value => Of is null ? Figure : Exact is { } percent ? decimal.Round(percent, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>The same not rounded, to be worked with: what is rounded twice comes out wrong.</summary>
    public decimal? Exact => Of switch
    {
        null => Figure,
        0 => null,
        { } whole => Figure * 100 / whole,
    };

    public static Amount operator +(Amount one, Amount other) => new(one.Figure + other.Figure, one.Of is null && other.Of is null ? null : (one.Of ?? 0) + (other.Of ?? 0));

    /// <summary>The sum; what is not there adds nothing, and nothing at all stays null.</summary>
    public static Amount? Add(Amount? one, Amount? other) => one is { } known ? other is { } more ? known + more : known : other;
}
