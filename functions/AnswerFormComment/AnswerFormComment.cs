using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/drafts/{draft}/comments/{comment}/answer</summary>
internal static class AnswerFormCommentFunction
{
    public const string Route = FormCalls.Route + "/drafts/{draft}/comments/{comment}/answer";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AnswerFormComment").WithSummary("The lead funder answers a comment, once, for everybody in the programme to read")
            .Accepts<SayingAnswerRequest>("application/json").Produces<SayingAnswer>().Refuses(400, 403, 404, 409, 415, 422);

    private static Task<IResult> RunAsync(string programme, string draft, string comment, SpeakOfForm speak, HttpContext http, CancellationToken cancellation) =>
        !RouteIds.TryRevision(draft, out var number) ? Task.FromResult(ProblemAnswers.Of(RouteIds.NotFound))
        : FormCalls.OfAsync(programme, http, ApiJson.Default.SayingAnswerRequest, FormSayings.WhatAnswer, (id, sent) => speak.AnswerCommentAsync(id, number, comment, sent.Text, sent.Changed ?? false, http.Caller(), cancellation), answered => FormSayings.Answered(http, answered));
}
