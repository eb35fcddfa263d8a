using System.Net;
using AngleSharp.Dom;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.PortalPages.Answering;

/// <summary>A return as its funders read it, ask about it and answer it, on pages.</summary>
public sealed class FundersReturnTests(PagesFixture fixture)
{
    /// <summary>A table whose row of ages is the trust's, a question for the council alone, and one that asks for help.</summary>
    private static readonly string Form = SmallCase.Form.Replace(
        """{ "id": "true", "type": "declaration",""",
        """{ "id": "help", "type": "longText", "label": "What would help you?", "asksForHelp": true }, { "id": "true", "type": "declaration",""", StringComparison.Ordinal);

    [Fact]
    public async Task Return_ReadByAFunder_StandsBesideLastPeriodAndPlan()
    {
        var test = await AnsweringCase.SetUpAsync(fixture, Form);
        await test.Small.SaveAsync("a-0001", """{"help":{"value":"A van on Tuesdays.","basedOn":0}}""");
        await test.Small.FileAsync("a-0001", 30);
        await test.Small.FileAsync("a-0001", 50, SmallCase.Q2);
        var (_, officer) = await test.OfficerAsync();

        var first = await officer.PageAsync(test.Read);
        Assert.Equal("Group 1", first.Heading());
        Assert.Contains("Help they ask for What would help you? A van on Tuesdays.", first.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Signed by Ann Lee, Treasurer Time it took them 30 minutes", first.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["People helped", "30", "40", "25% below"], first.Rows("indicators").Single());
        Assert.Contains("30 Planned: 40. This is 25% below. They explain: As it was.", first.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Vale County Council, last on", first.MainWords(), StringComparison.Ordinal);
        Assert.Contains(first.Links, link => link.GetAttribute("href") == test.Read + "/queries/new?question=helped");

        var second = await officer.PageAsync(test.Read.Replace(SmallCase.Q1, SmallCase.Q2, StringComparison.Ordinal));
        Assert.Equal(["People helped", "50", "30", "not planned", ""], second.Rows("indicators").Single());
        Assert.Contains("April to June 2026: 30", second.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_NotInYet_ShowsNothingOfItsDraft()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.SaveAsync("a-0001", """{"helped":{"value":4711,"basedOn":0},"name":{"value":"Secret garden","basedOn":0}}""");
        var (_, officer) = await test.OfficerAsync();

        var page = await officer.PageAsync(test.Read);

        Assert.Contains("Group 1 has not sent this return yet. It is due on 31 July 2026.", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Begun, not in", page.MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret garden", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_AskedOnAPage_IsAnsweredByTheCharityOnItsOwn()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.FileAsync("a-0001", 40);
        var ((_, officer), (_, trustee), (_, charity)) = (await test.OfficerAsync(), await test.TrusteeAsync(), await test.CharityAsync());

        var (status, unsent) = await (await FilledForm.OnAsync(officer, test.Read + "/queries/new?question=helped")).With("text", " ").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Write what you want to know."), (status, Assert.Single(unsent.Errors())));
        Assert.StartsWith("Error: ", unsent.Title, StringComparison.Ordinal);
        Assert.Equal("helped", unsent.QuerySelector("#question option[selected]")!.GetAttribute("value"));
        var asked = await FilledForm.On(officer, unsent, test.Read + "/queries/new").With("text", "Are these people, or visits?").SendAndFollowAsync();
        Assert.Contains("Your question is sent. Group 1 finds it in its list of returns.", asked.MainWords(), StringComparison.Ordinal);
        Assert.Contains("A question is open. The return can be accepted once it is answered or withdrawn.", asked.MainWords(), StringComparison.Ordinal);

        await test.UntilAsync(async () => (await charity.PageAsync("/returns")).QuerySelector($"a[href='{test.Own}/queries']") is not null);
        Assert.Contains("Read and answer", (await charity.PageAsync(test.Own)).MainWords(), StringComparison.Ordinal);
        var late = await FilledForm.OnAsync(charity, test.Own + "/queries");
        var done = await (await FilledForm.OnAsync(charity, test.Own + "/queries")).With("answer-1", "People, each once.").SendAndFollowAsync();
        Assert.Contains("Your answer is sent.", done.MainWords(), StringComparison.Ordinal);
        var (second, refused) = await late.With("answer-1", "Visits.").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, second);
        Assert.Contains("What you wrote was not sent: Visits.", refused.MainWords(), StringComparison.Ordinal);
        foreach (var reader in new[] { officer, trustee })
            Assert.Contains("About “People helped” Answered Are these people, or visits?", (await reader.PageAsync(test.Read)).MainWords(), StringComparison.Ordinal);
        Assert.Contains("People, each once.", (await trustee.PageAsync(test.Read)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_AnsweredByARevision_ShowsWhatItChanged()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.FileAsync("a-0001", 40);
        var (_, officer) = await test.OfficerAsync();
        await (await FilledForm.OnAsync(officer, test.Read + "/queries/new?question=helped")).With("text", "Is this right?").SendAndFollowAsync();

        await test.CorrectAsync(55);

        var page = await officer.PageAsync(test.Read);
        Assert.Contains("Group 1 answered with revision 2", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("People helped Before: 40 Now: 55", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("People helped Before: 40 Now: 55", (await officer.PageAsync(test.Read + "/revisions/2/changes")).MainWords(), StringComparison.Ordinal);
        Assert.Contains("You are reading revision 1. Revision 2 has taken its place.", (await officer.PageAsync(test.Read + "/revisions/1")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptance_WithWords_IsReadByTheCharity()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.FileAsync("a-0001", 40);
        var ((_, officer), (_, trustee), (_, charity)) = (await test.OfficerAsync(), await test.TrusteeAsync(), await test.CharityAsync());
        await test.UntilAsync(async () => (await charity.PageAsync("/returns")).MainWords().Contains("waits for an answer since 10 July 2026", StringComparison.Ordinal));

        var (status, page) = await (await FilledForm.OnAsync(officer, test.Read + "/accept")).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Say what you used of this return, or what you will do. The charity reads it."), (status, Assert.Single(page.Errors())));
        var done = await FilledForm.On(officer, page, test.Read + "/accept").With("used", "In our report to the committee.").SendAndFollowAsync();
        Assert.Contains("The return is accepted.", done.MainWords(), StringComparison.Ordinal);
        var thanked = await (await FilledForm.OnAsync(trustee, test.Read + "/acknowledge")).With("willDo", "We will visit in May.").SendAndFollowAsync();
        Assert.Contains("The return is acknowledged.", thanked.MainWords(), StringComparison.Ordinal);

        foreach (var own in new[] { test.Own, test.Own + "/revisions/1" })
        {
            var read = (await charity.PageAsync(own)).MainWords();
            Assert.Contains("Vale County Council accepted the return", read, StringComparison.Ordinal);
            Assert.Contains("In our report to the committee.", read, StringComparison.Ordinal);
            Assert.Contains("We will visit in May.", read, StringComparison.Ordinal);
        }
        var reopened = await (await FilledForm.OnAsync(officer, test.Own + "/reopen")).With("reason", "A bill is missing.").SendAndFollowAsync();
        Assert.Contains("The return is open again.", reopened.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptance_WhileACorrectionArrives_IsRefusedWithWhatHappened()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.FileAsync("a-0001", 40);
        var (_, officer) = await test.OfficerAsync();
        var form = (await FilledForm.OnAsync(officer, test.Read + "/accept")).With("used", "In our report.");

        await test.CorrectAsync(55);
        var (status, page) = await form.SendAndReadAsync();

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.StartsWith("Group 1 sent revision 2 on 10 July 2026 at 1:00pm, and you had opened revision 1.", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Contains("What happened since you opened the page: 10 July 2026 at 1:00pm, Group 1: Submitted revision 2", page.MainWords(), StringComparison.Ordinal);
        Assert.Equal("In our report.", page.QuerySelector("#used")!.TextContent.Trim());
        Assert.Equal("Resubmitted", (await test.Small.GetAsync(test.Small.Address("a-0001"))).Json.GetProperty("status").GetString());
        await FilledForm.On(officer, page, test.Read + "/accept").SendAndFollowAsync();
        Assert.Equal("Accepted", (await test.Small.GetAsync(test.Small.Address("a-0001"))).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Acceptance_ByTwoOfficersAtOnce_IsTheFirstsAndTheOtherIsTold()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.FileAsync("a-0001", 40);
        var ((quick, first), (_, second)) = (await test.OfficerAsync(), await test.OfficerAsync());
        var late = (await FilledForm.OnAsync(second, test.Read + "/accept")).With("willDo", "We will call.");
        var asking = (await FilledForm.OnAsync(second, test.Read + "/queries/new")).With("text", "Is this all?");

        await (await FilledForm.OnAsync(first, test.Read + "/accept")).With("used", "In our report.").SendAndFollowAsync();
        foreach (var form in new[] { late, asking })
        {
            var (status, page) = await form.SendAndReadAsync();
            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.Contains("Vale County Council accepted this return on", Assert.Single(page.Errors()), StringComparison.Ordinal);
            Assert.Contains($"{quick.Name} (Vale County Council): Accepted revision 1", page.MainWords(), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("We will call.", (await second.PageAsync(test.Read)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptance_ByALeadFunderThatAcknowledgedItBefore_Stands()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.FileAsync("a-0001", 40);
        var ((_, trustee), (_, charity)) = (await test.TrusteeAsync(), await test.CharityAsync());
        await (await FilledForm.OnAsync(trustee, test.Read + "/acknowledge")).With("willDo", "We will visit in May.").SendAndFollowAsync();
        await test.Small.PutProgrammeAsync(programme => programme with { LeadFunder = test.Trust, CoFunders = [test.Lead] });

        var done = await (await FilledForm.OnAsync(trustee, test.Read + "/accept")).With("used", "In our report to the trustees.").SendAndFollowAsync();

        Assert.Contains("The return is accepted.", done.MainWords(), StringComparison.Ordinal);
        var read = (await charity.PageAsync(test.Own)).MainWords();
        Assert.Contains("We will visit in May.", read, StringComparison.Ordinal);
        Assert.Contains("In our report to the trustees.", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfAFunder_ListsWhatWaitsAndWhatWasRestated()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        await test.Small.FileAsync("a-0001", 40);
        var (_, officer) = await test.OfficerAsync();
        using (var download = await officer.GetAsync($"/api/v1{test.Own}/revisions/1/return.xlsx"))
            Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        await test.CorrectAsync(55);
        await test.UntilAsync(async () => (await officer.PageAsync("/home")).QuerySelector("[id^=restated]") is not null);

        var home = await officer.PageAsync("/home");
        var row = Assert.Single(home.Rows("waiting"));
        Assert.StartsWith("Group 1", row[0], StringComparison.Ordinal);
        Assert.Contains("Over 20 working days", row[2], StringComparison.Ordinal);
        Assert.Equal("Your acceptance", row[3]);
        Assert.Equal(["People helped 40 55"], home.QuerySelectorAll("[id^=restated][id$=figures] tbody tr").Select(ShownPage.Words));
        Assert.Contains(home.Links, link => link.GetAttribute("href") == "/help-asked");
        var seen = await FilledForm.On(officer, home).SendAndFollowAsync();
        Assert.Contains("Noted: your organisation has seen it.", seen.MainWords(), StringComparison.Ordinal);
        Assert.Null(seen.QuerySelector("[id^=restated]"));
        await (await FilledForm.OnAsync(officer, test.Read + "/accept")).With("used", "In our report.").SendAndFollowAsync();
        await test.UntilAsync(async () => (await officer.PageAsync("/home")).MainWords().Contains("No return waits for your answer.", StringComparison.Ordinal));
    }
}
