namespace MonitoringReturns.Web.Patterns;

/// <summary>A tag's colour, which never says anything that its text does not.</summary>
public enum TagColour
{
    Plain,
    Grey,
    Green,
    Turquoise,
    Blue,
    Purple,
    Red,
    Orange,
    Yellow,
}
