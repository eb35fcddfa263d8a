using Deque.AxeCore.Commons;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(MonitoringReturns.Tests.Parts.Browser))]

namespace MonitoringReturns.Tests.Parts;

/// <summary>
/// The real Chromium, without a window, started by the first test that asks. Each visit has a context of its own: no cookies from before.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>The narrowest screen that WCAG's reflow speaks of.</summary>
    public const int Narrow = 320;

    public const int Desktop = 1280;

    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>
    /// The way back stands before the landmark of the content, so that the skip link skips it: GOV.UK Frontend's own order. A page without boxes that nobody touches
    /// goes on to the warning that the session ends, which one press puts off (WCAG 2.2.1).
    /// </summary>
    private static readonly string[] Left = ["region", "meta-refresh"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Chromium)>> _running = new(StartAsync);

    /// <summary>A browser tab with no address yet. Disposing its context ends the visit.</summary>
    public async Task<IPage> VisitAsync(bool javaScript = true, int width = Desktop, Uri? address = null)
    {
        var context = await (await _running.Value).Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address?.ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>What axe finds wrong with the page as it stands, a line a fault; empty: nothing. Axe is a script: without JavaScript it never ends.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        // Our pages have no frames, so axe runs in the page itself and not in a second one that puts frames together.
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async ({ standards, left }) => {
              const rules = Object.fromEntries(left.map((rule) => [rule, { enabled: false }]));
              const found = await axe.run(document, { runOnly: { type: 'tag', values: standards }, rules, resultTypes: ['violations'] });
              return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html}`));
            }
            """, new { standards = Standards, left = Left });
    }

    /// <summary>Whether a person has to scroll sideways to read the page.</summary>
    public static Task<bool> ScrollsSidewaysAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>What is cut off, or makes the page scroll sideways, where a reader spaces text as WCAG 1.4.12 says; the page is as before afterwards.</summary>
    public static Task<string[]> CutOffWhenSpacedAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const before = [...document.adoptedStyleSheets], spaced = new CSSStyleSheet();
          spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
          document.adoptedStyleSheets = [...before, spaced];
          const faults = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : [];
          for (const part of document.querySelectorAll('main *, header *, footer *')) {
            const style = getComputedStyle(part);
            const hidden = part.closest('.govuk-visually-hidden, .govuk-skip-link') !== null || part.clientWidth <= 1;
            if (!hidden && ['hidden', 'clip'].includes(style.overflowY) && part.scrollHeight > part.clientHeight + 1)
              faults.push(`${part.tagName} ${part.className} is cut off`);
          }
          document.adoptedStyleSheets = before;
          return faults;
        }
        """);

    /// <summary>Pictures the whole page into the folder that <c>PICTURES</c> names; without one nobody would look.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsValueCreated || !_running.Value.IsCompletedSuccessfully)
            return;
        var (driver, chromium) = await _running.Value;
        await chromium.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var program = await DebianProgram.FindAsync("chromium", "chromium");
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] }));
    }
}
