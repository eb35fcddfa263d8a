using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>GET /api/v1/help-asked</summary>
internal static class ListHelpAskedFunction
{
    public const string Route = "api/v1/help-asked";

    private const int MostAfter = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Route, RunAsync).WithName("ListHelpAsked").WithSummary("What charities say would help, over all programmes of one funder, the newest first. A program that acts for several names one in X-Organisation")
            .Produces<HelpListAnswer>().Produces<ProblemAnswer>(400, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string? after, ReadHelp read, HttpContext http, CancellationToken cancellation)
    {
        if (after is { Length: 0 or > MostAfter })
            return ProblemAnswers.Of(Paging.BadAfter);
        if (await read.ListAsync(after, http.Caller(), cancellation) is not { } page)
            return ProblemAnswers.Of(ProgrammeAccess.NotFound);
        return TypedResults.Json(
            new HelpListAnswer(
                [.. page.Items.Select(asked => new HelpListed(
                    asked.Return.Programme.Value, asked.Return.Period.Value, asked.Return.Award.Value, asked.Provider, asked.Project, asked.Revision, asked.AskedAt,
                    [.. asked.Words.Select(words => new HelpWordsAnswer(words.Question, words.Words))], asked.Standing.ToString(), asked.Notes, asked.LastNote, $"/{ListReturnsFunction.Route}/{asked.Return}/help"))],
                page.Continuation is { } next ? $"/{Route}?after={Uri.EscapeDataString(next)}" : null),
            ApiJson.Default.HelpListAnswer);
    }
}

/// <param name="Next">The next page; absent on the last.</param>
internal sealed record HelpListAnswer(IReadOnlyList<HelpListed> Requests, string? Next);

/// <param name="Standing">Open, InHand, Given or NotPossible.</param>
/// <param name="Notes">How many notes there are: whoever adds one says how many they had read.</param>
/// <param name="Help">Where a note is posted.</param>
internal sealed record HelpListed(
    string Programme, string Period, string Award, string Provider, string? Project, int Revision, DateTimeOffset AskedAt, IReadOnlyList<HelpWordsAnswer> Words,
    string Standing, int Notes, string? LastNote, string Help);

internal sealed record HelpWordsAnswer(string Question, string Words);
