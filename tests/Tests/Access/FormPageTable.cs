using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.Access;

/// <summary>The pages about a programme's form, and what they answer to whom: its funders and providers read them, lead officers announce, providers speak.</summary>
internal static class FormPageTable
{
    private const string NotThere = "404";
    private const string NotYourRole = "403";
    private const string Incomplete = "422";
    private const string NothingInTheMaking = "409";

    private static readonly string[] Funders = ["lead funder's reader", "lead funder's officer", "lead funder's lead", "co-funder's", "other funder's"];
    private static readonly string[] Providers = ["own preparer", "own signatory", "own lead", "own supporter", "partner's", "other provider's"];

    public static IEnumerable<TableRow> Of(SmallCase test)
    {
        const string route = "/forms/{programme}";
        var form = $"/forms/{test.Programme}";
        (string, string)[] everybody = [.. Saying([.. Providers, .. Funders], "200")];
        (string, string)[] Lead(string answer) => [.. Saying([.. Providers, .. Funders], NotYourRole), ("lead funder's lead", answer)];
        (string, string)[] Speaking(string answer) => [.. Saying(Providers, answer), .. Saying(Funders, NotYourRole)];

        yield return Get(route, form, everybody);
        // Version 1 was planned with the programme: nobody announced it.
        yield return Get(route + "/versions/{version:int}", form + "/versions/1", []);
        yield return Post(route + "/versions/{version:int}/read", form + "/versions/1/read", Speaking("303"));
        yield return Get(route + "/versions/{version:int}/readers", form + "/versions/1/readers", [.. Saying([.. Providers, .. Funders], NotYourRole), ("lead funder's reader", "200"), ("lead funder's officer", "200"), ("lead funder's lead", "200")]);
        yield return Get(route + "/versions/{version:int}/withdraw", form + "/versions/1/withdraw", []);
        yield return Post(route + "/versions/{version:int}/withdraw", form + "/versions/1/withdraw", []);
        yield return Get(route + "/versions/{version:int}/questions", form + "/versions/1/questions", everybody);
        yield return Get(route + "/versions/{version:int}/questions.txt", form + "/versions/1/questions.txt", everybody);
        foreach (var part in new[] { "/try", "/try/{section}" })
            yield return Get(route + "/versions/{version:int}" + part, form + "/versions/1" + part.Replace("{section}", "reach", StringComparison.Ordinal), everybody);
        yield return Post(route + "/versions/{version:int}/try/{section}", form + "/versions/1/try/reach", everybody);
        // No draft is there.
        yield return Get(route + "/draft", form + "/draft", []);
        yield return Post(route + "/draft", form + "/draft", Speaking(NotThere));
        yield return Get(route + "/consultation", form + "/consultation", Lead(NothingInTheMaking));
        yield return Post(route + "/consultation", form + "/consultation", Lead(NothingInTheMaking));
        yield return Post(route + "/consultation/close", form + "/consultation/close", Lead(NothingInTheMaking));
        yield return Get(route + "/announce", form + "/announce", Lead(NothingInTheMaking));
        yield return Post(route + "/announce", form + "/announce", Lead(NothingInTheMaking));
        yield return Get(route + "/questions/{question}/challenge", form + "/questions/helped/challenge", Speaking("200"));
        yield return Post(route + "/questions/{question}/challenge", form + "/questions/helped/challenge", Speaking(Incomplete));
        foreach (var (part, address) in new[] { ("/drafts/{draft:int}/comments/{comment}", "/drafts/1/comments/none"), ("/challenges/{challenge}", "/challenges/none") })
        {
            yield return Get(route + part, form + address, []);
            yield return Post(route + part + "/answer", form + address + "/answer", []);
            yield return Post(route + part + "/name", form + address + "/name", []);
        }
        (string, string)[] Proposing(string answer) => [.. Saying([.. Providers, .. Funders], NotYourRole), .. Saying(["co-funder's officer", "co-funder's lead", "other funder's officer", "other funder's lead"], answer)];
        yield return Get(route + "/modules", form + "/modules", [.. Saying(Providers, NotYourRole), .. Saying(Funders, "200")]);
        yield return Get(route + "/modules/new", form + "/modules/new", Proposing("200"));
        yield return Post(route + "/modules/new", form + "/modules/new", Proposing(Incomplete));
        // None was proposed.
        const string module = "/modules/{funder}/{module}";
        var none = $"{form}/modules/{SmallCase.Trust.Id}/none";
        yield return Get(route + module, none, []);
        yield return Post(route + module + "/take", none + "/take", []);
        yield return Post(route + module + "/decline", none + "/decline", []);
        yield return Get(route + "/use/{year:int}", form + "/use/2026", everybody);
        yield return Post(route + "/use/{year:int}", form + "/use/2026", [.. Saying([.. Providers, .. Funders], NotYourRole), .. Saying(["lead funder's lead", "co-funder's lead", "other funder's lead"], "303")]);
    }

    private static IEnumerable<(string, string)> Saying(IEnumerable<string> visitors, string answer) => visitors.Select(visitor => (visitor, answer));

    private static TableRow Get(string route, string address, IEnumerable<(string, string)> named) => new("GET " + route, address, NotThere, [("nobody", "302"), .. named]);

    private static TableRow Post(string route, string address, IEnumerable<(string, string)> named) => new("POST " + route, address, NotThere, [("nobody", "401"), .. named]) { Body = "" };
}
