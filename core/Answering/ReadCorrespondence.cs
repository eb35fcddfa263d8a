using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>A query as a reader sees it.</summary>
/// <param name="Asker">The funder that asked, by name.</param>
/// <param name="About">The question whose answer it is about; null for the return as a whole.</param>
/// <param name="Changes">Where a revision answered it: what that changed, as far as the reader sees it.</param>
public sealed record ShownQuery(Query Query, string Asker, Question? About, IReadOnlyList<AnswerDifference> Changes);

/// <summary>What a funder answered as a reader sees it.</summary>
/// <param name="Answer">Without words that are not for the reader.</param>
public sealed record ShownAnswerBack(AnswerBack Answer, string Funder);

/// <summary>What went to and fro about a return, as far as a reader sees it.</summary>
/// <param name="Queries">The open ones first, then the newest first.</param>
/// <param name="Answers">The newest first.</param>
public sealed record Correspondence(IReadOnlyList<ShownQuery> Queries, IReadOnlyList<ShownAnswerBack> Answers)
{
    public static readonly Correspondence None = new([], []);

    public int OpenQueries => Queries.Count(shown => shown.Query.State == QueryState.Open);

    /// <summary>What was answered to a revision, the lead funder first.</summary>
    public IEnumerable<ShownAnswerBack> To(int revision) => Answers.Where(shown => shown.Answer.Revision == revision).OrderBy(shown => shown.Answer.Kind);
}

/// <summary>Reads it, for the provider's people and the funders of the award.</summary>
public sealed class ReadCorrespondence(FindReturn find, IReturnStore returns, CompareRevisions compare)
{
    public async Task<Outcome<(FoundReturn Return, Correspondence Correspondence)>> RunAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        return current.Access is { IsProvider: false, Funder: null }
            ? current.Access.WhyNot("The provider's own people and its funders read what was asked and answered.")
            : (current, await OfAsync(current, cancellation));
    }

    public async Task<Correspondence> OfAsync(FoundReturn current, CancellationToken cancellation)
    {
        if (current.Access is { IsProvider: false, Funder: null } || current.Header.Revision == 0)
            return Correspondence.None;
        var readingQueries = current.Header.Queries == 0 ? Task.FromResult<IReadOnlyList<Query>>([]) : returns.QueriesAsync(current.Key, cancellation);
        var answers = await returns.AnswersBackAsync(current.Key, cancellation);
        var queries = new List<ShownQuery>();
        foreach (var query in (await readingQueries).Where(query => current.Access.SeesQuery(query, current.Version)))
            queries.Add(new ShownQuery(
                query, NameOf(current.Programme, query.For), query.Question is { } question ? current.Version.Find(question.Value) : null,
                query.AnsweredBy is { } revision ? await compare.OfQuestionAsync(current, revision, query.Question, cancellation) : []));
        return new Correspondence(
            [.. queries.OrderBy(shown => shown.Query.State == QueryState.Open ? 0 : 1).ThenByDescending(shown => shown.Query.Number)],
            [.. answers.OrderByDescending(answer => answer.At).Select(answer => new ShownAnswerBack(
                current.Access.SeesWordsOf(answer.Funder) ? answer : answer with { Used = null, WillDo = null }, NameOf(current.Programme, answer.Funder)))]);
    }

    /// <summary>A funder that has left the programme since is not named by its number.</summary>
    private static string NameOf(Programme programme, OrganisationId funder) => programme.Funders.FirstOrDefault(one => one.Id == funder)?.Name ?? "A former funder";
}
