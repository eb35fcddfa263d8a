using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Setup;
using MonitoringReturns.Tests.Reliability;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>A co-funder's own questions: proposed on a page, taken into the draft or declined on another, told to both.</summary>
public sealed class ModulePageTests(PagesFixture fixture, Browser chromium)
{
    [Fact]
    public async Task Module_TakenIntoTheDraft_IsASectionOfItsFundersAloneAndBothAreTold()
    {
        var (test, officer, trust) = await SetUpAsync();
        var (other, lead) = (fixture.NewPerson(), fixture.NewPerson());
        await fixture.LetInAsync(test.Setup.CoFunder, other, Roles.LeadOfficer);
        await fixture.LetInAsync(test.Setup.Funder, lead, Roles.LeadOfficer);
        var listed = await ProposeAsync(test, trust);
        Assert.Contains("Your questions are sent.", listed.MainWords(), StringComparison.Ordinal);
        Assert.Equal([["For the trust Waiting", test.Setup.CoFunder.Name, "10 July 2026"]], listed.Rows("modules"));
        var address = listed.QuerySelector("#modules a")!.GetAttribute("href")!;
        Assert.Equal($"{test.Form}/modules", PagesFixture.LinkIn(await MailAsync(test, lead, "a co-funder proposes questions")));

        // Without a draft there is nothing that they could be taken into.
        var waiting = await test.Setup.Lead.PageAsync(address);
        Assert.Contains("The next version of the form has not been begun. Begin it first", waiting.MainWords(), StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.QuerySelectorAll<IHtmlFormElement>("main form"), form => form.GetAttribute("action") == address + "/take");
        await test.DraftAsync(form => form with { Version = 2 });
        var taken = await (await test.Setup.FormAsync(address, address + "/take")).SendAndFollowAsync();
        Assert.Contains("The questions are in the draft.", taken.MainWords(), StringComparison.Ordinal);
        Assert.Equal("For the trust Taken", Assert.Single((await trust.PageAsync($"{test.Form}/modules")).Rows("modules"))[0]);
        Assert.Equal($"{test.Form}/modules", PagesFixture.LinkIn(await MailAsync(test, other, "your questions are taken")));
        // Who proposed them hears of it, too; who took them knows.
        Assert.Contains(await fixture.MailsToAsync(officer.Email), mail => mail.Contains("your questions are taken", StringComparison.Ordinal));

        var draft = (await new DraftStore(test.Account).NewestAsync(test.Id, default))!;
        Assert.Equal((2, $"Took “For the trust” of {test.Setup.CoFunder.Name} into the form"), (draft.Edit, (await new DraftStore(test.Account).EditsAsync(test.Id, 1, 2, 2, default))[0].What));
        var section = draft.Document.Sections.Single(one => one.Module is not null);
        Assert.Equal((test.Setup.CoFunder.Id, test.Setup.CoFunder.Id), (section.Module!.Value, Assert.Single(section.VisibleTo)));
        Assert.Equal(["nights-of-respite", "what-changed"], section.Questions.Select(question => question.Id.Value));
        Assert.Equal(("count", "Nights of respite", "Whole nights.", "To plan next year.", "The trustees"), (
            section.Questions[0].Type, section.Questions[0].Label.En, section.Questions[0].Hint!.Value.En, section.Questions[0].Why!.Value.En, section.Questions[0].UsedBy!.Value.En));
        Assert.DoesNotContain(section.Questions, question => question.Required);
        // The declaration stays last, where there is one.
        Assert.Equal((await test.DocumentAsync()).Sections[^1].Questions.Any(question => question.Type == "declaration"), draft.Document.Sections[^1].Id != section.Id);

        var record = (await test.Setup.Lead.PageAsync($"{test.Setup.Setup}/record")).MainWords();
        Assert.Contains("Took a co-funder’s questions into the next version of the form", record, StringComparison.Ordinal);
        Assert.Contains("Proposed questions of its own for the form", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Nights of respite", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Module_Declined_TellsTheCoFunderWhyAndLeavesTheDraft()
    {
        var (test, officer, trust) = await SetUpAsync();
        await test.DraftAsync(form => form);
        var address = (await ProposeAsync(test, trust)).QuerySelector("#modules a")!.GetAttribute("href")!;

        var (status, bare) = await (await test.Setup.FormAsync(address, address + "/decline")).SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Enter why it is not taken into the form, for the co-funder to read."), (status, Assert.Single(bare.Errors())));
        Assert.StartsWith("Error:", bare.Title, StringComparison.Ordinal);
        var stale = await test.Setup.FormAsync(address, address + "/take");
        await (await test.Setup.FormAsync(address, address + "/decline")).With("reason", "The county asks this already.").SendAndFollowAsync();

        var told = await trust.PageAsync(address);
        Assert.Contains("Why they are not in the form The county asks this already.", told.MainWords(), StringComparison.Ordinal);
        Assert.Empty(told.QuerySelectorAll("main form"));
        var mail = await MailAsync(test, officer, "your questions are not taken");
        Assert.DoesNotContain("The county asks", mail, StringComparison.Ordinal);
        // A page that was open then changes nothing any more, and says what happened.
        var (late, meanwhile) = await stale.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Your organisation declined this on 10 July 2026. Nothing was changed."), (late, Assert.Single(meanwhile.Errors())));
        Assert.Equal(1, (await new DraftStore(test.Account).NewestAsync(test.Id, default))!.Edit);
    }

    [Fact]
    public async Task Proposal_WithoutWhatItNeeds_ComesBackWithWhatWasTyped()
    {
        var (test, _, trust) = await SetUpAsync();
        var page = $"{test.Form}/modules/new";
        var (added, two) = await (await FilledForm.OnAsync(trust, page)).With("title", "For the trust").With("question-1-label", "Nights of respite").With("then", "add").SendAndReadAsync();
        Assert.Equal((HttpStatusCode.OK, true), (added, FilledForm.On(trust, two).Has("question-2-label")));
        var (status, back) = await FilledForm.On(trust, two).With("question-2-label", "What changed?").With("question-2-type", "table").With("then", "send").SendAndReadAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            ["Choose how question 1 is answered.", "Enter why question 1 is asked.", "Enter who uses the answers to question 1.", "Choose how question 2 is answered.", "Enter why question 2 is asked.", "Enter who uses the answers to question 2."],
            back.Errors());
        Assert.Equal("What changed?", back.QuerySelector<IHtmlInputElement>("#question-2-label")!.Value);
        Assert.Contains("None have been proposed.", (await trust.PageAsync($"{test.Form}/modules")).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Modules_OfACoFunder_AreItsOwnAndTheLeadsToRead()
    {
        var (test, _, trust) = await SetUpAsync();
        var address = (await ProposeAsync(test, trust)).QuerySelector("#modules a")!.GetAttribute("href")!;
        var second = await fixture.NewOrganisationAsync("The Larch Fund");
        await AddCoFunderAsync(test, second);
        var neighbour = await test.Setup.PersonAsync(second, Roles.LeadOfficer);

        Assert.Contains("None have been proposed.", (await neighbour.PageAsync($"{test.Form}/modules")).MainWords(), StringComparison.Ordinal);
        using var hidden = await neighbour.GetAsync(address);
        using var ofProvider = await test.Setup.AtProvider.GetAsync(address);
        using var list = await test.Setup.AtProvider.GetAsync($"{test.Form}/modules");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (hidden.StatusCode, ofProvider.StatusCode, list.StatusCode));
        // Its own officer reads it, and answers nothing.
        Assert.Empty((await trust.PageAsync(address)).QuerySelectorAll("main form"));
        Assert.Single((await test.OfLeadAsync("/modules")).Rows("modules"));
    }

    [Fact]
    public async Task Module_TakenByTwoAtOnce_IsTakenOnce()
    {
        var (test, _, trust) = await SetUpAsync();
        await test.DraftAsync(form => form);
        var address = (await ProposeAsync(test, trust)).QuerySelector("#modules a")!.GetAttribute("href")!;
        var forms = new List<FilledForm>();
        for (var officer = 0; officer < 4; officer++)
            forms.Add(await test.Setup.FormAsync(address, address + "/take", await test.Setup.SecondLeadAsync()));
        var statuses = await Task.WhenAll(forms.Select(async form => (await form.SendAndReadAsync()).Status));

        Assert.Equal([HttpStatusCode.SeeOther, .. Enumerable.Repeat(HttpStatusCode.Conflict, 3)], statuses.Order());
        var draft = (await new DraftStore(test.Account).NewestAsync(test.Id, default))!;
        Assert.Equal(2, draft.Edit);
        Assert.Single(draft.Document.Sections, section => section.Module is not null);
    }

    [Fact(Timeout = 300_000)]
    public async Task Pages_OfModules_HaveNoFaultsAndFitNarrowScreens()
    {
        var (test, officer, trust) = await SetUpAsync();
        await test.DraftAsync(form => form);
        var address = (await ProposeAsync(test, trust)).QuerySelector("#modules a")!.GetAttribute("href")!;
        await chromium.LookAsync(fixture, officer.Name, SetupCase.July.AddMinutes(5), [("modules-co-funder", $"{test.Form}/modules"), ("module-new", $"{test.Form}/modules/new"), ("module-own", address)]);
        await chromium.LookAsync(fixture, test.Setup.LeadName, SetupCase.July.AddMinutes(5), [("form-with-modules", test.Form), ("modules-lead", $"{test.Form}/modules"), ("module-to-answer", address)]);
    }

    /// <summary>A programme with a co-funder that pays for its award, and an officer of that co-funder.</summary>
    private async Task<(NoticeCase Test, DemoPerson Officer, PortalBrowser Trust)> SetUpAsync()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await AddCoFunderAsync(test, test.Setup.CoFunder);
        var officer = fixture.NewPerson();
        await fixture.LetInAsync(test.Setup.CoFunder, officer, Roles.Officer);
        var browser = await fixture.SignInAsync(officer);
        browser.Now = NoticeCase.July10;
        return (test, officer, browser);
    }

    private static async Task AddCoFunderAsync(NoticeCase test, NamedOrganisation funder)
    {
        var programmes = new ProgrammeStore(test.Account);
        var programme = (await programmes.GetAsync(test.Id, default))!;
        await programmes.PutAsync(programme with { CoFunders = [.. programme.CoFunders, funder] }, default);
    }

    private static async Task<IHtmlDocument> ProposeAsync(NoticeCase test, PortalBrowser trust)
    {
        var (_, page) = await (await FilledForm.OnAsync(trust, $"{test.Form}/modules/new")).With("title", "For the trust").With("question-1-label", "Nights of respite").With("question-1-hint", "Whole nights.")
            .With("question-1-type", "count").With("question-1-why", "To plan next year.").With("question-1-used-by", "The trustees").With("then", "add").SendAndReadAsync();
        return await FilledForm.On(trust, page).With("question-2-label", "What changed?").With("question-2-type", "longText").With("question-2-why", "To learn from it.").With("question-2-used-by", "The grants committee")
            .With("then", "send").SendAndFollowAsync();
    }

    private async Task<string> MailAsync(NoticeCase test, DemoPerson person, string subject)
    {
        await new QueuePump(test.Setup.Calls).UntilQuietAsync();
        return Assert.Single(await fixture.MailsToAsync(person.Email), mail => mail.Contains(subject, StringComparison.Ordinal));
    }
}
