using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <param name="Question">Its id; absent for the form as a whole.</param>
/// <param name="Named">Whether others read who says it.</param>
internal sealed record SayingRequest(string? Text, string? Question = null, bool? Named = null)
{
    /// <summary>The question; none where none is named, and one that no form has where what is named can't be one.</summary>
    public QuestionId? About => Question is not { Length: > 0 } ? null : Identifier.TryParse<QuestionId>(Question, out var id) ? id : default(QuestionId);
}

/// <param name="Changed">Whether the form is changed for it.</param>
internal sealed record SayingAnswerRequest(string? Text, bool? Changed = null);

/// <param name="Provider">Who said it; absent where it spoke as “a provider”, but to itself.</param>
/// <param name="Draft">The draft that it comments on; absent for a challenge.</param>
/// <param name="Version">The version that asked what it challenges; absent for a comment.</param>
internal sealed record SayingAnswer(string Id, int? Draft, int? Version, string? Question, string? Label, string Text, string? Provider, bool Named, DateTimeOffset At, FormAnswerAnswer? Answer)
{
    public static SayingAnswer Of<T>(ShownSaying<T> shown) where T : FormSaying => new(
        shown.Saying.Id, (shown.Saying as FormComment)?.Draft, (shown.Saying as Challenge)?.Version, shown.Saying.Question?.Value, shown.Saying.Label, shown.Saying.Text, shown.Speaker, shown.Saying.Named, shown.Saying.At,
        shown.Saying.Answer is { } answer ? new FormAnswerAnswer(answer.Text, answer.Changed, answer.On) : null);
}

internal sealed record FormAnswerAnswer(string Text, bool Changed, DateOnly On);

internal sealed record SayingListAnswer(IReadOnlyList<SayingAnswer> Items, string? Next);

/// <summary>What the functions of comments and challenges have in common.</summary>
internal static class FormSayings
{
    public const string What = """Send what you say: {"text":"…","question":"people-helped","named":true}.""";

    public const string WhatAnswer = """Send the answer: {"text":"…","changed":false}.""";

    /// <summary>A page of them.</summary>
    public static async Task<IResult> ListAsync<T>(string programme, HttpContext http, Func<ProgrammeId, string?, int, Caller, Task<Outcome<PageOf<ShownSaying<T>>>>> list) where T : FormSaying
    {
        var size = Paging.Size(http.Request.Query["size"]);
        if (size.Problem is { } wrong)
            return ProblemAnswers.Of(wrong);
        var after = http.Request.Query["after"].ToString() is { Length: > 0 } named ? named : null;
        return await FormCalls.OfAsync(programme, id => list(id, after, size.Value, http.Caller()), page => FormCalls.Json(
            http, new SayingListAnswer([.. page.Items.Select(SayingAnswer.Of)], page.Continuation is { } next ? FormattableString.Invariant($"{http.Request.Path}?size={size.Value}&after={next}") : null), ApiJson.Default.SayingListAnswer));
    }

    /// <summary>What its speaker said, as its speaker reads it.</summary>
    public static IResult Own<T>(HttpContext http, T saying, int status) where T : FormSaying => Json(http, new ShownSaying<T>(saying, saying.Provider.Name, true), status);

    /// <summary>As the lead funder reads it, that answered it.</summary>
    public static IResult Answered<T>(HttpContext http, T saying) where T : FormSaying => Json(http, new ShownSaying<T>(saying, saying.Named ? saying.Provider.Name : null, false), StatusCodes.Status200OK);

    private static IResult Json<T>(HttpContext http, ShownSaying<T> shown, int status) where T : FormSaying => FormCalls.Json(http, SayingAnswer.Of(shown), ApiJson.Default.SayingAnswer, status);
}
