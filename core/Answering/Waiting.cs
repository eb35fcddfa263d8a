using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>A return that waits for a funder's answer: the lead's to accept it, a co-funder's to acknowledge it. A projection, with the names that its list shows.</summary>
/// <param name="Since">When the first submission came that the funder has not answered.</param>
/// <param name="Status">Where the return stands: a queried one waits for the provider first.</param>
public sealed record WaitingReturn(
    OrganisationId Funder, ReturnKey Key, DateTimeOffset Since, ReturnStatus Status, int Revision, bool ForAll, string Programme, string Period, string Provider)
{
    /// <summary>No return goes unanswered for longer than this, in working days.</summary>
    public const int MostWorkingDays = 20;

    /// <summary>Working days that it has waited on a day.</summary>
    public int WorkingDays(DateOnly today) => Periods.WorkingDays.Since(UkTime.DayOf(Since), today);

    /// <summary>What waits for a funder of the award; null where it owes no answer.</summary>
    /// <param name="answers">What funders answered to the return.</param>
    public static WaitingReturn? Of(ReturnHeader header, IReadOnlyList<AnswerBack> answers, Programme programme, Award award, OrganisationId funder)
    {
        if (header.Revision == 0 || header.Status == ReturnStatus.Reopened)
            return null;
        var lead = funder == programme.LeadFunder.Id;
        var answered = answers.Where(answer => answer.Funder == funder).Select(answer => answer.Revision).DefaultIfEmpty(0).Max();
        if (lead ? header.WaitsSince is null : answered == header.Revision)
            return null;
        var since = (lead ? header.WaitsSince : answered == 0 ? header.FirstSubmittedAt : header.SubmittedAt)!.Value;
        return new WaitingReturn(
            funder, header.Key, since, header.Status, header.Revision, lead, programme.Name, programme.Period(header.Key.Period)?.Name ?? header.Key.Period.Value, award.Provider.Name);
    }
}

/// <summary>Keeps, for each funder, the returns that wait for its answer.</summary>
public interface IWaitingStore
{
    /// <summary>Stores it, in place of what was stored of the same return.</summary>
    Task PutAsync(WaitingReturn waiting, CancellationToken cancellation);

    Task RemoveAsync(OrganisationId funder, ReturnKey key, CancellationToken cancellation);

    /// <summary>Who waited longest first.</summary>
    /// <param name="after">Where the page before ended; null for the first.</param>
    Task<PageOf<WaitingReturn>> ListAsync(OrganisationId funder, string? after, int size, CancellationToken cancellation);
}

/// <summary>
/// Brings what waits for the funders of a return up to date with the return as it stands now, and looks again afterwards: so what an older message
/// writes late is put right by the one that wrote it.
/// </summary>
public sealed class ProjectWaiting(IReturnStore returns, IProgrammeStore programmes, IWaitingStore waiting)
{
    /// <summary>Whether what happened to a return can change who waits for what.</summary>
    public static bool Follows(OutboxEvent what) => what is OutboxEvent.Submitted or OutboxEvent.Accepted or OutboxEvent.Reopened
        or OutboxEvent.QueryAsked or OutboxEvent.QueryAnswered or OutboxEvent.QueryWithdrawn or OutboxEvent.Acknowledged;

    public async Task RunAsync(ReturnKey key, CancellationToken cancellation)
    {
        var findingAward = programmes.GetAwardAsync(key.Programme, key.Award, cancellation);
        var programme = await programmes.GetAsync(key.Programme, cancellation);
        var award = await findingAward;
        var header = await returns.GetHeaderAsync(key, cancellation);
        while (programme is not null && award is not null && header is not null)
        {
            var answers = await returns.AnswersBackAsync(key, cancellation);
            await Task.WhenAll(programme.Funders.Where(funder => funder.Id == programme.LeadFunder.Id || award.IsFundedBy(funder.Id)).Select(funder =>
                WaitingReturn.Of(header, answers, programme, award, funder.Id) is { } waits ? waiting.PutAsync(waits, cancellation) : waiting.RemoveAsync(funder.Id, key, cancellation)));
            var now = await returns.GetHeaderAsync(key, cancellation);
            if (now?.Change == header.Change)
                return;
            header = now;
        }
    }
}
