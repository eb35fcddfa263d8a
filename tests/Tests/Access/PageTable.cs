using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.Access;

/// <summary>
/// Every page and what it answers to which person, about one provider and its return. Posts are such that whoever may do it is told what is
/// missing, so that the table changes nothing.
/// </summary>
internal static class PageTable
{
    private const string NotThere = "404";
    private const string NotYourRole = "403";
    private const string Incomplete = "422";
    private const string SignIn = "302";
    private const string Elsewhere = "303";

    public static IReadOnlyList<TableRow> Of(SmallCase test, MemberId ownPreparer, MemberId ownLead)
    {
        (string, string)[] Own(string answer) => [("own preparer", answer), ("own signatory", answer), ("own lead", answer), ("own supporter", answer), ("own provider's", answer)];
        (string, string) nobody = ("nobody", SignIn), nobodyPosts = ("nobody", "401");
        (string, string)[] Leads(string answer) => [.. Own(NotYourRole), ("administrator", NotYourRole), ("own lead", answer), ("own provider's", answer)];
        const string own = "/organisations/MR-000001";
        var one = $"/returns/{test.Programme}/{SmallCase.Q1}/a-0001";
        var returns = one + "/record";
        (string, string)[] Provider(string answer) => [("own preparer", answer), ("own signatory", answer), ("own lead", answer), ("own supporter", answer)];
        (string, string)[] Seeing(string answer) => [.. Provider(answer), ("partner's", answer), ("co-funder's", answer), ("lead funder's reader", answer), ("lead funder's officer", answer), ("lead funder's lead", answer)];
        (string, string)[] Preparers(string answer) => [("own preparer", answer), ("own supporter", answer)];
        (string, string)[] Reopening(string answer) => [("own signatory", answer), ("own lead", answer), ("lead funder's officer", answer), ("lead funder's lead", answer)];
        var award = $"/returns/{test.Programme}/{SmallCase.Q1}/a-0001";
        (string, string)[] ofReturn = [nobody, ("own preparer", "200"), ("own signatory", "200"), ("own lead", "200"), ("own supporter", "200"), ("partner's", NotYourRole),
            ("lead funder's reader", NotYourRole), ("lead funder's officer", NotYourRole), ("lead funder's lead", NotYourRole), ("co-funder's", NotYourRole)];
        var past = $"/history/{test.Programme}/a-0001";
        (string, string)[] seeing = [.. ofReturn.Skip(1).Select(seen => (seen.Item1, NotYourRole))];
        var read = $"/programmes/{test.Programme}/{SmallCase.Q1}/returns/a-0001";
        (string, string)[] Funders(string answer) => [("lead funder's reader", answer), ("lead funder's officer", answer), ("lead funder's lead", answer), ("co-funder's", answer)];
        (string, string)[] Officers(string answer) => [("lead funder's officer", answer), ("lead funder's lead", answer), ("co-funder's officer", answer), ("co-funder's lead", answer)];
        var period = $"/programmes/{test.Programme}/{SmallCase.Q1}";
        (string, string)[] Other(string answer) => [("other funder's", answer)];
        (string, string)[] LeadFunder(string answer) => [("lead funder's reader", answer), ("lead funder's officer", answer), ("lead funder's lead", answer)];
        TableRow Post(string route, string address, string others, params (string, string)[] named) => new("POST " + route, address, others, [nobodyPosts, .. named]) { Body = "" };
        return
        [
            new("GET /", "/", "200"),
            new("GET /assets/{hash}/{file}", "/assets/0123456789abcdef/site.css", NotThere),
            new("GET /accessibility", "/accessibility", "200"),
            new("GET /privacy", "/privacy", "200"),
            new("GET /cookies", "/cookies", "200"),
            new("GET /sign-in", "/sign-in", "200"),
            new("GET /sign-in/{key}", "/sign-in/nowhere", NotThere),
            new("GET /signed-out", "/signed-out", "200"),
            new("GET /session/ending", "/session/ending", "200"),
            Post("/session/ending", "/session/ending", Elsewhere),
            new("GET /session/ended", "/session/ended", "200"),
            new("GET /sessions", "/sessions", "200", nobody),
            Post("/sessions/end-others", "/sessions/end-others", Elsewhere),
            new("GET /organisations/switch", "/organisations/switch", "200", nobody),
            Post("/organisations/switch", "/organisations/switch", Incomplete),
            new("GET /home", "/home", "200", nobody),
            // Another person's, or nobody's: the same.
            new("GET /kept/{id}", "/kept/nothing", NotThere, nobody),
            Post("/kept/{id}/discard", "/kept/nothing/discard", NotThere),
            new("GET /invitations/{secret}", "/invitations/nonsense", NotThere),
            Post("/invitations/{secret}", "/invitations/nonsense", NotThere),

            new("GET /organisations/{organisation}", own, NotThere, [nobody, .. Own("200"), ("administrator", "200")]),
            new("GET /organisations/{organisation}/record", own + "/record", NotThere, [nobody, .. Own("200"), ("administrator", "200")]),
            new("GET /organisations/{organisation}/details", own + "/details", NotThere, [nobody, .. Leads("200")]),
            Post("/organisations/{organisation}/details", own + "/details", NotThere, Leads(Incomplete)),
            new("GET /organisations/{organisation}/invitations/new", own + "/invitations/new", NotThere, [nobody, .. Leads("200")]),
            Post("/organisations/{organisation}/invitations/new", own + "/invitations/new", NotThere, Leads(Incomplete)),
            new("GET /organisations/{organisation}/invitations/{invitation}", own + "/invitations/none", NotThere, nobody),
            Post("/organisations/{organisation}/invitations/{invitation}/send", own + "/invitations/none/send", NotThere),
            Post("/organisations/{organisation}/invitations/{invitation}/withdraw", own + "/invitations/none/withdraw", NotThere),
            new("GET /organisations/{organisation}/programs/new", own + "/programs/new", NotThere, [nobody, .. Leads("200")]),
            Post("/organisations/{organisation}/programs/new", own + "/programs/new", NotThere, Leads(Incomplete)),
            new("GET /organisations/{organisation}/members/{member}", $"{own}/members/{ownPreparer}", NotThere, [nobody, .. Own(NotYourRole), ("administrator", NotYourRole), ("own preparer", Elsewhere), ("own lead", "200")]),
            Post("/organisations/{organisation}/members/{member}", $"{own}/members/{ownPreparer}", NotThere, [.. Own(NotYourRole), ("administrator", NotYourRole), ("own preparer", Incomplete), ("own lead", Incomplete)]),
            new("GET /organisations/{organisation}/members/{member}/remove", $"{own}/members/{ownLead}/remove", NotThere, [nobody, .. Own(NotYourRole), ("administrator", NotYourRole), ("own lead", "200")]),
            Post("/organisations/{organisation}/members/{member}/remove", $"{own}/members/{ownLead}/remove", NotThere, [.. Own(NotYourRole), ("administrator", NotYourRole), ("own lead", "409")]),

            new("GET /returns/{programme}/{period}/{award}/record", award + "/record", NotThere,
                [nobody, ("own preparer", "200"), ("own signatory", "200"), ("own lead", "200"), ("own supporter", "200"), ("partner's", NotYourRole), ("co-funder's", NotYourRole),
                    ("lead funder's reader", "200"), ("lead funder's officer", "200"), ("lead funder's lead", "200")]),
            new("GET /returns/{programme}/{period}/{award}/parts", award + "/parts", NotThere, [.. ofReturn, ("partner's", "200")]),
            Post("/returns/{programme}/{period}/{award}/parts", award + "/parts", NotThere, [.. seeing, ("own preparer", Elsewhere), ("own lead", Elsewhere)]),
            Post("/returns/{programme}/{period}/{award}/parts/{section}/done", award + "/parts/reach/done", NotThere, seeing),
            new("GET /returns/{programme}/{period}/{award}/feedback", award + "/feedback", NotThere, ofReturn),
            Post("/returns/{programme}/{period}/{award}/feedback", award + "/feedback", NotThere, [.. seeing, ("own preparer", Incomplete), ("own signatory", Incomplete), ("own lead", Incomplete), ("own supporter", Incomplete)]),
            new("GET /history/{programme}/{award}", past, NotThere, ofReturn),
            new("GET /history/{programme}/{award}/template.csv", past + "/template.csv", NotThere, ofReturn),
            new("GET /history/{programme}/{award}/trend", past + "/trend", NotThere, ofReturn),
            new("GET /history/{programme}/{award}/entry", past + "/entry", NotThere, [nobody, .. seeing, ("own preparer", "200"), ("own supporter", "200")]),
            Post("/history/{programme}/{award}/entry", past + "/entry", NotThere, [.. seeing, ("own preparer", Incomplete), ("own supporter", Incomplete)]),
            Post("/history/{programme}/{award}/paste", past + "/paste", NotThere, [.. seeing, ("own preparer", Incomplete), ("own supporter", Incomplete)]),
            Post("/history/{programme}/{award}/{period}/delete", past + "/nothing/delete", NotThere, [.. seeing, ("own preparer", NotThere), ("own supporter", NotThere)]),
            new("GET /returns/{programme}/{period}/{award}/revisions", award + "/revisions", NotThere, ofReturn),
            new("GET /returns/{programme}/{period}/{award}/revisions/{revision}/changes", award + "/revisions/draft/changes", NotThere, ofReturn),

            Post("/home/restated/{programme}/{period}/{award}/seen", $"/home/restated/{test.Programme}/{SmallCase.Q1}/a-0001/seen", NotThere,
                [("lead funder's reader", Elsewhere), ("lead funder's officer", Elsewhere), ("lead funder's lead", Elsewhere), ("co-funder's", Elsewhere), ("other funder's", Elsewhere),
                    ("outside reader", Elsewhere), ("outside officer", Elsewhere), ("outside lead officer", Elsewhere), ("own provider's", Elsewhere)]),
            new("GET /returns/{programme}/{period}/{award}/queries", award + "/queries", NotThere, ofReturn),
            Post("/returns/{programme}/{period}/{award}/queries/{query}", award + "/queries/1", NotThere, [.. Seeing(NotYourRole), ("own preparer", NotThere), ("own signatory", NotThere)]),
            new("GET /programmes/{programme}/{period}/returns/{award}", read, NotThere, [nobody, .. Seeing(NotYourRole), .. Funders("200")]),
            new("GET /programmes/{programme}/{period}/returns/{award}/revisions/{revision}", read + "/revisions/1", NotThere, [nobody, .. Seeing(NotYourRole), .. Funders("200")]),
            new("GET /programmes/{programme}/{period}/returns/{award}/revisions/{revision}/changes", read + "/revisions/1/changes", NotThere, [nobody, .. Seeing(NotYourRole), .. Funders("200")]),
            new("GET /programmes/{programme}/{period}/returns/{award}/queries/new", read + "/queries/new", NotThere, [nobody, .. Seeing(NotYourRole), .. Officers("200")]),
            Post("/programmes/{programme}/{period}/returns/{award}/queries/new", read + "/queries/new", NotThere, [.. Seeing(NotYourRole), .. Officers(Incomplete)]),
            Post("/programmes/{programme}/{period}/returns/{award}/queries/{query}/withdraw", read + "/queries/1/withdraw", NotThere, ("partner's", NotYourRole)),
            new("GET /programmes/{programme}/{period}/returns/{award}/accept", read + "/accept", NotThere, [nobody, .. Seeing(NotYourRole), .. Officers("200").Take(2)]),
            Post("/programmes/{programme}/{period}/returns/{award}/accept", read + "/accept", NotThere, [.. Seeing(NotYourRole), .. Officers(Incomplete).Take(2)]),
            new("GET /programmes/{programme}/{period}/returns/{award}/acknowledge", read + "/acknowledge", NotThere, [nobody, .. Seeing(NotYourRole), .. Officers("200").Skip(2)]),
            Post("/programmes/{programme}/{period}/returns/{award}/acknowledge", read + "/acknowledge", NotThere, [.. Seeing(NotYourRole), .. Officers("409").Skip(2)]),

            new("GET /returns", "/returns", "200", nobody),
            // A partner has the list of its own sections.
            new("GET /returns/{programme}/{period}/{award}", one, NotThere, [nobody, .. Provider("200"), ("partner's", "200")]),
            new("GET /returns/{programme}/{period}/{award}/check", one + "/check", NotThere, [nobody, .. Provider("200")]),
            Post("/returns/{programme}/{period}/{award}/check", one + "/check", NotThere, [.. Provider(NotYourRole), .. Preparers(Elsewhere)]),
            new("GET /returns/{programme}/{period}/{award}/sections/{section}", one + "/sections/reach", NotThere, [nobody, .. Seeing(NotYourRole), .. Provider("200")]),
            Post("/returns/{programme}/{period}/{award}/sections/{section}", one + "/sections/reach", NotThere, [.. Seeing(NotYourRole), .. Preparers(Elsewhere)]),
            Post("/returns/{programme}/{period}/{award}/ready", one + "/ready", NotThere, [.. Seeing(NotYourRole), .. Preparers("409")]),
            new("GET /returns/{programme}/{period}/{award}/sign", one + "/sign", NotThere, [nobody, .. Provider(NotYourRole), ("own signatory", "200")]),
            Post("/returns/{programme}/{period}/{award}/sign", one + "/sign", NotThere, [.. Provider(NotYourRole), ("own signatory", Incomplete)]),
            Post("/returns/{programme}/{period}/{award}/send-back", one + "/send-back", NotThere, [.. Seeing(NotYourRole), ("own signatory", Incomplete)]),
            new("GET /returns/{programme}/{period}/{award}/revisions/{revision}", one + "/revisions/1", NotThere, [nobody, .. Provider("200")]),
            new("GET /returns/{programme}/{period}/{award}/reopen", one + "/reopen", NotThere, [nobody, .. Seeing(NotYourRole), .. Reopening("200")]),
            Post("/returns/{programme}/{period}/{award}/reopen", one + "/reopen", NotThere, [.. Seeing(NotYourRole), .. Reopening(Incomplete)]),
            new("GET /returns/{programme}/{period}/{award}/files/{question}", award + "/files/proof", NotThere, [.. ofReturn, ("partner's", "200")]),
            Post("/returns/{programme}/{period}/{award}/files/{question}", award + "/files/proof", NotThere, [.. seeing, ("own preparer", Incomplete), ("own supporter", Incomplete), ("partner's preparer", Incomplete)]),
            new("GET /returns/{programme}/{period}/{award}/files/{question}/{file}", award + "/files/proof/none", NotThere, nobody),
            Post("/returns/{programme}/{period}/{award}/files/{question}/{file}/remove", award + "/files/proof/none/remove", NotThere, [.. seeing, ("own preparer", NotThere), ("own supporter", NotThere), ("partner's preparer", NotThere)]),

            .. SetupPageTable.Of(test),
            .. SetupPageTable.OfForm(test),
            .. FormPageTable.Of(test),

            new("GET /programmes", "/programmes", "200", nobody),
            new("GET /programmes/{programme}", $"/programmes/{test.Programme}", NotThere, [nobody, .. Funders(Elsewhere), .. Other(Elsewhere)]),
            new("GET /programmes/{programme}/{period}", period, NotThere, [nobody, .. Funders("200"), .. Other("200")]),
            new("GET /programmes/{programme}/{period}/returns", period + "/returns", NotThere, [nobody, .. Funders("200"), .. Other("200")]),
            new("GET /programmes/{programme}/{period}/indicators/{indicator}", period + "/indicators/helped", NotThere, [nobody, .. Funders("200"), .. Other("200")]),
            .. ReportPageTable.Of(test),
            new("GET /help-asked", "/help-asked", "200", nobody),
            // The return asks for no help.
            new("GET /programmes/{programme}/{period}/returns/{award}/help", period + "/returns/a-0001/help", NotThere, nobody),
            Post("/programmes/{programme}/{period}/returns/{award}/help", period + "/returns/a-0001/help", NotThere),

            new("GET /programmes/{programme}/{period}/spot-checks", period + "/spot-checks", NotThere, [nobody, .. LeadFunder("200")]),
            Post("/programmes/{programme}/{period}/spot-checks", period + "/spot-checks", NotThere, [.. LeadFunder("409"), ("lead funder's reader", NotYourRole)]),
            new("GET /programmes/{programme}/{period}/spot-checks/{number}", period + "/spot-checks/1", NotThere, nobody),
            new("GET /programmes/{programme}/{period}/spot-checks/{number}/{award}", period + "/spot-checks/1/a-0001", NotThere, nobody),
            Post("/programmes/{programme}/{period}/spot-checks/{number}/{award}", period + "/spot-checks/1/a-0001", NotThere),

            new("GET /meetings/{programme}/{award}", $"/meetings/{test.Programme}/a-0001", NotThere, [nobody, .. Provider("200"), .. Funders("200")]),
            new("GET /meetings/{programme}/{award}/review", $"/meetings/{test.Programme}/a-0001/review", NotThere, [nobody, .. Provider("200"), .. Funders("200")]),
            Post("/meetings/{programme}/{award}", $"/meetings/{test.Programme}/a-0001", NotThere, [.. Provider("409"), ("own supporter", NotYourRole), .. LeadFunder("409"), ("lead funder's reader", NotYourRole), ("co-funder's", NotYourRole)]),
            Post("/meetings/{programme}/{award}/{number}/confirm", $"/meetings/{test.Programme}/a-0001/1/confirm", NotThere),

            new("GET /administration", "/administration", NotThere, nobody, ("administrator", "200")),
            new("GET /administration/organisations/go", "/administration/organisations/go", NotThere, nobody, ("administrator", Incomplete)),
            new("GET /administration/organisations/new", "/administration/organisations/new", NotThere, nobody, ("administrator", "200")),
            Post("/administration/organisations/new", "/administration/organisations/new", NotThere, ("administrator", Incomplete)),
            new("GET /administration/record", "/administration/record", NotThere, nobody, ("administrator", "200")),
            new("GET /administration/people/forget", "/administration/people/forget", NotThere, nobody, ("administrator", "200")),
            Post("/administration/people/forget", "/administration/people/forget", NotThere, ("administrator", Incomplete)),
            new("GET /administration/people/{person}/forget", $"/administration/people/{ownPreparer}/forget", NotThere, nobody, ("administrator", "200")),
            // Still a member: refused.
            Post("/administration/people/{person}/forget", $"/administration/people/{ownPreparer}/forget", NotThere, ("administrator", "409")),

            // The last: nobody is signed in afterwards.
            Post("/sign-out", "/sign-out", Elsewhere),
        ];
    }
}
