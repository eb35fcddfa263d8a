using Microsoft.Playwright;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>People in a real browser, and what is looked for on the pages that they see.</summary>
internal static class BrowserLooks
{
    /// <summary>Signs in by hand, as a person does; stays signed out where nobody is named.</summary>
    /// <param name="at">The time that the portal is told from then on; null for the real one.</param>
    public static async Task<IPage> SignInAsync(this Browser browser, PagesFixture fixture, string? person, bool javaScript, int width, DateTimeOffset? at = null)
    {
        var page = await browser.VisitAsync(javaScript, width, await fixture.AddressAsync());
        if (person is null)
            return page;
        await page.GotoAsync("/sign-in?next=/home");
        await page.GetByText(PagesFixture.SignInName).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = person, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".portal-visitor__person")).ToHaveTextAsync($"Signed in as {person}");
        // Only now, for cookies of another time are none to a browser; and to the portal alone, for storage takes no such header from a page.
        if (at is { } time)
            await page.Context.RouteAsync(
                $"{await fixture.AddressAsync()}**", route => route.ContinueAsync(new RouteContinueOptions { Headers = [.. route.Request.Headers, KeyValuePair.Create("X-Demo-Time", time.ToString("O"))] }));
        return page;
    }

    /// <summary>Looks at pages on a wide screen and a narrow one: axe finds nothing, nothing scrolls sideways, and the browser complains of nothing.</summary>
    /// <param name="status">What each is answered with; null where that differs.</param>
    public static async Task LookAsync(
        this Browser browser, PagesFixture fixture, string? person, DateTimeOffset? at, IReadOnlyList<(string Name, string Address)> pages, int? status = 200)
    {
        var faults = new List<string>();
        foreach (var width in new[] { Browser.Desktop, Browser.Narrow })
        {
            var page = await browser.SignInAsync(fixture, person, javaScript: true, width, at);
            // The browser itself notes that a page came with an error status.
            page.Console += (_, message) => faults.AddRange(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) ? [] : [message.Text]);
            foreach (var (name, address) in pages)
            {
                var answer = await page.GotoAsync(address);
                if (status is not null && answer!.Status != status)
                    faults.Add($"{name} was answered {answer.Status}.");
                await Browser.PictureAsync(page, $"{name}-{width}");
                faults.AddRange((await Browser.FaultsAsync(page)).Select(fault => $"{name}: {fault}"));
                if (await Browser.ScrollsSidewaysAsync(page))
                    faults.Add($"{name} scrolls sideways at {width} pixels.");
            }
            await page.Context.DisposeAsync();
        }
        Assert.Empty(faults);
    }
}
