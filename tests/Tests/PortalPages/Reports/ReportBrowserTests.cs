using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Glance;

namespace MonitoringReturns.Tests.PortalPages.Reports;

/// <summary>The pages of reports in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class ReportBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 240_000)]
    public async Task Pages_OfReports_HaveNoFaultsAndFitNarrowScreens()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 4);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.FileAsync("a-0002", 130, 100, "990.99");
        await glance.FileAsync("a-0001", 60, 36, "250", period: SmallCase.Q2, at: GlanceCase.Autumn);
        var officer = fixture.NewPerson();
        await fixture.LetInAsync(glance.Lead, officer, Roles.Officer);
        var signedIn = await fixture.SignInAsync(officer);
        signedIn.Now = GlanceCase.Autumn;
        var reports = $"{glance.Programme}/reports";
        var (first, second, span) = ($"{reports}/{SmallCase.Q1}/{SmallCase.Q1}", $"{reports}/{SmallCase.Q2}/{SmallCase.Q2}", $"{reports}/{SmallCase.Q1}/{SmallCase.Q2}");
        await glance.UpToDateAsync(signedIn, first);
        await glance.UpToDateAsync(signedIn, second);
        await (await FilledForm.OnAsync(signedIn, reports)).With("what", "indicator-spent").With("from", SmallCase.Q1).With("to", SmallCase.Q2).SendAndFollowAsync();
        await glance.UpToDateAsync(signedIn, span + "?of=indicator-spent");
        using (var download = await signedIn.GetAsync($"/api/v1/reports/{glance.Test.Programme}/{SmallCase.Q1}/consolidated.xlsx"))
            Assert.True(download.IsSuccessStatusCode);
        await glance.FileAsync("a-0001", 55, 25, "130.00", at: SmallCase.InTime.AddMinutes(5), basedOn: 1);
        await glance.UpToDateAsync(signedIn, second);
        var key = new ReportKey(glance.Test.Programme, Identifier.Parse<PeriodId>(SmallCase.Q1), Identifier.Parse<PeriodId>(SmallCase.Q2), null) { Content = ReportContent.Answers };
        var building = ReportState.None(key) with { LastCut = 1, BegunAt = GlanceCase.Autumn, LeaseUntil = GlanceCase.Autumn.AddHours(1), Progress = new BuildProgress(120, 400) };
        Assert.NotNull(await new ReportStore(StorageAccount.Connect(glance.Test.App.ConnectionString)).TrySaveAsync(building, null, default));

        await browser.LookAsync(fixture, officer.Name, GlanceCase.Autumn,
        [
            ("reports", reports), ("report", first), ("report-earlier", first + "?cut=1"), ("report-span-never", span), ("report-building", span + "?of=answers"), ("report-indicator", span + "?of=indicator-spent"),
            ("report-revisions", second + "/revisions"), ("report-since", first + "/since?cut=1"),
        ]);
    }
}
