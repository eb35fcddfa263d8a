using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Returns;

/// <summary>What a revision was submitted for.</summary>
public enum RevisionPurpose
{
    /// <summary>The return's first submission.</summary>
    First,
    /// <summary>It corrects the one before, which had not been accepted.</summary>
    Correction,
    /// <summary>It restates a return that had been accepted and was reopened.</summary>
    Restatement,
}

/// <summary>A revision in the list of a return's revisions.</summary>
/// <param name="Because">Why the return was reopened before it, where that is still known; else null.</param>
public sealed record ListedRevision(int Number, DateTimeOffset SubmittedAt, Signatory Signatory, RevisionPurpose Purpose, string? Because);

/// <summary>How a revision, or the draft, differs from the revision before it.</summary>
/// <param name="Number">The newer revision; null for the draft.</param>
/// <param name="Before">The older revision's number; 0 where there is none, and so nothing to compare with.</param>
public sealed record RevisionChanges(FoundReturn Return, FormVersion Version, int? Number, int Before, IReadOnlyList<AnswerDifference> Differences);

/// <summary>Shows how a return changed from revision to revision: to its provider's people, also what their draft would change; to a funder as far as it sees the answers.</summary>
public sealed class CompareRevisions(FindReturn find, IReturnStore returns, IFormStore forms, IRecordStore record, TimeProvider clock)
{
    /// <summary>The most revisions listed; older ones are read one by one.</summary>
    private const int MostListed = 50;

    /// <summary>Funders compare on pages of their own.</summary>
    public const string OwnPeople = "The provider's own people see here how its return changed.";

    private const string WhoMay = "The provider's own people see how its return changed, and its funders between what was submitted.";

    /// <summary>The newest first.</summary>
    public async Task<Outcome<(FoundReturn Return, IReadOnlyList<ListedRevision> Revisions)>> ListAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(key, caller, cancellation);
        return found.Value is { } current ? (current, await OfFoundAsync(current, cancellation)) : found.Problem!;
    }

    /// <summary>The same of a return that was found already.</summary>
    internal async Task<IReadOnlyList<ListedRevision>> OfFoundAsync(FoundReturn current, CancellationToken cancellation)
    {
        var restating = await RestatingAsync(current.Key, cancellation);
        var reading = Enumerable.Range(1, current.Header.Revision).Reverse().Take(MostListed).Select(number => ReadAsync(current, number, cancellation)).ToList();
        var listed = new List<ListedRevision>();
        foreach (var read in reading)
            if (await read is { } revision)
            {
                var purpose = revision.Number == 1 ? RevisionPurpose.First : restating.Contains(revision.Number) ? RevisionPurpose.Restatement : RevisionPurpose.Correction;
                var last = purpose == RevisionPurpose.Restatement && revision.Number == restating.Max();
                listed.Add(new ListedRevision(revision.Number, revision.SubmittedAt, revision.Signatory, purpose, last ? current.Header.ReopenedBecause : null));
            }
        return listed;
    }

    /// <summary>How a revision differs from the one before it.</summary>
    public async Task<Outcome<RevisionChanges>> OfRevisionAsync(ReturnKey key, int number, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        var readingBefore = ReadAsync(current, number - 1, cancellation);
        if (await ReadAsync(current, number, cancellation) is not { } after)
            return ReturnAccess.NotFound;
        return Compared(current, await readingBefore, after, number);
    }

    /// <summary>What submitting the draft as it stands would change.</summary>
    public async Task<Outcome<RevisionChanges>> OfDraftAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.SeesDraft)
            return current.Access.WhyNot(WhoMay);
        var draft = Revision.Of(key, current.Header.Revision + 1, current.Ask(current.DraftAnswers()), new Signatory("", ""), null, clock.GetUtcNow());
        return Compared(current, await ReadAsync(current, current.Header.Revision, cancellation), draft, null);
    }

    private static RevisionChanges Compared(FoundReturn current, Revision? before, Revision after, int? number) =>
        new(current, after.Answers.Version, number, before?.Number ?? 0, before is null ? [] : SeenDifferences.Of(before, after, current.Access.IsProvider ? null : current.Access.Sight));

    private async Task<Outcome<FoundReturn>> FindAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        return found.Value is { Access: { IsProvider: false, Sight: null } } current ? current.Access.WhyNot(WhoMay) : found;
    }

    /// <summary>How a revision of a return that was found already differs from the one before it, in one question; nothing where they can't be compared.</summary>
    internal async Task<IReadOnlyList<AnswerDifference>> OfQuestionAsync(FoundReturn current, int number, QuestionId? question, CancellationToken cancellation)
    {
        var (before, after) = (await ReadAsync(current, number - 1, cancellation), await ReadAsync(current, number, cancellation));
        return before is null || after is null ? []
            : [.. Compared(current, before, after, number).Differences.Where(difference => question is null || difference.Question.Id == question)];
    }

    private async Task<Revision?> ReadAsync(FoundReturn current, int number, CancellationToken cancellation)
    {
        if (number < 1 || number > current.Header.Revision || await returns.GetRevisionAsync(current.Key, number, cancellation) is not { } stored)
            return null;
        var version = RevisionJson.FormVersionOf(stored) == current.Version.Number
            ? current.Version
            : await forms.GetAsync(current.Programme.Form, RevisionJson.FormVersionOf(stored), cancellation)
                ?? throw new InvalidDataException($"Revision {number} of {current.Key} answers a form version that is not stored.");
        return RevisionJson.Read(stored, version);
    }

    /// <summary>The revisions that were submitted after the return had been reopened, as the record tells it.</summary>
    private async Task<HashSet<int>> RestatingAsync(ReturnKey key, CancellationToken cancellation)
    {
        var (restating, submitted, reopened) = (new HashSet<int>(), 0, false);
        await foreach (var entry in record.OfAsync(key, cancellation))
            if (entry.Deed == Deed.Reopened)
                reopened = true;
            else if (entry.Deed == Deed.Submitted)
            {
                submitted++;
                if (reopened)
                    restating.Add(submitted);
                reopened = false;
            }
        return restating;
    }
}
