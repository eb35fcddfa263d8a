using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web.Language;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Meetings;
using MonitoringReturns.Web.Pages.Programmes;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>One lead body and the boroughs that pay, from a return that came in to the award as a whole, by keyboard alone.</summary>
public sealed class SharedCommissionsJourneyTests(JourneyFixture fixture, Browser browser)
{
    private const string Case = "shared-commissions";
    private const string Asked = "Are the people of the night room among the new people, or counted by the partner alone?";
    private const string Told = "They are among them. Each of them came to us through the night room and then had a first meeting here.";

    [Theory]
    [InlineData(true, Browser.Desktop, 0)]
    [InlineData(false, Browser.Narrow, 1)]
    public async Task Return_OfAPartnership_IsReadAnsweredAndReviewedByKeyboardAlone(bool javaScript, int width, int award)
    {
        var sent = await fixture.SentAsync(Case, award);
        var visits = new FunderVisits(fixture, browser, sent, Case, javaScript, width);
        var (key, agreed) = (sent.Key, $"{sent.Award.Provider.Name} gathers its partners’ figures in the second week of each quarter.");

        await visits.VisitAsync("Ivo Castellan", async officer =>
        {
            Assert.Contains(sent.Award.Provider.Name, await officer.WordsAsync(), StringComparison.Ordinal);
            await visits.FindPeriodAsync(officer);
            await officer.FollowAsync(ProgrammeAddresses.Indicator(key.Programme, key.Period, sent.Award.AgreedOutcomes[0].Indicator!.Value), "behind");
            await officer.FollowAsync(ProgrammeAddresses.Return(key), "return");
            await visits.AskAsync(officer, Identifier.Parse<QuestionId>("new-people"), Asked);
        });
        await visits.CharityAsync(async charity =>
        {
            await visits.FindOwnAsync(charity);
            await visits.AnswerAsync(charity, Asked, Told);
        });
        await visits.VisitAsync("Ivo Castellan", async officer =>
        {
            await visits.FindReturnAsync(officer);
            Assert.Contains(Told, await officer.WordsAsync(), StringComparison.Ordinal);
            await FunderVisits.AcceptAsync(officer, "The figures by borough went into the report to the committee.", "We will ask the housing associations to answer within a week.");
            await officer.FollowAsync(MeetingAddresses.Of(key.Programme, key.Award), "meetings");
            var met = UkTime.DayOf(officer.Now!.Value);
            await officer.FillInAsync(
                "Save note", "noted", ("on-day", $"{met.Day}"), ("on-month", $"{met.Month}"), ("on-year", $"{met.Year}"), ("agreed", agreed));
            Assert.Contains(agreed, await officer.WordsAsync(), StringComparison.Ordinal);
            await officer.FollowAsync(MeetingAddresses.Review(key.Programme, key.Award), "review");
            Assert.Contains(agreed, await officer.WordsAsync(), StringComparison.Ordinal);
        });
        await visits.CharityAsync(async charity =>
        {
            await visits.FindOwnAsync(charity);
            await charity.FollowAsync(MeetingAddresses.Of(key.Programme, key.Award), "own-meetings");
            await charity.PushAsync("Confirm note 1", "confirmed");
            Assert.Contains("Confirmed by both sides", await charity.WordsAsync(), StringComparison.Ordinal);
        });
        await visits.VisitAsync("Ivo Castellan", officer => HelpAndCheckAsync(visits, officer, sent));
        await visits.VisitAsync("Frances Obuya-Lane", lead => GiveExtraTimeAsync(visits, lead, sent));
        visits.AreWithoutFaults();
    }

    [Theory]
    [InlineData(true, Browser.Desktop, 2)]
    [InlineData(false, Browser.Narrow, 3)]
    public async Task Return_ReadByABorough_ShowsItsOwnRowsAlone(bool javaScript, int width, int award)
    {
        var sent = await fixture.SentAsync(Case, award);
        var visits = new FunderVisits(fixture, browser, sent, Case + "-borough", javaScript, width);

        // Reads, and has no part in answering.
        await visits.VisitAsync("Catrin Mulholland", async reader =>
        {
            await visits.FindReturnAsync(reader);
            await SeesOwnRowsAloneAsync(reader, sent, "Sutton");
            Assert.Equal(0, await reader.Page.Locator("main form, main .govuk-button").CountAsync());
        });
        await visits.VisitAsync("Delroy Ainscough", async officer =>
        {
            await visits.FindReturnAsync(officer);
            await SeesOwnRowsAloneAsync(officer, sent, "Hackney");
            await officer.FollowAsync(MeetingAddresses.Review(sent.Key.Programme, sent.Key.Award), "review");
            await SeesOwnRowsAloneAsync(officer, sent, "Hackney");
            await officer.Page.GotoAsync(ProgrammeAddresses.Return(sent.Key));
            Assert.Equal(0, await officer.Page.Locator($"[href='{ProgrammeAddresses.Accept(sent.Key)}']").CountAsync());
            await officer.PushAsync("Acknowledge this return", "to-acknowledge");
            Assert.Equal(403, await PostElsewhereAsync(officer, ProgrammeAddresses.Accept(sent.Key)));
            await officer.Page.GotoAsync(ProgrammeAddresses.Acknowledge(sent.Key));
            await officer.FillInAsync("Acknowledge this return", "acknowledged", ("used", "Hackney’s people went into the report to our scrutiny panel."));
            Assert.Contains("The return is acknowledged.", await officer.WordsAsync(), StringComparison.Ordinal);
            Assert.Equal("In", await officer.Page.Locator("main .govuk-summary-list .govuk-tag").First.InnerTextAsync());
        });
        visits.AreWithoutFaults();
    }

    private static async Task HelpAndCheckAsync(FunderVisits visits, Visitor officer, JourneyReturn sent)
    {
        var key = sent.Key;
        await officer.FollowAsync(ProgrammeAddresses.Help, "help-asked");
        await officer.Keyboard.FollowAsync(
            at => at.Href is { } href && href.StartsWith(ProgrammeAddresses.Period(key.Programme, key.Period), StringComparison.Ordinal) && href.EndsWith("/help", StringComparison.Ordinal), "what a return asks for");
        await officer.LookAsync("help");
        await officer.FillInAsync("Save note", "helped", ("standing", "InHand"), ("words", "We have asked the boroughs’ housing leads, who meet in the second week of next month."));
        Assert.Contains("In hand", await officer.WordsAsync(), StringComparison.Ordinal);

        await officer.FollowAsync(ProgrammeAddresses.Period(key.Programme, key.Period), "glance");
        await officer.FollowAsync(ProgrammeAddresses.Samples(key.Programme, key.Period), "samples");
        await officer.FillInAsync("Draw sample", "drawn", ("size", "2"), ("evidence", "The attendance sheets of one week of your choice, without names."));
        Assert.Contains("The sample is drawn.", await officer.WordsAsync(), StringComparison.Ordinal);
        await officer.Keyboard.FollowAsync(at => at.InMain && at.Text.StartsWith("Note outcome", StringComparison.Ordinal), "a check");
        await officer.LookAsync("check");
        await officer.FillInAsync("Save outcome", "checked", ("result", "InOrder"), ("note", "Two sheets, 41 people, as the return says."));
        Assert.Contains("In order", await officer.WordsAsync(), StringComparison.Ordinal);
    }

    private static async Task GiveExtraTimeAsync(FunderVisits visits, Visitor lead, JourneyReturn sent)
    {
        var key = sent.Key;
        await visits.FindPeriodAsync(lead);
        await lead.FollowAsync(ProgrammeAddresses.SetUp(key.Programme), "setup");
        await lead.FollowAsync(ProgrammeAddresses.CalendarPeriod(key.Programme, key.Period, "/extra-time"), "extra-time");
        var before = DateOnly.ParseExact(
            string.Join('-', await lead.Page.Locator("#due input").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.value)")), "d-M-yyyy", CultureInfo.InvariantCulture);
        var due = before.AddDays(3);
        await lead.FillInAsync(
            "Give extra time", "extra-time-given", ("due-day", $"{due.Day}"), ("due-month", $"{due.Month}"), ("due-year", $"{due.Year}"), ("reason", "Two partners moved house in the week before the day."));
        Assert.Contains("Two partners moved house", await lead.Page.Locator("#extra-times").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(Moments.Day(due), await lead.Page.Locator("#periods").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>No table has a row of a borough that the reader does not act for, and nothing but the list of readers has its name.</summary>
    private static async Task SeesOwnRowsAloneAsync(Visitor reader, JourneyReturn sent, string own)
    {
        var others = sent.Programme.CoFunders.Where(funder => !funder.Name.EndsWith(own, StringComparison.Ordinal)).ToList();
        Assert.Equal(32, others.Count);
        // Who has read it is told to all of its readers.
        var html = await reader.Page.EvaluateAsync<string>("() => { const page = document.documentElement.cloneNode(true); page.querySelector('#readers + ul')?.remove(); return page.outerHTML }");
        Assert.All(others, other => Assert.DoesNotContain(other.Name, html, StringComparison.Ordinal));
        Assert.All(others, other => Assert.DoesNotContain(other.Id.Value, html, StringComparison.Ordinal));

        var headings = await reader.Page.Locator("main th[scope=row]").AllInnerTextsAsync();
        Assert.All(others, other => Assert.DoesNotContain(headings, heading => heading.Trim() == other.Name["London Borough of ".Length..]));
        foreach (var table in await reader.Page.Locator("main table[id^='answer-achieved']").AllAsync())
            Assert.Equal([own], (await table.Locator("th[scope=row]").AllInnerTextsAsync()).Select(heading => heading.Trim()));
    }

    /// <summary>Sends the form on the page somewhere else, as somebody might who has no button for it.</summary>
    /// <returns>The status of the answer.</returns>
    private static async Task<int> PostElsewhereAsync(Visitor visitor, string address)
    {
        var answer = await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.EvaluateAsync("address => { const form = document.querySelector('main form'); form.action = address; form.submit() }", address),
            response => response.Request.Method == "POST");
        await visitor.Page.WaitForURLAsync("**" + address);
        return answer.Status;
    }
}
