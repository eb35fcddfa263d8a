using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web.Pages.Programmes;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>From a programme to what a committee reads, on screen and on paper, by keyboard alone: the figures are those that the lead body published.</summary>
public sealed class CommitteePaperJourneyTests(PaperPortal portal, Browser browser) : IClassFixture<PaperPortal>
{
    private static readonly ProgrammeId Programme = PaperPortal.Programme.Id;
    private static readonly PeriodId Quarter = PaperPortal.Quarter8;
    private static readonly OrganisationId Hackney = OrganisationId.Parse("GB-LAE-HCK");
    private static readonly OrganisationId Sutton = OrganisationId.Parse("GB-LAE-STN");

    [Fact(Timeout = 600_000)]
    public async Task Paper_OfTheEighthQuarter_SaysOnScreenAndOnPaperWhatWasPublished()
    {
        await using var lead = await VisitAsync("Frances Obuya-Lane", "lead");
        await FindPeriodAsync(lead);
        await lead.UntilAsync("main :text('It is up to date.')");
        await lead.FollowAsync(ProgrammeAddresses.Paper(Programme, Quarter), "paper");
        await lead.UntilAsync("main .portal-help");

        var sentences = await lead.Page.Locator("#priorities-in-short li").AllInnerTextsAsync();
        Assert.Equal(3, sentences.Count);
        Says(sentences[0], "Priority 1: Homelessness: outcomes are 13% above profile to date,", "45,497 interventions to date,");
        Says(sentences[1], "Priority 2: Sexual and domestic violence: outcomes are 1.4% below profile to date,", "270,407 interventions to date,");
        Says(sentences[2], "Priority 3: Poverty through employment: outcomes are 52% below profile to date,", "5,696 interventions to date,");
        Assert.Equal(["Amber", "Green", "Red"], (await lead.Page.Locator("#award-table .govuk-tag").AllInnerTextsAsync()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        var printed = await PrintedPages.OfAsync(lead.Page, "paper-printed");
        Assert.InRange(printed.Count, 4, 7);
        Says(InOneLine(printed[0]), "Committee paper: Quarter 4 of 2018–19: January to March 2019", "45,497 interventions to date", "270,407 interventions to date", "5,696 interventions to date");
        Assert.Contains(printed, page => page.TrimStart().StartsWith("Where each award stands", StringComparison.Ordinal));
        var all = InOneLine(string.Join(' ', printed));
        Assert.All(await lead.Page.Locator("main .portal-paper-award h3").AllInnerTextsAsync(), award => Assert.Contains(award, all, StringComparison.Ordinal));
        // Nothing to press, and no addresses.
        Assert.All(new[] { "Sign out", "/programmes/", "The same figures in Excel", "A page for each funder", "Accessibility" }, left => Assert.DoesNotContain(left, all, StringComparison.Ordinal));

        await lead.FollowAsync(ProgrammeAddresses.FunderPaper(Programme, Quarter, Hackney), "hackney");
        Assert.Equal("London Borough of Hackney", await lead.HeadingAsync());
        var borough = await PrintedPages.OfAsync(lead.Page, "borough-printed");
        // Two with Arial or a font of its widths; where a machine has but DejaVu Sans, which is wider, three.
        Assert.InRange(borough.Count, 1, 3);
        Assert.Contains("London Borough of Hackney", borough[0], StringComparison.Ordinal);
        // The ids of other boroughs stand nowhere, and neither do their names.
        Assert.DoesNotContain("Sutton", string.Join(' ', borough), StringComparison.Ordinal);

        await lead.FollowAsync(ProgrammeAddresses.Paper(Programme, Quarter), "paper-again");
        await lead.FollowAsync(ProgrammeAddresses.FunderPapers(Programme, Quarter), "boroughs");
        var together = await PrintedPages.OfAsync(lead.Page, "boroughs-printed");
        var begun = together.Select(page => page.TrimStart().Split('\n')[0].Trim()).Where(line => PaperPortal.Programme.CoFunders.Any(funder => funder.Name == line)).ToList();
        Assert.Equal(33, begun.Count);
        Assert.Equal(33, begun.Distinct(StringComparer.Ordinal).Count());

        foreach (var (address, name) in new[] { (ProgrammeAddresses.Trend(Programme, Quarter), "trend"), (ProgrammeAddresses.Shares(Programme, Quarter), "shares"), (ProgrammeAddresses.ReportingTime(Programme, Quarter), "time") })
        {
            await lead.Page.GotoAsync(ProgrammeAddresses.Period(Programme, Quarter));
            await lead.FollowAsync(address, name);
            Assert.DoesNotContain("/programmes/", string.Join(' ', await PrintedPages.OfAsync(lead.Page, name + "-printed")), StringComparison.Ordinal);
        }
        Assert.Contains("the real Living Wage", await lead.WordsAsync(), StringComparison.Ordinal);
        Assert.Empty(lead.Faults);
    }

    [Fact(Timeout = 600_000)]
    public async Task Paper_OfABorough_HoldsItsOwnRowsAlone()
    {
        await using var reader = await VisitAsync("Catrin Mulholland", "borough");
        await FindPeriodAsync(reader);
        await reader.Page.GotoAsync(ProgrammeAddresses.Paper(Programme, Quarter));
        // Its own cut is made when somebody asks for it first.
        await reader.UntilAsync("#award-table");
        await reader.LookAsync("paper");
        await SeesNoOtherBoroughAsync(reader);
        await reader.FollowAsync(ProgrammeAddresses.FunderPaper(Programme, Quarter, Sutton), "own");
        Assert.Equal("London Borough of Sutton", await reader.HeadingAsync());
        await SeesNoOtherBoroughAsync(reader);
        Assert.DoesNotContain("Hackney", string.Join(' ', await PrintedPages.OfAsync(reader.Page, "own-printed")), StringComparison.Ordinal);
        foreach (var address in new[] { ProgrammeAddresses.FunderPaper(Programme, Quarter, Hackney), ProgrammeAddresses.FunderPapers(Programme, Quarter) })
            Assert.Equal(404, (await reader.Page.GotoAsync(address))!.Status);
        Assert.Empty(reader.Faults);
    }

    private async Task<Visitor> VisitAsync(string person, string name)
    {
        var pictures = Environment.GetEnvironmentVariable("PICTURES") is null ? null : $"committee-{name}";
        return await Visitor.SignInAsync(browser, new Visit(await portal.AddressAsync(), JavaScript: true, Browser.Desktop, [Browser.Narrow], pictures), person);
    }

    /// <summary>From the list of programmes to the programme, and by the list of its periods to the quarter.</summary>
    private static async Task FindPeriodAsync(Visitor visitor)
    {
        await visitor.FollowAsync(ProgrammeAddresses.List, "programmes");
        await visitor.FollowAsync(ProgrammeAddresses.Programme(Programme), "newest");
        await visitor.Keyboard.TabToAsync(at => at.Tag == "SUMMARY", "the list of periods");
        await visitor.Keyboard.PressAsync("Enter");
        await visitor.FollowAsync(ProgrammeAddresses.Period(Programme, Quarter), "period");
    }

    private static async Task SeesNoOtherBoroughAsync(Visitor reader)
    {
        var html = await reader.Page.ContentAsync();
        Assert.All(PaperPortal.Programme.CoFunders.Where(funder => funder.Id != Sutton), other =>
        {
            Assert.DoesNotContain(other.Name, html, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Id.Value, html, StringComparison.Ordinal);
        });
    }

    private static void Says(string words, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, words, StringComparison.Ordinal));

    /// <summary>Without the line breaks and the room that a page has between its words.</summary>
    private static string InOneLine(string page) => string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
