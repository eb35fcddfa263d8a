using System.Net;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Tests.PortalPages.Forms;

namespace MonitoringReturns.Tests.PortalPages.Editor;

/// <summary>What the editor tells of a draft holds when it is announced.</summary>
public sealed class DraftToAnnounceTests(PagesFixture fixture)
{
    [Fact]
    public async Task Draft_ThatAsksForPersonalDataWithoutAReason_IsNotToBeAnnounced()
    {
        var test = await NoticeCase.OfAsync(fixture);
        await test.DraftAsync(form => NoticeCase.Heavier(form).With(NoticeCase.Carers.Id, question => question with { Type = "shortText", Label = "Surname of each carer" }));
        var page = await test.OfLeadAsync("/announce");
        Assert.Contains("“Surname of each carer” may ask for personal data of the people who were helped (“surname”)", page.MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_HeavierAndLargerThanAnAwardBears_IsNotAnnounced()
    {
        var test = await NoticeCase.OfAsync(fixture);
        // The award is a small one: 60 minutes are its ceiling.
        await test.DraftAsync(form => NoticeCase.Heavier(form) with { Minutes = 61 });
        var (status, page) = await (await test.AnnouncingAsync("2026-Q4")).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith($"The form is too large for 1 award, such as that of {test.Setup.Provider.Name}", Assert.Single(page.Errors()), StringComparison.Ordinal);
    }
}
