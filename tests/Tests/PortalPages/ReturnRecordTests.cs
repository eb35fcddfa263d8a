using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>What was done with a return and who opened it, as its provider, its funder and others see it.</summary>
public sealed class ReturnRecordTests(PagesFixture fixture)
{
    [Fact]
    public async Task Provider_SeesWhatWasDoneAndWhichOrganisationOpenedIt()
    {
        var looked = await LookedAtReturn.SetUpAsync(fixture);
        var browser = await fixture.SignInAsync(looked.Preparer);
        var page = await browser.PageAsync(looked.Address);

        var rows = page.Rows("record");
        Assert.Equal(["Submitted revision 1", "Worked on the draft"], rows.Select(row => row[3]));
        Assert.Equal(["10 July 2026, 13:00", "10 July 2026, 13:00"], rows.Select(row => row[1]));
        Assert.Contains("Whole 2 entries, each follows the one before.", page.MainWords(), StringComparison.Ordinal);
        var seen = page.Rows("looks").Select(row => row[1]).ToArray();
        Assert.Contains("A county council opened the return", seen);
        Assert.Contains("A county council downloaded a report that holds it", seen);
        Assert.DoesNotContain(looked.Officer.Name, page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Nobody has worked on this return yet.", (await browser.PageAsync(looked.NotStarted)).MainWords(), StringComparison.Ordinal);
        Assert.Contains("Nobody has opened this return yet", (await browser.PageAsync(looked.NotStarted)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeadFunder_SeesWhatWasDoneFromTheSubmission_WithoutNamesAndLooks()
    {
        var looked = await LookedAtReturn.SetUpAsync(fixture);
        var page = await (await fixture.SignInAsync(looked.Officer)).PageAsync(looked.Address);
        Assert.Equal([("Group 1", "Submitted revision 1")], page.Rows("record").Select(row => (row[2], row[3])));
        Assert.Empty(page.Rows("looks"));
        Assert.DoesNotContain("Who opened it", page.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outsider_FindsNothing()
    {
        var looked = await LookedAtReturn.SetUpAsync(fixture);
        var (_, _, outsider) = await fixture.LedAsync();
        using var answer = await outsider.GetAsync(looked.Address);
        using var nothing = await outsider.GetAsync("/returns/nothing/2026-Q1/a-0001/record");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, nothing.StatusCode));
        Assert.Equal((await PortalBrowser.PageOfAsync(nothing)).MainWords(), (await PortalBrowser.PageOfAsync(answer)).MainWords());
    }
}
