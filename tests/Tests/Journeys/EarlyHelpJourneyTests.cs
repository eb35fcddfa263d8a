using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.EarlyHelp;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>One service and its three funders: each reads its part, one asks, and figures are restated after they were accepted; by keyboard alone.</summary>
public sealed class EarlyHelpJourneyTests(JourneyFixture fixture, Browser browser)
{
    private const string Case = "early-help";
    private const string Council = "Marcus Tillyard";
    private const string HealthBoard = "Dr Sanjay Rawlinson";
    private const string Trust = "Lydia Farthingale";
    private const string Asked = "Is the waiting time that of the newest family, or of all who came in the quarter?";
    private const string Told = "It is that of the family who came last. We can count all of them from the next quarter on.";
    private const string Restated = "Four children’s closing measures were found in a partner’s drawer.";

    private const string ForHealth = "For the integrated care board";
    private const string ForCouncil = "What the safeguarding lead should know";
    private const string ForTrust = "One story for the trust";

    /// <summary>One of the returns is of all three funders: whoever comes second finds it restated already, and goes on from there.</summary>
    [Theory]
    [InlineData(true, Browser.Desktop)]
    [InlineData(false, Browser.Narrow)]
    public async Task Return_OfThreeFunders_IsReadInPartsAskedAboutAndRestatedByKeyboardAlone(bool javaScript, int width)
    {
        var sent = await SentAsync("eh-1");
        var revision = await fixture.RevisionsAsync(sent.Key);
        var visits = new FunderVisits(fixture, browser, sent, Case, javaScript, width, days: revision == 1 ? 0 : 30);

        await visits.VisitAsync(Council, async council =>
        {
            await visits.FindReturnAsync(council);
            await SaysAsync(council, [ForHealth, ForCouncil, .. Marked(sent, "health-words", EarlyHelpCase.HealthMarker)], [ForTrust, EarlyHelpCase.TrustMarker]);
        });
        await visits.VisitAsync(HealthBoard, async board =>
        {
            await visits.FindReturnAsync(board);
            await SaysAsync(board, [ForHealth, .. Marked(sent, "health-words", EarlyHelpCase.HealthMarker)], [ForCouncil, ForTrust, EarlyHelpCase.TrustMarker, EarlyHelpCase.SafeguardingMarker]);
            await visits.AskAsync(board, Identifier.Parse<QuestionId>("waiting-days"), Asked);
        });
        await visits.VisitAsync(Trust, async trust =>
        {
            await visits.FindReturnAsync(trust);
            await SaysAsync(trust, Marked(sent, "trust-story", EarlyHelpCase.TrustMarker), [ForHealth, ForCouncil, ">Waiting time<", Asked, EarlyHelpCase.HealthMarker, EarlyHelpCase.SafeguardingMarker]);
        });
        await visits.CharityAsync(async charity =>
        {
            await visits.FindOwnAsync(charity);
            await visits.AnswerAsync(charity, Asked, Told);
        });
        await visits.VisitAsync(HealthBoard, async board =>
        {
            await visits.FindReturnAsync(board);
            await SaysAsync(board, [Asked, Told], []);
            Assert.NotEqual(0, new FileInfo(await board.DownloadAsync(ReturnAddresses.Workbook(sent.Key, revision))).Length);
            await FunderVisits.AcknowledgeAsync(board, "The referrals went into our winter plan.");
        });
        await visits.VisitAsync("Helen Strand-Abara", async lead =>
        {
            await visits.FindReturnAsync(lead);
            await SaysAsync(lead, [Asked, Told, "The referrals went into our winter plan."], []);
            await FunderVisits.AcceptAsync(lead, "What families wait for went into the plan for the spring.", "We will pay for one more day of a worker.");
        });
        await visits.CharityAsync(charity => RestateAsync(visits, charity, sent));
        await visits.VisitAsync(HealthBoard, board => ReadRestatedAsync(board, sent, revision + 1));
        await visits.VisitAsync(Trust, async trust =>
        {
            await SaysAsync(trust, [], ["restated figures that you downloaded"]);
            await visits.FindReturnAsync(trust);
            await SaysAsync(trust, [Restated], [Asked, Told, "The referrals went into our winter plan."]);
        });
        visits.AreWithoutFaults();
    }

    [Theory]
    [InlineData(true, Browser.Desktop, "eh-2")]
    [InlineData(false, Browser.Narrow, "eh-3")]
    public async Task Profile_ThatBothSidesAgreeAnew_ShowsItsHistoryToBoth(bool javaScript, int width, string award)
    {
        var sent = await SentAsync(award);
        var visits = new FunderVisits(fixture, browser, sent, Case + "-profile", javaScript, width);
        var (address, next) = (ProgrammeAddresses.Award(sent.Key.Programme, sent.Key.Award), sent.Programme.Calendar[^1]);
        const string Reason = "One of the schools left the scheme, and both sides plan for those that remain.";

        await visits.VisitAsync("Helen Strand-Abara", async lead =>
        {
            await visits.FindReturnAsync(lead);
            await lead.FollowAsync(address, "award");
            await lead.PushAsync("Propose a change of the profile", "propose");
            await lead.FillInAsync("Send the proposal", "proposed", ($"children-helped/{next.Id}", "61"), ("reason", Reason));
            await SaysAsync(lead, ["The proposal is sent.", "61"], []);
        });
        await visits.CharityAsync(async charity =>
        {
            await visits.FindOwnAsync(charity);
            await charity.FollowAsync(address, "own-award");
            await charity.PushAsync("Read and answer it", "proposal");
            await SaysAsync(charity, [Reason, "61", next.Name], []);
            await charity.FillInAsync("Agree", "agreed", ("words", "Our trustees agreed in their meeting."));
            await SaysAsync(charity, ["Both sides agree. The profile is changed."], []);
            await charity.FollowAsync(address, "own-award-after");
            Assert.Contains(Reason, await charity.Page.Locator("#profile-history").InnerTextAsync(), StringComparison.Ordinal);
        });
        await visits.VisitAsync("Helen Strand-Abara", async lead =>
        {
            await visits.FindReturnAsync(lead);
            await lead.FollowAsync(address, "award-after");
            Assert.Contains(Reason, await lead.Page.Locator("#profile-history").InnerTextAsync(), StringComparison.Ordinal);
        });
        visits.AreWithoutFaults();
    }

    /// <summary>A signatory of the charity opens the accepted return, puts one figure right and signs.</summary>
    private static async Task RestateAsync(FunderVisits visits, Visitor charity, JourneyReturn sent)
    {
        var key = sent.Key;
        await visits.FindOwnAsync(charity);
        await charity.FollowAsync(ReturnAddresses.Reopen(key), "reopen");
        await charity.FillInAsync("Reopen", "reopened", ("reason", Restated));
        await charity.FollowAsync(ReturnAddresses.Section(key, Identifier.Parse<SectionId>("what-changed")), "section");
        var (finished, improved) = (await ValueAsync(charity, "finished") + 4, await ValueAsync(charity, "improved") + 4);
        await charity.FillInAsync("Save and continue", "saved", ("finished", $"{finished}"), ("improved", $"{improved}"));
        await charity.Keyboard.FollowAsync(ReturnAddresses.Return(key));
        await charity.FollowAsync(ReturnAddresses.Check(key), "check");
        await charity.FollowAsync(ReturnAddresses.Sign(key), "sign");
        await charity.FillInAsync("Sign", "signed", ("role", "Trustee"), ("minutes", "20"), ("declare", "yes"));
        await SaysAsync(charity, ["Return sent"], []);
    }

    /// <summary>Who downloaded the figures is told what is different, sees all of it, and says so.</summary>
    private static async Task ReadRestatedAsync(Visitor board, JourneyReturn sent, int revision)
    {
        await board.UntilAsync("[id^=restated]");
        await board.LookAsync("restated");
        await SaysAsync(board, [$"{sent.Award.Provider.Name} restated figures that you downloaded", "Children who improved on the agreed measure"], []);
        await board.FollowAsync(ProgrammeAddresses.Changes(sent.Key, revision), "restated-changes");
        await SaysAsync(board, ["Of these, improved on the agreed measure"], []);
        await board.Keyboard.FollowAsync(ProgrammeAddresses.Return(sent.Key));
        await SaysAsync(board, [Restated], []);
        await board.FollowAsync(PageAddresses.Home, "home-again");
        await board.PushAsync("We have seen this", "seen");
        await SaysAsync(board, ["Noted: your organisation has seen it."], ["restated figures that you downloaded"]);
    }

    private async Task<JourneyReturn> SentAsync(string award)
    {
        for (var place = 0; place < 4; place++)
            if (await fixture.SentAsync(Case, place) is var sent && sent.Key.Award.Value == award)
                return sent;
        throw new InvalidOperationException($"There is no award {award}.");
    }

    private static async Task<int> ValueAsync(Visitor visitor, string box) =>
        int.Parse(await visitor.Page.Locator($"[name='{box}']").InputValueAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>The marker, where the return has the words that hold it; in a quarter that does not ask for them there are none.</summary>
    private static IReadOnlyList<string> Marked(JourneyReturn sent, string question, string marker) =>
        sent.Filing.Answers.Any(answer => answer.Question == question && answer.ValueJson.Contains(marker, StringComparison.Ordinal)) ? [marker] : [];

    private static async Task SaysAsync(Visitor visitor, IReadOnlyList<string> says, IReadOnlyList<string> never)
    {
        var words = await visitor.WordsAsync();
        Assert.All(says, one => Assert.Contains(one, words, StringComparison.Ordinal));
        var html = await visitor.Page.ContentAsync();
        Assert.All(never, one => Assert.DoesNotContain(one, html, StringComparison.Ordinal));
    }
}
