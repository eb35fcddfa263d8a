using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

public enum AnswerBackKind
{
    /// <summary>The lead funder's word for all.</summary>
    Accepted,
    /// <summary>A co-funder's, for itself.</summary>
    Acknowledged,
}

/// <summary>What a funder answered to one revision of a return. Never changed.</summary>
/// <param name="Used">What was used of it; null where nothing was said.</param>
/// <param name="WillDo">What will be done about it; null where nothing was said.</param>
public sealed record AnswerBack(ReturnKey Key, int Revision, OrganisationId Funder, AnswerBackKind Kind, MemberId By, DateTimeOffset At, string? Used, string? WillDo)
{
    /// <summary>The most characters of either.</summary>
    public const int MostCharacters = 2000;

    public bool HasWords => Used is not null || WillDo is not null;
}

/// <summary>What a funder says as it accepts or acknowledges a return.</summary>
public sealed record AnswerBackWords(string? Used, string? WillDo)
{
    public static readonly AnswerBackWords None = new(null, null);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Used) && string.IsNullOrWhiteSpace(WillDo);
}
