using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET, POST /returns/{programme}/{period}/{award}/sections/{section}</summary>
internal static class SectionEndpoint
{
    public const string Route = ReturnAddresses.Route + "/sections/{section}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, ShowAsync);
        KeepsPosts.Mark(pages.MapPost(Route, SaveAsync));
    }

    private static async Task<IResult> ShowAsync(
        string programme, string period, string award, string section, string? more, string? changed, ReadSection read, MemberNames names, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !Identifier.TryParse<SectionId>(section, out var id))
            return ProblemPages.NotFound;
        var found = await read.RunAsync(key, id, http.Caller(), cancellation);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        var meanwhile = Meanwhile.Read(current.Return, changed);
        return PageResult.Of<SectionPage, SectionModel>(new SectionModel(current) { More = more, Meanwhile = meanwhile, Names = await NamesAsync(current, meanwhile, [], names, cancellation) });
    }

    private static async Task<IResult> SaveAsync(
        string programme, string period, string award, string section, SaveSection save, ReadSection read, MemberNames names, HttpContext http, CancellationToken cancellation)
    {
        if (!RouteIds.TryReturn(programme, period, award, out var key) || !Identifier.TryParse<SectionId>(section, out var id))
            return ProblemPages.NotFound;
        var form = await http.FormAsync();
        var then = form.Text(Then.Name);
        var (typed, removed) = (SectionBoxes.Of(form), After(then, Then.Remove));
        var result = await save.RunAsync(key, id, typed, form.Text(Then.CarriedOver) == "yes", removed, http.Caller(), cancellation);
        if (result.Value is not { } saved)
            return ProblemPages.Of(result.Problem!);
        if (form.Text(Then.Background) == "true")
            return TypedResults.Json(SavedInBackgroundAnswer.Of(saved), ApiJson.Default.SavedInBackgroundAnswer);

        var more = After(then, Then.Add);
        if (saved.Kept.IsWhole)
            return new SeeOther(Meanwhile.At(NextOf(saved.Before, then, more, removed, saved.Typed), saved.Meanwhile));
        var now = await read.RunAsync(key, id, http.Caller(), cancellation);
        if (now.Value is not { } current)
            return ProblemPages.Of(now.Problem!);
        var model = new SectionModel(current)
        {
            Typed = saved.Typed,
            Refused = saved.Kept.Refused,
            Conflicts = saved.Kept.Conflicts,
            More = more,
            Meanwhile = saved.Meanwhile,
            Names = await NamesAsync(current, saved.Meanwhile, saved.Kept.Conflicts, names, cancellation),
        };
        return PageResult.Of<SectionPage, SectionModel>(model, saved.Kept.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IReadOnlyDictionary<MemberId, string>> NamesAsync(
        SectionToFill section, IReadOnlyList<ChangedMeanwhile> meanwhile, IReadOnlyList<AnswerConflict> conflicts, MemberNames names, CancellationToken cancellation) =>
        names.OfAsync(section.Return.Award.Provider.Id, [.. meanwhile.Select(changed => changed.By).OfType<MemberId>(), .. conflicts.Select(conflict => conflict.By).OfType<MemberId>()], cancellation);

    private static string NextOf(SectionToFill section, string then, string? more, string? removed, Core.Forms.TypedBoxes typed)
    {
        var (key, here) = (section.Return.Key, ReturnAddresses.Section(section.Return.Key, section.Section.Id));
        if (section.Questions.Select(question => question.Question).OfType<RepeatingGroupQuestion>().FirstOrDefault(group => group.Id.Value == more) is { } added)
            return string.Create(CultureInfo.InvariantCulture,
                $"{here}?more={added.Id}#{RepeatingGroupQuestion.PlaceOf(added.Id.Value, added.TypedRows(typed, added.Id.Value) + 1, added.Questions[0])}");
        if (removed?.Split('/')[0] is { } group && section.Questions.Any(question => question.Question.Id.Value == group))
            return $"{here}#{group}";
        return then == Then.Later ? ReturnAddresses.Return(key)
            : section.Next is { } next ? ReturnAddresses.Section(key, next.Id)
            : ReturnAddresses.Check(key);
    }

    /// <summary>What follows in the button that was pressed; null where another was.</summary>
    internal static string? After(string then, string what) => then.StartsWith(what, StringComparison.Ordinal) ? then[what.Length..] : null;
}
