namespace MonitoringReturns.Tests.Access;

/// <summary>What the API of a programme's form answers to whom: its funders and providers read, lead officers announce, providers speak. It is on version 1, which was planned with it, and no draft is there.</summary>
internal static class FormRouteTable
{
    private const string NotThere = "404 MR2004";
    private const string NotYourRole = "403 MR2303";
    private const string NothingInTheMaking = "409 MR2420";
    private const string Said = """{"text":"We don’t count them."}""";

    public static IEnumerable<TableRow> Of(string programme, IReadOnlyList<string> providers, IReadOnlyList<string> funders)
    {
        const string route = "api/v1/programmes/{programme}/form";
        var form = programme + "/form";
        (string, string)[] All(string answer) => [("nobody", "401 MR2301"), .. Saying([.. providers, .. funders], answer)];
        (string, string)[] Lead(string answer) => [.. All(NotYourRole), ("lead funder's lead", answer)];
        (string, string)[] Speaking(string answer) => [.. All(NotYourRole), .. Saying(providers, answer)];
        TableRow Row(string verb, string part, string address, (string, string)[] answers, string? body = null) => new($"{verb} {route}{part}", form + address, NotThere, answers) { Body = body };

        yield return Row("GET", "", "", All("200"));
        yield return Row("GET", "/versions/{version}", "/versions/1", All(NotThere));
        yield return Row("POST", "/versions/{version}/confirmation", "/versions/1/confirmation", Speaking("200"));
        yield return Row("POST", "/versions/{version}/withdrawal", "/versions/1/withdrawal", Lead(NotThere), """{"reason":"Too much."}""");
        yield return Row("GET", "/announcement", "/announcement", Lead(NothingInTheMaking));
        yield return Row("POST", "/announcement", "/announcement", Lead(NothingInTheMaking), """{"from":"2026-Q2"}""");
        yield return Row("PUT", "/draft/consultation", "/draft/consultation", Lead(NothingInTheMaking), """{"until":"2026-07-31"}""");
        yield return Row("DELETE", "/draft/consultation", "/draft/consultation", Lead(NothingInTheMaking));
        yield return Row("POST", "/draft/comments", "/draft/comments", Speaking("409 MR2425"), Said);
        yield return Row("GET", "/drafts/{draft}/comments", "/drafts/1/comments", All("200"));
        yield return Row("GET", "/challenges", "/challenges", All("200"));
        yield return Row("POST", "/challenges", "/challenges", Speaking("422 MR2426"), Said);
        foreach (var (part, address) in new[] { ("/drafts/{draft}/comments/{comment}", "/drafts/1/comments/none"), ("/challenges/{challenge}", "/challenges/none") })
        {
            yield return Row("POST", part + "/answer", address + "/answer", Lead(NotThere), Said);
            yield return Row("POST", part + "/name", address + "/name", All(NotThere));
        }
        yield return Row("GET", "/uses/{year}", "/uses/2026", All("200"));
        yield return Row("PUT", "/uses/{year}", "/uses/2026", [.. All(NotYourRole), .. Saying(["lead funder's lead", "co-funder's lead", "other funder's lead"], "200")], """{"uses":{}}""");
    }

    private static IEnumerable<(string, string)> Saying(IEnumerable<string> visitors, string answer) => visitors.Select(visitor => (visitor, answer));
}
