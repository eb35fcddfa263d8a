using System.Net;
using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Local.Demo.EarlyHelp;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>Two years of a county's form on pages: its first version, a question less at once, one more with notice, and two that a department imposes.</summary>
public sealed class EarlyHelpFormJourneyTests(PagesFixture fixture, Browser browser)
{
    private const string Department = "The Department for Education";
    private const string Why = "A condition of its grant: every county counts kinship families from this autumn.";

    /// <summary>Imposed with the fourth version.</summary>
    private static readonly string[] Imposed = ["kinship-families", "early-support-plans"];

    [Theory]
    [InlineData(true, Browser.Narrow)]
    [InlineData(false, Browser.Desktop)]
    public async Task Form_ChangedFourTimes_AsksNothingNewOfAnybodyBeforeItsNotice(bool javaScript, int width)
    {
        await using var story = await FormStory.BeginAsync(fixture, new EarlyHelpCase(), ["eh-1"], periods: 8, begins: false);
        var officer = await story.VisitorAsync(browser, story.Officer, "early-help-officer", javaScript, width);
        var charity = await story.VisitorAsync(browser, story.Charity, "early-help-charity", javaScript, width);

        await AnnounceFirstAsync(story, officer);
        Assert.Equal(HttpStatusCode.Created, (await story.FileAsync("2024-25-q1")).Status);
        await AnnounceLighterAsync(story, officer);
        await ReadAsync(story, charity, 2, new(2024, 9, 17), "Less work", "Parents who smoke");
        Assert.Equal((HttpStatusCode.Created, 2), ((await story.FileAsync("2024-25-q3")).Status, await story.VersionOfAsync("2024-25-q3", FormStory.Noon(new(2025, 1, 20)))));
        await AnnounceHeavierAsync(story, officer);
        await ReadAsync(story, charity, 3, new(2025, 1, 8), "More work", "Start to collect from 1 April 2025", "Care leavers helped", "Why: Early help may not reach them.");
        Assert.Equal(2, await story.VersionOfAsync("2024-25-q4", FormStory.Noon(new(2025, 4, 7))));
        Assert.Equal((HttpStatusCode.Created, 3), ((await story.FileAsync("2025-26-q1")).Status, await story.VersionOfAsync("2025-26-q1", FormStory.Noon(new(2025, 7, 20)))));
        await ImposeAsync(story, officer);
        await ReadAsync(
            story, charity, 4, new(2025, 9, 5),
            $"Imposed by {Department}, sooner than the notice allows {Why}", "it may be left open in periods that begin before 26 November 2025.", "Kinship families helped", "May be left open in periods that begin before 26 November 2025.");
        await LeaveOpenAsync(story, charity);
        await AreRequiredAsync(story, charity);
        Assert.Equal([null, "1 October 2024", "1 April 2025", "1 October 2025"], await StartsAsync(story, charity));
        story.IsWithoutFaults();
    }

    /// <summary>From a document, for a programme that has no form yet: nothing is asked before it, so it takes no notice.</summary>
    private static async Task AnnounceFirstAsync(FormStory story, Visitor officer)
    {
        await officer.ComeAsync(new(2024, 3, 11));
        await officer.FindEditorAsync(story);
        await officer.SkipAsync();
        await officer.FollowAsync(ProgrammeAddresses.Form(story.Id, "/upload"), "upload");
        await officer.PushAsync("Begin from a document", "upload-refused");
        await officer.IsToldAsync("Choose the document to upload.", "document");
        await officer.UploadAsync(story.Shipped(1), "Begin from a document", "first");
        await officer.SaysAsync("Nothing. It could be announced as it is");
        await officer.Page.GotoAsync(FormAddresses.Form(story.Id));
        await officer.FollowAsync(FormAddresses.Announce(story.Id), "announce-first");
        await officer.AnnounceAsync("announced-first", "2024-25-q1", []);
        await officer.SaysAsync("It is announced.", "It is the first version of the form.");
    }

    private static async Task AnnounceLighterAsync(FormStory story, Visitor officer)
    {
        await BeginFromAsync(story, officer, story.Shipped(2), new(2024, 9, 16));
        await officer.SaysAsync("Less work: it can start with the next period");
        await officer.AnnounceAsync("announced-lighter", "2024-25-q3", Reasons(await officer.ReasonsAsync(), "Nobody could name a use."));
        Assert.Equal(ChangeClass.Lighter, (await new NoticeStore(story.Account).AnnouncementAsync(story.Id, 2, default))!.Class);
    }

    private static async Task AnnounceHeavierAsync(FormStory story, Visitor officer)
    {
        await BeginFromAsync(story, officer, story.Shipped(3), new(2025, 1, 6));
        await officer.SaysAsync("More work: it needs 12 weeks’ notice", "The notice allows a period that begins on 31 March 2025 or later.");
        await officer.AnnounceAsync("announced-heavier", "2025-26-q1", Reasons(await officer.ReasonsAsync(), "Early help may not reach them."));
        await officer.SaysAsync("It is announced.");
    }

    /// <summary>Four weeks before it starts: too early but for what somebody above the council imposes.</summary>
    private static async Task ImposeAsync(FormStory story, Visitor officer)
    {
        // The form as the department gave it out: from when on its questions are required follows from the notice.
        var document = story.Shipped(4);
        foreach (var id in Imposed)
            document = document.With(new QuestionId(id), question => question with { RequiredFrom = null });
        await BeginFromAsync(story, officer, document, new(2025, 9, 3));
        var reasons = Reasons(await officer.ReasonsAsync(), Why);
        await officer.AnnounceAsync("imposed-refused", "2025-26-q3", reasons);
        await officer.IsToldAsync(
            "October to December 2025 begins on 1 October 2025. Something becomes heavier, so the version needs 12 weeks’ notice and can start with a period that begins on 26 November 2025 or later; sooner only if somebody above the funder imposes it.", "from");
        await officer.AnnounceAsync("imposed", "2025-26-q3", reasons, (Department, Why));
        await officer.SaysAsync("It is announced.", $"Imposed by {Department}, sooner than the notice allows {Why}");
    }

    /// <summary>The quarter in which the notice still runs: the new questions are there, and a return without them is complete.</summary>
    private static async Task LeaveOpenAsync(FormStory story, Visitor charity)
    {
        var key = story.Key("2025-26-q3");
        await charity.ComeAsync(new(2026, 1, 12));
        await charity.FollowAsync(ReturnAddresses.List, "returns-imposed");
        await charity.FollowAsync(ReturnAddresses.Return(key), "tasks-imposed");
        await charity.FollowAsync(ReturnAddresses.Section(key, await SectionOfImposedAsync(story)), "section-imposed");
        await charity.SaysAsync("Kinship families helped (not yet required: only in periods that begin on 26 November 2025 or later)", "Early support plans agreed (not yet required");
        var sent = await story.FileAsync("2025-26-q3", at: FormStory.Noon(new(2026, 1, 14)), without: Imposed);
        Assert.True(sent.Status == HttpStatusCode.Created, Encoding.UTF8.GetString(sent.Body));
        await charity.ComeAsync(new(2026, 1, 15));
        await charity.Page.GotoAsync(ReturnAddresses.Revision(key, 1));
        await charity.LookAsync("sent-without");
        await charity.SaysAsync("Kinship families helped");
    }

    /// <summary>The notice has run: the next quarter's return does not go without them, and the page says so.</summary>
    private static async Task AreRequiredAsync(FormStory story, Visitor charity)
    {
        var (key, at) = (story.Key("2025-26-q4"), FormStory.Noon(new(2026, 4, 13)));
        var sent = await story.FileAsync("2025-26-q4", at: at, without: Imposed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        await charity.ComeAsync(new(2026, 4, 13));
        await charity.Keyboard.FollowAsync(ReturnAddresses.List);
        await charity.Keyboard.FollowAsync(ReturnAddresses.Return(key));
        await charity.FollowAsync(ReturnAddresses.Check(key), "check-required");
        await charity.SaysAsync("Answer “Kinship families helped”.", "Answer “Early support plans agreed”.");
        await charity.Keyboard.FollowAsync(at => at.InMain && at.Text.Contains("Kinship families helped", StringComparison.Ordinal), "what is missing");
        await charity.FillInAsync("Save and continue", "required-answered", ("kinship-families", "0"), ("early-support-plans", "3"));
        var read = await story.Calls.GetAsync(story.Calls.Address(key.Award.Value, key.Period.Value), at);
        Assert.Equal(HttpStatusCode.Created, (await story.Calls.SubmitAsync(key.Award.Value, read.Etag!, period: key.Period.Value, at: at)).Status);
    }

    /// <summary>Begins the next version from a document and goes on to announce it.</summary>
    private static async Task BeginFromAsync(FormStory story, Visitor officer, FormDocument document, DateOnly day)
    {
        await officer.ComeAsync(day);
        await officer.FindEditorAsync(story);
        await officer.FollowAsync(ProgrammeAddresses.Form(story.Id, "/upload"), "upload");
        await officer.UploadAsync(document, "Begin from a document", "uploaded");
        await officer.SaysAsync("Nothing. It could be announced as it is");
        await officer.Page.GotoAsync(FormAddresses.Form(story.Id));
        await officer.FollowAsync(FormAddresses.Announce(story.Id), "announce");
    }

    /// <summary>The charity is told by mail, reads what is changing and confirms it.</summary>
    private static async Task ReadAsync(FormStory story, Visitor charity, int version, DateOnly day, params IReadOnlyList<string> says)
    {
        Assert.Equal(FormAddresses.Version(story.Id, version), PagesFixture.LinkIn(await story.MailAsync(story.Charity, $"announced version {version} of the form")));
        await charity.ComeAsync(day);
        await charity.FollowAsync(ReturnAddresses.List, "returns");
        await charity.FollowAsync(FormAddresses.Form(story.Id), "form");
        await charity.FollowAsync(FormAddresses.Version(story.Id, version), "changes");
        await charity.SaysAsync(says);
        await charity.PushAsync("We have read this", "confirmed");
        await charity.SaysAsync("Thank you. It is noted that you have read this.");
    }

    private static async Task<SectionId> SectionOfImposedAsync(FormStory story) =>
        (await story.VersionAsync(4)).Sections.Single(section => section.Questions.Any(question => question.Id.Value == Imposed[0])).Id;

    /// <summary>The day on which each version began that takes the place of another, as its page says it; null for the first.</summary>
    private static async Task<IReadOnlyList<string?>> StartsAsync(FormStory story, Visitor charity)
    {
        var starts = new List<string?>();
        foreach (var version in Enumerable.Range(1, 4))
        {
            await charity.Page.GotoAsync(FormAddresses.Version(story.Id, version));
            await charity.LookAsync("version");
            var first = await charity.Page.Locator(".govuk-summary-list__value").First.InnerTextAsync();
            starts.Add(version == 1 ? null : first[(first.IndexOf("begins on ", StringComparison.Ordinal) + "begins on ".Length)..].Trim());
        }
        return starts;
    }

    private static IReadOnlyList<string> Reasons(int changes, string reason) => [.. Enumerable.Repeat(reason, changes)];
}
