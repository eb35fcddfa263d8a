using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET /returns/{programme}/{period}/{award}/files/{question}/{file}, to save it; POST …/remove</summary>
internal static class FileEndpoint
{
    public const string Route = EvidenceEndpoint.Route + "/{file}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, SendAsync);
        pages.MapPost(Route + "/remove", RemoveAsync);
    }

    private static async Task<IResult> SendAsync(
        string programme, string period, string award, string question, string file, ReadFile read, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryFile(question, file, out var questionId, out var fileId))
            return ProblemPages.NotFound;
        var opened = await read.RunAsync(key, questionId, fileId, http.Caller(), cancellation);
        return opened.Value is { } found ? SentFile.Of(found, http) : ProblemPages.Of(opened.Problem!);
    }

    private static async Task<IResult> RemoveAsync(
        string programme, string period, string award, string question, string file, RemoveFile remove, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !RouteIds.TryFile(question, file, out var questionId, out var fileId))
            return ProblemPages.NotFound;
        var removed = await remove.RunAsync(key, questionId, fileId, http.Caller(), cancellation);
        return removed.Problem is { } problem ? ProblemPages.Of(problem) : new SeeOther(DoneWords.At(ReturnAddresses.Files(key, questionId), EvidenceModel.Removed));
    }
}
