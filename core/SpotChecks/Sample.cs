using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.SpotChecks;

/// <summary>A submitted return that a sample was drawn from.</summary>
/// <param name="Revision">The newest when it was drawn.</param>
/// <param name="Provider">Its name then.</param>
public sealed record SampledReturn(AwardId Award, int Revision, string Provider, string? Project);

/// <summary>
/// A random sample of a period's submitted returns whose evidence is looked at. Drawn once and never changed: it says from what, by what seed and method, so
/// that anybody can draw it again and gets the same.
/// </summary>
/// <param name="Number">From 1, in a period.</param>
/// <param name="Asked">As it was asked for: a number, or per cent.</param>
/// <param name="Seed">32 hexadecimal characters, by chance.</param>
/// <param name="Population">Every return that was in, by award.</param>
/// <param name="PopulationDigest">SHA-256 over the population, as <see cref="DigestOf"/> writes it, lower-case hexadecimal.</param>
/// <param name="Drawn">The awards drawn, in the order of their lots.</param>
/// <param name="Evidence">What evidence is asked for.</param>
public sealed record Sample(
    int Number, string Asked, string Seed, IReadOnlyList<SampledReturn> Population, string PopulationDigest, IReadOnlyList<AwardId> Drawn, string Evidence,
    MemberId By, OrganisationId For, DateTimeOffset At)
{
    public IEnumerable<SampledReturn> DrawnReturns => Drawn.Select(award => Population.First(one => one.Award == award));

    /// <summary>
    /// The method: each award's lot is the SHA-256 of the seed, a line feed and the award's id (UTF-8, lower-case hexadecimal); the lowest lots are drawn.
    /// </summary>
    public static IReadOnlyList<AwardId> Draw(IEnumerable<AwardId> population, int count, string seed) =>
        [.. population.Select(award => (Award: award, Lot: LotOf(award, seed))).OrderBy(one => one.Lot, StringComparer.Ordinal).Take(count).Select(one => one.Award)];

    public static string LotOf(AwardId award, string seed) => Hash($"{seed}\n{award}");

    /// <summary>Over a line an award, in the order of their ids: the id, a blank, the revision.</summary>
    public static string DigestOf(IEnumerable<SampledReturn> population) =>
        Hash(string.Join('\n', population.OrderBy(one => one.Award.Value, StringComparer.Ordinal).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Award} {one.Revision}"))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>How many returns a sample shall have: a number, or per cent of those that are in, rounded up.</summary>
public readonly record struct SampleSize(int Number, bool IsPercent)
{
    private const int MostPercent = 100;

    /// <summary>What is drawn of so many; never more than there are, nor none.</summary>
    public int Of(int population) => Math.Min(population, IsPercent ? (int)(((long)population * Number + MostPercent - 1) / MostPercent) : Number);

    /// <summary>Reads “5” or “10%”; null for anything else.</summary>
    public static SampleSize? Parse(string? text)
    {
        var number = text?.Trim() ?? "";
        var percent = number.EndsWith('%');
        return int.TryParse(percent ? number[..^1].TrimEnd() : number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 && (!percent || size <= MostPercent)
            ? new SampleSize(size, percent)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}{(IsPercent ? "%" : "")}");
}

/// <summary>What a check of a return's evidence came to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckResult>))]
public enum CheckResult
{
    InOrder,
    NotInOrder,
}

/// <summary>The outcome of a check, as it stands.</summary>
/// <param name="Note">What was seen.</param>
public sealed record CheckOutcome(int Sample, AwardId Award, CheckResult Result, string Note, MemberId By, DateTimeOffset At);

/// <summary>That a provider's return was drawn.</summary>
/// <param name="Outcome">Null until it was checked.</param>
public sealed record DrawnReturn(int Sample, DateTimeOffset At, string Evidence, CheckOutcome? Outcome);

/// <summary>Reads samples, and the outcomes beside the returns they are of. They are written with their entries in the record.</summary>
public interface ISampleStore
{
    /// <summary>A period's samples, the first first.</summary>
    Task<IReadOnlyList<Sample>> ListAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <summary>The outcomes of a sample, by award.</summary>
    Task<IReadOnlyList<CheckOutcome>> OutcomesAsync(ProgrammeId programme, PeriodId period, int sample, CancellationToken cancellation);
}
