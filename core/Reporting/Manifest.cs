using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// Exactly what a report was made from. The same manifest always gives the same workbook, byte for byte: it names every version of
/// everything that is read, and the time of the cut stands for the time it was made.
/// </summary>
public sealed record Manifest
{
    /// <summary>Raised when the rules that turn returns into tables change.</summary>
    public const int CurrentRules = 3;

    public required ProgrammeId Programme { get; init; }
    public required int ProgrammeVersion { get; init; }

    /// <summary>The first period that is reported on.</summary>
    public required PeriodId From { get; init; }

    /// <summary>The last period that is reported on.</summary>
    public required PeriodId Period { get; init; }

    /// <summary>The co-funder whose cut it is; null for the lead funder's report.</summary>
    public OrganisationId? Funder { get; init; }

    /// <summary>The name of what the report holds; null for the whole.</summary>
    public string? Content { get; init; }

    public required FormId Form { get; init; }
    public required int Rules { get; init; }

    /// <summary>Counts the cuts of this report; a higher one was taken later.</summary>
    public required long Cut { get; init; }

    public required DateTimeOffset CutAt { get; init; }

    /// <summary>In time order: the earlier ones that were opened, for figures to date and trends, then those reported on.</summary>
    public required IReadOnlyList<ManifestPeriod> Periods { get; init; }

    /// <summary>By id: every award that reports, or reported, in one of the periods, and in a register every award; with its version, the versions of its contributions and profiles.</summary>
    public required IReadOnlyList<ManifestAward> Awards { get; init; }

    /// <summary>Of a register: the awards' providers and partners, as they described themselves at the cut; null in any other report.</summary>
    public IReadOnlyList<Organisation>? Organisations { get; init; }

    /// <summary>By award and then period: the returns due or in, in the periods reported on.</summary>
    public required IReadOnlyList<ManifestEntry> Returns { get; init; }

    /// <summary>By award and then period: the returns of earlier periods whose figures are used.</summary>
    public IReadOnlyList<EarlierEntry> Earlier { get => field ?? []; init; }

    [JsonIgnore]
    public ReportKey Key => new(Programme, From, Period, Funder) { Content = ReportContent.Parse(Content) };

    /// <summary>True when the report uses this revision of the award's return in a period, or a later one.</summary>
    public bool Covers(PeriodId period, AwardId award, int revision) =>
        NewestOf(Returns, award, entry => entry.Award, entry => entry.Period == period ? entry.Revision : -1) is var reported and >= 0
            ? reported >= revision
            : NewestOf(Earlier, award, entry => entry.Award, entry => entry.Period == period ? entry.Revision : -1) >= revision;

    /// <summary>
    /// As its reader may see it: of a cut, without digests and moments, which would let somebody who knows all other answers try out a hidden
    /// number.
    /// </summary>
    public Manifest AsShown() => Funder is null ? this : this with
    {
        Returns = [.. Returns.Select(entry => entry with { Digest = null, FirstSubmittedAt = null, SubmittedAt = null })],
        Earlier = [.. Earlier.Select(entry => entry with { Digest = "" })],
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.Manifest);

    public static Manifest FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, ManifestJson.Default.Manifest)!;

    private static int NewestOf<T>(IReadOnlyList<T> entries, AwardId award, Func<T, AwardId> awardOf, Func<T, int> revisionOf)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(awardOf(entries[middle]).Value, award.Value) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        var newest = -1;
        for (; low < entries.Count && awardOf(entries[low]) == award; low++)
            newest = Math.Max(newest, revisionOf(entries[low]));
        return newest;
    }
}

/// <summary>A period in a manifest, with the form version it was opened with.</summary>
/// <param name="Reported">False for an earlier one, of which only figures to date and trends are shown.</param>
public sealed record ManifestPeriod(PeriodId Period, int FormVersion, string FormHash, bool Reported);

/// <summary>An award in a manifest, as it stood at a version.</summary>
public sealed record ManifestAward(AwardId Award, int Version);

/// <summary>A return in a manifest, and the revision that the report used; revision 0 where none was in.</summary>
public sealed record ManifestEntry(
    AwardId Award, PeriodId Period, ReturnStatus Status, int Revision, string? Digest, DateTimeOffset? FirstSubmittedAt, DateTimeOffset? SubmittedAt);

/// <summary>A return of an earlier period in a manifest.</summary>
public sealed record EarlierEntry(AwardId Award, PeriodId Period, int Revision, string Digest);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
