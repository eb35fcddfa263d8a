using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/draft/comments</summary>
internal static class CommentOnFormFunction
{
    public const string Route = FormCalls.Route + "/draft/comments";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("CommentOnForm").WithSummary("A provider comments on the version that is open to comments, by name or as “a provider”. A program that acts for several of the programme’s providers names one in X-Organisation")
            .Accepts<SayingRequest>("application/json").Produces<SayingAnswer>(201).Refuses(400, 403, 404, 409, 415, 422);

    private static Task<IResult> RunAsync(string programme, SpeakOfForm speak, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, http, ApiJson.Default.SayingRequest, FormSayings.What, (id, said) => speak.CommentAsync(id, said.About, said.Text, said.Named ?? true, http.Caller(), cancellation),
            comment => FormSayings.Own(http, comment, StatusCodes.Status201Created));
}
