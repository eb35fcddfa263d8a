using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting.Registers;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Registers;

namespace MonitoringReturns.Functions.Pages.Programmes.Registers;

/// <summary>
/// GET /programmes/{programme}/register and …/providers: a funder's own register; GET /register: all of its registers; GET /register/{programme} and …/providers: one that
/// its lead funder published.
/// </summary>
internal static class RegistersEndpoint
{
    private const int LongestWords = 200;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(ProgrammeAddresses.Registers, PagesFunction.Read, ListAsync);
        foreach (var (route, published) in new[] { (ProgrammeAddresses.RegisterRoute, false), (ProgrammeAddresses.PublishedRegisterRoute, true) })
        {
            pages.MapMethods(route, PagesFunction.Read, (string programme, string? from, ReadRegister read, HttpContext http, CancellationToken cancellation) =>
                ShowAsync(programme, published, from, read, http, cancellation));
            pages.MapMethods(route + "/providers", PagesFunction.Read, (string programme, string? band, string? area, string? from, ReadRegister read, HttpContext http, CancellationToken cancellation) =>
                ProvidersAsync(programme, published, band, area, from, read, http, cancellation));
        }
    }

    private static async Task<IResult> ListAsync(string? after, string? published, ListRegisters list, HttpContext http, CancellationToken cancellation)
    {
        var (own, others) = (IdIn(after), IdIn(published));
        return PageResult.Of<RegistersPage, RegistersModel>(new RegistersModel(await list.RunAsync(own, others, http.Caller(), cancellation), own, others));
    }

    private static async Task<IResult> ShowAsync(string programme, bool published, string? from, ReadRegister read, HttpContext http, CancellationToken cancellation)
    {
        if (IdIn(programme) is not { } id)
            return ProblemPages.NotFound;
        var found = await read.RunAsync(id, published, PlaceIn(from), http.Caller(), cancellation);
        return found.Value is { } register ? PageResult.Of<RegisterPage, RegisterModel>(new RegisterModel(register)) : ProblemPages.Of(found.Problem!);
    }

    private static async Task<IResult> ProvidersAsync(string programme, bool published, string? band, string? area, string? from, ReadRegister read, HttpContext http, CancellationToken cancellation)
    {
        if (IdIn(programme) is not { } id)
            return ProblemPages.NotFound;
        var found = await read.ProvidersAsync(id, published, WordsIn(band), WordsIn(area), PlaceIn(from), http.Caller(), cancellation);
        return found.Value is { } providers ? PageResult.Of<ProvidersPage, ProvidersModel>(new ProvidersModel(providers)) : ProblemPages.Of(found.Problem!);
    }

    private static ProgrammeId? IdIn(string? text) => Identifier.TryParse<ProgrammeId>(text ?? "", out var id) ? id : null;

    /// <summary>What is chosen in a list; null for all.</summary>
    private static string? WordsIn(string? text) => text is { Length: > 0 and <= LongestWords } ? text : null;

    /// <summary>A place in a list, as an address has it; the first for anything else.</summary>
    private static int PlaceIn(string? from) => int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
}
