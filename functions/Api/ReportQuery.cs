using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Functions.Api;

/// <summary>
/// Which report an address names: the programme and period in its path, and in its query <c>from</c> and <c>to</c> for a span of whole periods and
/// <c>funder</c> for a co-funder's cut, and <c>of</c> for a part of it alone.
/// </summary>
internal static class ReportQuery
{
    /// <summary>For the documentation of the API.</summary>
    public const string InWords = "Query: from and to, period ids, for a span of whole periods; funder, an organisation id, for a co-funder's cut; of, answers or indicator- and an indicator's id, for all answers or one indicator over the periods";

    /// <summary>The report, which is asked for where it is made only on request.</summary>
    public static async Task<Outcome<AskedReport>> FindAsync(string programme, string period, HttpContext http, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        if (!RouteIds.TryPeriod(programme, period, out var programmeId, out var periodId) || !ReportContent.TryParse(query["of"], out var content)
            || !TryOptional<PeriodId>(query["from"], out var from) || !TryOptional<PeriodId>(query["to"], out var to))
            return RouteIds.NotFound;
        OrganisationId? funder = null;
        if (query["funder"].ToString() is { Length: > 0 } named)
        {
            if (!OrganisationId.TryParse(named, out var known))
                return RouteIds.NotFound;
            funder = known;
        }
        return await http.RequestServices.GetRequiredService<AskForReport>().RunAsync(new NamedReport(programmeId, periodId, from, to, funder, content), http.Caller(), cancellation);
    }

    /// <summary>The published report, or with <c>cut</c> in the query an earlier one of the same.</summary>
    public static async Task<Outcome<(AskedReport Asked, PublishedReport Published)>> FindPublishedAsync(string programme, string period, HttpContext http, CancellationToken cancellation)
    {
        var asked = await FindAsync(programme, period, http, cancellation);
        if (asked.Value is not { } found)
            return asked.Problem!;
        var published = found.State.Published;
        if (http.Request.Query["cut"].ToString() is { Length: > 0 } number)
            published = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var cut)
                ? await http.RequestServices.GetRequiredService<AskForReport>().CutAsync(found, cut, cancellation)
                : null;
        else if (published is null)
        {
            http.Response.Headers.RetryAfter = "10";
            return NotBuilt(found.State.Key);
        }
        return published is null ? RouteIds.NotFound : (found, published);
    }

    /// <summary>The query that names the same report in another address, or one of its cuts.</summary>
    public static string QueryOf(ReportKey key, long? cut = null)
    {
        var parts = new List<string>();
        if (key.From != key.To)
            parts.Add($"from={key.From}&to={key.To}");
        if (key.Funder is { } funder)
            parts.Add($"funder={funder}");
        if (!key.Content.IsWhole)
            parts.Add($"of={key.Content}");
        if (cut is { } number)
            parts.Add($"cut={number}");
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static Problem NotBuilt(ReportKey key) => new(
        Catalogue.ReportNotBuilt,
        key.IsLeads ? "A report is made as soon as a return of the period is in; look again in a minute." : "It is being made, because you asked for it; look again in a minute.");

    private static bool TryOptional<T>(string? text, out T? id) where T : struct, IIdentifier<T>
    {
        id = null;
        if (string.IsNullOrEmpty(text))
            return true;
        var valid = Identifier.TryParse<T>(text, out var known);
        id = known;
        return valid;
    }
}
