using static MonitoringReturns.Core.Forms.Changes.ChangeClass;
using static MonitoringReturns.Core.Forms.Changes.ChangeKind;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>
/// What each change costs a charity: the one place where it is decided (decision 9). Heavier is what asks for more, what refuses an
/// answer that was accepted, what shows answers to more people, and whatever nobody can tell.
/// </summary>
public static class ChangeRules
{
    public static ChangeClass ClassOf(ChangedThing thing, ChangeKind kind) => (thing, kind) switch
    {
        // A section's questions count for themselves; one more answer to choose from is one tick as before.
        (ChangedThing.Section or ChangedThing.Choice, Added) => Same,
        (_, Added) => Heavier,
        (_, Removed) => Lighter,

        // The charity has to know which part it is.
        (_, Split) => Heavier,
        // Rows, columns and choices are counted as before and written as one; two questions bring their own conditions and checks.
        (ChangedThing.Row or ChangedThing.Column or ChangedThing.Choice, Merged) => Same,
        (_, Merged) => Heavier,
        // What means the same keeps its id.
        (_, Replaced) => Heavier,
        (_, TypeChanged) => Heavier,

        (_, Reworded or Explained or Moved or ReportedOtherwise) => Same,

        (_, Required) => Heavier,
        (_, Relaxed) => Lighter,
        (_, Stricter or JudgedOtherwise) => Heavier,
        (_, Looser) => Lighter,
        // Where there is room for more, more may be expected.
        (_, MoreRoom) => Same,

        (_, AskedOfMore or AskedOfOthers) => Heavier,
        (_, AskedOfFewer) => Lighter,

        // People agreed to who would read it.
        (_, SeenByMore) => Heavier,
        (_, SeenByFewer) => Same,

        (_, FilledInMore) => Lighter,
        (_, FilledInLess) => Heavier,

        // The charity has to tell people, and keep their data safe.
        (_, PersonalDataAsked) => Heavier,

        // Whoever says that it takes longer says that it is more work.
        (_, EstimateRaised) => Heavier,
        (_, EstimateLowered) => Lighter,

        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No rule says what this change costs."),
    };

    /// <summary>The heaviest of the changes; what changes nothing is the same.</summary>
    public static ChangeClass ClassOf(IReadOnlyCollection<FormChange> changes) => changes.Count == 0 ? Same : changes.Max(change => change.Class);
}
