using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// The lead funder accepts a return, for all funders, and says what was used of it and what will be done. From then on it changes only after it
/// was reopened.
/// </summary>
public sealed class AcceptReturn(DecideOnReturn decide, IReturnStore returns)
{
    public const string WhoMay = "An officer of the lead funder accepts returns.";

    /// <summary>For a program, whose system may keep what is said elsewhere: words may be left out.</summary>
    /// <param name="expectedChange">The state of the return that was read.</param>
    public Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, long expectedChange, AnswerBackWords words, Caller caller, CancellationToken cancellation) => decide.RunAsync(
        key, caller,
        async (current, now) =>
            !current.Access.MayAccept ? current.Access.WhyNot(WhoMay)
            : expectedChange != current.Header.Change ? ReturnChange.Stale(current)
            : await DecideAsync(current, words, caller, now, cancellation),
        cancellation);

    /// <summary>For a person, who has to say something to the provider.</summary>
    /// <param name="revision">The one that was read.</param>
    public Task<Outcome<ReturnHeader>> OfRevisionAsync(ReturnKey key, int revision, AnswerBackWords words, Caller caller, CancellationToken cancellation) => decide.RunAsync(
        key, caller,
        async (current, now) =>
            !current.Access.MayAccept ? current.Access.WhyNot(WhoMay)
            : words.IsEmpty ? NothingSaid
            : current.Header is { Status: not ReturnStatus.Accepted, Revision: > 0 } && Meanwhile.RevisedSince(current, revision) is { } revised ? revised
            : await DecideAsync(current, words, caller, now, cancellation),
        cancellation);

    /// <summary>Why a return can't be accepted as it stands; null where it can.</summary>
    public static Problem? WhyNot(FoundReturn current) => current.Header switch
    {
        { CanBeAccepted: true } => null,
        { Status: ReturnStatus.Accepted } => new Problem(Catalogue.NotToBeAccepted, $"{Meanwhile.Accepted(current)} It is accepted already: nothing was added."),
        { Status: ReturnStatus.Reopened } => new Problem(Catalogue.NotToBeAccepted, "The return was reopened and is being corrected. It can be accepted when the correction is in."),
        { OpenQueries: > 0 and var open } => new Problem(
            Catalogue.QueriesOpen, open == 1 ? "One question about the return is open. It has to be answered or withdrawn first." : $"{open} questions about the return are open. They have to be answered or withdrawn first."),
        _ => new Problem(Catalogue.NotToBeAccepted, "Only a return that was submitted can be accepted; this one is not in yet."),
    };

    private static Problem NothingSaid => new(Catalogue.AnswerBackNotUsable, "Say what was used of the return, or what will be done.")
    {
        Findings = [new Finding(Catalogue.SayingNeeded, FindingKind.Refused, "used", "Say what you used of this return, or what you will do. The charity reads it.")],
    };

    private async Task<Outcome<Decision>> DecideAsync(FoundReturn current, AnswerBackWords words, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var (used, willDo) = AcknowledgeReturn.Read(words, findings);
        if (findings.Count > 0)
            return new Problem(Catalogue.AnswerBackNotUsable, "Put right what is listed under findings, then send it again.") { Findings = findings };
        if (current.Header.Status == ReturnStatus.Accepted && (used ?? willDo) is not null
            && (await returns.AnswersBackAsync(current.Key, cancellation)).Any(one => one.Kind == AnswerBackKind.Accepted && one.Revision == current.Header.Revision && one.By == caller.Id && one.Used == used && one.WillDo == willDo))
            return Decision.Done;
        if (WhyNot(current) is { } refused)
            return refused;
        var lead = current.Programme.LeadFunder.Id;
        return new Decision(current.Header.Accepted(now), OutboxEvent.Accepted, Deed.Accepted, lead)
        {
            AnswerBack = new AnswerBack(current.Key, current.Header.Revision, lead, AnswerBackKind.Accepted, caller.Id, now, used, willDo),
        };
    }
}
