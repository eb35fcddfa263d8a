using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Notices;

/// <summary>Tells people what happened to a return that they have to know of: a projection of its outbox item.</summary>
public sealed class TellOfReturn(IReturnStore returns, IRecordStore record, TellMembers tell)
{
    public async Task RunAsync(OutboxItem item, CancellationToken cancellation)
    {
        switch (item.Event)
        {
            case OutboxEvent.QueryAsked when (await QueriesAsync(item, cancellation)).Any(query => query.At == item.At && query.State == QueryState.Open):
                await TellAsync(item, NewsKind.QueryAsked, item.Provider, Roles.ProviderLead | Roles.Preparer, null, cancellation);
                break;
            case OutboxEvent.QueryAnswered:
                await TellAskersAsync(item, query => query.State == QueryState.Answered && query.ClosedAt == item.At, cancellation);
                break;
            case OutboxEvent.Submitted when item.Revision > 1:
                await TellAskersAsync(item, query => query.AnsweredBy == item.Revision, cancellation);
                break;
            case OutboxEvent.Accepted:
                await TellAsync(item, NewsKind.Accepted, item.Provider, Roles.ProviderLead, null, cancellation);
                break;
            // Either side reopens; what the provider did itself is no news to it.
            case OutboxEvent.Reopened when await EntryAsync(item, Deed.Reopened, cancellation) is { } reopened && reopened.For != item.Provider:
                await TellAsync(item, NewsKind.Reopened, item.Provider, Roles.ProviderLead, null, cancellation);
                break;
            case OutboxEvent.MarkedReady:
                await TellAsync(item, NewsKind.ReadyToSign, item.Provider, Roles.Signatory, (await EntryAsync(item, Deed.MarkedReady, cancellation))?.By, cancellation);
                break;
            case OutboxEvent.SentBack:
                await TellAsync(item, NewsKind.SentBack, item.Provider, Roles.Preparer, (await EntryAsync(item, Deed.SentBack, cancellation))?.By, cancellation);
                break;
        }
    }

    private async Task TellAskersAsync(OutboxItem item, Func<Query, bool> answered, CancellationToken cancellation)
    {
        foreach (var funder in (await QueriesAsync(item, cancellation)).Where(answered).Select(query => query.For).Distinct())
            await TellAsync(item, NewsKind.QueryAnswered, funder, Roles.Officer | Roles.LeadOfficer, null, cancellation);
    }

    private Task TellAsync(OutboxItem item, NewsKind kind, OrganisationId organisation, Roles roles, MemberId? but, CancellationToken cancellation) =>
        tell.RunAsync(new News(item.Id, kind, item.Key.Programme, item.Key.Period, item.Key.Award), organisation, roles, item.At, but, cancellation);

    private Task<IReadOnlyList<Query>> QueriesAsync(OutboxItem item, CancellationToken cancellation) => returns.QueriesAsync(item.Key, cancellation);

    /// <summary>What the record says of it: who did it, and for whom. Written with the item, so it bears the same moment.</summary>
    private async Task<RecordEntry?> EntryAsync(OutboxItem item, Deed deed, CancellationToken cancellation)
    {
        await foreach (var entry in record.OfAsync(item.Key, cancellation))
            if (entry.At == item.At && entry.Deed == deed)
                return entry;
        return null;
    }
}
