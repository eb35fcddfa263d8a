using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Demo.Proof;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Glance;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Registers;

/// <summary>A programme's register on pages: what its workbook says, for each reader its own.</summary>
public sealed class RegisterPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Register_OnPages_SaysWhatItsWorkbookSays()
    {
        var all = await RegisterCase.SetUpAsync(fixture);
        var lead = await all.Glance.FunderAsync(all.Glance.Lead, at: GlanceCase.Autumn);
        Assert.Contains("The register is being made.", (await lead.PageAsync(all.Address)).MainWords(), StringComparison.Ordinal);

        var page = await all.MadeAsync(lead);
        var workbook = await WorkbookAsync(lead, all.Workbook);
        Same(workbook.Table("Flows by band", "Pounds"), page.Rows("band-table"));
        Same(workbook.Table("Flows by band", "Awards that run in the year"), page.Rows("band-awards"));
        Same(workbook.Table("Growth", "Year beside year"), page.Rows("growth-table"));
        Same(workbook.Table("Who moved"), page.Rows("moved"));
        Same(Without(workbook.Table("Flows by area", "Pounds"), "Code"), page.Rows("flow-table"));
        Same(Without(workbook.Table("Flows by area", "Awards that run in the year"), "Code"), page.Rows("area-awards"));
        Same(Without(workbook.Table("Areas", "Each area"), "Code"), page.Rows("area-table"));
        Assert.Equal(3, page.QuerySelectorAll("svg.portal-chart:not(.portal-tile-map)").Length);
        Assert.Equal("1 of 4 areas: City of London.", page.QuerySelector("#areas ~ p strong")!.TextContent);
        Assert.Equal(["Cam", "1", "Isl", "2", "Hac", "1", "Cit", "0"], page.QuerySelectorAll(".portal-tile-map text").Select(text => text.TextContent));

        var providers = await lead.PageAsync($"{all.Address}/providers");
        Same(Without(workbook.Table("Providers"), "Identifier"), providers.Rows("providers"));
        Assert.Equal(["Wren House", "Ash Street Hall", "Group 3"], providers.Rows("providers").Select(row => row[0]));
        Assert.Equal("Trusted Charity, until 31 March 2099", providers.Rows("providers")[0][4]);

        // The link to the workbook leads to the report that it is.
        var report = await lead.PageAsync(page.QuerySelectorAll<IHtmlAnchorElement>("main a").Single(link => link.TextContent.StartsWith("The same figures in Excel", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.StartsWith("Register of providers, ", report.Heading(), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll<IHtmlAnchorElement>("main a").Select(link => link.GetAttribute("href")), href => href == $"{all.Address}/providers");
    }

    [Fact]
    public async Task Register_WhereNoAwardSaysWhereItWorks_SaysSoBesideItsColdSpots()
    {
        var all = await RegisterCase.SetUpAsync(fixture, awards: 1);
        var store = new ProgrammeStore(StorageAccount.Connect(all.Glance.Test.App.ConnectionString));
        var award = (await store.GetAwardAsync(all.Glance.Test.Programme, all.Glance.Test.Key("a-0001").Award, default))!;
        await store.PutAwardAsync(award with { Areas = [] }, default);

        var page = await all.MadeAsync(await all.Glance.FunderAsync(all.Glance.Lead, at: GlanceCase.Autumn));

        Assert.Contains("Cold spots 4", page.MainWords(), StringComparison.Ordinal);
        Assert.StartsWith("Awards run, and none of them says where it works.", page.QuerySelector("#nobody-says-where")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_OfACoFunder_HoldsWhatItPaysForAlone()
    {
        var all = await RegisterCase.SetUpAsync(fixture);
        var trust = await all.Glance.FunderAsync(all.Glance.Trust, Roles.FunderReader, GlanceCase.Autumn);

        var page = await all.MadeAsync(trust);
        Assert.Contains("Awards are those that you pay for", page.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["Camden", "Islington", "Hackney", "City of London"], page.Rows("area-table").Select(row => row[0]));
        Assert.Equal(["£200.00", "£200.00", "£0.00", "£0.00"], page.Rows("area-table").Select(row => row[3]));
        Assert.Equal(["Wren House"], (await trust.PageAsync($"{all.Address}/providers")).Rows("providers").Select(row => row[0]));

        var registers = await trust.PageAsync("/register");
        Assert.Equal(["Warm welcome", "Led by A borough council", "1", "1", "£400.00", "2"], registers.Rows("own-table").Single().Where((_, place) => place != 2));
        Assert.Contains("Together, programmes with a register: 1; awards running: 1; pounds in them: £400.00.", registers.MainWords(), StringComparison.Ordinal);
        Assert.Equal(page.Rows("band-table").Select(row => string.Join(' ', row)), registers.Rows("band-table").Select(row => string.Join(' ', row)));
    }

    [Fact]
    public async Task Providers_OfABandOrAnArea_ArePagesOfThose()
    {
        var all = await RegisterCase.SetUpAsync(fixture, awards: 54);
        var lead = await all.Glance.FunderAsync(all.Glance.Lead, at: GlanceCase.Autumn);
        await all.MadeAsync(lead);
        var address = $"{all.Address}/providers";

        var first = await lead.PageAsync(address);
        Assert.Equal("1 to 50 of 54", first.QuerySelector("#count")!.TextContent.Trim());
        var rest = await lead.PageAsync(((IHtmlAnchorElement)first.QuerySelector("a[rel=next]")!).GetAttribute("href")!);
        Assert.Equal("51 to 54 of 54", rest.QuerySelector("#count")!.TextContent.Trim());
        Assert.Equal(54, first.Rows("providers").Concat(rest.Rows("providers")).Select(row => row[0]).Distinct().Count());

        var form = first.QuerySelector<IHtmlFormElement>("form[method=get]")!;
        Assert.Equal(address, form.GetAttribute("action"));
        Assert.Equal(["All", "Small: £10,000 to £100,000", "Major: over £10 million", "Not said"], form.QuerySelectorAll("#band option").Select(option => option.TextContent));
        Assert.Equal(["All", "Camden", "Islington", "Not said"], form.QuerySelectorAll("#area option").Select(option => option.TextContent));
        Assert.Equal(["Ash Street Hall"], (await lead.PageAsync($"{address}?band={Uri.EscapeDataString("Major: over £10 million")}&area=")).Rows("providers").Select(row => row[0]));
        Assert.Equal(["Wren House"], (await lead.PageAsync($"{address}?band=&area=Camden")).Rows("providers").Select(row => row[0]));
        var unsaid = await lead.PageAsync($"{address}?band={Uri.EscapeDataString("Not said")}&area={Uri.EscapeDataString("Not said")}");
        Assert.Equal("1 to 50 of 52", unsaid.QuerySelector("#count")!.TextContent.Trim());
        Assert.Equal("51 to 52 of 52", (await lead.PageAsync(((IHtmlAnchorElement)unsaid.QuerySelector("a[rel=next]")!).GetAttribute("href")!)).QuerySelector("#count")!.TextContent.Trim());
        foreach (var nothing in new[] { "?band=Nonsense", "?area=Camden&from=7", "?from=500" })
            Assert.Contains("There is no such provider.", (await lead.PageAsync(address + nothing)).MainWords(), StringComparison.Ordinal);
        Assert.Equal(50, (await lead.PageAsync(address + "?from=nonsense")).Rows("providers").Length);
    }

    [Fact]
    public async Task Register_WithoutAreas_SaysWhereTheyAreEntered()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        var lead = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        var page = await new RegisterCase(glance).MadeAsync(lead);
        Assert.Contains("The programme has no areas yet.", page.MainWords(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".portal-tile-map"));
        Assert.Contains("No other funder publishes a register yet.", (await lead.PageAsync("/register?published=zzz")).MainWords(), StringComparison.Ordinal);
    }

    internal static async Task<OpenedReport> WorkbookAsync(PortalBrowser browser, string address)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("register.xlsx");
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return OpenedReport.OfSheets((await LibreOffice.ToCsvAsync(file)).ToDictionary(sheet => sheet.Key, sheet => sheet.Value, StringComparer.Ordinal));
    }

    private static void Same(ShownTable table, string[][] rows) => Assert.Equal(table.Rows.Select(row => string.Join(" | ", row.Cells)), rows.Select(row => string.Join(" | ", row)));

    /// <summary>What a page leaves out.</summary>
    private static ShownTable Without(ShownTable table, string heading)
    {
        var place = table.Headings.ToList().IndexOf(heading);
        return new ShownTable([.. table.Headings.Where((_, at) => at != place)], [.. table.Rows.Select(row => row.Cells.Where((_, at) => at != place).ToArray())]);
    }
}
