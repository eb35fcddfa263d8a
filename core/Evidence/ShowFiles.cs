using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>The files of a question as its provider's people see them.</summary>
/// <param name="InAnswer">Those in the draft's answer, in its order.</param>
/// <param name="Others">Those on their way and those that were refused, the oldest first.</param>
/// <param name="PlacesLeft">How many more the question takes.</param>
/// <param name="WhyNot">Why nothing can be changed; null where it can.</param>
public sealed record ShownFiles(FoundEvidence Found, IReadOnlyList<AnsweredFile> InAnswer, IReadOnlyList<EvidenceFile> Others, int PlacesLeft, Problem? WhyNot)
{
    /// <summary>Whether another may be added now.</summary>
    public bool MayAdd => WhyNot is null && PlacesLeft > 0;
}

/// <summary>Shows the files of a question, those in the answer and those on their way.</summary>
public sealed class ShowFiles(FindReturn find, IEvidenceStore evidence, TimeProvider clock)
{
    public async Task<Outcome<ShownFiles>> RunAsync(ReturnKey key, QuestionId question, Caller caller, CancellationToken cancellation)
    {
        var found = await FoundEvidence.FindAsync(find, key, question, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.SeesDraft)
            return current.Return.Access.WhyNot("Who fills in this part of the return sees its files; others see those of what was submitted.");
        var now = clock.GetUtcNow();
        var known = (await evidence.OfAsync(key, question, cancellation)).Select(stored => stored.File).ToList();
        var others = known.Where(file => file.State is FileState.Waiting or FileState.Refused || (file.State == FileState.Uploading && file.HoldsPlaceAt(now))).OrderBy(file => file.At);
        return new ShownFiles(
            current, FilesOfDraft.In(current.Return.DraftAnswers(), current.Question), [.. others], Math.Max(0, current.Question.MaxFiles - known.Count(file => file.HoldsPlaceAt(now))), current.WhyNotAt(now));
    }
}
