using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>
/// GET, POST /returns/{programme}/{period}/{award}/files/{question}: the evidence files of a question. The page's script asks for an address and sends each file
/// straight to storage; without it they come with the form, which spools each to disk, so that none is held in memory.
/// </summary>
internal static class EvidenceEndpoint
{
    public const string Route = ReturnAddresses.Route + "/files/{question}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync).WithMetadata(SendsToStorage.Instance);
        pages.MapPost(Route, AddAsync).WithMetadata(SendsToStorage.Instance);
        FileEndpoint.Map(pages);
    }

    private static async Task<IResult> ShowAsync(string programme, string period, string award, string question, string? done, ShowFiles show, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryQuestion(question, out var questionId))
            return ProblemPages.NotFound;
        var shown = await show.RunAsync(key, questionId, http.Caller(), cancellation);
        return shown.Value is { } files ? PageResult.Of<EvidencePage, EvidenceModel>(new EvidenceModel(files, done, [])) : ProblemPages.Of(shown.Problem!);
    }

    private static async Task<IResult> AddAsync(
        string programme, string period, string award, string question, UploadFile upload, ShowFiles show, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryQuestion(question, out var questionId))
            return ProblemPages.NotFound;
        // Whoever may not add anything should not be told what is wrong with their file.
        var before = await show.RunAsync(key, questionId, http.Caller(), cancellation);
        if ((before.Problem ?? before.Value!.WhyNot) is { } refused)
            return ProblemPages.Of(refused);
        var form = await http.FormAsync();
        if (form.Text("name") is { Length: > 0 } name)
            return await BeginAsync(key, questionId, name, long.TryParse(form.Text("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null, upload, http, cancellation);
        if (RouteIds.TryFile(question, form.Text("uploaded"), out _, out var sent))
            return (await upload.AnnounceAsync(key, questionId, sent, http.Caller(), cancellation)).Problem is { } unknown ? ProblemAnswers.Of(unknown) : TypedResults.NoContent();
        var chosen = form.Files.GetFiles(EvidenceModel.FileBox).Where(file => file.FileName.Length > 0).ToList();
        var problems = new List<Problem>();
        foreach (var file in chosen)
            if (await AddOneAsync(key, questionId, file, upload, http, cancellation) is { } problem)
                problems.Add(problem);
        if (problems.Find(problem => problem.Refusal.Kind is not (RefusalKind.Unprocessable or RefusalKind.Conflict)) is { } whole)
            return ProblemPages.Of(whole);
        if (chosen.Count > 0 && problems.Count == 0)
            return new SeeOther(DoneWords.At(ReturnAddresses.Files(key, questionId), chosen.Count == 1 ? EvidenceModel.Sent : EvidenceModel.SeveralSent));

        var after = await show.RunAsync(key, questionId, http.Caller(), cancellation);
        return after.Value is { } files
            ? PageResult.Of<EvidencePage, EvidenceModel>(
                new EvidenceModel(files, null, [.. problems.Select(problem => problem.Detail).Distinct(StringComparer.Ordinal)], chosen.Count == 0),
                problems.Count > 0 && problems.TrueForAll(problem => problem.Refusal.Kind == RefusalKind.Conflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity)
            : ProblemPages.Of(after.Problem!);
    }

    /// <summary>Gives the page's script an address that takes one file.</summary>
    private static async Task<IResult> BeginAsync(ReturnKey key, QuestionId question, string name, long? size, UploadFile upload, HttpContext http, CancellationToken cancellation)
    {
        var begun = await upload.BeginAsync(key, question, name, size, http.Caller(), cancellation);
        return begun.Value is { } made
            ? TypedResults.Json(BegunUploadAnswer.Of(made, http.Request.Path), ApiJson.Default.BegunUploadAnswer, statusCode: StatusCodes.Status201Created)
            : ProblemAnswers.Of(begun.Problem!);
    }

    private static async Task<Problem?> AddOneAsync(ReturnKey key, QuestionId question, IFormFile file, UploadFile upload, HttpContext http, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return (await upload.ReceiveAsync(key, question, file.FileName, file.Length, content, http.Caller(), cancellation)).Problem;
    }
}
