using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.Access;

/// <summary>The pages of reports, and what they answer to whom: the lead funder reads all, a co-funder its own cut, and nobody else anything.</summary>
internal static class ReportPageTable
{
    private const string NotThere = "404";
    private const string Elsewhere = "303";

    private static readonly string[] Leads = ["lead funder's reader", "lead funder's officer", "lead funder's lead"];

    public static IEnumerable<TableRow> Of(SmallCase test)
    {
        const string list = "/programmes/{programme}/reports";
        const string report = list + "/{from}/{to}";
        var reports = $"/programmes/{test.Programme}/reports";
        var one = $"{reports}/{SmallCase.Q1}/{SmallCase.Q1}";
        var cut = $"?funder={SmallCase.Trust.Id}";
        (string, string) nobody = ("nobody", "302"), nobodyPosts = ("nobody", "401");
        (string, string)[] Saying(string answer, params string[] others) => [.. Leads.Concat(others).Select(visitor => (visitor, answer))];

        yield return new("GET " + list, reports, NotThere, [nobody, .. Saying("200", "co-funder's", "other funder's")]);
        yield return new("POST " + list, reports, NotThere, [nobodyPosts, .. Saying("422", "co-funder's", "other funder's")]) { Body = "" };
        foreach (var of in new[] { "", "of=answers", "of=indicator-helped", "of=register" })
        {
            yield return new("GET " + report, $"{one}?{of}", NotThere, [nobody, .. Saying("200")]);
            yield return new("GET " + report, $"{one}{cut}&{of}", NotThere, [nobody, .. Saying("200", "co-funder's")]);
            // Not made yet, so that nothing was used and nothing can have changed.
            yield return new("GET " + report + "/revisions", $"{one}/revisions{cut}&{of}", NotThere, nobody);
            yield return new("GET " + report + "/since", $"{one}/since{cut}&{of}", NotThere, nobody);
        }
        const string period = "/programmes/{programme}/{period}";
        var quarter = $"/programmes/{test.Programme}/{SmallCase.Q1}";
        foreach (var part in new[] { "/paper", "/trend", "/shares", "/reporting-time" })
            yield return new("GET " + period + part, quarter + part, NotThere, [nobody, .. Saying("200", "co-funder's", "other funder's")]);
        yield return new("GET " + period + "/paper/funders/{funder}", $"{quarter}/paper/funders/{SmallCase.Trust.Id}", NotThere, [nobody, .. Saying("200", "co-funder's")]);
        yield return new("GET " + period + "/paper/funders", $"{quarter}/paper/funders", NotThere, [nobody, .. Saying("200")]);
        foreach (var part in new[] { "", "/providers" })
        {
            yield return new("GET /programmes/{programme}/register" + part, $"/programmes/{test.Programme}/register{part}", NotThere, [nobody, .. Saying("200", "co-funder's", "other funder's")]);
            // Not published.
            yield return new("GET /register/{programme}" + part, $"/register/{test.Programme}{part}", NotThere, nobody);
        }
        yield return new("GET /register", "/register", "200", nobody);
        yield return new("GET /shares", "/shares", "200", nobody);
        yield return new("GET /reporting-time", "/reporting-time", "200", nobody);
        yield return new("POST " + report, one, NotThere, [nobodyPosts, .. Saying(Elsewhere)]) { Body = "" };
        yield return new("POST " + report, one + cut, NotThere, [nobodyPosts, .. Saying(Elsewhere, "co-funder's")]) { Body = "" };
        yield return new("POST " + report + "/since", one + "/since", NotThere, nobodyPosts) { Body = "" };
    }
}
