using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>A whole draft, to be read.</summary>
/// <param name="CarriedOver">Questions that are filled in beforehand and that nobody confirmed: their answers don't count.</param>
/// <param name="Open">What is not finished around it.</param>
public sealed record DraftToRead(FoundReturn Return, IReadOnlySet<QuestionId> CarriedOver, StillOpen Open);

/// <summary>Reads a whole draft for the provider's people; to others it is not there.</summary>
public sealed class ReadDraft(FindReturn find, LastAnswers lastAnswers, FindStillOpen open)
{
    public async Task<Outcome<DraftToRead>> RunAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        return current.Access.SeesDraft
            ? new DraftToRead(current, await CarriedOverAsync(current, cancellation), await open.OfAsync(current, caller, cancellation))
            : ReturnAccess.NotFound;
    }

    private async Task<IReadOnlySet<QuestionId>> CarriedOverAsync(FoundReturn current, CancellationToken cancellation)
    {
        var draft = current.DraftAnswers();
        var answers = current.Ask(draft);
        var unanswered = current.Version.Questions.Where(question =>
            question.Prefill != Prefill.Never && answers.IsAsked(question) && draft.GetValueOrDefault(question.Id.Value, DraftAnswer.None).Version == 0).ToList();
        var last = unanswered.Exists(question => question.Prefill == Prefill.Previous) ? await lastAnswers.OfAsync(current, cancellation) : null;
        return unanswered.Where(question => ReadSection.CarriedTo(question, current, last) is not null).Select(question => question.Id).ToHashSet();
    }
}
