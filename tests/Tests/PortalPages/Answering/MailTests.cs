using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.PortalPages.Forms;
using MonitoringReturns.Tests.PortalPages.Setup;
using MonitoringReturns.Tests.Reliability;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Answering;

/// <summary>Who hears of what by e-mail: done on pages, delivered by the queues, read in the portal's place for mail.</summary>
public sealed class MailTests(PagesFixture fixture)
{
    private const string Secret = "Are the Lilac twins in it?";

    [Fact]
    public async Task Return_AskedAboutAnsweredAndAccepted_TellsEachSideWithALinkAndNoWords()
    {
        var (test, charity, lead, preparer) = await FiledAsync();
        var (officer, browser) = await test.OfficerAsync();
        var (trustee, _) = await test.TrusteeAsync();

        await (await FilledForm.OnAsync(browser, test.Read + "/queries/new?question=helped")).With("text", Secret).SendAndFollowAsync();
        foreach (var person in new[] { lead, preparer })
        {
            var asked = await MailAsync(test.Small, person, "a question about April to June 2026");
            Assert.Equal(test.Own + "/queries", PagesFixture.LinkIn(asked));
            Assert.DoesNotContain(Secret, asked, StringComparison.Ordinal);
            Assert.DoesNotContain(officer.Name, asked, StringComparison.Ordinal);
        }

        await (await FilledForm.OnAsync(charity, test.Own + "/queries")).With("answer-1", "They are.").SendAndFollowAsync();
        var answered = await MailAsync(test.Small, officer, "was answered");
        Assert.Equal(test.Read, PagesFixture.LinkIn(answered));
        Assert.DoesNotContain("They are.", answered, StringComparison.Ordinal);

        await (await FilledForm.OnAsync(browser, test.Read + "/accept")).With("used", "In our report.").SendAndFollowAsync();
        Assert.Equal(test.Own, PagesFixture.LinkIn(await MailAsync(test.Small, lead, "was accepted")));
        await new QueuePump(test.Small).UntilQuietAsync();
        Assert.Equal(2, (await fixture.MailsToAsync(lead.Email)).Count);
        Assert.Single(await fixture.MailsToAsync(preparer.Email));
        Assert.Empty(await fixture.MailsToAsync(trustee.Email));
    }

    [Fact]
    public async Task Return_ReopenedByTheFunder_TellsTheLead_AndNotWhereTheLeadDidIt()
    {
        var (test, charity, lead, _) = await FiledAsync();
        var (_, officer) = await test.OfficerAsync();
        foreach (var (by, page) in new[] { (charity, test.Own), (officer, test.Own) })
        {
            await (await FilledForm.OnAsync(officer, test.Read + "/accept")).With("used", "In our report.").SendAndFollowAsync();
            await (await FilledForm.OnAsync(by, page + "/reopen")).With("reason", "A group was left out.").SendAndFollowAsync();
            if (by == charity)
                await test.CorrectAsync(41);
        }
        Assert.Equal(test.Own, PagesFixture.LinkIn(await MailAsync(test.Small, lead, "was reopened")));
        await new QueuePump(test.Small).UntilQuietAsync();
        Assert.Single(await fixture.MailsToAsync(lead.Email), mail => mail.Contains("was reopened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_OpenedAnnouncedAndWithdrawn_TellsTheProvidersEachTime()
    {
        var test = await NoticeCase.OfAsync(fixture);
        var lead = fixture.NewPerson();
        await fixture.LetInAsync(test.Setup.Provider, lead, Roles.ProviderLead);
        await test.DraftAsync(NoticeCase.Heavier);

        await (await test.Setup.FormAsync($"{test.Form}/consultation")).With("until-day", "31").With("until-month", "7").With("until-year", "2026").SendAndFollowAsync();
        Assert.Equal($"{test.Form}/draft", PagesFixture.LinkIn(await MailAsync(test.Setup.Calls, lead, "say what you think of the next form")));
        await test.AnnounceAsync("2026-Q4");
        var announced = await MailAsync(test.Setup.Calls, lead, "the form will change");
        Assert.Equal($"{test.Form}/versions/2", PagesFixture.LinkIn(announced));
        Assert.Contains("asked from January to March 2027 on", announced.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("Respite", announced, StringComparison.Ordinal);
        await (await test.Setup.FormAsync($"{test.Form}/versions/2/withdraw")).With("reason", "Providers had a better idea.").SendAndFollowAsync();
        Assert.Equal($"{test.Form}/versions/2", PagesFixture.LinkIn(await MailAsync(test.Setup.Calls, lead, "does not change after all")));
        await new QueuePump(test.Setup.Calls).UntilQuietAsync();
        Assert.Equal(3, (await fixture.MailsToAsync(lead.Email)).Count);
    }

    [Fact]
    public async Task Profile_ProposedAndAgreed_TellsTheOtherSideEachTime()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        var (lead, officer) = (fixture.NewPerson(), fixture.NewPerson());
        await fixture.LetInAsync(test.Provider, lead, Roles.ProviderLead);
        await fixture.LetInAsync(test.Funder, officer, Roles.LeadOfficer);
        test.At(SetupCase.July);

        await test.ProposeAsync(test.Lead, "44", "Two schools left us.");
        var proposed = await MailAsync(test.Calls, lead, "a change of the profile is proposed");
        Assert.Equal($"{test.Award}/profile/changes/1", PagesFixture.LinkIn(proposed));
        Assert.DoesNotContain("Two schools", proposed, StringComparison.Ordinal);
        await (await test.FormAsync($"{test.Award}/profile/changes/1", by: test.AtProvider)).With("answer", "agree").SendAndFollowAsync();
        Assert.Equal($"{test.Award}/profile/changes/1", PagesFixture.LinkIn(await MailAsync(test.Calls, officer, "was agreed")));

        await test.ProposeAsync(test.AtProvider, "30");
        await MailAsync(test.Calls, officer, "a change of the profile is proposed");
        await (await test.FormAsync($"{test.Award}/profile/changes/2")).With("answer", "decline").With("words", "Not yet.").SendAndFollowAsync();
        await MailAsync(test.Calls, lead, "was declined");
    }

    [Fact]
    public async Task Programme_WhoseDaysAwardAndLeadChange_TellsWhomItConcerns()
    {
        var test = await SetupCase.CompleteAsync(fixture);
        var (lead, next) = (fixture.NewPerson(), fixture.NewPerson());
        await fixture.LetInAsync(test.Provider, lead, Roles.ProviderLead);
        await fixture.LetInAsync(test.CoFunder, next, Roles.LeadOfficer);
        await (await test.FormAsync($"{test.Setup}/funders", $"{test.Setup}/funders")).With("funder", test.CoFunder.Id.Value).SendAndFollowAsync();
        test.At(SetupCase.July);

        await (await test.FormAsync($"{test.Setup}/calendar/2026-Q1/extra-time")).With("due-day", "14").With("due-month", "8").With("reason", "A flood.").SendAndFollowAsync();
        var more = await MailAsync(test.Calls, lead, "more time for April to June 2026");
        Assert.Contains("due by 14 August 2026", more, StringComparison.Ordinal);
        Assert.Equal($"/returns/{test.Id}/2026-Q1/{SetupCase.AwardId}", PagesFixture.LinkIn(more));

        await (await test.FormAsync($"{test.Award}/end")).With("on-day", "1").With("on-month", "8").With("on-year", "2026").With("reason", "The centre closes.").SendAndFollowAsync();
        Assert.Equal(test.Award, PagesFixture.LinkIn(await MailAsync(test.Calls, lead, "ends early, on 1 August 2026")));

        await (await test.FormAsync($"{test.Setup}/lead")).With("to", test.CoFunder.Id.Value).With("reason", "The trust pays most of it now.").SendAndFollowAsync();
        Assert.Equal(test.Setup, PagesFixture.LinkIn(await MailAsync(test.Calls, next, "you are asked to lead it")));
    }

    /// <summary>A return that is in, with a provider of the test's own: its signatory in a browser, its lead and a preparer.</summary>
    private async Task<(AnsweringCase Test, PortalBrowser Charity, DemoPerson Lead, DemoPerson Preparer)> FiledAsync()
    {
        var test = await AnsweringCase.SetUpAsync(fixture);
        var (provider, lead, preparer) = (await fixture.NewOrganisationAsync("Lilac House"), fixture.NewPerson(), fixture.NewPerson());
        await test.Small.PutAwardAsync(SmallCase.AwardOf(test.Small.Programme, 1) with { Provider = provider, Contributions = [new Contribution(test.Lead.Id, 800), new Contribution(test.Trust.Id, 400)] });
        await Membership.LetInAsync(await fixture.StorageAsync(), provider, DemoClients.Charity, Roles.Preparer | Roles.Signatory);
        await fixture.LetInAsync(provider, lead, Roles.ProviderLead);
        await fixture.LetInAsync(provider, preparer, Roles.Preparer);
        var (_, charity) = await test.AtAsync(provider, Roles.Preparer | Roles.Signatory);
        Assert.Equal(HttpStatusCode.Created, (await test.Small.FileAsync("a-0001", 40)).Status);
        return (test, charity, lead, preparer);
    }

    /// <summary>Delivers what lies in the queues until a mail to somebody says something.</summary>
    private async Task<string> MailAsync(SmallCase small, DemoPerson person, string said)
    {
        var pump = new QueuePump(small);
        for (var tries = 0; ; tries++)
        {
            if ((await fixture.MailsToAsync(person.Email)).FirstOrDefault(mail => mail.Contains(said, StringComparison.Ordinal)) is { } mail)
                return mail;
            Assert.True(tries < 200, $"No mail to {person.Email} says “{said}”.");
            await pump.OnceAsync();
            await Task.Delay(50);
        }
    }
}
