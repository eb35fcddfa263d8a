using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// Exactly what a report was made from. The same manifest always gives the same workbook, byte for byte: it names every version of
/// everything that is read, and the time of the cut stands for the time it was made.
/// </summary>
public sealed record Manifest
{
    /// <summary>Raised when the rules that turn returns into tables change.</summary>
    public const int CurrentRules = 1;

    public required ProgrammeId Programme { get; init; }
    public required int ProgrammeVersion { get; init; }
    public required PeriodId Period { get; init; }
    public required FormId Form { get; init; }
    public required int FormVersion { get; init; }
    public required string FormHash { get; init; }
    public required int Rules { get; init; }

    /// <summary>Counts the cuts of this programme and period; a higher one was taken later.</summary>
    public required long Cut { get; init; }

    public required DateTimeOffset CutAt { get; init; }

    /// <summary>By award: every award that reports for the period or has a return in it.</summary>
    public required IReadOnlyList<ManifestEntry> Returns { get; init; }

    /// <summary>True when the report holds this revision of the award's return, or a later one.</summary>
    public bool Covers(AwardId award, int revision)
    {
        var (low, high) = (0, Returns.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Returns[middle].Award.Value, award.Value);
            if (order == 0)
                return Returns[middle].Revision >= revision;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return false;
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.Manifest);

    public static Manifest FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, ManifestJson.Default.Manifest)!;
}

/// <summary>One award in a manifest, and the revision of its return that the report used; revision 0 where none was in.</summary>
public sealed record ManifestEntry(
    AwardId Award, int AwardVersion, ReturnStatus Status, int Revision, string? Digest, DateTimeOffset? FirstSubmittedAt, DateTimeOffset? SubmittedAt);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
