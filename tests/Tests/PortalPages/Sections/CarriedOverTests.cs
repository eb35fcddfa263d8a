using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.PortalPages.Sections;

/// <summary>What was answered last time: beside the boxes, and filled in until somebody says that it is right.</summary>
public sealed class CarriedOverTests(PagesFixture fixture)
{
    private const string First = """
        {"name":{"value":"Wren Works","basedOn":0},"helped":{"value":40,"basedOn":0,"comment":"As it was."},"spent":{"value":99.5,"basedOn":0},"place":{"value":"south","basedOn":0},
        "visit":{"value":"2026-06-30","basedOn":0},"by-kind":{"value":{"food":{"men":40,"women":0}},"basedOn":0},"won":{"value":[{"from":"A trust","amount":5}],"basedOn":0}}
        """;

    [Fact]
    public async Task Page_AfterAnEarlierReturn_ShowsItsAnswersBesideTheBoxes()
    {
        var set = await FiledAsync();

        var page = await set.PageAsync(period: SmallCase.Q2);

        Assert.Contains("Last time: 40", SectionPageTests.Words(page, "helped"), StringComparison.Ordinal);
        Assert.Contains("Last time: £99.50", SectionPageTests.Words(page, "spent"), StringComparison.Ordinal);
        Assert.Contains("Last time: South", SectionPageTests.Words(page, "place"), StringComparison.Ordinal);
        Assert.Contains("Last time: 30 June 2026", SectionPageTests.Words(page, "visit"), StringComparison.Ordinal);
        Assert.Equal(["Last time: 40", "Last time: 0"], page.QuerySelectorAll(".portal-cells__last").Select(last => last.TextContent));
        Assert.Equal("", SectionPageTests.Value(page, "helped"));
    }

    [Fact]
    public async Task Page_WithCarriedOverAnswers_MarksThemAndTheyAreNoAnswers()
    {
        var set = await FiledAsync();

        var page = await set.PageAsync(period: SmallCase.Q2);

        Assert.Contains("3 answers are carried over. Check them", page.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["name", "spent", "place"], page.QuerySelectorAll(".portal-question--carried").Select(question => question.GetAttribute("data-question")!));
        Assert.Equal(("Group 1", "99.50"), (SectionPageTests.Value(page, "name"), SectionPageTests.Value(page, "spent")));
        Assert.Contains("Carried over from April to June 2026.", SectionPageTests.Words(page, "spent"), StringComparison.Ordinal);
        Assert.Null(await set.SavedAsync("spent", SmallCase.Q2));
    }

    [Fact]
    public async Task Save_UntouchedAndUnticked_LeavesThemMarked()
    {
        var set = await FiledAsync();

        await (await set.FormAsync(SmallCase.Q2)).With("helped", "41").SendAndFollowAsync();

        Assert.Equal(("41", null, null), (await set.SavedAsync("helped", SmallCase.Q2), await set.SavedAsync("spent", SmallCase.Q2), await set.SavedAsync("name", SmallCase.Q2)));
        Assert.Contains("3 answers are carried over", (await set.PageAsync(period: SmallCase.Q2)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_Ticked_MakesThemAnswers()
    {
        var set = await FiledAsync();

        await (await set.FormAsync(SmallCase.Q2)).With("carried-over", "yes").SendAndFollowAsync();

        Assert.Equal(("\"Group 1\"", "99.5", "\"south\""), (await set.SavedAsync("name", SmallCase.Q2), await set.SavedAsync("spent", SmallCase.Q2), await set.SavedAsync("place", SmallCase.Q2)));
        Assert.DoesNotContain("carried over", (await set.PageAsync(period: SmallCase.Q2)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OfOneThatWasChangedAndOneThatWasCleared_TakesThemAsTheirs()
    {
        var set = await FiledAsync();

        await (await set.FormAsync(SmallCase.Q2)).With("spent", "100").With("name", "").SendAndFollowAsync();

        Assert.Equal(("100", null), (await set.SavedAsync("spent", SmallCase.Q2), await set.SavedAsync("name", SmallCase.Q2)));
        var page = await set.PageAsync(period: SmallCase.Q2);
        Assert.Equal("", SectionPageTests.Value(page, "name"));
        Assert.Contains("1 answer is carried over.", page.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_InTheBackground_SavesWhatIsThereAndSaysSo()
    {
        var set = await FiledAsync();
        var token = (await set.PageAsync(period: SmallCase.Q2)).QuerySelector("main input[name=form-token]")!.GetAttribute("value")!;

        using var answer = await set.Browser.PostAsync(
            set.Address(period: SmallCase.Q2), ("form-token", token), ("_background", "true"), ("helped/version", "0"), ("helped", "100"), ("hours/version", "0"), ("hours", "many"), ("spent/version", "0"), ("spent", "99.50"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(["helped 1"], said["saved"]!.AsArray().Select(one => $"{one!["question"]} {one["version"]}"));
        Assert.Equal(["hours", "helped"], said["findings"]!.AsArray().Select(one => (string?)one!["place"]));
        Assert.Empty(said["conflicts"]!.AsArray());
        Assert.Matches("^[0-2][0-9]:[0-5][0-9]$", (string?)said["savedAt"]);
        Assert.Null(await set.SavedAsync("spent", SmallCase.Q2));
    }

    [Fact]
    public async Task Figure_ThatASoftCheckFinds_AsksForASentenceBesideIt()
    {
        var set = await FiledAsync();
        await (await set.FormAsync(SmallCase.Q2)).With("helped", "100").SendAndFollowAsync();

        var page = await set.PageAsync(period: SmallCase.Q2);
        Assert.StartsWith("“People helped” was 40 last time and is 100 now.", ShownPage.Words(page.QuerySelector("label[for='helped/comment']")!), StringComparison.Ordinal);
        await FilledForm.On(set.Browser, page).With("helped/comment", "A second group began.").SendAndFollowAsync();

        var later = await set.PageAsync(period: SmallCase.Q2);
        Assert.Equal("What you said about this answer", ShownPage.Words(later.QuerySelector("label[for='helped/comment']")!));
        Assert.Equal("A second group began.", later.GetElementById("helped/comment")!.TextContent.Trim());
    }

    [Fact]
    public async Task Table_ThatHasToAgree_SaysWhetherItDoes()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        string Agreement(IParentNode page) => ShownPage.Words(page.QuerySelector("[data-question=by-kind] .portal-agreement")!);
        Assert.EndsWith("“By kind: Men” in total has to agree with “People helped”.", Agreement(await set.PageAsync()), StringComparison.Ordinal);

        await (await set.FormAsync()).With("helped", "5").With("by-kind/food/men", "3").With("by-kind/fuel/men", "1").With("by-kind/fuel/women", "9").SendAndFollowAsync();
        var page = await set.PageAsync();
        Assert.Equal("✗ “By kind: Men” in total is 4, but “People helped” is 5. They have to agree.", Agreement(page));
        Assert.Equal(["4", "9"], page.QuerySelectorAll("[data-total]").Select(total => total.TextContent));
        Assert.Equal(["3", "10"], page.QuerySelectorAll("[data-row-total]").Select(total => total.TextContent));
        Assert.Equal("13", page.QuerySelector("[data-total-of-all]")!.TextContent);

        await (await set.FormAsync()).With("by-kind/fuel/men", "2").SendAndFollowAsync();
        Assert.Equal("✓ “By kind: Men” in total agrees with “People helped”.", Agreement(await set.PageAsync()));
    }

    private async Task<SectionCase> FiledAsync()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        await set.FileFirstAsync(First);
        return set;
    }
}
