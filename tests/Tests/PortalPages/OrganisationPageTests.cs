using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>An organisation's own pages: details, members, programs, and what others see of them.</summary>
public sealed class OrganisationPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Home_OfAMember_SaysTheirPartAndLeadsOn()
    {
        var (organisation, _, browser) = await fixture.LedAsync(Roles.ProviderLead | Roles.Signatory);
        var home = await browser.PageAsync("/home");

        Assert.Equal(organisation.Name, home.Heading());
        Assert.Contains("Signatory Reads, signs and submits returns, or sends them back.", home.MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("Administration", home.MainWords(), StringComparison.Ordinal);
        foreach (var link in home.QuerySelectorAll<IHtmlAnchorElement>("main a").Select(link => link.GetAttribute("href")!))
            using (var answer = await browser.GetAsync(link))
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Home_OfSomebodyWithoutOrganisation_SaysWhatToDo()
    {
        var person = fixture.NewPerson();
        var home = await (await fixture.SignInAsync(person)).PageAsync("/home");
        Assert.Equal("You belong to no organisation here yet", home.Heading());
        Assert.Contains($"You are signed in as {person.Name}. To see or do anything, you need an invitation", home.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_Changed_AreShownWithWhatHasExpired()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var address = $"/organisations/{organisation.Id}/details";
        var form = (await FilledForm.OnAsync(browser, address)).With("name", "Wren House").With("kind", "SupportBody").With("income", "Small")
            .With("accreditations-1-name", "Trusted Charity").With("accreditations-1-number", "TC-7")
            .With("accreditations-1-expires-day", "31").With("accreditations-1-expires-month", "3").With("accreditations-1-expires-year", "2020").With("then", "add");
        var (added, second) = await form.SendAndReadAsync();
        Assert.Equal(HttpStatusCode.OK, added);
        Assert.Equal("TC-7", second.QuerySelector<IHtmlInputElement>("#accreditations-1-number")!.Value);
        var page = await FilledForm.On(browser, second).With("accreditations-2-name", "Safe Hands").With("then", "save").SendAndFollowAsync();

        Assert.Equal("Wren House", page.Heading());
        Assert.Contains("The details are changed.", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Kind Local infrastructure body Income a year £10,000 to £100,000", page.MainWords(), StringComparison.Ordinal);
        Assert.Equal([["Trusted Charity", "TC-7", "31 March 2020", "Expired"], ["Safe Hands", "None", "Does not expire", "Current"]], page.Rows("accreditations"));
        Assert.Equal("Changed the organisation's details", (await JoiningTests.RecordAsync(browser, organisation.Id))[0][3]);

        var without = await (await FilledForm.OnAsync(browser, address)).With("accreditations-1-remove", "yes").With("then", "save").SendAndFollowAsync();
        Assert.Equal(["Safe Hands"], without.Rows("accreditations").Select(row => row[0]));
    }

    [Fact]
    public async Task Details_WithWhatCantBeKept_ComeBackWithIt()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var (status, page) = await (await FilledForm.OnAsync(browser, $"/organisations/{organisation.Id}/details")).With("name", "")
            .With("accreditations-1-number", "7").With("then", "save").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Enter the organisation's name.", "Enter what the accreditation is called."], page.Errors());
        Assert.All(page.QuerySelectorAll<IHtmlAnchorElement>(".govuk-error-summary__list a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("7", page.QuerySelector<IHtmlInputElement>("#accreditations-1-number")!.Value);

        var (_, date) = await FilledForm.On(browser, page).With("name", "Wren House").With("accreditations-1-name", "A mark").With("accreditations-1-expires-day", "31")
            .With("accreditations-1-expires-month", "2").With("accreditations-1-expires-year", "2027").With("then", "save").SendAndReadAsync();
        Assert.Equal(["Enter the last day of accreditation 1 as a real date, like 31 3 2027, or leave it empty."], date.Errors());
        Assert.Equal("2", date.QuerySelector<IHtmlInputElement>("#accreditations-1-expires-month")!.Value);
        Assert.Equal(organisation.Name, (await browser.PageAsync($"/organisations/{organisation.Id}")).Heading());
    }

    [Fact]
    public async Task EveryPage_OfAnothersOrganisation_LooksLikeOneThatIsNotThere()
    {
        var (organisation, lead, browser) = await fixture.LedAsync();
        var member = await fixture.LetInAsync(organisation, lead, Roles.ProviderLead);
        var (_, _, outsider) = await fixture.LedAsync();
        foreach (var part in (string[])["", "/details", "/record", "/invitations/new", "/programs/new", $"/members/{member}", $"/members/{member}/remove"])
        {
            using var own = await browser.GetAsync($"/organisations/{organisation.Id}{part}");
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            using var others = await outsider.GetAsync($"/organisations/{organisation.Id}{part}");
            using var nobodys = await outsider.GetAsync($"/organisations/GB-CHC-999999{part}");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (others.StatusCode, nobodys.StatusCode));
            Assert.Equal((await PortalBrowser.PageOfAsync(nobodys)).MainWords(), (await PortalBrowser.PageOfAsync(others)).MainWords());
        }
    }

    [Fact]
    public async Task Roles_Changed_CountAtOnceInTheOthersSession()
    {
        var (organisation, _, lead) = await fixture.LedAsync();
        var person = fixture.NewPerson();
        var member = await fixture.LetInAsync(organisation, person, Roles.Preparer);
        var browser = await fixture.SignInAsync(person);
        using (var before = await browser.GetAsync($"/organisations/{organisation.Id}/details"))
            Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);

        var page = await (await FilledForm.OnAsync(lead, $"/organisations/{organisation.Id}/members/{member}")).With("roles", "ProviderLead", "Preparer").SendAndFollowAsync();

        Assert.Contains("The roles are changed.", page.MainWords(), StringComparison.Ordinal);
        await browser.PageAsync($"/organisations/{organisation.Id}/details");
        Assert.Equal($"Changed roles of {person.Name}: now preparer, lead, before preparer", (await JoiningTests.RecordAsync(lead, organisation.Id))[0][3]);
    }

    [Fact]
    public async Task Removed_InAnOpenSession_SeesNothingAnyMore()
    {
        var (organisation, _, lead) = await fixture.LedAsync();
        var person = fixture.NewPerson();
        var member = await fixture.LetInAsync(organisation, person, Roles.Preparer | Roles.Signatory);
        var browser = await fixture.SignInAsync(person);
        await browser.PageAsync($"/organisations/{organisation.Id}");

        var asked = await lead.PageAsync($"/organisations/{organisation.Id}/members/{member}/remove");
        Assert.Contains("also where they are signed in right now", asked.MainWords(), StringComparison.Ordinal);
        var page = await FilledForm.On(lead, asked).SendAndFollowAsync();

        Assert.DoesNotContain(page.Rows("members"), row => row[0] == person.Name);
        foreach (var part in (string[])["", "/record", "/details"])
            using (var answer = await browser.GetAsync($"/organisations/{organisation.Id}{part}"))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("You belong to no organisation here yet", (await browser.PageAsync("/home")).Heading());
    }

    [Fact]
    public async Task LastLead_LeavingOrGivingUpTheRole_IsAskedToLetSomebodyElseInFirst()
    {
        var (organisation, lead, browser) = await fixture.LedAsync();
        var member = await fixture.LetInAsync(organisation, lead, Roles.ProviderLead);
        var (left, page) = await (await FilledForm.OnAsync(browser, $"/organisations/{organisation.Id}/members/{member}/remove")).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, left);
        Assert.Equal(["This would leave nobody as lead. Let somebody else be that first."], page.Errors());
        var (gaveUp, form) = await (await FilledForm.OnAsync(browser, $"/organisations/{organisation.Id}/members/{member}")).With("roles", "Preparer").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, gaveUp);
        Assert.True(form.QuerySelector<IHtmlInputElement>("input[value=Preparer]")!.IsChecked);
        Assert.Equal("Lead", (await browser.PageAsync($"/organisations/{organisation.Id}")).Rows("members").Single()[1]);
    }

    [Fact]
    public async Task Member_Leaving_IsToldSoAtHome()
    {
        var (organisation, _, lead) = await fixture.LedAsync();
        var person = fixture.NewPerson();
        await fixture.LetInAsync(organisation, person, Roles.Preparer);
        var browser = await fixture.SignInAsync(person);
        var leave = (await browser.PageAsync($"/organisations/{organisation.Id}")).QuerySelectorAll<IHtmlAnchorElement>("#members a").Single().GetAttribute("href")!;
        var home = await (await FilledForm.OnAsync(browser, leave)).SendAndFollowAsync();

        Assert.Contains("You have left the organisation.", home.MainWords(), StringComparison.Ordinal);
        Assert.Equal(("Left the organisation; was preparer", person.Name), (await JoiningTests.RecordAsync(lead, organisation.Id)) is [var row, ..] ? (row[3], row[2]) : default);
    }

    [Fact]
    public async Task Program_LetIn_StandsInTheListAndMayBeChanged()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var form = await FilledForm.OnAsync(browser, $"/organisations/{organisation.Id}/programs/new");
        var (status, wrong) = await form.With("name", "Our database").With("roles", "Preparer").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("#client", wrong.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        var page = await FilledForm.On(browser, wrong).With("client", DemoClients.Charity).SendAndFollowAsync();

        Assert.Equal(["Our database", DemoClients.Charity, "Preparer"], page.Rows("programs").Single()[..3]);
        Assert.Equal("Let in Our database, as preparer", (await JoiningTests.RecordAsync(browser, organisation.Id))[0][3]);
        var change = page.QuerySelector<IHtmlAnchorElement>("#programs a")!.GetAttribute("href")!;
        Assert.DoesNotContain("ProviderLead", (await browser.PageAsync(change)).QuerySelectorAll<IHtmlInputElement>("input[name=roles]").Select(box => box.Value));
        var gone = await (await FilledForm.OnAsync(browser, change + "/remove")).SendAndFollowAsync();
        Assert.Empty(gone.Rows("programs"));
    }
}
