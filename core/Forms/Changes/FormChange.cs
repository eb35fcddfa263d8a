namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>What a change costs a charity, from the lightest to the heaviest.</summary>
public enum ChangeClass
{
    /// <summary>Less is asked.</summary>
    Lighter,
    /// <summary>What was kept and written so far will do.</summary>
    Same,
    /// <summary>More is asked, or what was accepted may be refused, or nobody can tell.</summary>
    Heavier,
}

/// <summary>What of a form changed.</summary>
public enum ChangedThing
{
    Form,
    Section,
    Question,
    Row,
    Column,
    Choice,
    Check,
}

/// <summary>How it changed. What each costs is in <see cref="ChangeRules"/>.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    /// <summary>One thing made several.</summary>
    Split,
    /// <summary>Several things made one: their figures add up to its.</summary>
    Merged,
    /// <summary>Another thing, under an id of its own, takes its place.</summary>
    Replaced,
    Reworded,
    /// <summary>A hint, why it is asked or who uses the answer.</summary>
    Explained,
    Moved,
    TypeChanged,
    /// <summary>Optional so far, required now.</summary>
    Required,
    /// <summary>Required so far, optional now.</summary>
    Relaxed,
    /// <summary>Refuses, or asks a sentence about, answers that passed so far.</summary>
    Stricter,
    /// <summary>Refuses, or asks a sentence about, fewer answers than so far.</summary>
    Looser,
    /// <summary>A check that judges something else, so that nobody can tell whom it hits.</summary>
    JudgedOtherwise,
    /// <summary>Room for more than so far: nobody has to use it.</summary>
    MoreRoom,
    AskedOfMore,
    AskedOfFewer,
    /// <summary>Asked of others, or in other periods, than so far.</summary>
    AskedOfOthers,
    SeenByMore,
    SeenByFewer,
    FilledInMore,
    FilledInLess,
    /// <summary>What a report makes of the answer.</summary>
    ReportedOtherwise,
    EstimateRaised,
    EstimateLowered,
    /// <summary>Asks for personal data of the people who were helped, and did not say so before.</summary>
    PersonalDataAsked,
}

/// <summary>Where in a form, by the ids of its documents; what doesn't apply is null.</summary>
/// <param name="Part">A question of a repeating group, which then is <paramref name="Question"/>.</param>
public sealed record ChangePlace(
    SectionId? Section, QuestionId? Question = null, RowId? Row = null, ColumnId? Column = null, string? Choice = null, QuestionId? Part = null, string? Check = null);

/// <summary>One change between two versions of a form.</summary>
/// <param name="Place">In the new version; in the old one of what was removed.</param>
/// <param name="Sentence">What people are told.</param>
public sealed record FormChange(ChangedThing Thing, ChangeKind Kind, ChangePlace Place, string Sentence)
{
    public ChangeClass Class => ChangeRules.ClassOf(Thing, Kind);

    /// <summary>What it is told from others by: the thing, how it changed, and where, as in <c>Row/Added/people/ages/under-5</c>.</summary>
    public string Key => string.Join('/', ((string?[])[$"{Thing}", $"{Kind}", Place.Section?.Value, Place.Question?.Value, Place.Part?.Value, Place.Row?.Value, Place.Column?.Value, Place.Choice, Place.Check]).OfType<string>());
}
