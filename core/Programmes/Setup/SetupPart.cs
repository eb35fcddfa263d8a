namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>A part of a programme's set-up that is changed by itself.</summary>
public enum SetupPart
{
    Name,
    Calendar,
    Funders,
    Priorities,
    Indicators,
    Bands,
    Form,
    Notice,
    ExtraTime,
    LeadProposed,
    LeadChanged,
    LeadNotChanged,
    /// <summary>By a program, all at once.</summary>
    Whole,
}

/// <summary>A part of an award.</summary>
public enum AwardPart
{
    Details,
    Partners,
    Outcomes,
    Profile,
    End,
    /// <summary>By a program, all at once.</summary>
    Whole,
}

/// <summary>The parts in words, as the record says what was changed. An entry is about a part, or an award and its part.</summary>
public static class SetupWords
{
    public static string Of(SetupPart part) => part switch
    {
        SetupPart.Name => "the name",
        SetupPart.Calendar => "the calendar",
        SetupPart.Funders => "who funds it",
        SetupPart.Priorities => "the priorities",
        SetupPart.Indicators => "frameworks and indicators",
        SetupPart.Bands => "the bands",
        SetupPart.Form => "which form is asked",
        SetupPart.Notice => "notice and ceilings",
        SetupPart.ExtraTime => "the days of a period, to give extra time",
        SetupPart.LeadProposed => "the lead funder that is proposed",
        SetupPart.LeadChanged => "the lead funder",
        SetupPart.LeadNotChanged => "the proposal of another lead funder, which was declined",
        _ => "the set-up as a whole",
    };

    public static string Of(AwardPart part) => part switch
    {
        AwardPart.Details => "details and contributions",
        AwardPart.Partners => "the partners",
        AwardPart.Outcomes => "the agreed outcomes",
        AwardPart.Profile => "the profile",
        AwardPart.End => "when it ends",
        _ => "the agreement as a whole",
    };

    /// <summary>What an entry says that it is about, for an award.</summary>
    public static string About(AwardId award, string what) => $"{award}/{what}";

    /// <summary>The award of an entry; null for one of the programme.</summary>
    public static AwardId? AwardIn(string? about) =>
        about?.IndexOf('/', StringComparison.Ordinal) is { } at and > 0 && Identifier.TryParse<AwardId>(about[..at], out var award) ? award : null;

    /// <summary>The part that an entry is about, in words.</summary>
    public static string In(string? about)
    {
        var at = about?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return at < 0
            ? Of(Enum.TryParse<SetupPart>(about, out var part) ? part : SetupPart.Whole)
            : Of(Enum.TryParse<AwardPart>(about![(at + 1)..], out var own) ? own : AwardPart.Whole);
    }
}
