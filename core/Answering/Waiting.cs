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
    /// <param name="submittedAt">When a revision came that is neither the first nor the newest.</param>
    public static async Task<WaitingReturn?> OfAsync(
        ReturnHeader header, IReadOnlyList<AnswerBack> answers, Programme programme, Award award, OrganisationId funder, Func<int, Task<DateTimeOffset>> submittedAt)
    {
        if (header.Revision == 0 || header.Status == ReturnStatus.Reopened)
            return null;
        var lead = funder == programme.LeadFunder.Id;
        // Of what is not answered the first: a correction starts nothing anew.
        var next = answers.Where(answer => answer.Funder == funder).Select(answer => answer.Revision).DefaultIfEmpty(0).Max() + 1;
        if (lead ? header.WaitsSince is null : next > header.Revision || !award.IsFundedBy(funder))
            return null;
        var since = lead ? header.WaitsSince!.Value
            : next == 1 ? header.FirstSubmittedAt!.Value
            : next == header.Revision ? header.SubmittedAt!.Value
            : await submittedAt(next);
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

    public Task RunAsync(ReturnKey key, CancellationToken cancellation) => RunAsync(key, [], cancellation);

    /// <param name="concerned">Funders that something may wait for, or may have waited for, beside those that answer now.</param>
    public async Task RunAsync(ReturnKey key, IEnumerable<OrganisationId> concerned, CancellationToken cancellation)
    {
        var funders = concerned.ToHashSet();
        for (var stands = await ReadAsync(key, cancellation); stands is { } now;)
        {
            // Also those that answered when it was last read: whoever changed that meanwhile may have been here before.
            funders.UnionWith(now.Programme.Funders.Select(funder => funder.Id).Where(funder => funder == now.Programme.LeadFunder.Id || now.Award.IsFundedBy(funder)));
            var answers = await returns.AnswersBackAsync(key, cancellation);
            await Task.WhenAll(funders.Select(async funder =>
            {
                if (await WaitingReturn.OfAsync(now.Header, answers, now.Programme, now.Award, funder, revision => SubmittedAtAsync(key, revision, cancellation)) is { } waits)
                    await waiting.PutAsync(waits, cancellation);
                else
                    await waiting.RemoveAsync(funder, key, cancellation);
            }));
            stands = await ReadAsync(key, cancellation);
            if (stands is { } after && (after.Header.Change, after.Programme.Version, after.Award.Version) == (now.Header.Change, now.Programme.Version, now.Award.Version))
                return;
        }
    }

    private async Task<DateTimeOffset> SubmittedAtAsync(ReturnKey key, int revision, CancellationToken cancellation) =>
        RevisionJson.SubmittedAtOf(await returns.GetRevisionAsync(key, revision, cancellation)
            ?? throw new InvalidDataException($"Revision {revision} of {key} came before the one that its header names, and is not stored."));

    private async Task<(Programme Programme, Award Award, ReturnHeader Header)?> ReadAsync(ReturnKey key, CancellationToken cancellation)
    {
        var (findingAward, findingHeader) = (programmes.GetAwardAsync(key.Programme, key.Award, cancellation), returns.GetHeaderAsync(key, cancellation));
        var found = (Programme: await programmes.GetAsync(key.Programme, cancellation), Award: await findingAward, Header: await findingHeader);
        return found is { Programme: { } programme, Award: { } award, Header: { } header } ? (programme, award, header) : null;
    }
}
