using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET, POST /returns/{programme}/{period}/{award}/parts; POST …/parts/{section}/done</summary>
internal static class PartsEndpoint
{
    public const string Route = ReturnAddresses.Route + "/parts";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        pages.MapPost(Route, ShareAsync);
        pages.MapPost(Route + "/{section}/done", MarkAsync);
    }

    private static async Task<IResult> ShowAsync(string programme, string period, string award, string? done, ShareParts share, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemPages.NotFound;
        var found = await share.ReadAsync(key, http.Caller(), cancellation);
        return found.Value is { } parts ? PageResult.Of<PartsPage, PartsModel>(new PartsModel(parts, null, [], done)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> ShareAsync(string programme, string period, string award, ShareParts share, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key))
            return ProblemPages.NotFound;
        var found = await share.ReadAsync(key, http.Caller(), cancellation);
        if (found.Value is not { } parts)
            return ProblemPages.Of(found.Problem!);
        var form = await http.FormAsync();
        var chosen = parts.Parts.Where(part => form.ContainsKey(PartsModel.BoxOf(part.Section.Id)))
            .ToDictionary(part => part.Section.Id.Value, part => form.Text(PartsModel.BoxOf(part.Section.Id)), StringComparer.Ordinal);
        // What was not on the page stays as it is.
        foreach (var part in parts.Parts)
            chosen.TryAdd(part.Section.Id.Value, part.Partner?.Id.Value ?? "");
        var shared = await share.ShareAsync(key, chosen, http.Caller(), cancellation);
        if (shared.Problem is { Findings.Count: > 0 } unusable)
            return PageResult.Of<PartsPage, PartsModel>(
                new PartsModel(parts, chosen, [.. unusable.Findings.Select(finding => new FieldError(finding.Message, finding.Place.Length == 0 ? null : $"part-{finding.Place}"))], null),
                StatusCodes.Status422UnprocessableEntity);
        return shared.Problem is { } refused
            ? refused.Told((errors, status) => PageResult.Of<PartsPage, PartsModel>(new PartsModel(parts, chosen, errors, null), status))
            : new SeeOther(DoneWords.At(ReturnAddresses.Parts(key), PartsModel.Shared));
    }

    private static async Task<IResult> MarkAsync(string programme, string period, string award, string section, ShareParts share, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !Identifier.TryParse<SectionId>(section, out var id))
            return ProblemPages.NotFound;
        var done = (await http.FormAsync()).Text("done") != "no";
        var marked = await share.MarkAsync(key, id, done, http.Caller(), cancellation);
        return marked.Problem is { } refused
            ? ProblemPages.Of(refused)
            : new SeeOther(DoneWords.At(ReturnAddresses.Parts(key), done ? PartsModel.Marked : PartsModel.Unmarked));
    }
}
