namespace MonitoringReturns.Core.Returns;

/// <summary>An answer of a draft.</summary>
/// <param name="Version">Counts its changes; a save says on which it is based.</param>
/// <param name="ValueJson">Canonical JSON of the answer; <c>null</c> where it was cleared.</param>
/// <param name="Comment">The sentence that explains it; null where there is none.</param>
public sealed record DraftAnswer(int Version, ReadOnlyMemory<byte> ValueJson, string? Comment)
{
    public static readonly ReadOnlyMemory<byte> NoValue = "null"u8.ToArray();

    public static readonly DraftAnswer None = new(0, NoValue, null);
}

/// <summary>The draft answers of one section, as they were read, with the token that guards the next write.</summary>
public sealed record DraftSection(string Section, IReadOnlyDictionary<string, DraftAnswer> Answers, string? Guard);

/// <summary>A return as work on it needs it, from one cut: header, draft, and the period before's results.</summary>
/// <param name="HeaderGuard">Guards the next write of the header; null where there is none yet.</param>
public sealed record ReturnAtWork(ReturnHeader? Header, string? HeaderGuard, IReadOnlyList<DraftSection> Draft, Results? Last);
