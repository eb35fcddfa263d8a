using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>
/// Removes a file from a draft: its answer loses it, and its content is deleted unless a revision names it. What is on its way, or was refused, goes
/// as well. Removed again, it changes nothing.
/// </summary>
public sealed class RemoveFile(FindReturn find, IEvidenceStore evidence, SaveAnswers save, IWorkQueue queue, TimeProvider clock)
{
    private const int MostTries = 12;

    /// <returns>The file's name.</returns>
    public async Task<Outcome<string>> RunAsync(ReturnKey key, QuestionId question, FileId id, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var found = await FoundEvidence.FindAsync(find, key, question, caller, cancellation);
            if (found.Value is not { } current)
                return found.Problem!;
            if (current.WhyNotAt(clock.GetUtcNow()) is { } refused)
                return refused;
            if (await evidence.GetAsync(key, question, id, cancellation) is not var (file, guard))
                return FoundEvidence.NotFound;
            if (file.State is FileState.Removed or FileState.Kept)
                return file.Name;
            if (file.State == FileState.Clean)
            {
                var saved = await save.RunAsync(key, [Without(current, id)], caller, cancellation);
                if (saved.Problem is null)
                    return file.Name;
                if (saved.Problem.Refusal != Catalogue.AnswersChanged)
                    return saved.Problem;
            }
            else if (await TryRemoveAsync(current, file, guard, cancellation))
                return file.Name;
        }
        return new Problem(Catalogue.Busy, "Many people are changing these files right now. Nothing was removed; try again in a moment.");
    }

    private static AnswerChange Without(FoundEvidence current, FileId id)
    {
        var draft = current.Return.DraftAnswers();
        var left = FilesOfDraft.In(draft, current.Question).Where(file => file.Id != id).ToList();
        return new AnswerChange(
            current.Question.Id.Value, AnswerJson.Of(current.Question, left.Count == 0 ? null : new EvidenceAnswer(left)), draft.GetValueOrDefault(current.Question.Id.Value, DraftAnswer.None).Version, HasComment: false, null);
    }

    private async Task<bool> TryRemoveAsync(FoundEvidence current, EvidenceFile file, string guard, CancellationToken cancellation)
    {
        var item = current.ItemAt(clock.GetUtcNow());
        await find.KeepSweptAsync(current.Return, cancellation);
        if (!await evidence.TrySaveAsync(new FileWrite(file with { State = FileState.Removed }, guard), item, cancellation))
            return false;
        await queue.TrySendAsync(new ApplyProjectionsMessage(file.Return.Programme, file.Return.Period, item.Id), cancellation);
        return true;
    }
}
