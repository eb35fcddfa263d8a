using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>An officer of a funder of the award asks the provider about a return, or about one answer of it that the funder may see.</summary>
public sealed class AskQuery(DecideOnReturn decide, IReturnStore returns)
{
    /// <summary>The most that are open at once: a revision that answers all of them is still one transaction.</summary>
    public const int MostOpen = 40;

    public const string WhoMay = "An officer of a funder of the award asks about its returns.";

    /// <param name="revision">The one that was read.</param>
    /// <param name="question">Whose answer it is about; null for the return as a whole.</param>
    public async Task<Outcome<Query>> RunAsync(ReturnKey key, int revision, string? question, string? text, Caller caller, CancellationToken cancellation)
    {
        Query? asked = null;
        var done = await decide.RunAsync(
            key, caller,
            async (current, now) =>
            {
                var decision = await DecideAsync(current, revision, question, text, caller, now, cancellation);
                asked = decision.Value?.Query;
                return decision.Value is { } one && one.Query is { Number: var number } && number <= current.Header.Queries ? Decision.Done : decision;
            },
            cancellation);
        return done.Problem is { } problem ? problem : asked!;
    }

    private async Task<Outcome<Decision>> DecideAsync(
        FoundReturn current, int revision, string? question, string? text, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!current.Access.MayAsk || current.Access.Funder is not { } funder)
            return current.Access.WhyNot(WhoMay);
        var findings = new List<Finding>();
        var said = SaidText.Need(text, "text", "your question", "Write what you want to know.", Query.MostCharacters, findings);
        var about = QuestionOf(current, question, findings);
        if (findings.Count > 0)
            return new Problem(Catalogue.QueryNotUsable, "Put right what is listed under findings, then send it again.") { Findings = findings };
        if (WhyNot(current) is { } refused)
            return refused;
        if (Meanwhile.RevisedSince(current, revision) is { } revised)
            return revised;
        if (current.Header.OpenQueries > 0
            && (await returns.QueriesAsync(current.Key, cancellation)).FirstOrDefault(one => one.State == QueryState.Open && one.By == caller.Id && one.For == funder && one.Question == about && one.Text == said) is { } same)
            return Asked(current.Header, same, funder);
        if (current.Header.OpenQueries >= MostOpen)
            return new Problem(Catalogue.TooManyQueries, $"{MostOpen} questions about this return are open. Wait for answers, or withdraw one.");
        return Asked(current.Header.WithQuery(), new Query(current.Key, current.Header.Queries + 1, about, said!, funder, caller.Id, now, current.Header.Revision), funder);
    }

    /// <summary>Why nothing can be asked about a return now; null where something can.</summary>
    public static Problem? WhyNot(FoundReturn current) => current.Header switch
    {
        { CanBeQueried: true } => null,
        { Revision: 0 } => new Problem(Catalogue.NotToBeQueried, "The return is not in yet: there is nothing to ask about."),
        { Status: ReturnStatus.Accepted } => new Problem(Catalogue.NotToBeQueried, $"{Meanwhile.Accepted(current)} Ask for it to be reopened to ask about it."),
        _ => new Problem(Catalogue.NotToBeQueried, "The return was reopened and is being corrected. Ask when the correction is in."),
    };

    private static Decision Asked(ReturnHeader header, Query query, OrganisationId funder) =>
        new(header, OutboxEvent.QueryAsked, Deed.QueryAsked, funder, query.Name) { Query = query };

    private static QuestionId? QuestionOf(FoundReturn current, string? typed, List<Finding> findings)
    {
        if (string.IsNullOrEmpty(typed))
            return null;
        if (current.Version.Find(typed) is { } question && current.Access.Sight?.Sees(question) == true)
            return question.Id;
        findings.Add(new Finding(Catalogue.NotAnAnswer, FindingKind.Refused, "question", "Choose an answer of this return, or the return as a whole."));
        return null;
    }
}
