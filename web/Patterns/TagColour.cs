namespace MonitoringReturns.Web.Patterns;

/// <summary>A tag's colour, which never says anything that its text does not.</summary>
public enum TagColour
{
    /// <summary>Blue, GOV.UK Frontend's own.</summary>
    Plain,
    Grey,
    Green,
    Turquoise,
    Purple,
    Red,
    Orange,
    Yellow,
}
