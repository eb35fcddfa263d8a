using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Glance;

namespace MonitoringReturns.Functions.Pages.Programmes.Glance;

/// <summary>GET /programmes and GET /programmes/{programme}, which leads to the period that a funder works on now.</summary>
internal static class ProgrammesEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.List, PagesFunction.Read, ListAsync);
        pages.MapMethods(ProgrammeAddresses.Route, PagesFunction.Read, GoAsync);
    }

    private static async Task<IResult> ListAsync(string? after, ListFundedProgrammes list, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        ProgrammeId? last = Identifier.TryParse<ProgrammeId>(after ?? "", out var known) ? known : null;
        var found = await list.RunAsync(last, http.Caller(), cancellation);
        return PageResult.Of<ProgrammesPage, ProgrammesModel>(new ProgrammesModel(found, UkTime.DayOf(clock.GetUtcNow()), last is null));
    }

    private static async Task<IResult> GoAsync(string programme, IProgrammeStore programmes, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || await programmes.GetAsync(id, cancellation) is not { } found)
            return ProblemPages.NotFound;
        return (await ProgrammeAccess.OfAsync(http.Caller(), found, programmes, cancellation)).Reader is null
            ? ProblemPages.NotFound
            : new SeeOther(found.IsComplete ? ProgrammeAddresses.Period(id, CurrentPeriod.Of(found, clock.GetUtcNow()).Id) : ProgrammeAddresses.SetUp(id));
    }
}
