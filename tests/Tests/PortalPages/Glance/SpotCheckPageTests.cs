using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.PortalPages.Glance;

/// <summary>Random samples of a period's returns, and what their checks came to.</summary>
public sealed class SpotCheckPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Sample_DrawnByAnOfficer_IsKeptAsItWasDrawnAndToldToTheCharities()
    {
        var glance = await FiledAsync(4);
        var officer = await glance.FunderAsync(glance.Lead);
        var page = await (await FilledForm.OnAsync(officer, Address(glance))).With("size", "50%").With("evidence", "The attendance sheets of one week.").SendAndFollowAsync();

        Assert.Contains("The sample is drawn.", page.MainWords(), StringComparison.Ordinal);
        var drawn = page.Rows("drawn");
        Assert.Equal(2, drawn.Length);
        Assert.All(drawn, row => Assert.Equal("Not checked", row[2]));
        // Anybody can draw it again from what the page says.
        var ids = page.QuerySelectorAll(".portal-id");
        var population = ids[2].QuerySelectorAll("li").Select(ShownPage.Words).ToList();
        Assert.Equal(["a-0001 1", "a-0002 1", "a-0003 1", "a-0004 1"], population);
        var again = Sample.Draw(population.Select(line => Identifier.Parse<AwardId>(line.Split(' ')[0])), 2, ShownPage.Words(ids[0]));
        Assert.Equal(again.Select(award => $"Group {award.Value[^1]}"), drawn.Select(row => row[0]));

        // What came in afterwards is not among them, and a second sample is a second record.
        await glance.FileAsync("a-0005", 10, 5, "10");
        var second = await (await FilledForm.OnAsync(officer, Address(glance))).With("size", "9").With("evidence", "Receipts.").SendAndFollowAsync();
        Assert.Equal(5, second.Rows("drawn").Length);
        Assert.Equal(drawn, (await officer.PageAsync(Address(glance) + "/1")).Rows("drawn"));

        var record = (await officer.PageAsync($"/programmes/{glance.Test.Programme}/setup/record")).MainWords();
        Assert.Contains("Drew a sample of the returns for April to June 2026", record, StringComparison.Ordinal);
        Assert.Contains("2 entries, each follows the one before.", record, StringComparison.Ordinal);

        foreach (var number in Enumerable.Range(1, 5))
        {
            var person = fixture.NewPerson();
            await fixture.LetInAsync(SmallCase.AwardOf(glance.Test.Programme, number).Provider, person, Roles.Preparer);
            var charity = await fixture.SignInAsync(person);
            charity.Now = SmallCase.InTime;
            var words = (await charity.PageAsync($"/returns/{glance.Test.Programme}/{SmallCase.Q1}/a-000{number}")).MainWords();
            Assert.Contains("Receipts.", words, StringComparison.Ordinal);
            Assert.Equal(drawn.Any(row => row[0] == $"Group {number}"), words.Contains("The attendance sheets of one week.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Sample_DrawnByTwoAtOnce_IsDrawnOnce()
    {
        var glance = await FiledAsync(2);
        var officers = new[] { await glance.FunderAsync(glance.Lead), await glance.FunderAsync(glance.Lead, Roles.LeadOfficer) };
        var forms = await Task.WhenAll(officers.Select(officer => FilledForm.OnAsync(officer, Address(glance))));
        var answers = await Task.WhenAll(forms.Select(form => form.With("size", "1").With("evidence", "Receipts of the coffee.").SendAsync()));
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var told = await SignIn.PortalBrowser.PageOfAsync(answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.StartsWith("Somebody else drew a sample", Assert.Single(told.Errors()), StringComparison.Ordinal);
        Assert.Equal(("1", "Receipts of the coffee."), (told.QuerySelector<IHtmlInputElement>("input[name=size]")!.Value, told.QuerySelector("textarea")!.TextContent.Trim()));
        Assert.Single(told.QuerySelectorAll("main ul.govuk-list--spaced li"));
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task Check_OfADrawnReturn_IsNotedOnceReadByTheCharityAndStandsInTheRecord()
    {
        var glance = await FiledAsync(1);
        var (officer, other) = (await glance.FunderAsync(glance.Lead), await glance.FunderAsync(glance.Lead));
        await (await FilledForm.OnAsync(officer, Address(glance))).With("size", "1").With("evidence", "Receipts.").SendAndFollowAsync();
        var check = Address(glance) + "/1/a-0001";
        var (empty, page) = await (await FilledForm.OnAsync(officer, check)).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty);
        Assert.Equal(["Choose what the check came to.", "Say what you looked at. The charity reads it."], page.Errors());
        var late = await FilledForm.OnAsync(other, check);
        var noted = await FilledForm.On(officer, page).With("result", "InOrder").With("note", "Twelve receipts, all there.").SendAndFollowAsync();
        Assert.Equal(["Group 1", "Project 1", "In order", "Twelve receipts, all there.", "Note outcome Group 1"], Assert.Single(noted.Rows("drawn")));
        var (conflict, told) = await late.With("result", "NotInOrder").With("note", "One is missing.").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, conflict);
        Assert.Contains("Twelve receipts, all there.", told.MainWords(), StringComparison.Ordinal);
        Assert.Equal("One is missing.", told.QuerySelector("textarea")!.TextContent.Trim());

        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(glance.Test.Programme, 1).Provider, person, Roles.Preparer);
        var charity = await fixture.SignInAsync(person);
        charity.Now = SmallCase.InTime;
        var own = $"/returns/{glance.Test.Programme}/{SmallCase.Q1}/a-0001";
        Assert.Contains("Twelve receipts, all there.", (await charity.PageAsync(own)).MainWords(), StringComparison.Ordinal);
        Assert.Contains("Checked its evidence: in order", (await charity.PageAsync(own + "/record")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NotedByADoublePress_IsNotedOnceAndNobodysElse()
    {
        var glance = await FiledAsync(1);
        var officer = await glance.FunderAsync(glance.Lead);
        await (await FilledForm.OnAsync(officer, Address(glance))).With("size", "1").With("evidence", "Receipts.").SendAndFollowAsync();
        var form = (await FilledForm.OnAsync(officer, Address(glance) + "/1/a-0001")).With("result", "InOrder").With("note", "Twelve receipts,\r\nall there.");
        await form.SendAndFollowAsync();
        var again = await form.SendAndFollowAsync();
        Assert.Equal("Twelve receipts, all there.", Assert.Single(again.Rows("drawn"))[3]);
        Assert.Equal(HttpStatusCode.Conflict, (await form.With("result", "NotInOrder").SendAndReadAsync()).Status);
    }

    [Fact]
    public async Task Samples_AreTheLeadFunders_AndItsOfficersDrawThem()
    {
        var glance = await FiledAsync(1);
        var officer = await glance.FunderAsync(glance.Lead);
        var (status, page) = await (await FilledForm.OnAsync(officer, Address(glance))).With("size", "some").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["#size", "#evidence"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.GetAttribute("href")));
        Assert.Equal("some", page.QuerySelector<IHtmlInputElement>("input[name=size]")!.Value);
        Assert.Null((await (await glance.FunderAsync(glance.Lead, Roles.FunderReader)).PageAsync(Address(glance))).QuerySelector("main form"));
        foreach (var stranger in new[] { await glance.FunderAsync(glance.Trust), (await fixture.LedAsync()).Browser })
            using (var answer = await stranger.GetAsync(Address(glance)))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var later = await (await FilledForm.OnAsync(officer, $"{glance.Programme}/{SmallCase.Q2}/spot-checks")).With("size", "1").With("evidence", "Receipts.").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
        Assert.Contains("nothing to draw from", Assert.Single(later.Page.Errors()), StringComparison.Ordinal);
    }

    private static string Address(GlanceCase glance) => $"{glance.Quarter}/spot-checks";

    private async Task<GlanceCase> FiledAsync(int returns)
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: Math.Max(returns, 5));
        for (var number = 1; number <= returns; number++)
            await glance.FileAsync($"a-000{number}", 10, 5, "10");
        return glance;
    }
}
