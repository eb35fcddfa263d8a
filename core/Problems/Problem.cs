using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Problems;

/// <summary>A refusal as it happened: which one, and a sentence for this case.</summary>
/// <param name="Detail">What is wrong here and what to do.</param>
public sealed record Problem(Refusal Refusal, string Detail)
{
    /// <summary>Findings about answers, where the refusal is about answers.</summary>
    public IReadOnlyList<Finding> Findings { get => field ?? []; init; }

    /// <summary>Answers that somebody else changed first, where that is the refusal.</summary>
    public IReadOnlyList<AnswerConflict> Conflicts { get => field ?? []; init; }

    /// <summary>The state of the return now, as its ETag says it, where the caller's was stale.</summary>
    public long? CurrentChange { get; init; }
}

/// <summary>The same answer changed twice: the caller's value, the stored one, and the version to base the next try on.</summary>
/// <param name="YoursJson">The caller's value, JSON.</param>
/// <param name="TheirsJson">The stored value, JSON; <c>null</c> where it was cleared.</param>
public sealed record AnswerConflict(QuestionId Question, int BasedOn, int CurrentVersion, ReadOnlyMemory<byte> YoursJson, ReadOnlyMemory<byte> TheirsJson)
{
    /// <summary>What both started from, JSON; null where it is not known.</summary>
    public ReadOnlyMemory<byte>? ShownJson { get; init; }

    /// <summary>Where the two contradict each other: the question's id, a table's cells as <c>question/row/column</c>, <c>question/comment</c>.</summary>
    public IReadOnlyList<string> Places { get => field ?? [Question.Value]; init; }

    public string? YourComment { get; init; }

    public string? TheirComment { get; init; }

    /// <summary>Who changed it meanwhile; null where that is not known.</summary>
    public MemberId? By { get; init; }

    public DateTimeOffset? At { get; init; }
}

/// <summary>A value, or why there is none.</summary>
public readonly struct Outcome<T>
{
    private Outcome(T? value, Problem? problem)
    {
        Value = value;
        Problem = problem;
    }

    /// <summary>The value; meaningless when <see cref="Problem"/> is set.</summary>
    public T? Value { get; }

    public Problem? Problem { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}
