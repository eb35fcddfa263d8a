using System.Text;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>A provider's list of returns.</summary>
public sealed class OwnReturnsTests(PagesFixture fixture)
{
    [Fact]
    public async Task Returns_OfAProvider_AreDueComingAndPastWithWhatToDoNext()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        var (_, preparer) = await journey.MemberAsync(Roles.Preparer);
        var page = await preparer.PageAsync("/returns");

        Assert.Equal("Your returns", page.Heading());
        var due = Assert.Single(page.QuerySelectorAll(".portal-due__name"));
        Assert.Equal("The second quarter: A small programme Not started", ShownPage.Words(due));
        Assert.Contains("(due in 12 days)", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Paid by A county council", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Project Warm rooms", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Start this return", page.MainWords(), StringComparison.Ordinal);
        Assert.StartsWith("The third quarter", Assert.Single(page.Rows("coming"))[0], StringComparison.Ordinal);
        Assert.Equal("Not sent", Assert.Single(page.Rows("past"))[2]);

        await journey.SaveAsync("""{"hours":{"value":3,"basedOn":0} }""");
        var begun = await preparer.PageAsync("/returns");
        Assert.Equal("The second quarter: A small programme Draft", ShownPage.Words(begun.QuerySelector(".portal-due__name")!));
        Assert.Contains("Go on with this return", begun.MainWords(), StringComparison.Ordinal);

        await journey.FileAsync();
        var filed = await preparer.PageAsync("/returns");
        Assert.Contains("Nothing is due now.", filed.MainWords(), StringComparison.Ordinal);
        Assert.Equal(["Submitted waits for an answer since today", "Not sent"], filed.Rows("past").Select(row => row[2]));
    }

    [Fact]
    public async Task Returns_OfManyPeriods_ComePageByPageNewestFirst()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        var month = JourneyCase.Calendar[0];
        var months = Enumerable.Range(1, 25).Select(number => month with
        {
            Id = MonitoringReturns.Core.Identifier.Parse<MonitoringReturns.Core.PeriodId>($"m-{number:D2}"),
            Name = $"Month {number}",
            Start = JourneyCase.Today.AddDays(-400 + number),
            End = JourneyCase.Today.AddDays(-400 + number),
        });
        await journey.Small.PutProgrammeAsync(programme => programme with { Calendar = [.. months, .. JourneyCase.Calendar], FormVersions = [new FormPlan(1, MonitoringReturns.Core.Identifier.Parse<MonitoringReturns.Core.PeriodId>("m-01"))] });
        var (_, preparer) = await journey.MemberAsync(Roles.Preparer);
        var first = await preparer.PageAsync("/returns");
        Assert.Equal(["The first quarter", "Month 25", "Month 24"], first.Rows("past").Take(3).Select(row => row[0].Split(" ,")[0]));
        Assert.Equal(20, first.Rows("past").Length);
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await preparer.PageAsync(next);
        Assert.Equal(["Month 6", "Month 5", "Month 4", "Month 3", "Month 2", "Month 1"], second.Rows("past").Select(row => row[0].Split(" ,")[0]));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.NotNull(second.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task FormThatChangesNextPeriod_IsAnnouncedInWords()
    {
        var journey = await JourneyCase.SetUpAsync(fixture, SmallCase.Form.Replace("\"version\": 1,", "\"version\": 1, \"minutes\": 30,", StringComparison.Ordinal));
        var second = SmallCase.Form.Replace("FORM", journey.Small.Programme.Value, StringComparison.Ordinal)
            .Replace("\"version\": 1,", "\"version\": 2, \"minutes\": 40,", StringComparison.Ordinal).Replace("\"label\": \"Spent\"", "\"required\": true, \"label\": \"Spent\"", StringComparison.Ordinal);
        await new FormStore(StorageAccount.Connect(await fixture.StorageAsync())).AddAsync(Encoding.UTF8.GetBytes(second), SetUp.Portal, null, default);
        await journey.Small.PutProgrammeAsync(programme => programme with { Calendar = JourneyCase.Calendar, FormVersions = [.. programme.FormVersions, new FormPlan(2, JourneyCase.Calendar[2].Id)] });
        var (_, lead) = await journey.MemberAsync(Roles.ProviderLead);
        var words = (await lead.PageAsync("/returns")).MainWords();
        Assert.Contains("A small programme: the form will change From The third quarter on", words, StringComparison.Ordinal);
        Assert.Contains("estimated to take 40 minutes; the form you fill in now is estimated at 30", words, StringComparison.Ordinal);
        Assert.Contains("“Spent” has to be answered now.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returns_OfAFunderOrOfAProviderWithoutAwards_AreToldToBeNone()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        Assert.Contains("Funders file no returns.", (await (await journey.OfficerAsync()).PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        var (_, _, other) = await fixture.LedAsync();
        Assert.Contains("Nothing is due, and nothing is planned.", (await other.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);
        Assert.Equal("/returns", (await other.PageAsync("/home")).QuerySelector("main a.govuk-button")!.GetAttribute("href"));
    }
}
