using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>A charity files its return, from the front page to the receipt, in a real browser and by keyboard alone.</summary>
public sealed partial class FilingJourneyTests(JourneyFixture fixture, Browser browser)
{
    /// <summary>Each case, with JavaScript and without, on a wide screen and a narrow one; each files the return of another award.</summary>
    public static TheoryData<string, bool, int, int> Journeys()
    {
        var journeys = new TheoryData<string, bool, int, int>();
        foreach (var name in DemoCases.Names)
        {
            journeys.Add(name, true, Browser.Desktop, 0);
            journeys.Add(name, false, Browser.Narrow, 1);
            journeys.Add(name, true, Browser.Narrow, 2);
            journeys.Add(name, false, Browser.Desktop, 3);
        }
        return journeys;
    }

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task Return_ByKeyboardAlone_IsFiledAsItWasMeant(string caseName, bool javaScript, int width, int award) =>
        await FileAsync(await fixture.ReturnAsync(caseName, award), caseName, javaScript, width);

    /// <summary>What the keys of a first and a second return cost is noted in the file that <c>JOURNEY_REPORT</c> names, beside the same figures typed into a blank sheet.</summary>
    [Fact]
    public async Task Returns_OfTwoQuarters_AreFiledOneAfterTheOther()
    {
        const string Case = "household-support";
        var (first, second) = (await fixture.ReturnAsync(Case, award: 4), await fixture.ReturnAsync(Case, award: 4, second: true));
        foreach (var filed in new[] { first, second })
        {
            var keys = await FileAsync(filed, Case, javaScript: true, Browser.Desktop);
            if (Environment.GetEnvironmentVariable("JOURNEY_REPORT") is { } report)
                await File.AppendAllLinesAsync(report, [FormattableString.Invariant($"{filed.Key}: {keys.Preparer} keys to prepare, {keys.Signatories} to sign twice; {InASheet(filed)} in a blank sheet")]);
        }
        Assert.Equal(first.Award.Id, second.Award.Id);
    }

    /// <summary>Storage's own process stands still: it takes calls and answers none.</summary>
    [Fact]
    public async Task Section_SavedWhileStorageIsAwayForTwentySeconds_IsToldAndSavedAfterwards()
    {
        var filed = await fixture.ReturnAsync("household-support", award: 5);
        var preparer = await fixture.MemberAsync(filed.Award.Provider, Roles.Preparer);
        await using var charity = await Charity.SignInAsync(browser, filed, preparer, javaScript: false, Browser.Desktop);
        await charity.FindReturnAsync();
        var page = charity.Keyboard.Page;
        await charity.Keyboard.FollowAsync(at => at.Href?.StartsWith($"{ReturnAddresses.Return(filed.Key)}/sections/", StringComparison.Ordinal) == true, "the first section");
        var section = page.Url;
        var names = await page.Locator("main form input[type=text]").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.name)");
        var name = names.First(filed.Boxes.Contains);
        var typed = filed.Boxes[name].First();
        var box = page.Locator($"[name='{name}']");
        await box.FillAsync(typed);

        var storage = (await fixture.PortalAsync()).StorageProcessId;
        var away = Stopwatch.StartNew();
        await SignalAsync("STOP", storage);
        try
        {
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save and continue" }).ClickAsync(new LocatorClickOptions { Timeout = 30_000 });
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Your answers are not saved yet", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(typed);
            if (TimeSpan.FromSeconds(20) - away.Elapsed is { Ticks: > 0 } left)
                await Task.Delay(left);
        }
        finally
        {
            await SignalAsync("CONT", storage);
        }
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync("Your answers are not saved yet");
        await page.GotoAsync(section);
        Assert.Equal(Plain(typed), Plain(await box.InputValueAsync()));

        static string Plain(string figure) => figure.Replace(",", "", StringComparison.Ordinal).TrimStart('£').TrimEnd('0').TrimEnd('.');
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Every character of every answer, and a key to the next cell.</summary>
    private static int InASheet(JourneyReturn filed) => filed.Boxes.Sum(box => box.Sum(text => text.Length + 1));

    private async Task<(int Preparer, int Signatories)> FileAsync(JourneyReturn filed, string caseName, bool javaScript, int width)
    {
        var preparer = await fixture.MemberAsync(filed.Award.Provider, Roles.Preparer);
        var pictures = Environment.GetEnvironmentVariable("PICTURES") is null ? null : $"journey-{caseName}-{(javaScript ? "script" : "plain")}-{width}";
        var faults = new List<string>();
        var (keys, signing) = (0, 0);
        await using (var preparing = await Charity.SignInAsync(browser, filed, preparer, javaScript, width, pictures))
        {
            await preparing.FindReturnAsync();
            await preparing.FillInAsync();
            await preparing.MakeReadyAsync();
            faults.AddRange(preparing.Faults);
            keys = preparing.Keyboard.Keys;
        }
        var signatures = filed.Version.SecondSignature is null ? 1 : 2;
        for (var signed = 1; signed <= signatures; signed++)
        {
            var signatory = await fixture.MemberAsync(filed.Award.Provider, Roles.Signatory);
            await using var trustee = await Charity.SignInAsync(browser, filed, signatory, javaScript, width, pictures is null ? null : $"{pictures}-signatory{signed}");
            await trustee.FindReturnAsync();
            await trustee.SignAsync(signed == 1 ? "Trustee" : filed.Version.SecondSignature!, filed.Filing.Minutes);
            if (signed == signatures)
                Assert.EndsWith(ReturnAddresses.Revision(filed.Key, 1), Address().Replace(trustee.Keyboard.Page.Url, ""), StringComparison.Ordinal);
            faults.AddRange(trustee.Faults);
            signing += trustee.Keyboard.Keys;
        }

        Assert.Empty(faults);
        await IsAsMeantAsync(filed);
        return (keys, signing);
    }

    private async Task IsAsMeantAsync(JourneyReturn filed)
    {
        var account = StorageAccount.Connect((await fixture.PortalAsync()).ConnectionString);
        var stored = await new ReturnStore(account).GetRevisionAsync(filed.Key, 1, default);
        var revision = RevisionJson.Read(stored!, filed.Version);
        Assert.Empty(TypedFiling.Differing(filed.Filing, revision));
    }

    [GeneratedRegex(@"^https?://[^/]+|\?.*$", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
