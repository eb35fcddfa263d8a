using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.PortalPages.Glance;
using MonitoringReturns.Tests.Reliability;

namespace MonitoringReturns.Tests.PortalPages.Reports;

/// <summary>A report that was made before the rules of reports changed, as a person finds it.</summary>
public sealed class EarlierRulesTests(PagesFixture fixture)
{
    [Fact]
    public async Task Report_MadeByEarlierRules_IsAWorkbookAloneUntilItIsMadeAgain()
    {
        var glance = await GlanceCase.SetUpAsync(fixture);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        var address = $"{glance.Programme}/reports/{SmallCase.Q1}/{SmallCase.Q1}";
        var lead = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await glance.UpToDateAsync(lead, address);
        var account = StorageAccount.Connect(glance.Test.App.ConnectionString);
        var (store, files) = (new ReportStore(account), account.Blobs.GetBlobContainerClient(StorageNames.ReportFiles));
        var (state, guard) = await store.GetAsync(ReportKey.Of(glance.Test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q1)), default);
        // A manifest never changes, so the one of earlier rules has a name of its own.
        var (made, older) = (state.Published!, state.Published!.ManifestFile + ".older");
        var manifest = (await files.GetBlobClient(made.ManifestFile).DownloadContentAsync()).Value.Content.ToString();
        await files.GetBlobClient(older).UploadAsync(BinaryData.FromString(manifest.Replace($"\"rules\":{Manifest.CurrentRules}", $"\"rules\":{Manifest.CurrentRules - 1}", StringComparison.Ordinal)));
        Assert.NotNull(await store.TrySaveAsync(state with { Published = made with { ManifestFile = older } }, guard, default));

        var page = await lead.PageAsync(address);
        Assert.Equal(["xlsx"], page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/api/v1/reports/']").Select(link => link.GetAttribute("href")!.Split('.')[^1]));
        Assert.Contains("It is being made again", page.QuerySelector("#workbook-alone")!.TextContent, StringComparison.Ordinal);

        var pump = new QueuePump(glance.Test);
        for (var tries = 0; (await lead.PageAsync(address)).QuerySelector("#workbook-alone") is not null; tries++)
        {
            Assert.True(tries < 150, "It is not made again.");
            await pump.OnceAsync();
            await Task.Delay(50);
        }
        using var json = await lead.GetAsync($"/api/v1/reports/{glance.Test.Programme}/{SmallCase.Q1}/consolidated.json");
        Assert.True(json.IsSuccessStatusCode);
    }
}
