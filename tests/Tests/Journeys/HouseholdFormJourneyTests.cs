using System.Net;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.HouseholdSupport;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Demo.Proof;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>
/// A council changes the form of its fund, from the first edit to the trend over both versions: charities are heard and told in time, and a late return
/// stays on the form that it was begun with. In a real browser, by keyboard alone.
/// </summary>
public sealed class HouseholdFormJourneyTests(PagesFixture fixture, Browser browser)
{
    private const string Autumn = "2021-22-q3";
    private const string Winter = "2021-22-q4";
    private const string Spring = "2022-23-q1";
    private const string Hint = "Count each award once: where a household fits two rows, take the one that you helped it for.";
    private const string Comment = "Many pensioners bring up grandchildren. Which row are they in?";
    private const string Doubt = "Nobody tells us their age, and we shall not ask in the queue.";
    private const string Answered = "The one that you helped it for. The hint says so now.";
    private const string Reason = "A third of the fund is meant for pensioners from April on.";

    [Theory]
    [InlineData(true, Browser.Desktop)]
    [InlineData(false, Browser.Narrow)]
    public async Task Form_FromItsDraftToATrendOverBothVersions_ChangesOnlyWithNotice(bool javaScript, int width)
    {
        await using var story = await FormStory.BeginAsync(fixture, new HouseholdSupportCase(), ["hs-07", "hs-01"], periods: 4, begins: true);
        var officer = await story.VisitorAsync(browser, story.Officer, "household-officer", javaScript, width);
        var charity = await story.VisitorAsync(browser, story.Charity, "household-charity", javaScript, width);

        await MakeAsync(story, officer);
        await OpenAsync(story, officer);
        await CommentAsync(story, charity);
        await AnswerAsync(story, officer);
        await AnnounceAsync(story, officer);
        await ReadAsync(story, charity);

        // Autumn's returns are filed on the form that there is; nobody sees the next one in them.
        foreach (var award in new[] { 0, 1 })
            Assert.Equal(HttpStatusCode.Created, (await story.FileAsync(Autumn, award)).Status);
        Assert.Equal(HttpStatusCode.Created, (await story.FileAsync(Winter, award: 1)).Status);
        await FileLateAsync(story, charity);
        await AskAsync(story, officer);
        await CorrectAsync(story, charity);

        foreach (var award in new[] { 0, 1 })
            Assert.Equal(HttpStatusCode.Created, (await story.FileAsync(Spring, award)).Status);
        await DownloadAsync(story, officer);
        story.IsWithoutFaults();
    }

    /// <summary>All edits but one that lead to the version that is shipped, each on its page.</summary>
    private static async Task MakeAsync(FormStory story, Visitor officer)
    {
        var (wanted, table) = (story.Shipped(2), new QuestionPath(new QuestionId("by-household")));
        await officer.ComeAsync(new(2021, 11, 8));
        await officer.SkipAsync();
        await officer.FindEditorAsync(story);
        await officer.PushAsync("Begin the next version", "begun");
        await officer.SaysAsync("The next version is begun.");
        await officer.ChangeAsync(ProgrammeAddresses.Draft(story.Id, "/details"), "Save", "details", ("notes", wanted.Notes!.Value.En), ("minutes", "45"));
        await officer.FollowAsync(ProgrammeAddresses.DraftQuestion(story.Id, table), "question");

        await officer.FollowAsync(ProgrammeAddresses.DraftQuestion(story.Id, table, "/words"), "words");
        await officer.FillInAsync("Save", "words-refused", ("label", ""));
        await officer.IsToldAsync("Enter the question.", "label");
        await officer.PushAsync("Cancel", "question-again");

        await officer.ChangeAsync(ProgrammeAddresses.DraftQuestion(story.Id, table, "/purpose"), "Save", "purpose", ("why", wanted.Sections[1].Questions[0].Why!.Value.En));
        await officer.ChangeAsync(ProgrammeAddresses.DraftQuestion(story.Id, table, "/rows/without-children/remove"), "Yes, remove it", "row-removed");
        foreach (var row in wanted.Sections[1].Questions[0].Rows.Skip(1))
            await officer.ChangeAsync(ProgrammeAddresses.DraftQuestion(story.Id, table, "/rows/new"), "Save", "row", ("label", row.Label.En), ("id", row.Id.Value), ("replaces", "without-children"));
        await officer.FollowAsync(ProgrammeAddresses.Draft(story.Id), "draft");
        await officer.SaysAsync("Nothing. It could be announced as it is", "This asks more of charities");
        await officer.FollowAsync(ProgrammeAddresses.Draft(story.Id, "/preview"), "preview");
        await officer.PushAsync("Next section", "preview-households");
        await officer.SaysAsync("Households with a pensioner", "Other households");
    }

    private static async Task OpenAsync(FormStory story, Visitor officer)
    {
        await officer.ComeAsync(new(2021, 11, 10));
        await officer.FindFormAsync(story);
        await officer.FollowAsync(FormAddresses.Consult(story.Id), "consult");
        await officer.FillInAsync("Open it to comments", "consult-refused", ("until-day", "12"), ("until-month", "11"), ("until-year", "2021"));
        await officer.IsToldAsync("Enter the last day for comments: 7 days from now or more, so on 17 November 2021 or later, and within a year.", "until-day");
        await officer.FillInAsync("Open it to comments", "opened", ("until-day", "30"), ("until-month", "11"), ("until-year", "2021"));
        await officer.SaysAsync("The next version is open to comments until 30 November 2021.");
    }

    /// <summary>The charity is told by mail and on its page, and speaks twice: by its name, and as “a provider”.</summary>
    private static async Task CommentAsync(FormStory story, Visitor charity)
    {
        Assert.Equal(FormAddresses.Draft(story.Id), PagesFixture.LinkIn(await story.MailAsync(story.Charity, "say what you think of the next form")));
        await charity.ComeAsync(new(2021, 11, 15));
        await charity.FollowAsync(ReturnAddresses.List, "returns");
        await charity.SaysAsync("open to comments until 30 November 2021");
        await charity.FollowAsync(FormAddresses.Form(story.Id), "form");
        await charity.FollowAsync(FormAddresses.Draft(story.Id), "draft");
        await charity.SaysAsync("Households with a pensioner", "Households without children");
        await charity.FillInAsync("Send comment", "comment-refused", ("text", " "));
        await charity.IsToldAsync("Enter what you want to say.", "text");
        await charity.FillInAsync("Send comment", "commented", ("question", "by-household"), ("text", Comment), ("named", "yes"));
        await charity.FillInAsync("Send comment", "doubted", ("question", "by-household"), ("text", Doubt), ("named", "no"));
        await charity.SaysAsync("Your comment is sent.", Doubt);
    }

    /// <summary>Puts the hint right that was asked about, and answers both; who doubts is known to nobody.</summary>
    private static async Task AnswerAsync(FormStory story, Visitor officer)
    {
        await officer.ComeAsync(new(2021, 12, 1));
        await officer.FindEditorAsync(story);
        await officer.PushAsync("Go on with it", "draft");
        var table = new QuestionPath(new QuestionId("by-household"));
        await officer.FollowAsync(ProgrammeAddresses.DraftQuestion(story.Id, table), "question");
        await officer.ChangeAsync(ProgrammeAddresses.DraftQuestion(story.Id, table, "/words"), "Save", "hint", ("hint", Hint));
        Assert.Equal(story.Shipped(2).ToJson(), (await new DraftStore(story.Account).NewestAsync(story.Id, default))!.Document.ToJson());

        await officer.ComeAsync(new(2021, 12, 1));
        await officer.FindFormAsync(story);
        await officer.FollowAsync(FormAddresses.Draft(story.Id), "comments");
        await officer.SaysAsync($"{story.Award.Provider.Name}: on “Awards by household” {Comment}", $"A provider: on “Awards by household” {Doubt}");
        await AnswerAsync(officer, Comment, Answered, "yes");
        await officer.Keyboard.FollowAsync(FormAddresses.Form(story.Id));
        await officer.Keyboard.FollowAsync(FormAddresses.Draft(story.Id));
        await AnswerAsync(officer, Doubt, "Nobody needs to ask: say what you know, and put the others into the last row.", "no");
    }

    private static async Task AnswerAsync(Visitor officer, string said, string answer, string changed)
    {
        await officer.Keyboard.FollowAsync(at => at.InMain && at.Text.StartsWith("Answer", StringComparison.Ordinal) && at.Text.Contains(said, StringComparison.Ordinal), "the comment");
        await officer.LookAsync("comment");
        await officer.FillInAsync("Send answer", "answered", ("text", answer), ("changed", changed));
        await officer.SaysAsync("The answer is there for everybody in the programme to read.", answer);
    }

    /// <summary>Ten days before the next quarter is too late for it; the quarter after has its notice.</summary>
    private static async Task AnnounceAsync(FormStory story, Visitor officer)
    {
        await officer.ComeAsync(new(2021, 12, 22));
        await officer.FindFormAsync(story);
        await officer.FollowAsync(FormAddresses.Announce(story.Id), "announce");
        IReadOnlyList<string> reasons = [.. Enumerable.Repeat(Reason, await officer.ReasonsAsync())];
        await officer.AnnounceAsync("announce-refused", Winter, reasons);
        await officer.IsToldAsync(
            "January to March 2022 begins on 1 January 2022. Something becomes heavier, so the version needs 12 weeks’ notice and can start with a period that begins on 16 March 2022 or later; sooner only if somebody above the funder imposes it.", "from");
        await officer.FillInAsync("Announce it now", "announced", ("from", Spring));
        await officer.SaysAsync("It is announced.", "April to June 2022, which begins on 1 April 2022", "2 providers; 0 confirmed having read it");
    }

    private static async Task ReadAsync(FormStory story, Visitor charity)
    {
        Assert.Equal(FormAddresses.Version(story.Id, 2), PagesFixture.LinkIn(await story.MailAsync(story.Charity, "the form will change")));
        await charity.ComeAsync(new(2021, 12, 23));
        await charity.FollowAsync(ReturnAddresses.List, "returns-told");
        await charity.FollowAsync(FormAddresses.Form(story.Id), "form-announced");
        await charity.FollowAsync(FormAddresses.Version(story.Id, 2), "changes");
        await charity.SaysAsync("99 days left", "Start to collect from 1 April 2022 Households with a pensioner and Other households (Awards by household)", $"Why: {Reason}", "You said, we did", $"We changed it: {Answered}", "45 minutes, 5 more than so far");
        await charity.FollowAsync(FormAddresses.Try(story.Id, 2), "try");
        await charity.PushAsync("Next section", "try-households");
        await charity.FillInAsync("Check these answers", "tried", ("by-household/with-pensioners/value", "100"), ("by-household/with-pensioners/number", "many"));
        await charity.IsToldAsync("Households with a pensioner: Enter “Number of awards” as a whole number, like 42.", "by-household/with-pensioners/number");
        await charity.PushAsync("Stop trying", "form-after-trying");
        await charity.FollowAsync(FormAddresses.Version(story.Id, 2), "changes-again");
        await charity.PushAsync("We have read this", "confirmed");
        await charity.SaysAsync("Your organisation confirmed on 23 December 2021 that it has read this.");
    }

    /// <summary>Spring has begun under version 2. Winter's return is filed after its day, on version 1.</summary>
    private static async Task FileLateAsync(FormStory story, Visitor charity)
    {
        await charity.ComeAsync(new(2022, 5, 3));
        await charity.FollowAsync(ReturnAddresses.List, "returns-late");
        await charity.FollowAsync(ReturnAddresses.Return(story.Key(Spring)), "tasks-of-spring");
        await charity.FollowAsync(ReturnAddresses.Section(story.Key(Spring), new SectionId("households")), "households-of-spring");
        await charity.SaysAsync("Households with a pensioner", Hint);
        await charity.ComeAsync(new(2022, 5, 3));
        var filing = Charity.At(await story.ReturnAsync(Winter, version: 1), charity);
        await filing.FindReturnAsync();
        await charity.FollowAsync(ReturnAddresses.Section(story.Key(Winter), new SectionId("households")), "households-of-winter");
        await charity.SaysAsync("Households without children");
        Assert.DoesNotContain("pensioner", await charity.WordsAsync(), StringComparison.Ordinal);
        await charity.Keyboard.FollowAsync(ReturnAddresses.Return(story.Key(Winter)));
        await filing.FillInAsync();
        await filing.SignAsync("Trustee", 40);
        Assert.Equal((1, 2), (await story.VersionOfAsync(Winter, FormStory.Noon(new(2022, 5, 3))), await story.VersionOfAsync(Spring, FormStory.Noon(new(2022, 5, 3)))));
    }

    private static async Task AskAsync(FormStory story, Visitor officer)
    {
        var key = story.Key(Winter);
        await officer.ComeAsync(new(2022, 5, 6));
        await officer.Page.GotoAsync(ProgrammeAddresses.Period(key.Programme, key.Period));
        await story.UpToDateAsync(officer);
        await officer.FollowAsync(ProgrammeAddresses.Returns(key.Programme, key.Period), "returns-of-winter");
        await officer.FollowAsync(ProgrammeAddresses.Return(key), "late-return");
        await officer.SaysAsync("Households without children");
        await officer.FollowAsync(ProgrammeAddresses.Ask(key, new QuestionId("vouchers")), "ask");
        await officer.FillInAsync("Send the question", "asked", ("text", "Are the vouchers of the Easter week in it?"));
    }

    /// <summary>Answered by a correction, on the version that it was begun with.</summary>
    private static async Task CorrectAsync(FormStory story, Visitor charity)
    {
        var key = story.Key(Winter);
        await charity.ComeAsync(new(2022, 5, 9));
        await charity.Keyboard.FollowAsync(ReturnAddresses.List);
        await charity.FollowAsync(ReturnAddresses.Return(key), "tasks-queried");
        await charity.FollowAsync(ReturnAddresses.Section(key, new SectionId("spend")), "spend");
        await charity.FillInAsync("Save and continue", "spend-corrected", ("vouchers", "1"));
        await charity.Keyboard.FollowAsync(ReturnAddresses.Return(key));
        await charity.FollowAsync(ReturnAddresses.Check(key), "check");
        await charity.FollowAsync(ReturnAddresses.Sign(key), "sign");
        await charity.FillInAsync("Sign", "signed", ("role", "Trustee"), ("minutes", "10"), ("declare", "yes"));
        await charity.SaysAsync("Return sent");
        var stored = await new ReturnStore(story.Account).GetRevisionAsync(key, 2, default);
        Assert.Equal(1, RevisionJson.Read(stored!, await story.VersionAsync(1)).Answers.Version.Number);
    }

    /// <summary>One line of the trend goes through both versions as the sum of what replaced it; what was not asked is said.</summary>
    private static async Task DownloadAsync(FormStory story, Visitor officer)
    {
        await officer.ComeAsync(new(2022, 8, 1));
        await officer.Page.GotoAsync(ProgrammeAddresses.Period(story.Id, new PeriodId(Spring)));
        await story.UpToDateAsync(officer);
        await officer.LookAsync("spring");
        var address = await officer.Page.Locator("main a[href*='consolidated.xlsx']").First.GetAttributeAsync("href");
        var saved = await officer.DownloadAsync(address!);
        File.Copy(saved, saved + ".xlsx");
        var trend = OpenedReport.OfSheets(await LibreOffice.ToCsvAsync(saved + ".xlsx")).Table("Trend", "Everything that is counted, period by period");

        Assert.Equal(["2021-22-q3 (form 1)", "2021-22-q4 (form 1)", "2022-23-q1 (form 2, changed)"], trend.Headings.Skip(2));
        decimal Of(string period, string row) => new[] { 0, 1 }.Sum(award => story.Cell(period, award, "by-household", row, "number"));
        Row("Households with children", [Of(Autumn, "with-children"), Of(Winter, "with-children"), Of(Spring, "with-children")]);
        Row("Households without children", [Of(Autumn, "without-children"), Of(Winter, "without-children"), Of(Spring, "with-pensioners") + Of(Spring, "other")]);
        Row("Households with a pensioner", [null, null, Of(Spring, "with-pensioners")]);
        Row("Other households", [null, null, Of(Spring, "other")]);

        void Row(string name, decimal?[] figures) => Assert.Equal(
            figures.Select(figure => (figure, figure is null ? ShownCell.NotAsked : null)),
            trend.Rows.Single(row => row["What is counted"] == $"Awards by household: {name}: Number of awards").Cells.Skip(2).Select(cell => (ShownCell.Number(cell), ShownCell.Number(cell) is null ? cell : null)));
    }
}
