using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.History;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Past;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET, POST /history/{programme}/{award}/entry; POST …/paste</summary>
internal static class PastReturnEndpoint
{
    /// <summary>The most characters, or bytes, of a filled-in template.</summary>
    private const int MostPasted = 500_000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ReturnAddresses.HistoryRoute + "/entry", PagesFunction.Read, ShowAsync);
        KeepsPosts.Mark(pages.MapPost(ReturnAddresses.HistoryRoute + "/entry", SaveAsync));
        KeepsPosts.Mark(pages.MapPost(ReturnAddresses.HistoryRoute + "/paste", PasteAsync));
    }

    private static Task<IResult> ShowAsync(string programme, string award, string? period, KeepHistory history, HttpContext http, CancellationToken cancellation) =>
        WithAsync(programme, award, history, http, current => Task.FromResult(
            current.Past.FirstOrDefault(past => past.Period.Id.Value == period) is { } past
                ? PageOf(new PastReturnModel(current, past.Period.Id.Value, past.Period.Name, DateEntry.Of(past.Period.Start), DateEntry.Of(past.Period.End)) { Answers = PastReturnModel.AnswersOf(current, past) })
                : PageOf(PastReturnModel.Empty(current))), cancellation);

    private static Task<IResult> SaveAsync(string programme, string award, KeepHistory history, HttpContext http, CancellationToken cancellation) =>
        WithAsync(programme, award, history, http, async current =>
        {
            var form = await http.FormAsync();
            var typed = SectionBoxes.Of(form);
            var (start, end) = (form.Date(PastReturnModel.StartBox), form.Date(PastReturnModel.EndBox));
            var (answers, refused) = KeepHistory.Understood(current, typed);
            var model = new PastReturnModel(current, form.Text(PastReturnModel.PeriodBox), form.Text(PastReturnModel.NameBox), start, end) { Typed = typed, Answers = answers, Refused = refused };
            var dates = new List<FieldError>();
            if (!start.TryRead(out var first))
                dates.Add(new FieldError("Enter the first day as a real date, like 1 1 2026.", $"{PastReturnModel.StartBox}-day"));
            if (!end.TryRead(out var last))
                dates.Add(new FieldError("Enter the last day as a real date, like 31 3 2026.", $"{PastReturnModel.EndBox}-day"));
            if (dates.Count > 0)
                return PageOf(model with { Errors = dates }, StatusCodes.Status422UnprocessableEntity);
            var id = Identifier.TryParse<PeriodId>(model.Period, out var known) && current.Past.Any(past => past.Period.Id == known) ? known : PastPeriod.IdOf(first);
            var put = await history.PutAsync(current.Programme.Id, current.Award.Id, new PastPeriod(id, model.Name, first, last), KeepHistory.Typed(current, typed), http.Caller(), cancellation);
            if (put.Problem is { Findings.Count: > 0 } problem)
                return PageOf(
                    model with { Errors = [.. problem.Findings.Where(finding => !refused.Contains(finding)).Select(finding => new FieldError(finding.Message, FieldOf(finding.Place)))] },
                    StatusCodes.Status422UnprocessableEntity);
            return put.Problem is { } other
                ? other.Told((errors, status) => PageOf(model with { Errors = errors }, status))
                : new SeeOther(DoneWords.At(ReturnAddresses.History(current.Programme.Id, current.Award.Id), HistoryModel.Entered));
        }, cancellation);

    private static Task<IResult> PasteAsync(string programme, string award, KeepHistory history, HttpContext http, CancellationToken cancellation) =>
        WithAsync(programme, award, history, http, async current =>
        {
            var form = await http.FormAsync();
            var (pasted, file) = (form[PastReturnModel.LinesBox].ToString(), form.Files.GetFile(PastReturnModel.FileBox) is { Length: > 0 } sent ? sent : null);
            if (pasted.Length > MostPasted)
                return Wrong(current, null, PastReturnModel.LinesBox, "Paste only the lines of the template: this is too much.");
            if (file?.Length > MostPasted)
                return Wrong(current, pasted, PastReturnModel.FileBox, "Choose the filled-in template: this file is too large to be it.");
            var read = file is null ? PastTemplate.Read(current, pasted) : PastTemplate.Read(current, await BytesOfAsync(file));
            return read.Findings.Count > 0
                ? Wrong(current, pasted, file is null ? PastReturnModel.LinesBox : PastReturnModel.FileBox, [.. read.Findings])
                : PageOf(PastReturnModel.Empty(current) with { Answers = KeepHistory.Understood(current, read.Boxes).Answers, IsPreview = true });
        }, cancellation);

    private static IResult Wrong(FoundHistory current, string? pasted, string box, params string[] findings) =>
        PageOf(PastReturnModel.Empty(current) with { Pasted = pasted, Errors = [.. findings.Select(finding => new FieldError(finding, box))] }, StatusCodes.Status422UnprocessableEntity);

    private static async Task<byte[]> BytesOfAsync(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await using var content = file.OpenReadStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<IResult> WithAsync(
        string programme, string award, KeepHistory history, HttpContext http, Func<FoundHistory, Task<IResult>> page, CancellationToken cancellation)
    {
        if (!HistoryEndpoint.TryRead(programme, award, out var programmeId, out var awardId))
            return ProblemPages.NotFound;
        var found = await history.FindAsync(programmeId, awardId, http.Caller(), cancellation);
        if (found.Value is not { } current)
            return ProblemPages.Of(found.Problem!);
        return current.Access.MayPrepare ? await page(current) : ProblemPages.Of(current.Access.WhyNot("A preparer of the provider, or a supporter that it lets in, enters past returns."));
    }

    private static string? FieldOf(string place) => place switch
    {
        "" => null,
        "name" => PastReturnModel.NameBox,
        "start" => $"{PastReturnModel.StartBox}-day",
        "end" => $"{PastReturnModel.EndBox}-day",
        _ => place,
    };

    private static IResult PageOf(PastReturnModel model, int status = StatusCodes.Status200OK) => PageResult.Of<PastReturnPage, PastReturnModel>(model, status);
}
