using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Returns;

/// <summary>An answer of a draft.</summary>
/// <param name="Version">Counts its changes; a save says on which it is based.</param>
/// <param name="ValueJson">Canonical JSON of the answer; <c>null</c> where it was cleared.</param>
/// <param name="Comment">The sentence that explains it; null where there is none.</param>
public sealed record DraftAnswer(int Version, ReadOnlyMemory<byte> ValueJson, string? Comment)
{
    public static readonly ReadOnlyMemory<byte> NoValue = "null"u8.ToArray();

    public static readonly DraftAnswer None = new(0, NoValue, null);

    /// <summary>Who changed it last; null where it is not known.</summary>
    public MemberId? By { get; init; }

    /// <summary>When that was, to the second.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The answer in a value that was kept; null where there is none.</summary>
    public static Answer? Understood(Question question, ReadOnlyMemory<byte> valueJson) => AnswerJson.Read(question, valueJson, new Findings());
}

/// <summary>The state of a draft, for the record, which says by itself who was at it.</summary>
public static class DraftDigest
{
    /// <summary>SHA-256 over every answer with its version and comment, by question id, lower-case hexadecimal; null where nothing is answered.</summary>
    public static string? Of(IReadOnlyDictionary<string, DraftAnswer> answers)
    {
        if (answers.Count == 0)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, answer) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{id}\n{answer.Version}\n{answer.Comment?.Length ?? -1}\n{answer.Comment}\n"));
            hash.AppendData(answer.ValueJson.Span);
            hash.AppendData("\n"u8);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The draft answers of one section, as they were read, with the token that guards the next write.</summary>
public sealed record DraftSection(string Section, IReadOnlyDictionary<string, DraftAnswer> Answers, string? Guard)
{
    /// <summary>When it was last changed; null where that is not known.</summary>
    public Worked? Changed { get; init; }

    /// <summary>Who said that this part is done. A later change takes it away, because it writes the section without it.</summary>
    public Worked? Done { get; init; }
}

/// <summary>That somebody worked on a section: when, who, and for which organisation.</summary>
public sealed record Worked(DateTimeOffset At, MemberId By, OrganisationId For);

/// <summary>A return as work on it needs it, from one cut: header, draft, and the period before's results.</summary>
/// <param name="HeaderGuard">Guards the next write of the header; null where there is none yet.</param>
public sealed record ReturnAtWork(ReturnHeader? Header, string? HeaderGuard, IReadOnlyList<DraftSection> Draft, Results? Last);
