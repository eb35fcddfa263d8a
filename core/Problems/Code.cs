namespace MonitoringReturns.Core.Problems;

/// <summary>A stable code: a number that is never used again for anything else, and a name to read.</summary>
public sealed record Code(int Number, string Name)
{
    /// <summary>As it stands in API answers, such as <c>MR2101</c>.</summary>
    public override string ToString() => $"MR{Number}";
}

/// <summary>How a refusal is answered over HTTP; the API turns it into the status.</summary>
public enum RefusalKind
{
    Malformed = 400,
    SignInNeeded = 401,
    Forbidden = 403,
    NotFound = 404,
    Conflict = 409,
    Stale = 412,
    TooLarge = 413,
    WrongMediaType = 415,
    Unprocessable = 422,
    ConditionMissing = 428,
    TooMany = 429,
    TryLater = 503,
}

/// <summary>An expected refusal: not an exception but a value from the one catalogue.</summary>
public sealed record Refusal(Code Code, RefusalKind Kind, string Title)
{
    public Refusal(int number, string name, RefusalKind kind, string title) : this(new Code(number, name), kind, title)
    {
    }
}
