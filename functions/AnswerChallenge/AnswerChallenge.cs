using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions;

/// <summary>POST /api/v1/programmes/{programme}/form/challenges/{challenge}/answer</summary>
internal static class AnswerChallengeFunction
{
    public const string Route = FormCalls.Route + "/challenges/{challenge}/answer";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Route, RunAsync).WithName("AnswerChallenge").WithSummary("The lead funder answers a challenge, once, for everybody in the programme to read")
            .Accepts<SayingAnswerRequest>("application/json").Produces<SayingAnswer>().Refuses(400, 403, 404, 409, 415, 422);

    private static Task<IResult> RunAsync(string programme, string challenge, SpeakOfForm speak, HttpContext http, CancellationToken cancellation) =>
        FormCalls.OfAsync(programme, http, ApiJson.Default.SayingAnswerRequest, FormSayings.WhatAnswer, (id, sent) => speak.AnswerChallengeAsync(id, challenge, sent.Text, sent.Changed ?? false, http.Caller(), cancellation), answered => FormSayings.Answered(http, answered));
}
