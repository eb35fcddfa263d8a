using Microsoft.Playwright;

namespace MonitoringReturns.Tests.Parts;

/// <summary>A page as Chromium prints it, read again page by page with pdftotext.</summary>
internal static class PrintedPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The words of each page that comes out of the printer, laid out as they stand on it.</summary>
    /// <param name="name">What the file is called in the folder that <c>PICTURES</c> names.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(IPage page, string name)
    {
        var program = await DebianProgram.FindAsync("pdftotext", "poppler-utils");
        using var folder = new TemporaryFolder();
        var (pdf, text) = (folder.File("printed.pdf"), folder.File("printed.txt"));
        await page.PdfAsync(new PagePdfOptions { Path = pdf, PreferCSSPageSize = true });
        if (Environment.GetEnvironmentVariable("PICTURES") is { } pictures)
            File.Copy(pdf, Path.Combine(pictures, name + ".pdf"), overwrite: true);
        var (code, said) = await DebianProgram.RunAsync(program, Patience, "-layout", pdf, text);
        Assert.True(code == 0, said);
        // Each page ends with a form feed.
        return (await File.ReadAllTextAsync(text)).Split('\f')[..^1];
    }
}
