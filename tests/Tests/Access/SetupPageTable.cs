using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.Access;

/// <summary>The pages on which a programme and its awards are set up, and what they answer to whom. Posts say no version, or nothing at all.</summary>
internal static class SetupPageTable
{
    private const string NotThere = "404";
    private const string NotYourRole = "403";
    private const string Incomplete = "422";
    private const string Stale = "409";

    private static readonly string[] Funders = ["lead funder's reader", "lead funder's officer", "lead funder's lead", "co-funder's", "other funder's"];
    private static readonly string[] Own = ["own preparer", "own signatory", "own lead", "own supporter"];
    private static readonly string[] Knowing = [.. Own, "partner's", "other provider's"];
    private static readonly string[] OfAward = [.. Own, "lead funder's reader", "lead funder's officer", "lead funder's lead", "co-funder's"];
    private static readonly string[] Sides = ["own signatory", "own lead", "lead funder's lead"];
    private static readonly string[] LeadOfficers = ["lead funder's lead", "co-funder's lead", "other funder's lead", "outside lead officer", "own provider's funder"];

    public static IEnumerable<TableRow> Of(SmallCase test)
    {
        var setup = $"/programmes/{test.Programme}/setup";
        var award = setup + "/awards/a-0001";
        const string route = "/programmes/{programme}/setup";
        const string awardRoute = route + "/awards/{award}";
        (string, string)[] readable = [.. Saying(Knowing, NotYourRole), .. Saying(Funders, "200")];
        (string, string)[] Changing(string answer) => [.. Saying([.. Knowing, .. Funders], NotYourRole), ("lead funder's lead", answer)];
        (string, string)[] ChangingAward(string answer) => [("partner's", NotYourRole), .. Saying(OfAward, NotYourRole), ("lead funder's lead", answer)];
        (string, string)[] BothSides(string answer) => [("partner's", NotYourRole), .. Saying(OfAward, NotYourRole), .. Saying(Sides, answer)];

        yield return new("GET /programmes/new", "/programmes/new", NotYourRole, [("nobody", "302"), ("no organisation", NotThere), .. Saying(LeadOfficers, "200")]);
        yield return new("POST /programmes/new", "/programmes/new", NotYourRole, [("nobody", "401"), ("no organisation", NotThere), .. Saying(LeadOfficers, Incomplete)]) { Body = "" };
        foreach (var part in new[] { "", "/record", "/awards", "/lead" })
            yield return Get(route + part, setup + part, readable);
        foreach (var part in new[] { "/name", "/calendar", "/funders", "/priorities", "/indicators", "/indicators/new", "/bands", "/form", "/notice", "/areas", "/register", "/awards/new" })
            yield return Get(route + part, setup + part, Changing("200"));
        foreach (var part in new[] { "/name", "/priorities", "/indicators", "/bands", "/areas" })
            yield return Post(route + part, setup + part, Changing(Stale));
        foreach (var part in new[] { "/calendar", "/funders", "/lead", "/indicators/new", "/form", "/notice", "/register", "/awards/new" })
            yield return Post(route + part, setup + part, Changing(Incomplete));
        // Opened: its days move by extra time alone.
        yield return Get(route + "/calendar/{period}", $"{setup}/calendar/{SmallCase.Q1}", Changing("303"));
        yield return Post(route + "/calendar/{period}", $"{setup}/calendar/{SmallCase.Q1}", Changing(Incomplete));
        yield return Post(route + "/calendar/{period}/remove", $"{setup}/calendar/{SmallCase.Q1}/remove", Changing(Stale));
        yield return Get(route + "/calendar/{period}/extra-time", $"{setup}/calendar/{SmallCase.Q1}/extra-time", Changing("200"));
        yield return Post(route + "/calendar/{period}/extra-time", $"{setup}/calendar/{SmallCase.Q1}/extra-time", Changing(Incomplete));
        yield return Post(route + "/funders/{funder}/remove", $"{setup}/funders/{SmallCase.Trust.Id}/remove", Changing(Stale));
        yield return Post(route + "/lead/answer", setup + "/lead/answer", [.. Saying([.. Knowing, .. Funders], NotYourRole), .. Saying(["lead funder's lead", "co-funder's lead", "other funder's lead"], Stale)]);
        yield return Get(route + "/indicators/{indicator}", setup + "/indicators/helped", Changing("200"));
        yield return Post(route + "/indicators/{indicator}", setup + "/indicators/helped", Changing(Incomplete));
        yield return Post(route + "/indicators/{indicator}/remove", setup + "/indicators/helped/remove", Changing(Stale));

        yield return Get(awardRoute, award, [("partner's", NotYourRole), .. Saying(OfAward, "200")]);
        foreach (var part in new[] { "/details", "/partners", "/outcomes", "/profile", "/areas", "/end" })
            yield return Get(awardRoute + part, award + part, ChangingAward("200"));
        foreach (var part in new[] { "/details", "/end" })
            yield return Post(awardRoute + part, award + part, ChangingAward(Incomplete));
        foreach (var part in new[] { "/partners", "/outcomes", "/profile", "/areas" })
            yield return Post(awardRoute + part, award + part, ChangingAward(Stale));
        yield return Get(awardRoute + "/profile/change", award + "/profile/change", BothSides("200"));
        yield return Post(awardRoute + "/profile/change", award + "/profile/change", BothSides(Stale));
        yield return Get(awardRoute + "/profile/changes/{number}", award + "/profile/changes/1", [("partner's", NotYourRole)]);
        yield return Post(awardRoute + "/profile/changes/{number}", award + "/profile/changes/1", BothSides(NotThere));
    }

    /// <summary>The form's pages: the lead funder's lead officers make the next version, of which there is none yet.</summary>
    public static IEnumerable<TableRow> OfForm(SmallCase test)
    {
        const string route = "/programmes/{programme}/form";
        const string question = "/draft/questions/{question}";
        var form = $"/programmes/{test.Programme}/form";
        (string, string)[] Changing(string answer) => [.. Saying([.. Knowing, .. Funders], NotYourRole), ("lead funder's lead", answer)];
        string Address(string part) => form + part.Replace("{section}", "main", StringComparison.Ordinal).Replace("{question}", "helped", StringComparison.Ordinal).Replace("{piece}", "one", StringComparison.Ordinal).Replace("{code}", "C1", StringComparison.Ordinal);

        yield return Get(route, form, [.. Saying(Knowing, NotYourRole), .. Saying(Funders, "200")]);
        yield return Post(route + "/begin", form + "/begin", Changing(Stale));
        yield return Get(route + "/upload", form + "/upload", Changing("200"));
        yield return Post(route + "/upload", form + "/upload", Changing(Incomplete));
        foreach (var part in new[] { "/draft", "/draft/history", "/draft/document.json", "/draft/preview", "/draft/preview/{section}", question })
            yield return Get(route + part, Address(part), Changing(NotThere));
        foreach (var part in new[] { "/draft/undo", "/draft/sections/{section}/move" })
            yield return Post(route + part, Address(part), Changing(NotThere));
        string[] kinds = ["choices", "rows", "columns", "parts", "checks"];
        foreach (var kind in kinds)
            yield return Post($"{route}{question}/{kind}/move", Address($"{question}/{kind}/move"), Changing(NotThere));
        string[] both =
        [
            "/discard", "/draft/upload", "/draft/details", "/draft/sections/new", "/draft/sections/{section}", "/draft/sections/{section}/remove", "/draft/sections/{section}/questions/new",
            "/draft/sections/{section}/questions/library", $"{question}/section", $"{question}/remove", $"{question}/parts/new", $"{question}/checks/{{code}}",
            .. new[] { "words", "purpose", "answering", "limits", "indicator", "readers", "condition", "periods", "replaces", "personal-data" }.Select(part => $"{question}/{part}"),
            .. kinds.Select(kind => $"{question}/{kind}/{{piece}}/remove"), .. new[] { "choices", "rows", "columns" }.Select(kind => $"{question}/{kind}/{{piece}}"),
        ];
        foreach (var part in both)
        {
            yield return Get(route + part, Address(part), Changing(NotThere));
            yield return Post(route + part, Address(part), Changing(NotThere));
        }
    }

    private static IEnumerable<(string, string)> Saying(IEnumerable<string> visitors, string answer) => visitors.Select(visitor => (visitor, answer));

    private static TableRow Get(string route, string address, IEnumerable<(string, string)> named) => new("GET " + route, address, NotThere, [("nobody", "302"), .. named]);

    private static TableRow Post(string route, string address, IEnumerable<(string, string)> named) => new("POST " + route, address, NotThere, [("nobody", "401"), .. named]) { Body = "" };
}
