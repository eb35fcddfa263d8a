using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>One question on the monitoring itself, which nobody has to answer and funders read.</summary>
public sealed class FeedbackPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Feedback_SaidTwice_IsTheLastOfThem_AndFundersReadIt()
    {
        var (test, browser, address) = await SetUpAsync();
        Assert.False((await ReadAsync(test, DemoClients.LeadFunder)).Json.GetProperty("given").GetBoolean());
        var asked = await browser.PageAsync(address);
        Assert.Contains("A county council and A trust can read what you say here", asked.MainWords(), StringComparison.Ordinal);
        Assert.Contains("You don’t have to answer.", asked.MainWords(), StringComparison.Ordinal);

        await FilledForm.On(browser, asked).With("ease", "VeryHard").SendAndFollowAsync();
        var thanks = await (await FilledForm.OnAsync(browser, address)).With("ease", "Hard").With("change", "Nobody uses the second table.\r\nLeave it out.").SendAndFollowAsync();

        Assert.Contains("Thank you.", thanks.MainWords(), StringComparison.Ordinal);
        Assert.Equal("Hard", thanks.QuerySelectorAll<IHtmlInputElement>("input[name=ease]").Single(radio => radio.IsChecked).Value);
        foreach (var client in (string[])[DemoClients.LeadFunder, DemoClients.CoFunder, DemoClients.Charity])
        {
            var said = (await ReadAsync(test, client)).Json;
            Assert.Equal(("Hard", "Nobody uses the second table.\nLeave it out.", 1), (said.GetProperty("ease").GetString(), said.GetProperty("change").GetString(), said.GetProperty("revision").GetInt32()));
            Assert.Equal(["given", "ease", "change", "revision", "at"], said.EnumerateObject().Select(property => property.Name));
        }
        // It is no part of the return's record, nor a change of the return.
        Assert.Equal(2, (await test.GetAsync(test.Address("a-0001") + "/record")).Json.GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task Feedback_WithNothingSaidOrTooMuch_IsToldAtTheBoxAndKept()
    {
        var (_, browser, address) = await SetUpAsync();
        var (empty, page) = await (await FilledForm.OnAsync(browser, address)).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty);
        Assert.Equal(["Choose how the return was to fill in, or say what to change."], page.Errors());
        Assert.Equal("#ease", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        var much = new string('x', 1001);
        var (_, tooLong) = await FilledForm.On(browser, page).With("ease", "Easy").With("change", much).SendAndReadAsync();
        Assert.Equal(["Shorten what should change to 1,000 characters or fewer; it has 1,001."], tooLong.Errors());
        Assert.StartsWith("Error:", tooLong.Title, StringComparison.Ordinal);
        Assert.Equal(much, tooLong.QuerySelector("textarea")!.TextContent.Trim());
        Assert.True(tooLong.QuerySelectorAll<IHtmlInputElement>("input[name=ease]").Single(radio => radio.Value == "Easy").IsChecked);
    }

    [Fact]
    public async Task Feedback_BeforeTheReturnIsIn_IsNotAskedYet()
    {
        var (test, browser, address) = await SetUpAsync();
        var later = address.Replace(SmallCase.Q1, SmallCase.Q2, StringComparison.Ordinal);
        Assert.Contains("has not been submitted yet", (await browser.PageAsync(later)).MainWords(), StringComparison.Ordinal);
        var form = (await browser.PageAsync(address)).QuerySelectorAll<IHtmlInputElement>("main input[type=hidden]").Select(input => (input.Name!, input.Value));
        using var sent = await browser.PostAsync(later, [.. form, ("ease", "Easy")]);
        Assert.Equal(HttpStatusCode.Conflict, sent.StatusCode);
        Assert.False((await test.GetAsync(test.Address("a-0001", SmallCase.Q2) + "/feedback")).Json.GetProperty("given").GetBoolean());
    }

    private async Task<(SmallCase Test, PortalBrowser Browser, string Address)> SetUpAsync()
    {
        var test = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1);
        await test.PayTogetherAsync();
        await test.FileAsync("a-0001", 40);
        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(test.Programme, 1).Provider, person, Roles.Signatory);
        return (test, await fixture.SignInAsync(person), $"/returns/{test.Programme}/{SmallCase.Q1}/a-0001/feedback");
    }

    private static async Task<Answer> ReadAsync(SmallCase test, string client) =>
        await test.SendAsync(HttpMethod.Get, test.Address("a-0001") + "/feedback", null, null, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(client)));
}
