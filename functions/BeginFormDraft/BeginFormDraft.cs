using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/draft</summary>
internal static class BeginFormDraftFunction
{
    public const string Route = GetFormDraftFunction.Route;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("BeginFormDraft").WithSummary("Begins the next version of a programme's form: with the document that is sent or, without a body, with the version that is planned last")
            .Produces<FormDraftAnswer>(201).Produces<ProblemAnswer>(403, ProblemAnswers.ContentType).Produces<ProblemAnswer>(404, ProblemAnswers.ContentType).Produces<ProblemAnswer>(409, ProblemAnswers.ContentType).Produces<ProblemAnswer>(415, ProblemAnswers.ContentType).Produces<ProblemAnswer>(422, ProblemAnswers.ContentType);

    private static async Task<IResult> RunAsync(string programme, ReadForm read, EditForm edit, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemAnswers.Of(RouteIds.NotFound);
        if ((await read.ToEditAsync(id, http.Caller(), cancellation)).Problem is { } refused)
            return ProblemAnswers.Of(refused);
        FormDocument? document = null;
        if (http.Request.ContentLength is not 0 && (http.Request.ContentLength is not null || http.Request.ContentType is not null))
        {
            var sent = await FormDraftAnswers.DocumentAsync(http);
            if (sent.Problem is { } unreadable)
                return ProblemAnswers.Of(unreadable);
            document = sent.Value;
        }
        var begun = await edit.BeginAsync(id, document, http.Caller(), cancellation);
        return begun.Value is { } draft ? FormDraftAnswers.Of(draft, http, StatusCodes.Status201Created) : ProblemAnswers.Of(begun.Problem!);
    }
}
