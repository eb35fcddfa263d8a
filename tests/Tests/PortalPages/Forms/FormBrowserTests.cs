using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages.Setup;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>The pages about a form in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class FormBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 300_000)]
    public async Task Pages_AboutAForm_HaveNoFaultsAndFitNarrowScreens()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(form => NoticeCase.Lighter(NoticeCase.Heavier(form)) is var changed ? changed with { Sections = [changed.Sections[0] with { Questions = [changed.Sections[0].Questions[0] with { Label = "People helped in all" }, .. changed.Sections[0].Questions.Skip(1)] }, .. changed.Sections.Skip(1)] } : form);
        await (await test.Setup.FormAsync($"{test.Form}/consultation")).With("until-day", "31").With("until-month", "7").With("until-year", "2026").SendAndFollowAsync();
        await (await test.Setup.FormAsync($"{test.Form}/draft", by: test.Setup.AtProvider)).With("question", "carers").With("text", "We don’t ask children for whom they care.").With("named", "no").SendAndFollowAsync();
        await (await test.Setup.FormAsync($"{test.Form}/questions/hours/challenge", by: test.Setup.AtProvider)).With("text", "Nobody reads them.").With("named", "yes").SendAndFollowAsync();
        var comment = (await test.OfLeadAsync("/draft")).QuerySelector("a[href*='/comments/']")!.GetAttribute("href")!;
        var form = test.Form;
        await (await test.Setup.FormAsync($"{form}/versions/1/questions", $"{form}/versions/1/read", test.Setup.AtProvider)).SendAndFollowAsync();
        Assert.Equal($"1 award worth less than £25,000.00 the most is asked of {test.Setup.Provider.Name}", (await test.Setup.Lead.PageAsync($"/programmes/{test.Id}/form/draft")).Rows("bands").Single()[0]);
        await LookAsync(test.Setup.LeadName, [("form-lead", form), ("form-draft", $"{form}/draft"), ("form-comment", comment), ("form-announce", $"{form}/announce"), ("form-consultation", $"{form}/consultation"), ("form-use", $"{form}/use/2026"), ("form-readers", $"{form}/versions/1/readers"), ("form-of-award", test.Setup.Award), ("form-for-awards", $"/programmes/{test.Id}/form/draft")]);
        await LookAsync(test.Setup.ProviderName, [("form-draft-provider", $"{form}/draft"), ("form-questions", $"{form}/versions/1/questions"), ("form-challenge", $"{form}/questions/helped/challenge")]);
        await (await test.AnnouncingAsync("2026-Q3")).With("imposed-by", "The Department for Education").With("imposed-why", "The law changes on 1 October.").SendAndFollowAsync();
        await LookAsync(test.Setup.LeadName, [("form-announced", $"{form}/versions/2"), ("form-withdraw", $"{form}/versions/2/withdraw")]);
        await LookAsync(test.Setup.ProviderName, [("form-changing", $"{form}/versions/2"), ("form-try", $"{form}/versions/2/try"), ("form-provider", form), ("returns-form-changes", "/returns")]);
    }

    private Task LookAsync(string person, (string Name, string Address)[] pages) => browser.LookAsync(fixture, person, SetupCase.July.AddMinutes(5), pages);
}
