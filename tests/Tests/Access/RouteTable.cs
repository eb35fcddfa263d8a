using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.Access;

/// <summary>A row of the table: a route, a request to it that changes nothing, and what each visitor is answered.</summary>
/// <param name="Route">Method and pattern, as the app has it.</param>
/// <param name="Others">The answer to everybody who is not named: a status, and for a refusal its code; <c>+</c> or <c>-</c> where the answer names the case's programme or doesn't.</param>
internal sealed record TableRow(string Route, string Address, string Others, params IReadOnlyList<(string Visitor, string Answer)> Named)
{
    public string? Body { get; init; }

    /// <param name="Name">A visitor's name, or how it begins: the longest that fits counts, and of the same the last.</param>
    public string AnswerTo(string name) => Named.Where(named => name.StartsWith(named.Visitor, StringComparison.Ordinal)).OrderBy(named => named.Visitor.Length)
        .Select(named => named.Answer).LastOrDefault(Others);
}

/// <summary>
/// Every route of the API and what it answers to whom, about one submitted return that the lead funder and a co-funder pay for. To whom
/// it is not there, an address answers as one that is not there.
/// </summary>
internal static class RouteTable
{
    private const string NotThere = "404 MR2004";
    private const string NotSignedIn = "401 MR2301";
    private const string NotYourRole = "403 MR2303";
    private const string Stale = "412 MR2107";
    private const string SetupStale = "412 MR2313";
    private const string NoDraft = "404 MR2430";
    private const string NotBuilt = "404 MR2201";

    public static IReadOnlyList<TableRow> Of(SmallCase test)
    {
        var (award, programme) = (test.Address("a-0001"), test.Programme.Value);
        (string, string) nobody = ("nobody", NotSignedIn);
        (string, string)[] funders = [("lead funder's reader", "200"), ("lead funder's officer", "200"), ("lead funder's lead", "200"), ("co-funder's", "200")];
        (string, string)[] leadFunder = [("lead funder's reader", "200"), ("lead funder's officer", "200"), ("lead funder's lead", "200")];
        (string, string)[] officers = [("lead funder's officer", ""), ("lead funder's lead", ""), ("co-funder's officer", ""), ("co-funder's lead", "")];
        (string, string)[] own = [("own preparer", "200"), ("own signatory", "200"), ("own lead", "200"), ("own supporter", "200")];
        (string, string)[] partner = [("partner's", "200")];
        (string, string)[] inProgramme = [.. own, .. partner, .. funders, ("other provider's", "200"), ("other funder's", "200")];
        (string, string)[] Seeing(string answer) => [.. own.Concat(partner).Concat(funders).Select(one => (one.Item1, answer))];
        (string, string)[] readers = [.. funders, ("other funder's", "200")];
        (string, string)[] knowing = [.. own, .. partner, ("other provider's", "200")];
        var setup = $"/api/v1/programmes/{programme}";
        (string, string)[] Saying(IEnumerable<(string, string)> visitors, string answer) => [.. visitors.Select(one => (one.Item1, answer))];
        return
        [
            new("GET api/v1/programmes", "/api/v1/programmes", "200 -", [nobody, .. Saying(inProgramme, "200 +"), ("own provider's funder", "200 +"), ("lead funder's provider", "200 +")]),
            new("GET api/v1/programmes/{programme}/periods", $"/api/v1/programmes/{programme}/periods", NotThere, [nobody, .. inProgramme]),
            new("GET api/v1/programmes/{programme}/awards/{award}/provider", $"/api/v1/programmes/{programme}/awards/a-0001/provider", NotThere, [nobody, .. Seeing("200")]),
            new("GET api/v1/forms/{form}/versions/{version}", $"/api/v1/forms/{programme}/versions/1", "200", [nobody, ("no organisation", NotThere)]),
            new("GET api/v1/returns", $"/api/v1/returns?programme={programme}&period={SmallCase.Q1}", NotThere, [nobody, .. inProgramme]),
            new("GET api/v1/providers/{provider}/returns", "/api/v1/providers/MR-000001/returns", NotThere, [nobody, .. own]),
            new("GET api/v1/returns/{programme}/{period}/{award}", award, NotThere, [nobody, .. Seeing("200")]),
            new("GET api/v1/returns/{programme}/{period}/{award}/revisions/{revision}", award + "/revisions/1", NotThere, [nobody, .. own, .. leadFunder]),
            new("GET api/v1/returns/{programme}/{period}/{award}/revisions/{revision}/answers", award + "/revisions/1/answers", NotThere, [nobody, .. own, .. funders]),
            new("GET api/v1/returns/{programme}/{period}/{award}/revisions/{revision}/return.xlsx", award + "/revisions/1/return.xlsx", NotThere, [nobody, .. own, .. funders]),
            new("GET api/v1/returns/{programme}/{period}/{award}/feedback", award + "/feedback", NotThere, [nobody, .. own, .. funders, ("partner's", NotYourRole)]),
            new("GET api/v1/history/{programme}/{award}", $"/api/v1/history/{programme}/a-0001", NotThere, [nobody, .. Seeing(NotYourRole), .. own]),
            new("PUT api/v1/history/{programme}/{award}/{period}", $"/api/v1/history/{programme}/a-0001/2025-Q4", NotThere, [nobody, .. Seeing(NotYourRole), ("own preparer", "422 MR2145"), ("own supporter", "422 MR2145")])
                { Body = """{"name":"","start":"2025-01-01","end":"2025-03-31","answers":{}}""" },
            new("GET api/v1/returns/{programme}/{period}/{award}/record", award + "/record", NotThere, [nobody, .. Seeing(NotYourRole), .. own, .. leadFunder]),
            new("GET api/v1/returns/{programme}/{period}/{award}/looks", award + "/looks", NotThere, [nobody, .. Seeing(NotYourRole), .. own]),
            new("PUT api/v1/returns/{programme}/{period}/{award}/answers", award + "/answers", NotThere, [nobody, .. Seeing(NotYourRole), ("own preparer", "200"), ("own supporter", "200")]) { Body = """{"answers":{"helped":{"value":40,"basedOn":1,"comment":"As it was."}}}""" },
            // Of the partner's part; the answer before it is not.
            new("PUT api/v1/returns/{programme}/{period}/{award}/answers", award + "/answers", NotThere, [nobody, .. Seeing(NotYourRole), ("own preparer", "200"), ("own supporter", "200"), ("partner's preparer", "200")]) { Body = """{"answers":{"story":{"value":null,"basedOn":0}}}""" },
            new("GET api/v1/returns/{programme}/{period}/{award}/files/{question}", award + "/files/proof", NotThere, [nobody, .. Seeing(NotYourRole), .. own, ("partner's", "200")]),
            new("POST api/v1/returns/{programme}/{period}/{award}/files/{question}", award + "/files/proof", NotThere,
                [nobody, .. Seeing(NotYourRole), ("own preparer", "422 MR2136"), ("own supporter", "422 MR2136"), ("partner's preparer", "422 MR2136")]) { Body = """{"name":"Minutes.pdf","size":0}""" },
            new("POST api/v1/returns/{programme}/{period}/{award}/files/{question}/{file}/uploaded", award + "/files/proof/none/uploaded", NotThere,
                [nobody, .. Seeing(NotYourRole), ("own preparer", NotThere), ("own supporter", NotThere), ("partner's preparer", NotThere)]),
            new("GET api/v1/returns/{programme}/{period}/{award}/files/{question}/{file}", award + "/files/proof/none", NotThere, nobody),
            new("POST api/v1/returns/{programme}/{period}/{award}/submission", award + "/submission", NotThere, [nobody, .. Seeing(NotYourRole), ("own signatory", Stale)])
                { Body = """{"signatory":{"name":"Ann Lee","role":"Treasurer"}}""" },
            new("POST api/v1/returns/{programme}/{period}/{award}/acceptance", award + "/acceptance", NotThere,
                [nobody, .. Seeing(NotYourRole), ("lead funder's officer", Stale), ("lead funder's lead", Stale)]),
            new("POST api/v1/returns/{programme}/{period}/{award}/reopening", award + "/reopening", NotThere,
                [nobody, .. Seeing(NotYourRole), ("own signatory", Stale), ("own lead", Stale), ("lead funder's officer", Stale), ("lead funder's lead", Stale)]) { Body = """{"reason":"A bill was missing."}""" },
            new("GET api/v1/returns/{programme}/{period}/{award}/queries", award + "/queries", NotThere, [nobody, .. Seeing("200"), ("partner's", NotYourRole)]),
            new("POST api/v1/returns/{programme}/{period}/{award}/queries", award + "/queries", NotThere,
                [nobody, .. Seeing(NotYourRole), .. Saying(officers, "422 MR2341")]) { Body = """{"revision":1}""" },
            new("POST api/v1/returns/{programme}/{period}/{award}/queries/{query}/answer", award + "/queries/1/answer", NotThere,
                [nobody, .. Seeing(NotYourRole), ("own preparer", NotThere), ("own signatory", NotThere)]) { Body = """{"answer":"Yes."}""" },
            new("POST api/v1/returns/{programme}/{period}/{award}/queries/{query}/withdrawal", award + "/queries/1/withdrawal", NotThere, [nobody, ("partner's", NotYourRole)]),
            new("POST api/v1/returns/{programme}/{period}/{award}/acknowledgement", award + "/acknowledgement", NotThere,
                [nobody, .. Seeing(NotYourRole), ("co-funder's officer", "409 MR2347"), ("co-funder's lead", "409 MR2347")]) { Body = """{"revision":99}""" },
            new("GET api/v1/returns/{programme}/{period}/{award}/answers-back", award + "/answers-back", NotThere, [nobody, .. Seeing("200"), ("partner's", NotYourRole)]),
            new("GET api/v1/funders/{funder}/waiting", "/api/v1/funders/GB-LAE-NTT/waiting", NotThere, [nobody, .. leadFunder]),
            new("GET api/v1/funders/{funder}/restated", "/api/v1/funders/GB-LAE-NTT/restated", NotThere, [nobody, .. leadFunder]),
            new("POST api/v1/funders/{funder}/restated/{programme}/{period}/{award}/seen", $"/api/v1/funders/GB-LAE-NTT/restated/{programme}/{SmallCase.Q1}/a-0001/seen", NotThere, [nobody, .. leadFunder]) { Body = """{"revision":1}""" },
            // A client of theirs may act for several; only who acts for one funder has a list.
            new("GET api/v1/help-asked", "/api/v1/help-asked", NotThere, [nobody, .. Saying(leadFunder, "200 -"), ("co-funder's", "200 -"), ("other funder's", "200 -"),
                ("outside reader", "200 -"), ("outside officer", "200 -"), ("outside lead officer", "200 -"), ("own provider's funder", "200 -")]),
            // The return asks for no help.
            new("POST api/v1/returns/{programme}/{period}/{award}/help", award + "/help", NotThere, nobody) { Body = """{"seen":0,"standing":"Given","words":"Yes."}""" },
            new("GET api/v1/reports/{programme}/{period}", test.ReportAddress(), NotThere, [nobody, .. leadFunder]),
            new("GET api/v1/reports/{programme}/{period}", test.ReportAddress($"?funder={SmallCase.Trust.Id}"), NotThere, [nobody, .. funders]),
            new("GET api/v1/reports/{programme}/{period}", test.ReportAddress("?of=answers"), NotThere, [nobody, .. leadFunder]),
            new("GET api/v1/reports/{programme}/{period}", test.ReportAddress($"?funder={SmallCase.Trust.Id}&of=indicator-helped"), NotThere, [nobody, .. funders]),
            new("GET api/v1/reports/{programme}/{period}/consolidated.csv", test.ReportAddress($"?funder={SmallCase.Trust.Id}&of=answers", part: "/consolidated.csv"), NotThere, [nobody, .. Saying(funders, NotBuilt)]),
            new("GET api/v1/reports/{programme}/{period}/consolidated.xlsx", test.ReportAddress(part: "/consolidated.xlsx"), NotThere, [nobody, .. Saying(leadFunder, NotBuilt)]),
            new("GET api/v1/reports/{programme}/{period}/consolidated.xlsx", test.ReportAddress($"?funder={SmallCase.Trust.Id}", part: "/consolidated.xlsx"), NotThere, [nobody, .. Saying(funders, NotBuilt)]),
            new("GET api/v1/reports/{programme}/{period}/consolidated.csv", test.ReportAddress(part: "/consolidated.csv"), NotThere, [nobody, .. Saying(leadFunder, NotBuilt)]),
            new("GET api/v1/reports/{programme}/{period}/consolidated.json", test.ReportAddress(part: "/consolidated.json"), NotThere, [nobody, .. Saying(leadFunder, NotBuilt)]),
            new("GET api/v1/reports/{programme}/{period}/history", test.ReportAddress(part: "/history"), NotThere, [nobody, .. leadFunder]),
            new("GET api/v1/organisations/{organisation}", "/api/v1/organisations/MR-000001", NotThere, [nobody, .. own, ("own provider's", "200"), ("administrator", "200")]),
            new("GET api/v1/programmes/{programme}", setup, NotThere, [nobody, .. Saying(knowing, NotYourRole), .. readers]),
            new("PUT api/v1/programmes/{programme}", setup, NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", SetupStale)])
                { Body = $$"""{"id":"{{programme}}","name":"Another","leadFunder":{"id":"GB-LAE-NTT","name":"A county council"},"form":"{{programme}}","formVersions":[],"calendar":[]}""" },
            new("POST api/v1/programmes/{programme}/periods/{period}/extra-time", $"{setup}/periods/{SmallCase.Q1}/extra-time", NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", SetupStale)])
                { Body = """{"due":"2026-08-31","closed":"2026-09-30","amendUntil":"2026-10-31","reason":"A fire."}""" },
            new("GET api/v1/programmes/{programme}/form/draft", $"{setup}/form/draft", NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", NoDraft)]),
            new("POST api/v1/programmes/{programme}/form/draft", $"{setup}/form/draft", NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", "422 MR2433")]) { Body = """{"form":"any"}""" },
            new("PUT api/v1/programmes/{programme}/form/draft", $"{setup}/form/draft", NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", NoDraft)]) { Body = """{"form":"any"}""" },
            new("DELETE api/v1/programmes/{programme}/form/draft", $"{setup}/form/draft", NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", NoDraft)]),
            .. FormRouteTable.Of(setup, [.. knowing.Select(one => one.Item1)], [.. readers.Select(one => one.Item1)]),
            new("GET api/v1/programmes/{programme}/awards/{award}", $"{setup}/awards/a-0001", NotThere, [nobody, .. Seeing("200"), ("partner's", NotYourRole)]),
            new("PUT api/v1/programmes/{programme}/awards/{award}", $"{setup}/awards/a-0001", NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", SetupStale)])
                { Body = $$"""{"id":"a-0001","programme":"{{programme}}","provider":{"id":"MR-000001","name":"Group 1"},"amount":1,"start":"2026-01-01","end":"2026-12-31"}""" },
            new("POST api/v1/programmes/{programme}/awards/{award}/end", $"{setup}/awards/a-0001/end", NotThere, [nobody, .. Saying([.. knowing, .. readers], NotYourRole), ("lead funder's lead", SetupStale)])
                { Body = """{"on":"2026-08-31","reason":"It closes."}""" },
            new("POST api/v1/programmes/{programme}/awards/{award}/profile-changes", $"{setup}/awards/a-0001/profile-changes", NotThere,
                [nobody, .. Seeing(NotYourRole), ("own signatory", "409 MR2318"), ("own lead", "409 MR2318"), ("lead funder's lead", "409 MR2318")]) { Body = """{"figures":[],"reason":"Fewer schools."}""" },
            new("POST api/v1/programmes/{programme}/awards/{award}/profile-changes/{number}/answer", $"{setup}/awards/a-0001/profile-changes/1/answer", NotThere,
                [nobody, .. Seeing(NotYourRole), ("own signatory", NotThere), ("own lead", NotThere), ("lead funder's lead", NotThere)]) { Body = """{"agree":true}""" },
            new("GET api/v1/programmes/{programme}/periods/{period}/glance", $"{setup}/periods/{SmallCase.Q1}/glance", NotThere, [nobody, .. readers]),
            new("GET api/v1/returns", $"/api/v1/returns?programme={programme}&period={SmallCase.Q1}&standing=in", NotThere, [nobody, .. readers]),
            new("GET api/v1/programmes/{programme}/periods/{period}/samples", $"{setup}/periods/{SmallCase.Q1}/samples", NotThere, [nobody, .. leadFunder]),
            new("POST api/v1/programmes/{programme}/periods/{period}/samples", $"{setup}/periods/{SmallCase.Q1}/samples", NotThere,
                [nobody, ("lead funder's reader", NotYourRole), ("lead funder's officer", "422 MR2375"), ("lead funder's lead", "422 MR2375")]) { Body = """{"seen":0}""" },
            new("GET api/v1/programmes/{programme}/periods/{period}/samples/{number}", $"{setup}/periods/{SmallCase.Q1}/samples/1", NotThere, nobody),
            new("POST api/v1/programmes/{programme}/periods/{period}/samples/{number}/checks/{award}", $"{setup}/periods/{SmallCase.Q1}/samples/1/checks/a-0001", NotThere, nobody) { Body = """{"result":"InOrder","note":"Seen."}""" },
            new("GET api/v1/programmes/{programme}/awards/{award}/meetings", $"{setup}/awards/a-0001/meetings", NotThere, [nobody, .. own, .. funders]),
            new("POST api/v1/programmes/{programme}/awards/{award}/meetings", $"{setup}/awards/a-0001/meetings", NotThere,
                [nobody, .. Saying([.. own, .. funders], NotYourRole), ("own preparer", "422 MR2380"), ("own signatory", "422 MR2380"), ("own lead", "422 MR2380"), ("lead funder's officer", "422 MR2380"), ("lead funder's lead", "422 MR2380")]) { Body = """{"seen":0}""" },
            new("POST api/v1/programmes/{programme}/awards/{award}/meetings/{number}/confirmation", $"{setup}/awards/a-0001/meetings/1/confirmation", NotThere, nobody),
            new("GET api/openapi.json", "/api/openapi.json", "200"),
            new("GET health", "/health", "200"),
            // The host's own calls; what came through its front finds nothing there, whoever sends it.
            .. new[] { "ApplyProjections", "ConsolidateReport", "NotifyPeople", "ScanFile", "FollowSetup", "SweepOutbox", "OpenAndClosePeriods" }.Select(name => new TableRow($"POST {name}", "/" + name, NotThere) { Body = "{}" }),
        ];
    }
}
