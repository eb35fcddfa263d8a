using System.Globalization;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>What the pages of one return have in common: they read its name in the address, and the state that a form was made for.</summary>
internal static class ReturnPages
{
    /// <summary>The page of a return; not found where the address names none.</summary>
    public static async Task<IResult> OfAsync(string programme, string period, string award, Func<ReturnKey, Task<IResult>> page) =>
        RouteIds.TryReturn(programme, period, award, out var key) ? await page(key) : ProblemPages.NotFound;

    /// <summary>The state of the return that the page showed; -1 where the form names none.</summary>
    public static long Change(this IFormCollection form) => long.TryParse(form.Text("change"), NumberStyles.None, CultureInfo.InvariantCulture, out var change) ? change : -1;
}
