using System.Text.Json.Serialization;

namespace MonitoringReturns.Core.Programmes;

[JsonConverter(typeof(JsonStringEnumConverter<IndicatorKind>))]
public enum IndicatorKind
{
    /// <summary>What was done.</summary>
    Output,
    /// <summary>What changed.</summary>
    Outcome,
}

/// <summary>How an indicator's figures add up.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AddsUpAs>))]
public enum AddsUpAs
{
    Sum,
    /// <summary>The newest figure stands for the time so far, such as paid staff.</summary>
    Latest,
    /// <summary>People counted once: adds up over awards, never over periods.</summary>
    Distinct,
    /// <summary>Numerator over denominator, in per cent; each of the two is added up by itself.</summary>
    Ratio,
}

/// <summary>Something counted.</summary>
/// <param name="Unit">What one of it is, such as "people" or "hours"; "£" for money.</param>
/// <param name="Priority">The priority it is reported under; null for none.</param>
public sealed record Indicator(IndicatorId Id, string Name, string Unit, IndicatorKind Kind, AddsUpAs AddsUp, string? Priority = null)
{
    /// <summary>Ratio: the indicator that is divided, of the same programme; null for every other kind.</summary>
    public IndicatorId? Numerator { get; init; }

    /// <summary>Ratio: the indicator that it is divided by; null for every other kind.</summary>
    public IndicatorId? Denominator { get; init; }

    /// <summary>The outcome of the programme's framework that it serves, such as “be healthy”; null for none.</summary>
    public string? Framework { get; init; }
}
