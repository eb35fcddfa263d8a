using System.Net;
using AngleSharp.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.PortalPages.Glance;

/// <summary>The whole award on a page, at its end or before.</summary>
public sealed class ReviewPageTests(PagesFixture fixture)
{
    [Fact]
    public async Task Review_OfAnAward_HoldsFiguresWordsHelpMeetingsAndMoneyAsEachMaySee()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 2);
        await glance.FileAsync("a-0001", 50, 25, "120.50", "A van for the winter.", "Introduce us.");
        await glance.Test.SaveAsync("a-0001", """{"story":{"value":"Nobody shall read this yet.","basedOn":0}}""");
        await glance.FileAsync("a-0001", 60, 36, "250", period: SmallCase.Q2, at: GlanceCase.Autumn);
        var officer = await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn);
        await (await FilledForm.OnAsync(officer, $"{glance.Quarter}/returns/a-0001/help")).With("standing", "Given").With("words", "Ours is yours.").SendAndFollowAsync();
        var meetings = $"/meetings/{glance.Test.Programme}/a-0001";
        await (await FilledForm.OnAsync(officer, meetings)).With("on-day", "3").With("on-month", "7").With("on-year", "2026").With("agreed", "The target stays.").SendAndFollowAsync();
        var person = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(glance.Test.Programme, 1).Provider, person, Roles.Preparer);
        var charity = await fixture.SignInAsync(person);
        var trust = await glance.FunderAsync(glance.Trust, Roles.FunderReader);
        (charity.Now, trust.Now) = (GlanceCase.Autumn, GlanceCase.Autumn);

        foreach (var browser in new[] { officer, charity, trust })
        {
            var page = await browser.PageAsync(meetings + "/review");
            Assert.Equal(
                [["April to June 2026", "20", "25", "25% above"], ["July to September 2026", "30", "36", "20% above"], ["In all", "50", "61", "22% above"]], page.Rows("indicator-3"));
            Assert.Equal(["In all", "not added", "not added", "nothing to compare"], page.Rows("indicator-1")[^1]);
            Assert.Equal(["In all", "£500.00", "£370.50", "25.9% below"], page.Rows("indicator-2")[^1]);
            var words = page.MainWords();
            foreach (var said in new[] { "Returns in 2 of 2, 0 late", "A van for the winter.", "Ours is yours.", "The target stays.", "£1,200.00" })
                Assert.Contains(said, words, StringComparison.Ordinal);
            Assert.DoesNotContain("Nobody shall read this", words, StringComparison.Ordinal);
            // What the trust alone may read, and each one's part.
            Assert.Equal(browser != officer, words.Contains("Introduce us.", StringComparison.Ordinal));
            Assert.Equal(browser != trust, words.Contains("Paid by A borough council", StringComparison.Ordinal));
        }
        Assert.Contains("opened the return", (await charity.PageAsync($"/returns/{glance.Test.Programme}/{SmallCase.Q2}/a-0001/record")).MainWords(), StringComparison.Ordinal);
        using (var another = await trust.GetAsync($"/meetings/{glance.Test.Programme}/a-0002/review"))
            Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);
    }

    [Fact]
    public async Task Review_OfAnAward_ShowsEachFunderTheProvidersAccreditations()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 2);
        var (provider, _, charity) = await fixture.LedAsync();
        await glance.Test.PutAwardAsync(SmallCase.AwardOf(glance.Test.Programme, 1) with { Provider = provider, Contributions = [new Contribution(glance.Lead.Id, 800), new Contribution(glance.Trust.Id, 400)] });
        var review = $"/meetings/{glance.Test.Programme}/a-0001/review";
        var (officer, trust) = (await glance.FunderAsync(glance.Lead), await glance.FunderAsync(glance.Trust, Roles.FunderReader));
        Assert.Contains($"{provider.Name} has no accreditations in the portal.", (await officer.PageAsync(review)).MainWords(), StringComparison.Ordinal);

        await (await FilledForm.OnAsync(charity, $"/organisations/{provider.Id}/details")).With("accreditations-1-name", "Trusted Charity").With("accreditations-1-number", "TC-7")
            .With("accreditations-1-expires-day", "31").With("accreditations-1-expires-month", "3").With("accreditations-1-expires-year", "2026").With("then", "save").SendAndFollowAsync();
        charity.Now = SmallCase.InTime;

        foreach (var browser in new[] { officer, trust, charity })
            Assert.Equal([["Trusted Charity", "TC-7", "31 March 2026", "Expired"]], (await browser.PageAsync(review)).Rows("accreditations"));
    }

    [Fact]
    public async Task Review_OfAnAwardThatEndedEarly_SaysWhenAndWhatTheProfileBecame()
    {
        var glance = await GlanceCase.SetUpAsync(fixture, awards: 1);
        await glance.FileAsync("a-0001", 50, 25, "120.50");
        await glance.Test.PutAwardAsync(SmallCase.AwardOf(glance.Test.Programme, 1) with
        {
            Contributions = [new Contribution(glance.Lead.Id, 1200)],
            EndedOn = new DateOnly(2026, 8, 15),
            ProfileChanges = [new ProfileChange(2, Identifier.Parse<PeriodId>(SmallCase.Q1), new DateOnly(2026, 3, 2), "Fewer volunteers.")],
        });
        var page = await (await glance.FunderAsync(glance.Lead, at: GlanceCase.Autumn)).PageAsync($"/meetings/{glance.Test.Programme}/a-0001/review");
        Assert.Contains("Left early 15 August 2026", page.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Agreed on 2 March 2026, from April to June 2026 on: Fewer volunteers.", page.MainWords(), StringComparison.Ordinal);
        // No return is due for the period that it left in.
        Assert.Equal(["April to June 2026", "In all"], page.Rows("indicator-1").Select(row => row[0]));
    }
}
