using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>A co-funder acknowledges a revision of a return for itself, with words to the provider or without.</summary>
public sealed class AcknowledgeReturn(DecideOnReturn decide, IReturnStore returns)
{
    public const string WhoMay = "An officer of a co-funder acknowledges a return for that funder. The lead funder accepts it.";

    /// <param name="revision">The one that was read.</param>
    public Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, int revision, AnswerBackWords words, Caller caller, CancellationToken cancellation) => decide.RunAsync(
        key, caller,
        async (current, now) =>
        {
            if (!current.Access.MayAcknowledge || current.Access.Funder is not { } funder)
                return current.Access.WhyNot(WhoMay);
            var findings = new List<Finding>();
            var (used, willDo) = Read(words, findings);
            if (findings.Count > 0)
                return new Problem(Catalogue.AnswerBackNotUsable, "Put right what is listed under findings, then send it again.") { Findings = findings };
            if (current.Header.Revision == 0)
                return NotInYet;
            if (Meanwhile.RevisedSince(current, revision) is { } revised)
                return revised;
            var said = (await returns.AnswersBackAsync(key, cancellation)).FirstOrDefault(one => one.Funder == funder && one.Revision == revision);
            if (said is not null)
                return said.By == caller.Id && said.Used == used && said.WillDo == willDo ? Decision.Done
                    : Already(said);
            return new Decision(current.Header, OutboxEvent.Acknowledged, Deed.Acknowledged, funder)
            {
                AnswerBack = new AnswerBack(key, revision, funder, AnswerBackKind.Acknowledged, caller.Id, now, used, willDo),
            };
        },
        cancellation);

    /// <summary>Why a caller's funder can't acknowledge a return now; null where it can.</summary>
    /// <param name="answers">What funders answered.</param>
    public static Problem? WhyNot(FoundReturn current, IEnumerable<ShownAnswerBack> answers) =>
        current.Header.Revision == 0 ? NotInYet
        : answers.FirstOrDefault(shown => shown.Answer.Funder == current.Access.Funder && shown.Answer.Revision == current.Header.Revision) is { Answer: var said } ? Already(said)
        : null;

    private static Problem NotInYet => new(Catalogue.NotSubmittedYet, "The return is not in yet: there is nothing to acknowledge.");

    private static Problem Already(AnswerBack said) =>
        new(Catalogue.AcknowledgedAlready, $"Your organisation acknowledged revision {said.Revision} on {Meanwhile.At(said.At)}. Nothing was added.");

    internal static (string? Used, string? WillDo) Read(AnswerBackWords words, List<Finding> findings) =>
        (SaidText.Read(words.Used, "used", "what was used", AnswerBack.MostCharacters, findings), SaidText.Read(words.WillDo, "willDo", "what will be done", AnswerBack.MostCharacters, findings));
}
