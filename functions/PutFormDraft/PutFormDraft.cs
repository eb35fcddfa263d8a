using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>PUT /api/v1/programmes/{programme}/form/draft</summary>
internal static class PutFormDraftFunction
{
    public const string Route = GetFormDraftFunction.Route;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut(Route, RunAsync).WithName("PutFormDraft").WithSummary("Puts a document in place of the draft's, as one edit that can be undone; it may break rules of versions. Header: If-Match with its ETag")
            .Accepts<JsonElement>("application/json").Produces<FormDraftAnswer>().Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(412, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType).Produces<ProblemAnswer>(428, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, ReadForm read, EditForm edit, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        if ((await read.DraftAsync(id, http.Caller(), cancellation)).Problem is { } refused)
            return ProblemAnswers.Of(refused);
        var mark = FormDraftAnswers.MarkOf(http);
        if (mark.Problem is { } unmarked)
            return ProblemAnswers.Of(unmarked);
        var document = await FormDraftAnswers.DocumentAsync(http);
        if (document.Value is not { } wanted)
            return ProblemAnswers.Of(document.Problem!);
        var done = await edit.RunAsync(id, mark.Value, new ReplaceDocument(wanted), http.Caller(), cancellation);
        return done.Value is { } made ? FormDraftAnswers.Of(made.Draft, http) : ProblemAnswers.Of(done.Problem!);
    }
}
