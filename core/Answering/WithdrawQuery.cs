using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>The funder that asked takes its query back, while nobody has answered it.</summary>
public sealed class WithdrawQuery(DecideOnReturn decide, IReturnStore returns)
{
    public const string WhoMay = "An officer of the funder that asked withdraws its question.";

    public Task<Outcome<ReturnHeader>> RunAsync(ReturnKey key, int number, Caller caller, CancellationToken cancellation) => decide.RunAsync(
        key, caller,
        async (current, now) =>
        {
            if (!current.Access.Sees || await AnswerQuery.FindAsync(returns, current, number, cancellation) is not { } query)
                return current.Access is { IsProvider: false, Funder: null } ? current.Access.WhyNot(WhoMay) : AnswerQuery.NotFound;
            if (!current.Access.MayWithdraw(query))
                return current.Access.WhyNot(WhoMay);
            if (query.State == QueryState.Withdrawn)
                return Decision.Done;
            if (query.State != QueryState.Open)
                return AnswerQuery.Closed(query, current);
            var withdrawn = query with { State = QueryState.Withdrawn, ClosedBy = caller.Id, ClosedAt = now };
            return new Decision(current.Header.WithoutQuery(), OutboxEvent.QueryWithdrawn, Deed.QueryWithdrawn, query.For, query.Name) { Query = withdrawn };
        },
        cancellation);
}
