using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.HouseholdSupport;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Journeys;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>A return that was begun on a version stays on it: version 2 is in force, 3 is announced, and the winter's return is read, checked, saved as files and sent again on version 1.</summary>
public sealed class VersionForEverTests(PagesFixture fixture, Browser browser)
{
    private const string Winter = "2021-22-q4";

    private static readonly DateTimeOffset May = FormStory.Noon(new(2022, 5, 3));
    private static readonly DateTimeOffset June = FormStory.Noon(new(2022, 6, 16));
    private static readonly DateTimeOffset November = FormStory.Noon(new(2022, 11, 8));

    [Fact]
    public async Task Return_OnVersion1_IsReadCheckedSavedAndSentAgainOnItWhateverComesAfter()
    {
        await using var story = await TwiceChangedAsync();
        var (key, address) = (story.Key(Winter), story.Calls.Address(story.Award.Id.Value, Winter));
        Assert.Equal(HttpStatusCode.Created, (await story.FileAsync(Winter, at: May)).Status);
        await AnnounceThirdAsync(story);

        foreach (var (at, revision) in new[] { (June, 1), (November, 2) })
        {
            await ReadsAsVersion1Async(story, key, revision, at);
            await IsCheckedAsync(story, key, at, revision);
            await SendAgainAsync(story, at, revision + 1);
        }
        // Meanwhile the others are on theirs.
        Assert.Equal((1, 2, 3), (await story.VersionOfAsync(Winter, November), await story.VersionOfAsync("2022-23-q1", November), await story.VersionOfAsync("2022-23-q3", November)));
        var history = await story.Calls.GetAsync($"{address}/revisions/3", November);
        Assert.Equal(1, history.Json.GetProperty("formVersion").GetInt32());
    }

    [Fact]
    public async Task Draft_OfTheVersionAfterOneThatSplitRows_BeginsWithNothingToPutRight()
    {
        await using var story = await TwiceChangedAsync();
        var officer = await SignedInAsync(story.Officer, June);
        await (await FilledForm.OnAsync(officer, $"/programmes/{story.Id}/form", $"/programmes/{story.Id}/form/begin")).SendAndFollowAsync();
        Assert.Contains("Nothing. It could be announced as it is", (await officer.PageAsync($"/programmes/{story.Id}/form/draft")).MainWords(), StringComparison.Ordinal);
        Assert.Contains("The draft asks what version 2 asks", (await officer.PageAsync($"/forms/{story.Id}/announce")).MainWords(), StringComparison.Ordinal);
    }

    /// <summary>Version 2 was announced in December and has begun.</summary>
    private async Task<FormStory> TwiceChangedAsync()
    {
        var story = await FormStory.BeginAsync(fixture, new HouseholdSupportCase(), ["hs-07"], periods: 5, begins: true);
        await Membership.LetInAsync(story.Calls.App.ConnectionString, (await story.ProgrammeAsync()).LeadFunder, DemoClients.LeadFunder, Roles.Officer);
        await AnnounceAsync(story, 2, 1, "2022-23-q1", FormStory.Noon(new(2021, 12, 22)));
        Assert.Equal(2, await story.VersionOfAsync("2022-23-q1", May));
        return story;
    }

    private Task AnnounceThirdAsync(FormStory story) => AnnounceAsync(story, 3, 2, "2022-23-q3", June);

    private async Task AnnounceAsync(FormStory story, int version, int draft, string from, DateTimeOffset at)
    {
        var officer = await SignedInAsync(story.Officer, at);
        var by = MemberId.Of("p-0f8fad5bd9cb469fa16570867728950e");
        var document = story.Shipped(version);
        Assert.True(await new DraftStore(story.Account).TrySaveAsync(
            new FormDraft { Programme = story.Id, Number = draft, Base = version - 1, Edit = 1, By = by, For = (await story.ProgrammeAsync()).LeadFunder.Id, At = at, Made = new FormEdit(1, null, "Began", by, at, document) }, default));
        var form = (await FilledForm.OnAsync(officer, $"/forms/{story.Id}/announce")).With("from", from);
        for (var place = 1; form.Has($"reason-{place}"); place++)
            form = form.With($"reason-{place}", "The department asks for it.");
        Assert.Contains("It is announced.", (await form.SendAndFollowAsync()).MainWords(), StringComparison.Ordinal);
    }

    /// <summary>On every page, in print, as a workbook and as JSON.</summary>
    private async Task ReadsAsVersion1Async(FormStory story, ReturnKey key, int revision, DateTimeOffset at)
    {
        var (charity, officer) = (await SignedInAsync(story.Charity, at), await SignedInAsync(story.Officer, at));
        foreach (var (reader, page) in new[] { (charity, $"/returns/{key}/revisions/{revision}"), (officer, $"/programmes/{key.Programme}/{key.Period}/returns/{key.Award}/revisions/{revision}") })
            IsVersion1((await reader.PageAsync(page)).MainWords());
        IsVersion1((await charity.PageAsync($"/returns/{key}/sections/households")).MainWords());
        Assert.Contains("Check", (await charity.PageAsync($"/returns/{key}/check")).MainWords(), StringComparison.Ordinal);
        Assert.Contains("Revision 1", (await charity.PageAsync($"/returns/{key}/revisions")).MainWords(), StringComparison.Ordinal);

        var json = (await story.Calls.GetAsync($"{story.Calls.Address(key.Award.Value, Winter)}/revisions/{revision}", at)).Json;
        Assert.Equal(1, json.GetProperty("formVersion").GetInt32());
        Assert.True(json.GetProperty("answers").GetProperty("by-household").TryGetProperty("without-children", out _));

        using var folder = new TemporaryFolder();
        var workbook = folder.File("return.xlsx");
        await File.WriteAllBytesAsync(workbook, (await story.Calls.GetAsync($"{story.Calls.Address(key.Award.Value, Winter)}/revisions/{revision}/return.xlsx", at)).Body);
        var sheets = await LibreOffice.ToCsvAsync(workbook);
        IsVersion1(string.Join(' ', sheets.Values.SelectMany(rows => rows).SelectMany(row => row)));

        var printed = await browser.SignInAsync(fixture, story.Charity.Name, javaScript: true, Browser.Desktop, at);
        await printed.GotoAsync($"/returns/{key}/revisions/{revision}");
        await printed.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        IsVersion1(await printed.Locator("main").InnerTextAsync());
        await Browser.PictureAsync(printed, $"form-version-1-printed-{at:yyyy-MM}");
        await printed.Context.DisposeAsync();
    }

    private static void IsVersion1(string text)
    {
        Assert.Contains("Households without children", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pensioner", text, StringComparison.Ordinal);
        Assert.DoesNotContain("school meals", text, StringComparison.Ordinal);
    }

    /// <summary>By the checks of version 1, and with answers of version 1 alone. In November the lead funder opens it again first.</summary>
    private static async Task IsCheckedAsync(FormStory story, ReturnKey key, DateTimeOffset at, int revision)
    {
        var (calls, award) = (story.Calls, key.Award.Value);
        if (at == November)
        {
            var read = await calls.GetAsync(calls.Address(award, Winter), at);
            var accepted = await calls.SendAsync(HttpMethod.Post, $"{calls.Address(award, Winter)}/acceptance", null, at, ("If-Match", read.Etag!));
            var opened = await calls.SendAsync(HttpMethod.Post, $"{calls.Address(award, Winter)}/reopening", """{"reason":"An invoice was found."}""", at, ("If-Match", accepted.Etag!), ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.LeadFunder)));
            Assert.Equal(HttpStatusCode.OK, opened.Status);
        }
        var unknown = await calls.SaveAsync(award, """{"by-route":{"value":{},"basedOn":0}}""", Winter, at);
        Assert.NotEqual(HttpStatusCode.OK, unknown.Status);
        var wrong = await SaveNumberAsync(story, at, 1_000_000);
        var refused = await calls.SubmitAsync(award, wrong.Etag!, period: Winter, at: at);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("don't add up to the number of awards in Spend", JsonNode.Parse(refused.Body)!["findings"]!.AsArray().Select(finding => finding!["message"]!.GetValue<string>()).Aggregate(string.Concat), StringComparison.Ordinal);
        Assert.True(revision > 0);
    }

    private static async Task SendAgainAsync(FormStory story, DateTimeOffset at, int revision)
    {
        var right = (int)story.Cell(Winter, 0, "by-household", "with-children", "number");
        var saved = await SaveNumberAsync(story, at, right, $"Looked at once more: {revision}.");
        var sent = await story.Calls.SubmitAsync(story.Award.Id.Value, saved.Etag!, period: Winter, at: at);
        Assert.True(sent.Status == HttpStatusCode.Created, Encoding.UTF8.GetString(sent.Body));
        var stored = (await new ReturnStore(story.Account).GetRevisionAsync(story.Key(Winter), revision, default))!;
        Assert.Equal(1, RevisionJson.FormVersionOf(stored));
        Assert.Equal(1, RevisionJson.Read(stored, await story.VersionAsync(1)).Answers.Version.Number);
    }

    /// <summary>Saves the table by household with another number of families with children.</summary>
    private static async Task<Functions.Answer> SaveNumberAsync(FormStory story, DateTimeOffset at, int number, string? comment = null)
    {
        var read = await story.Calls.GetAsync(story.Calls.Address(story.Award.Id.Value, Winter), at);
        var table = JsonNode.Parse(story.Filing(Winter).Answers.Single(answer => answer.Question == "by-household").ValueJson)!;
        table["with-children"]!["number"] = number;
        var basedOn = read.Json.GetProperty("answers").GetProperty("by-household").GetProperty("version").GetInt32();
        return await story.Calls.SaveAsync(story.Award.Id.Value, new JsonObject { ["by-household"] = new JsonObject { ["value"] = table, ["basedOn"] = basedOn, ["comment"] = comment } }.ToJsonString(), Winter, at);
    }

    private async Task<PortalBrowser> SignedInAsync(DemoPerson person, DateTimeOffset at)
    {
        var signedIn = await fixture.SignInAsync(person);
        signedIn.Now = at;
        return signedIn;
    }
}
