using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Tests.PortalPages.Glance;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Registers;

/// <summary>Areas, where programmes, awards and organisations are set up.</summary>
public sealed class AreaPageTests(PagesFixture fixture)
{
    [Fact]
    public void Areas_WrittenAsLines_AreReadAsTheyWere()
    {
        var areas =
            from number in Gen.Choose(0, 99_999_999)
            from country in Gen.Elements("E", "W", "S", "N", "K")
            from name in Gen.Elements("Hackney", "City of London", "Kingston upon Thames", "Na h-Eileanan Siar", "Ynys Môn")
            from tile in Gen.OneOf(Gen.Constant<Tile?>(null), Gen.Choose(1, Tile.Most).Two().Select(Tile? (places) => new Tile(places.Item1, places.Item2)))
            from counted in Gen.Elements<string?>(null, "GB-LAE-HCK", "GB-CHC-1044239")
            select new Area(AreaCode.Parse($"{country}{number:D8}"), name) { Tile = tile, CountedBy = counted is null ? null : OrganisationId.Parse(counted) };
        Prop.ForAll(areas.ListOf().ToArbitrary(), all =>
        {
            var (read, findings) = AreaLines.Read(AreaLines.Write(all), "areas");
            Assert.Empty(findings);
            Assert.Equal(all, read);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("Hackney")]
    [InlineData("E09000012")]
    [InlineData("E0900001 Hackney")]
    [InlineData("X09000012 Hackney")]
    [InlineData("E09000012 Hackney; 5")]
    [InlineData("E09000012 Hackney; 5, 3; 6, 3")]
    [InlineData("E09000012 Hackney; somebody")]
    public void Line_ThatSaysNoArea_IsFound(string line) =>
        Assert.StartsWith("Line 2: enter a code and a name", AreaLines.Read($"E09000007 Camden\n{line}", "areas").Findings.Single().Message, StringComparison.Ordinal);

    [Fact]
    public async Task Areas_Entered_AreChosenInAwards_AndStayWhileAnAwardWorksThere()
    {
        var glance = (await RegisterCase.WithoutAreasAsync(fixture)).Glance;
        var lead = await glance.FunderAsync(glance.Lead, Roles.LeadOfficer);
        var (setUp, award) = ($"{glance.Programme}/setup", $"{glance.Programme}/setup/awards/a-0001");
        Assert.Contains("The programme has no areas yet.", (await lead.PageAsync(award + "/areas")).MainWords(), StringComparison.Ordinal);

        var saved = await (await FilledForm.OnAsync(lead, setUp + "/areas")).With("areas", $"E09000007 Camden; 1, 1\r\n\r\ne09000012  Hackney; 2, 1; {glance.Trust.Id}\r\n").SendAndFollowAsync();
        Assert.Contains("Areas 2, on a map of tiles 2", saved.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Changed the areas that it is to reach", saved.MainWords(), StringComparison.Ordinal);
        Assert.Equal($"E09000007 Camden; 1, 1\nE09000012 Hackney; 2, 1; {glance.Trust.Id}", (await lead.PageAsync(setUp + "/areas")).QuerySelector<IHtmlTextAreaElement>("#areas")!.Value.ReplaceLineEndings("\n"));

        var chosen = await (await FilledForm.OnAsync(lead, award + "/areas")).With("areas", "E09000007", "E09000012").SendAndFollowAsync();
        Assert.Contains("Camden; Hackney", chosen.MainWords(), StringComparison.Ordinal);
        AssertRefused(await (await FilledForm.OnAsync(lead, award + "/areas")).With("areas", "E09000001").SendAndReadAsync(), "E09000001 is no area of the programme: add it there first.");
        AssertRefused(await (await FilledForm.OnAsync(lead, setUp + "/areas")).With("areas", "E09000007 Camden").SendAndReadAsync(), "works in Hackney (E09000012): it stays an area of the programme while it does.");
        AssertRefused(
            await (await FilledForm.OnAsync(lead, setUp + "/areas")).With("areas", "E09000007 Camden; 1, 1\nE09000012 Hackney; 1, 1; GB-LAE-HCK").SendAndReadAsync(),
            "another area has the tile in column 1, row 1.", "GB-LAE-HCK is no funder of the programme");
        AssertRefused(await (await FilledForm.OnAsync(lead, setUp + "/areas")).With("areas", "Camden").SendAndReadAsync(), "Line 1: enter a code and a name, like E09000012 Hackney");

        // None is an answer too.
        Assert.Contains("Areas None", (await (await FilledForm.OnAsync(lead, award + "/areas")).With("areas").SendAndFollowAsync()).MainWords(), StringComparison.Ordinal);
        Assert.Contains("Areas 1, on a map of tiles 0", (await (await FilledForm.OnAsync(lead, setUp + "/areas")).With("areas", "E09000007 Camden").SendAndFollowAsync()).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_Typed_IsKeptWithTheDetails_OrComesBack()
    {
        var (organisation, _, browser) = await fixture.LedAsync();
        var address = $"/organisations/{organisation.Id}/details";
        var page = await (await FilledForm.OnAsync(browser, address)).With("area", "E09000012 Hackney").With("then", "save").SendAndFollowAsync();
        Assert.Contains("Area of the office Hackney (E09000012)", page.MainWords(), StringComparison.Ordinal);
        foreach (var wrong in new[] { "Hackney", "E09000012 Hackney; 1, 1" })
        {
            var (status, again) = await (await FilledForm.OnAsync(browser, address)).With("area", wrong).With("then", "save").SendAndReadAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Equal(["Enter the area’s code and its name, like E09000012 Hackney."], again.Errors());
            Assert.Equal(wrong, again.QuerySelector<IHtmlInputElement>("#area")!.Value);
        }
        Assert.Contains("Area of the office Not said", (await (await FilledForm.OnAsync(browser, address)).With("area", "").With("then", "save").SendAndFollowAsync()).MainWords(), StringComparison.Ordinal);
    }

    private static void AssertRefused((HttpStatusCode Status, IHtmlDocument Page) answer, params string[] reasons)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.All(reasons, reason => Assert.Contains(answer.Page.Errors(), error => error.Contains(reason, StringComparison.Ordinal)));
    }
}
