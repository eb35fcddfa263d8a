using System.Text.RegularExpressions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>A charity files its return, from the front page to the receipt, in a real browser and by keyboard alone.</summary>
public sealed partial class FilingJourneyTests(JourneyFixture fixture, Browser browser)
{
    /// <summary>Every case, with JavaScript and without, on a wide screen and a narrow one; each files the return of another award.</summary>
    public static TheoryData<string, bool, int, int> Journeys()
    {
        var journeys = new TheoryData<string, bool, int, int>();
        foreach (var name in MonitoringReturns.Local.Demo.DemoCases.Names)
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
    public async Task Return_ByKeyboardAlone_IsFiledAsItWasMeant(string caseName, bool javaScript, int width, int award)
    {
        var filed = await fixture.ReturnAsync(caseName, award);
        var preparer = await fixture.MemberAsync(filed.Award.Provider, Roles.Preparer);
        var pictures = Environment.GetEnvironmentVariable("PICTURES") is null ? null : $"journey-{caseName}-{(javaScript ? "script" : "plain")}-{width}";
        var faults = new List<string>();
        var keys = 0;
        await using (var preparing = await Charity.SignInAsync(browser, filed, preparer, javaScript, width, pictures))
        {
            await preparing.FindReturnAsync();
            await preparing.FillInAsync();
            await preparing.MakeReadyAsync();
            faults.AddRange(preparing.Faults);
            keys += preparing.Keyboard.Keys;
        }
        var signatures = filed.Version.SecondSignature is null ? 1 : 2;
        for (var signed = 1; signed <= signatures; signed++)
        {
            var signatory = await fixture.MemberAsync(filed.Award.Provider, Roles.Signatory);
            await using var signing = await Charity.SignInAsync(browser, filed, signatory, javaScript, width, pictures is null ? null : $"{pictures}-signatory{signed}");
            await signing.FindReturnAsync();
            await signing.SignAsync(signed == 1 ? "Trustee" : filed.Version.SecondSignature!, filed.Filing.Minutes);
            if (signed == signatures)
                Assert.EndsWith(ReturnAddresses.Revision(filed.Key, 1), Address().Replace(signing.Keyboard.Page.Url, ""), StringComparison.Ordinal);
            faults.AddRange(signing.Faults);
            keys += signing.Keyboard.Keys;
        }

        Assert.Empty(faults);
        await IsAsMeantAsync(filed);
        TestContext.Current.SendDiagnosticMessage($"{caseName}, {(javaScript ? "with" : "without")} script, {width} pixels: {keys} keys");
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
