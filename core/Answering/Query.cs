using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

public enum QueryState
{
    Open,
    Answered,
    /// <summary>By the funder that asked, before it was answered.</summary>
    Withdrawn,
}

/// <summary>
/// A funder's question to a provider about a return, or about one answer of it. Every funder who may see that answer sees it, and the provider's
/// people do; it is answered once.
/// </summary>
/// <param name="Number">From 1, in the order in which they were asked.</param>
/// <param name="Question">The question whose answer it is about; null for the return as a whole.</param>
/// <param name="Revision">The newest revision when it was asked.</param>
public sealed record Query(ReturnKey Key, int Number, QuestionId? Question, string Text, OrganisationId For, MemberId By, DateTimeOffset At, int Revision)
{
    /// <summary>The most characters of a query, and of its answer.</summary>
    public const int MostCharacters = 1000;

    public QueryState State { get; init; }

    /// <summary>Who answered or withdrew it; null while it is open.</summary>
    public MemberId? ClosedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The provider's answer in words; null where it was answered by a revision, or not.</summary>
    public string? Answer { get; init; }

    /// <summary>The revision that answers it: the one that changed the answer, or, of the return as a whole, the next; null where words did, or nothing.</summary>
    public int? AnsweredBy { get; init; }

    /// <summary>As the record names it.</summary>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"query {Number}");
}
