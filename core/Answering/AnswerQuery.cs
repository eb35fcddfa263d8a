using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>The provider answers a query in words, once. A revision that changes the answer is the other way, and is submitted as ever.</summary>
public sealed class AnswerQuery(DecideOnReturn decide, IReturnStore returns)
{
    public const string WhoMay = "A preparer or signatory of the provider answers what funders ask.";

    public async Task<Outcome<Query>> RunAsync(ReturnKey key, int number, string? answer, Caller caller, CancellationToken cancellation)
    {
        Query? answered = null;
        var done = await decide.RunAsync(
            key, caller,
            async (current, now) =>
            {
                if (!current.Access.MayAnswerQueries)
                    return current.Access.WhyNot(WhoMay);
                if (await FindAsync(returns, current, number, cancellation) is not { } query)
                    return NotFound;
                var findings = new List<Finding>();
                var said = SaidText.Need(answer, "answer", "your answer", "Write an answer, or change the answer that is asked about and have the return signed again.", Query.MostCharacters, findings);
                if (findings.Count > 0)
                    return new Problem(Catalogue.QueryAnswerNotUsable, "Put right what is listed under findings, then send it again.") { Findings = findings };
                answered = query;
                if (query is { State: QueryState.Answered, AnsweredBy: null } && query.ClosedBy == caller.Id && query.Answer == said)
                    return Decision.Done;
                if (query.State != QueryState.Open)
                    return Closed(query, current);
                answered = query with { State = QueryState.Answered, Answer = said, ClosedBy = caller.Id, ClosedAt = now };
                return new Decision(current.Header.WithoutQuery(), OutboxEvent.QueryAnswered, Deed.QueryAnswered, current.Access.For, query.Name) { Query = answered };
            },
            cancellation);
        return done.Problem is { } problem ? problem : answered!;
    }

    public static Problem NotFound => new(Catalogue.NotFound, "There is no such question about this return.");

    /// <summary>A query that the caller sees; null where there is none.</summary>
    internal static async Task<Query?> FindAsync(IReturnStore returns, FoundReturn current, int number, CancellationToken cancellation) =>
        (await returns.QueriesAsync(current.Key, cancellation)).FirstOrDefault(query => query.Number == number && current.Access.SeesQuery(query, current.Version));

    /// <summary>What happened to a query meanwhile.</summary>
    internal static Problem Closed(Query query, FoundReturn current) => new(Catalogue.QueryClosed, query switch
    {
        { State: QueryState.Withdrawn } => $"The question was withdrawn on {Meanwhile.At(query.ClosedAt)} by the funder that had asked it. It needs no answer.",
        { AnsweredBy: { } revision } => $"{current.Award.Provider.Name} answered it with revision {revision}, sent on {Meanwhile.At(query.ClosedAt)}.",
        _ => $"{current.Award.Provider.Name} answered it on {Meanwhile.At(query.ClosedAt)}: “{query.Answer}” It takes no second answer.",
    });
}
