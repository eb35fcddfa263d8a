using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>
/// The people on all sides of one return that was sent, each in a browser of their own. Days pass between their visits, and no more than one of them is at it at a time. Each
/// page is looked at on a wide screen and a narrow one.
/// </summary>
/// <param name="name">Pictures are called after it.</param>
/// <param name="days">By how much later than ten days before the return is due the first of them comes.</param>
internal sealed class FunderVisits(JourneyFixture fixture, Browser browser, JourneyReturn sent, string name, bool javaScript, int width, int days = 0)
{
    /// <summary>After the return was sent.</summary>
    private readonly DateTimeOffset _begins = UkTime.EndOf(sent.Programme.Period(sent.Key.Period)!.Due.AddDays(days - 10)).AddHours(-14);

    private int _visits;

    private readonly List<string> _faults = [];

    /// <summary>Nothing was wrong with any page seen.</summary>
    public void AreWithoutFaults() => Assert.True(_faults.Count == 0, string.Join('\n', _faults.Distinct(StringComparer.Ordinal)));

    /// <summary>Somebody of a funder or of the charity visits, a day after whoever visited last.</summary>
    public async Task VisitAsync(string person, Func<Visitor, Task> does)
    {
        var first = person.Split(' ') is ["Dr" or "Rev" or "Dame", var given, ..] ? given : person.Split(' ')[0];
        var pictures = Environment.GetEnvironmentVariable("PICTURES") is null ? null : $"journey-{name}-{(javaScript ? "script" : "plain")}-{_visits + 1}-{first}";
        var visit = new Visit(sent.Portal, javaScript, width, [width == Browser.Desktop ? Browser.Narrow : Browser.Desktop], pictures);
        await using var visitor = await Visitor.SignInAsync(browser, visit, person, _begins.AddDays(_visits++));
        await does(visitor);
        _faults.AddRange(visitor.Faults);
    }

    /// <summary>Somebody who fills in and signs for the charity.</summary>
    public async Task CharityAsync(Func<Visitor, Task> does) =>
        await VisitAsync((await fixture.MemberAsync(sent.Award.Provider, Roles.Preparer | Roles.Signatory)).Name, does);

    /// <summary>From a funder's own start page to the period's, once its report is there.</summary>
    public async Task FindPeriodAsync(Visitor visitor)
    {
        await visitor.FollowAsync(ProgrammeAddresses.List, "programmes");
        await visitor.Keyboard.FollowAsync(ProgrammeAddresses.Programme(sent.Programme.Id));
        var period = sent.Programme.Period(sent.Key.Period)!;
        // Another one may be due by now.
        if (await visitor.HeadingAsync() != period.Name)
            await visitor.Keyboard.FollowAsync(ProgrammeAddresses.Period(sent.Programme.Id, period.Id));
        Assert.Equal(period.Name, await visitor.HeadingAsync());
        await visitor.UntilAsync("#indicators");
        await visitor.LookAsync("glance");
    }

    /// <summary>From a funder's own start page to the return, by the list of the period's returns.</summary>
    public async Task FindReturnAsync(Visitor visitor)
    {
        await FindPeriodAsync(visitor);
        await visitor.FollowAsync(ProgrammeAddresses.Returns(sent.Programme.Id, sent.Key.Period), "returns");
        await visitor.FollowAsync(ProgrammeAddresses.Return(sent.Key), "return");
        Assert.Equal(sent.Award.Provider.Name, await visitor.HeadingAsync());
    }

    /// <summary>From the charity's own start page to the return.</summary>
    public async Task FindOwnAsync(Visitor visitor)
    {
        await visitor.FollowAsync(ReturnAddresses.List, "own-returns");
        await visitor.FollowAsync(ReturnAddresses.Return(sent.Key), "tasks");
    }

    /// <summary>A funder asks about one answer.</summary>
    public async Task AskAsync(Visitor visitor, QuestionId question, string words)
    {
        await visitor.FollowAsync(ProgrammeAddresses.Ask(sent.Key, question), "ask");
        await visitor.FillInAsync("Send the question", "asked", ("text", words));
        Assert.Contains("Your question is sent.", await visitor.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains(words, await visitor.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>The charity answers the one question that is open, in words.</summary>
    public async Task AnswerAsync(Visitor visitor, string asked, string words)
    {
        await visitor.FollowAsync(ReturnAddresses.Queries(sent.Key), "queries");
        Assert.Contains(asked, await visitor.WordsAsync(), StringComparison.Ordinal);
        var box = await visitor.Page.Locator("main textarea").GetAttributeAsync("name");
        await visitor.FillInAsync("Send the answer", "answered", (box!, words));
        Assert.Contains("Your answer is sent.", await visitor.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>The lead funder's word for all.</summary>
    public static async Task AcceptAsync(Visitor visitor, string used, string willDo)
    {
        await visitor.PushAsync("Accept this return", "accept");
        await visitor.FillInAsync("Accept and send", "accepted", ("used", used), ("willDo", willDo));
        Assert.Contains("The return is accepted.", await visitor.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>A co-funder's word for itself.</summary>
    public static async Task AcknowledgeAsync(Visitor visitor, string used)
    {
        await visitor.PushAsync("Acknowledge this return", "acknowledge");
        await visitor.FillInAsync("Acknowledge this return", "acknowledged", ("used", used));
        Assert.Contains("The return is acknowledged.", await visitor.WordsAsync(), StringComparison.Ordinal);
    }
}
