using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace MonitoringReturns.Tests.PortalPages.Keep;

/// <summary>Two people in one draft.</summary>
public sealed class TwoPeopleTests(PagesFixture fixture)
{
    [Fact]
    public async Task Save_OfDifferentAnswers_KeepsBothAndSaysWhoChangedWhat()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (colleague, other) = await test.ColleagueAsync();
        var (mine, theirs) = (await test.FormAsync(), await test.FormAsync(other));
        await theirs.With("new", "9").SendAndFollowAsync();
        var next = await mine.With("helped", "42").SendAndFollowAsync();
        Assert.Contains($"{colleague.Name} changed “New people” while you were writing, at ", next.MainWords(), StringComparison.Ordinal);
        Assert.Equal(("42", "9"), (await test.SavedAsync("helped"), await test.SavedAsync("new")));
    }

    [Fact]
    public async Task Save_OfDifferentCellsOfATable_KeepsBothWithoutAsking()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        await (await test.FormAsync()).With("help/food/number", "1").With("help/fuel/number", "1").SendAndFollowAsync();
        var (_, other) = await test.ColleagueAsync();
        var (mine, theirs) = (await test.FormAsync(), await test.FormAsync(other));
        await theirs.With("help/food/number", "").With("help/other/value", "20").SendAndFollowAsync();
        await mine.With("help/fuel/number", "3").With("help/fuel/value", "5").SendAndFollowAsync();
        Assert.Equal("""{"fuel":{"number":3,"value":5},"other":{"value":20}}""", await test.SavedAsync("help"));
    }

    [Theory]
    [InlineData("mine", "42")]
    [InlineData("theirs", "45")]
    public async Task Save_OfTheSameAnswer_ShowsAllThreeAndKeepsWhatIsChosen(string choice, string saved)
    {
        var test = await KeepCase.SetUpAsync(fixture);
        await (await test.FormAsync()).With("helped", "40").SendAndFollowAsync();
        var (colleague, other) = await test.ColleagueAsync();
        var (mine, theirs) = (await test.FormAsync(), await test.FormAsync(other));
        await theirs.With("helped", "45").SendAndFollowAsync();

        var (status, page) = await mine.With("helped", "42").With("new", "3").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        var asked = ShownPage.Words(page.QuerySelector("[data-conflict=helped]")!);
        Assert.Contains("Before, it was “40”.", asked, StringComparison.Ordinal);
        Assert.Contains("Yours: “42”", asked, StringComparison.Ordinal);
        Assert.Contains($"{colleague.Name}’s, saved at ", asked, StringComparison.Ordinal);
        Assert.Contains("“45”", asked, StringComparison.Ordinal);
        Assert.Equal("3", await test.SavedAsync("new"));

        var (again, unchosen) = await FilledForm.On(test.Browser, page, test.Address).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, again);
        await FilledForm.On(test.Browser, unchosen, test.Address).With("helped/keep", choice).SendAndFollowAsync();
        Assert.Equal(saved, await test.SavedAsync("helped"));
    }

    [Fact]
    public async Task Save_OfTheSameCells_AsksForEachAndKeepsTheOthersRest()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        await (await test.FormAsync()).With("help/food/number", "1").With("help/fuel/number", "1").With("help/other/number", "1").SendAndFollowAsync();
        var (_, other) = await test.ColleagueAsync();
        var (mine, theirs) = (await test.FormAsync(), await test.FormAsync(other));
        await theirs.With("help/food/number", "2").With("help/fuel/number", "2").With("help/other/number", "9").SendAndFollowAsync();

        var (status, page) = await mine.With("help/food/number", "3").With("help/fuel/number", "3").With("help/fuel/value", "7").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(["help/food/number/keep", "help/fuel/number/keep"], page.QuerySelectorAll<IHtmlInputElement>("[data-conflict] input[type=radio]").Select(radio => radio.Name!).Distinct());
        Assert.Equal("9", page.QuerySelectorAll<IHtmlInputElement>("input").Single(box => box.Name == "help/other/number").Value);
        await FilledForm.On(test.Browser, page, test.Address).With("help/food/number/keep", "mine").With("help/fuel/number/keep", "theirs").SendAndFollowAsync();
        Assert.Equal("""{"food":{"number":3},"fuel":{"number":2,"value":7},"other":{"number":9}}""", await test.SavedAsync("help"));
    }

    [Fact]
    public async Task BackgroundSaves_OfTwoPeopleInOneTable_NeverTakeEachOthersCellsBack()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (_, other) = await test.ColleagueAsync();
        var mine = await test.FormAsync();
        await (await test.FormAsync(other)).With("help/other/number", "9").SendAndFollowAsync();
        foreach (var (cell, figure) in new[] { ("help/food/number", "1"), ("help/fuel/number", "2"), ("help/food/number", "3") })
        {
            using var answer = await mine.With(cell, figure).With("_background", "true").SendAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var saved = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("saved").EnumerateArray().Single(one => one.GetProperty("question").GetString() == "help");
            mine.With("help/version", $"{saved.GetProperty("version")}").With("help/shown", saved.GetProperty("shown").GetString()!);
        }
        Assert.Equal("""{"food":{"number":3},"fuel":{"number":2},"other":{"number":9}}""", await test.SavedAsync("help"));
    }
}
