using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>A set of outcomes that indicators serve, and who set it.</summary>
public sealed record Framework(string Id, string Name, string Source, IReadOnlyList<string> Outcomes);

/// <summary>An indicator that programmes may share, so that figures of several compare.</summary>
/// <param name="Framework">The framework of its outcome; null for none.</param>
/// <param name="Source">Where its figures, or its definition, come from.</param>
public sealed record LibraryIndicator(IndicatorId Id, string Name, string Unit, IndicatorKind Kind, AddsUpAs AddsUp, string Source, string? Framework = null, string? Outcome = null)
{
    /// <summary>As it stands in a programme that takes it.</summary>
    public Indicator Taken() => new(Id, Name, Unit, Kind, AddsUp) { Framework = Outcome };
}

/// <summary>The library that is shipped, from <c>forms/library/indicators.json</c>.</summary>
public sealed record IndicatorLibrary(IReadOnlyList<Framework> Frameworks, IReadOnlyList<LibraryIndicator> Indicators)
{
    public static IndicatorLibrary Shipped { get; } = Read();

    public Framework? Framework(string id) => Frameworks.FirstOrDefault(framework => string.Equals(framework.Id, id, StringComparison.Ordinal));

    private static IndicatorLibrary Read()
    {
        using var stream = typeof(IndicatorLibrary).Assembly.GetManifestResourceStream("indicators.json")!;
        return JsonSerializer.Deserialize(stream, LibraryJson.Default.IndicatorLibrary)!;
    }
}

/// <summary>The library as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IndicatorLibrary))]
internal sealed partial class LibraryJson : JsonSerializerContext;
