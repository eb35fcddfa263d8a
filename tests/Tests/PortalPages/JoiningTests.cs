using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>From an invitation to a member, by the pages, the queue's function and the mail.</summary>
public sealed class JoiningTests(PagesFixture fixture)
{
    private static readonly DateTimeOffset TwoWeeksOn = DateTimeOffset.UtcNow.AddDays(14).AddMinutes(5);

    [Fact]
    public async Task Invited_OpeningTheLinkSigningInAndAccepting_IsAMember()
    {
        var (organisation, lead, browser) = await fixture.LedAsync();
        var link = await InviteAsync(organisation.Id, browser, "ben@example.org", "Preparer", "Signatory");

        var ben = fixture.NewPerson();
        var visitor = await fixture.BrowserAsync();
        var before = await visitor.PageAsync(link);
        Assert.Equal($"{organisation.Name} invites you", before.Heading());
        Assert.Contains("Preparer Fills in the organisation's returns.", before.MainWords(), StringComparison.Ordinal);
        var signIn = before.QuerySelectorAll<IHtmlAnchorElement>("a").Single(one => one.TextContent == "Sign in to accept");
        Assert.Equal($"/sign-in?next={Uri.EscapeDataString(link)}", signIn.GetAttribute("href"));

        await fixture.SignInAsync(ben, link, visitor);
        var open = await visitor.PageAsync(link);
        Assert.Contains($"You are signed in as {ben.Name}.", open.MainWords(), StringComparison.Ordinal);
        var home = await FilledForm.On(visitor, open, link).SendAndFollowAsync();

        Assert.Equal(organisation.Name, home.Heading());
        Assert.Contains("You are a member now.", home.MainWords(), StringComparison.Ordinal);
        Assert.Contains($"Acting for {organisation.Name}", ShownPage.Words(home.QuerySelector(".portal-visitor")!), StringComparison.Ordinal);
        var members = (await visitor.PageAsync($"/organisations/{organisation.Id}")).Rows("members");
        Assert.Contains(members, row => row[0] == $"{ben.Name} (you)" && row[1] == "Preparer, signatory");
        Assert.Contains(members, row => row[0] == lead.Name && row[1] == "Lead");
        Assert.Contains(await RecordAsync(browser, organisation.Id), row => row[2] == ben.Name && row[3] == "Accepted an invitation as preparer, signatory");
    }

    [Fact]
    public async Task Link_UsedOnce_IsDeadForEverybody()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var link = await InviteAsync(organisation.Id, browser, "once@example.org", "Preparer");
        var first = await fixture.SignInAsync(fixture.NewPerson(), link);
        await (await FilledForm.OnAsync(first, link, link)).SendAndFollowAsync();

        var second = await fixture.SignInAsync(fixture.NewPerson());
        using var opened = await second.GetAsync(link);
        await AssertNotUsableAsync(opened, HttpStatusCode.Conflict);
        using var stranger = await (await fixture.BrowserAsync()).GetAsync(link);
        await AssertNotUsableAsync(stranger, HttpStatusCode.Conflict);
        Assert.Equal("You belong to no organisation here yet", (await second.PageAsync("/home")).Heading());
    }

    [Fact]
    public async Task Link_TwoAcceptAtOnce_LetsOneIn()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var link = await InviteAsync(organisation.Id, browser, "race@example.org", "Preparer");
        var forms = await Task.WhenAll(
            (await Task.WhenAll(fixture.SignInAsync(fixture.NewPerson(), link), fixture.SignInAsync(fixture.NewPerson(), link))).Select(one => FilledForm.OnAsync(one, link, link)));

        var answers = await Task.WhenAll(forms.Select(form => form.SendAsync()));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(2, (await browser.PageAsync($"/organisations/{organisation.Id}")).Rows("members").Length);
    }

    [Fact]
    public async Task Link_Withdrawn_IsDead_AndTheInvitationIsGone()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var link = await InviteAsync(organisation.Id, browser, "withdrawn@example.org", "Preparer");
        var open = await OpenInvitationAsync(browser, organisation.Id);
        var page = await (await FilledForm.OnAsync(browser, open, open + "/withdraw")).SendAndFollowAsync();

        Assert.Contains("The invitation is withdrawn.", page.MainWords(), StringComparison.Ordinal);
        Assert.Empty(page.Rows("invitations"));
        using var opened = await (await fixture.BrowserAsync()).GetAsync(link);
        await AssertNotUsableAsync(opened, HttpStatusCode.Conflict);
        using var again = await browser.GetAsync(open);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Link_AfterTwoWeeks_IsDead()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var link = await InviteAsync(organisation.Id, browser, "late@example.org", "Preparer");
        var visitor = await fixture.BrowserAsync();
        await visitor.PageAsync(link);
        visitor.Now = TwoWeeksOn;
        using var late = await visitor.GetAsync(link);
        await AssertNotUsableAsync(late, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("/invitations/made-up")]
    [InlineData("/invitations/CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_Broken_SaysWhatToDo(string link)
    {
        using var opened = await (await fixture.BrowserAsync()).GetAsync(link);
        await AssertNotUsableAsync(opened, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Invitation_SentAgain_IsTheSameLinkInASecondMail()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var email = "again@example.org";
        var link = await InviteAsync(organisation.Id, browser, email, "Preparer");
        browser.Now = DateTimeOffset.UtcNow.AddMinutes(2);
        var open = await OpenInvitationAsync(browser, organisation.Id);
        var page = await (await FilledForm.OnAsync(browser, open, open + "/send")).SendAndFollowAsync();
        Assert.Contains("The invitation is sent again.", page.MainWords(), StringComparison.Ordinal);

        await (await fixture.SignInAsync(fixture.NewPerson(), link)).PageAsync(PagesFixture.LinkIn(await fixture.MailToAsync(email)));
    }

    [Fact]
    public async Task Invite_WithoutAddressAndRoles_ComesBackWithWhatIsWrong()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var address = $"/organisations/{organisation.Id}/invitations/new";
        var (status, page) = await (await FilledForm.OnAsync(browser, address)).With("email", "ben.example.org").With("roles", "Preparer").SendAndReadAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["Enter an e-mail address in the correct format, like name@example.org."], page.Errors());
        Assert.Equal("#email", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal("ben.example.org", page.QuerySelector<IHtmlInputElement>("#email")!.Value);
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[value=Preparer]")!.IsChecked);
        var (_, none) = await FilledForm.On(browser, page).With("email", "ben@example.org").With("roles").SendAndReadAsync();
        Assert.Equal(["Choose at least one role."], none.Errors());
        Assert.Equal("#roles", none.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Empty((await browser.PageAsync($"/organisations/{organisation.Id}")).Rows("invitations"));
    }

    [Fact]
    public async Task Supporter_InvitedAsSignatoryOrWithoutABody_IsRefused()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var address = $"/organisations/{organisation.Id}/invitations/new";
        var form = (await FilledForm.OnAsync(browser, address)).With("email", "helper@example.org");

        var (both, page) = await form.With("roles", "Supporter", "Signatory").With("body", "GB-CHC-1234567").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both);
        Assert.Contains("a supporter never signs", Assert.Single(page.Errors()), StringComparison.Ordinal);
        var (_, without) = await form.With("roles", "Supporter").With("body", "").SendAndReadAsync();
        Assert.Equal(["Say which local infrastructure body the supporter is from."], without.Errors());
        var (_, wrong) = await form.With("body", "a charity").SendAndReadAsync();
        Assert.Equal("a charity", wrong.QuerySelector<IHtmlInputElement>("#body")!.Value);
        Assert.Contains("like GB-CHC-1044239", Assert.Single(wrong.Errors()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.With("body", "GB-CHC-1234567").SendAsync()).StatusCode);
    }

    [Fact]
    public async Task Supporter_OnceIn_CantBeMadeSignatory()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var helper = await fixture.LetInAsync(organisation, fixture.NewPerson(), Roles.Supporter, OrganisationId.Parse("GB-CHC-1234567"));
        var (status, page) = await (await FilledForm.OnAsync(browser, $"/organisations/{organisation.Id}/members/{helper}")).With("roles", "Supporter", "Signatory").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("a supporter never signs", Assert.Single(page.Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvitePage_OffersOnlyRolesThatTheReaderMayGive()
    {
        var (organisation, _, lead) = await fixture.LedAsync();
        var preparer = fixture.NewPerson();
        await fixture.LetInAsync(organisation, preparer, Roles.Preparer);
        var page = await lead.PageAsync($"/organisations/{organisation.Id}/invitations/new");
        Assert.Equal(["Preparer", "Signatory", "ProviderLead", "Supporter"], page.QuerySelectorAll<IHtmlInputElement>("input[name=roles]").Select(box => box.Value));

        var browser = await fixture.SignInAsync(preparer);
        using var refused = await browser.GetAsync($"/organisations/{organisation.Id}/invitations/new");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        // A box that was not on the page gives nothing either.
        var form = FilledForm.On(lead, page).With("email", "officer@example.org").With("roles", "LeadOfficer");
        using var forged = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    internal static async Task<string[][]> RecordAsync(PortalBrowser browser, OrganisationId organisation) =>
        (await browser.PageAsync($"/organisations/{organisation}/record")).Rows("record");

    private static async Task<string> OpenInvitationAsync(PortalBrowser browser, OrganisationId organisation) =>
        (await browser.PageAsync($"/organisations/{organisation}")).QuerySelector<IHtmlAnchorElement>("#invitations a")!.GetAttribute("href")!;

    private async Task<string> InviteAsync(OrganisationId organisation, PortalBrowser browser, string email, params string[] roles)
    {
        var page = await (await FilledForm.OnAsync(browser, $"/organisations/{organisation}/invitations/new")).With("email", email).With("roles", roles).SendAndFollowAsync();
        Assert.Contains("The invitation is on its way.", page.MainWords(), StringComparison.Ordinal);
        var row = Assert.Single(page.Rows("invitations"));
        Assert.Equal((email, "On its way"), (row[0], row[2]));
        return PagesFixture.LinkIn(await fixture.MailToAsync(email));
    }

    private static async Task AssertNotUsableAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("This invitation can't be used", (await PortalBrowser.PageOfAsync(answer)).Heading());
    }
}
