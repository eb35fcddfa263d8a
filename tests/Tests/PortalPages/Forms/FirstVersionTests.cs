using System.Net;
using MonitoringReturns.Tests.PortalPages.Setup;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>The version that an award is asked first is shown with the award and confirmed with it.</summary>
public sealed class FirstVersionTests(PagesFixture fixture)
{
    [Fact]
    public async Task FirstVersion_OnceTheAwardStands_IsReadAndConfirmedByItsProvider()
    {
        var setup = await SetupCase.CompleteAsync(fixture);
        var questions = $"/forms/{setup.Id}/versions/1/questions";
        Assert.Contains("and confirm that you have read it before 1 April 2026", (await setup.AtProvider.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        var award = await setup.AtProvider.PageAsync(setup.Award);
        Assert.Contains($"{setup.Provider.Name} has not confirmed yet that it has read it.", award.MainWords(), StringComparison.Ordinal);
        Assert.Equal(questions, award.QuerySelectorAll("main a").Single(link => link.TextContent == "Read the form, and confirm that you have").GetAttribute("href"));

        var done = await (await setup.FormAsync(questions, $"/forms/{setup.Id}/versions/1/read", setup.AtProvider)).SendAndFollowAsync();
        Assert.Contains("Your organisation confirmed on 20 March 2026 that it has read this.", done.MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("and confirm that you have read it", (await setup.AtProvider.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        Assert.Contains($"{setup.Provider.Name} confirmed on 20 March 2026 that it has read it.", (await setup.Lead.PageAsync(setup.Award)).MainWords(), StringComparison.Ordinal);
        var readers = await setup.Lead.PageAsync($"/forms/{setup.Id}/versions/1/readers");
        Assert.Contains("1 confirmed having read it. It concerns 1 provider.", readers.MainWords(), StringComparison.Ordinal);
        Assert.Equal([[setup.Provider.Name, "20 March 2026"]], readers.Rows("readers"));
        // Who else has read it is the lead funder's to know, and what nobody planned can't be confirmed.
        Assert.Equal(HttpStatusCode.Forbidden, (await setup.AtProvider.GetAsync($"/forms/{setup.Id}/versions/1/readers")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await setup.Lead.GetAsync($"/forms/{setup.Id}/versions/2/readers")).StatusCode);
        Assert.Contains("Confirmed having read version 1 of the form", (await setup.Lead.PageAsync($"{setup.Setup}/record")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstVersion_UntilTheProgrammeIsComplete_IsNotShownWithAnAward()
    {
        var setup = await SetupCase.OfAsync(fixture);
        await setup.BeginAsync();
        await setup.AddCalendarAsync(2);
        await setup.AddAwardAsync();
        Assert.Null((await setup.AtProvider.PageAsync(setup.Award)).QuerySelector("#form"));
    }
}
