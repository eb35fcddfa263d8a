using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Downloads;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Reports;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Reports;

/// <summary>GET, POST /programmes/{programme}/reports: what can be downloaded, and asking for another.</summary>
internal static class ReportsEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.ReportsRoute, PagesFunction.Read, ShowAsync);
        pages.MapPost(ProgrammeAddresses.ReportsRoute, AskAsync);
    }

    /// <summary>The page that an address names; the first where it names none.</summary>
    internal static int PageIn(string? page) => int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    private static async Task<IResult> ShowAsync(string programme, string? page, ListReports list, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemPages.NotFound;
        var found = await list.RunAsync(id, PageIn(page), http.Caller(), cancellation);
        return found.Value is { } reports
            ? PageResult.Of<ReportsPage, ReportsModel>(new ReportsModel(reports, clock.GetUtcNow(), ChosenReport.Newest(reports), []))
            : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> AskAsync(string programme, ListReports list, AskForReport ask, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id))
            return ProblemPages.NotFound;
        var found = await list.RunAsync(id, 1, http.Caller(), cancellation);
        if (found.Value is not { } reports)
            return ProblemPages.Of(found.Problem!);
        var form = await http.FormAsync();
        var chosen = new ChosenReport(form.Text("what"), form.Text("from"), form.Text("to"), form.Text("for"));
        var (named, errors) = Read(reports, chosen);
        if (named is null)
            return PageResult.Of<ReportsPage, ReportsModel>(new ReportsModel(reports, clock.GetUtcNow(), chosen, errors), StatusCodes.Status422UnprocessableEntity);
        var asked = await ask.RunAsync(named, http.Caller(), cancellation);
        return asked.Value is { } report ? new SeeOther(ProgrammeAddresses.Report(report.State.Key)) : ProblemPages.Of(asked.Problem!);
    }

    private static (NamedReport? Named, IReadOnlyList<FieldError> Errors) Read(ReportList list, ChosenReport chosen)
    {
        var errors = new List<FieldError>();
        if (!ReportContent.TryParse(chosen.What, out var content) || chosen.What.Length == 0 || (content.Indicator is { } indicator && list.Programme.Indicator(indicator) is null))
            errors.Add(new FieldError("Choose what you want from the list.", "what"));
        int from = PlaceOf(list, chosen.From), to = PlaceOf(list, chosen.To);
        if (from < 0)
            errors.Add(new FieldError("Choose the first period from the list.", "from"));
        if (to < 0)
            errors.Add(new FieldError("Choose the last period from the list.", "to"));
        else if (from > to)
            errors.Add(new FieldError("Choose a last period that is not before the first.", "to"));
        // A co-funder has no choice: it has its own cut.
        var funder = list.Access.IsLeadFunder ? list.Programme.Funders.FirstOrDefault(one => chosen.For.Length == 0 ? one.Id == list.Reader.Id : one.Id.Value == chosen.For)?.Id : list.Reader.Id;
        if (funder is null)
            errors.Add(new FieldError("Choose a funder from the list.", "for"));
        return errors.Count > 0 ? (null, errors) : (new NamedReport(list.Programme.Id, list.Opened[to].Id, list.Opened[from].Id, list.Opened[to].Id, funder, content), errors);
    }

    private static int PlaceOf(ReportList list, string period) => list.Opened.Select(one => one.Id.Value).ToList().IndexOf(period);
}
