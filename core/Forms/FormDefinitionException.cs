namespace MonitoringReturns.Core.Forms;

/// <summary>A form definition that can't be used: where in it, and why. Refused before it is stored.</summary>
public sealed class FormDefinitionException(string place, string reason) : Exception($"{place}: {reason}.")
{
    public string Place { get; } = place;

    public string Reason { get; } = reason;
}
