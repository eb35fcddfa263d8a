using System.Net;
using System.Text;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>The task list of a return.</summary>
public sealed class TaskListTests(PagesFixture fixture)
{
    [Fact]
    public async Task Tasks_AsTheReturnIsFilledIn_SayHowFarEachSectionIs()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        var (person, preparer) = await journey.MemberAsync(Roles.Preparer);
        var page = await preparer.PageAsync(journey.Root);
        Assert.Equal("The second quarter", page.Heading());
        Assert.Equal([("Reach", "Not started"), ("In words", "Optional"), ("Check your answers", "1 thing left"), ("Sign and send", "Can’t be signed yet")], JourneyCase.TasksOf(page));
        Assert.Contains("Nobody has worked on this return yet.", page.MainWords(), StringComparison.Ordinal);

        await journey.SaveAsync("""{"hours":{"value":3,"basedOn":0} }""");
        Assert.Equal("In progress", JourneyCase.TasksOf(await preparer.PageAsync(journey.Root))[0].State);
        await journey.SaveAsync("""{"helped":{"value":3,"basedOn":0},"new":{"value":9,"basedOn":0} }""");
        Assert.Equal("1 to put right", JourneyCase.TasksOf(await preparer.PageAsync(journey.Root))[0].State);
        await journey.SaveAsync("""{"new":{"value":1,"basedOn":1} }""");
        var done = await preparer.PageAsync(journey.Root);
        Assert.Equal([("Reach", "Done"), ("In words", "Optional"), ("Check your answers", "Nothing is missing"), ("Sign and send", "Waits for a signatory")], JourneyCase.TasksOf(done));
        Assert.Equal($"{journey.Root}/sections/reach", done.QuerySelector("a.govuk-task-list__link")!.GetAttribute("href"));
        Assert.DoesNotContain(person.Name, done.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_SayWhoReadsTheReturnAndWhatTheyDoNotSee()
    {
        var hidden = SmallCase.Form.Replace("\"label\": \"Spent\",", "\"label\": \"Spent\", \"visibleTo\": [\"GB-LAE-NTT\"],", StringComparison.Ordinal).Replace("\"version\": 1,", "\"version\": 1, \"minutes\": 45,", StringComparison.Ordinal);
        var journey = await JourneyCase.SetUpAsync(fixture, hidden);
        await journey.Small.PutProgrammeAsync(programme => programme with { Calendar = JourneyCase.Calendar, CoFunders = [SmallCase.Trust] });
        await journey.Small.PutAwardAsync(journey.Award with { Contributions = [new Contribution(OrganisationId.Parse("GB-LAE-NTT"), 800), new Contribution(SmallCase.Trust.Id, 400)] });
        var words = (await (await journey.MemberAsync(Roles.Preparer)).Browser.PageAsync(journey.Root)).MainWords();
        Assert.Contains("A county council , who runs the monitoring for all Reads all of it. A trust Reads all but these: Spent", words, StringComparison.Ordinal);
        Assert.Contains("This form is estimated to take 45 minutes.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_OnAnotherVersionThanLastTime_TellWhatDiffersAndWhatLastTimeTook()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        var then = new DateTimeOffset(JourneyCase.Calendar[0].Due.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        var etag = await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""", SmallCase.Q1, then);
        Assert.Equal(HttpStatusCode.Created, (await journey.Small.SubmitAsync("a-0001", etag, period: SmallCase.Q1, at: then)).Status);
        var second = SmallCase.Form.Replace("FORM", journey.Small.Programme.Value, StringComparison.Ordinal)
            .Replace("\"version\": 1,", "\"version\": 2,", StringComparison.Ordinal).Replace("\"label\": \"Spent\"", "\"label\": \"Spent on it\"", StringComparison.Ordinal);
        await new FormStore(StorageAccount.Connect(await fixture.StorageAsync())).AddAsync(Encoding.UTF8.GetBytes(second), SetUp.Portal, null, default);
        await journey.Small.PutProgrammeAsync(programme => programme with { Calendar = JourneyCase.Calendar, FormVersions = [.. programme.FormVersions, new FormPlan(2, JourneyCase.Calendar[1].Id)] });
        var words = (await (await journey.MemberAsync(Roles.Preparer)).Browser.PageAsync(journey.Root)).MainWords();
        Assert.Contains("What is different from last time’s form “Spent” is now worded “Spent on it”.", words, StringComparison.Ordinal);
        Assert.Contains("Last time the return took you 30 minutes.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_OfAClosedOrSentReturn_SayWhyAndWhatCanBeDone()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        var (_, lead) = await journey.MemberAsync(Roles.ProviderLead);
        var closed = await lead.PageAsync(journey.Root.Replace(SmallCase.Q2, SmallCase.Q1, StringComparison.Ordinal));
        Assert.Contains("could be corrected until the end of", closed.MainWords(), StringComparison.Ordinal);
        Assert.Contains("A county council runs the monitoring and can help", closed.MainWords(), StringComparison.Ordinal);
        Assert.Empty(JourneyCase.TasksOf(closed));
        var coming = await lead.PageAsync(journey.Root.Replace(SmallCase.Q2, JourneyCase.Q3, StringComparison.Ordinal));
        Assert.Contains("opens on", coming.MainWords(), StringComparison.Ordinal);

        await journey.FileAsync();
        var sent = await lead.PageAsync(journey.Root);
        Assert.Contains("If something in it is wrong, change it and sign it again", sent.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Receipt of revision 1, the newest", sent.MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("Sign and send", sent.MainWords(), StringComparison.Ordinal);
        await journey.AcceptAsync();
        var accepted = await lead.PageAsync(journey.Root);
        Assert.Contains($"{journey.Root}/reopen", accepted.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Tasks_ForFundersAndOutsiders_AreNotThere()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.FileAsync();
        var (_, _, outsider) = await fixture.LedAsync();
        foreach (var browser in new PortalBrowser[] { await journey.OfficerAsync(), outsider })
            foreach (var page in new[] { "", "/check", "/sign", "/revisions/1" })
            {
                using var answer = await browser.GetAsync(journey.Root + page);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
    }
}
