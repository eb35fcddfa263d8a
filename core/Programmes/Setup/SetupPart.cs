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
    VersionAnnounced,
    VersionWithdrawn,
    Areas,
    RegisterPublished,
    RegisterWithdrawn,
}

/// <summary>A part of an award.</summary>
public enum AwardPart
{
    Details,
    Partners,
    Outcomes,
    Profile,
    End,
    Areas,
    /// <summary>By a program, all at once.</summary>
    Whole,
}

/// <summary>What was changed in words, as the record says it. An entry is about a part, or an award and its part.</summary>
public static class SetupWords
{
    public static string Of(SetupPart part) => part switch
    {
        SetupPart.Name => "Changed the name",
        SetupPart.Calendar => "Changed the calendar",
        SetupPart.Funders => "Changed who funds it",
        SetupPart.Priorities => "Changed the priorities",
        SetupPart.Indicators => "Changed frameworks and indicators",
        SetupPart.Bands => "Changed the bands",
        SetupPart.Form => "Changed which form is asked",
        SetupPart.Notice => "Changed notice and ceilings",
        SetupPart.ExtraTime => "Gave extra time for a period",
        SetupPart.LeadProposed => "Proposed another lead funder",
        SetupPart.LeadChanged => "Accepted to lead it from now on",
        SetupPart.LeadNotChanged => "Ended the proposal of another lead funder, which stays as it was",
        SetupPart.VersionAnnounced => "Announced a version of the form",
        SetupPart.VersionWithdrawn => "Withdrew a version of the form before it started",
        SetupPart.Areas => "Changed the areas that it is to reach",
        SetupPart.RegisterPublished => "Published its register to the other funders of the portal",
        SetupPart.RegisterWithdrawn => "Took its register back from the other funders of the portal",
        _ => "Changed the set-up as a whole",
    };

    public static string Of(AwardPart part) => part switch
    {
        AwardPart.Details => "details and contributions",
        AwardPart.Partners => "the partners",
        AwardPart.Outcomes => "the agreed outcomes",
        AwardPart.Profile => "the profile",
        AwardPart.End => "when it ends",
        AwardPart.Areas => "the areas it works in",
        _ => "the agreement as a whole",
    };

    /// <summary>What an entry says that it is about, for an award.</summary>
    public static string About(AwardId award, string what) => $"{award}/{what}";

    /// <summary>The award of an entry; null for one of the programme.</summary>
    public static AwardId? AwardIn(string? about) =>
        about?.IndexOf('/', StringComparison.Ordinal) is { } at and > 0 && Identifier.TryParse<AwardId>(about[..at], out var award) ? award : null;

    /// <summary>What an entry says that it is about, for a sample; no award's entry looks like it.</summary>
    public static string About(PeriodId period, int sample) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{period}:{sample}");

    /// <summary>The period of a sample's entry; null for another.</summary>
    public static PeriodId? PeriodIn(string? about) =>
        about?.IndexOf(':', StringComparison.Ordinal) is { } at and > 0 && Identifier.TryParse<PeriodId>(about[..at], out var period) ? period : null;

    /// <summary>What was done with the programme, as an entry names it.</summary>
    public static string OfProgramme(string? about) => Of(Enum.TryParse<SetupPart>(about, out var part) ? part : SetupPart.Whole);

    /// <summary>The part of an award that an entry is about.</summary>
    public static string OfAward(string? about) =>
        Of(Enum.TryParse<AwardPart>(about?[(about.IndexOf('/', StringComparison.Ordinal) + 1)..], out var part) ? part : AwardPart.Whole);
}
