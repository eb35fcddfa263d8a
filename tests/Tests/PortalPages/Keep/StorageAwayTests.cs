using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Keep;

/// <summary>While storage is away, whoever sends answers is told exactly what is not saved, soon, and saves it with one press once storage is back.</summary>
public sealed class StorageAwayTests(PagesFixture fixture)
{
    [Theory]
    [InlineData(nameof(StorageState.Refusing))]
    [InlineData(nameof(StorageState.Silent))]
    public async Task Post_WhileStorageIsAway_ListsWhatIsNotSavedAndIsSavedByOnePressLater(string state)
    {
        var test = await KeepCase.SetUpAsync(fixture);
        await (await test.FormAsync()).With("new", "5").With("help/fuel/number", "1").SendAndFollowAsync();
        var (app, storage) = await test.InstanceAsync();
        await using var _ = app;
        var browser = test.At(app);
        var form = (await FilledForm.OnAsync(browser, test.Address, test.Address)).With("helped", "42").With("story", "It began.\r\nIt grew.").With("help/food/number", "7");

        storage.State = Enum.Parse<StorageState>(state);
        var started = Stopwatch.StartNew();
        var (status, page) = await form.SendAndReadAsync();
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(12));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Your answers are not saved yet", page.Heading());
        // What it showed before and still shows is not among it.
        Assert.Equal([("People helped", "42"), ("A story", "It began. It grew."), ("Help given: Food, Households", "7")], ExpiredSessionTests.TypedOn(page));

        var again = FilledForm.On(browser, page, test.Address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await again.SendAndReadAsync()).Status);
        storage.State = StorageState.There;
        await again.SendAndFollowAsync();
        Assert.Equal("42", await test.SavedAsync("helped"));
        Assert.Equal("""{"food":{"number":7},"fuel":{"number":1}}""", await test.SavedAsync("help"));
    }

    [Fact]
    public async Task Post_ToAnInstanceThatNeverReadItsKeys_IsListedAndSavedLater()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (app, storage) = await test.InstanceAsync();
        await using var _ = app;
        storage.State = StorageState.Refusing;
        var form = (await FilledForm.OnAsync(test.Browser, test.Address, test.Address)).With("helped", "42").Through(test.At(app));
        var (status, page) = await form.SendAndReadAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal([("People helped", "42")], ExpiredSessionTests.TypedOn(page));
        storage.State = StorageState.There;
        await FilledForm.On(test.At(app), page, test.Address).SendAndFollowAsync();
        Assert.Equal("42", await test.SavedAsync("helped"));
    }

    [Fact]
    public async Task BackgroundSaveAndPages_WhileStorageIsAway_AreToldToComeAgain()
    {
        var test = await KeepCase.SetUpAsync(fixture);
        var (app, storage) = await test.InstanceAsync();
        await using var _ = app;
        var browser = test.At(app);
        await browser.PageAsync(test.Address);
        storage.State = StorageState.Refusing;
        using var saved = await browser.SendAsync(HttpMethod.Post, test.Address, new FormUrlEncodedContent([KeyValuePair.Create("helped", "42")]), ("Accept", "application/json"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, saved.StatusCode);
        Assert.Equal("MR2120", (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        using var shown = await browser.GetAsync(test.Address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, shown.StatusCode);
        Assert.Equal("Sorry, the service is away for a while", (await PortalBrowser.PageOfAsync(shown)).Heading());
    }
}
