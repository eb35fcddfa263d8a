using MonitoringReturns.Core.Evidence;

namespace MonitoringReturns.Tests.Evidence;

public sealed class EicarScannerTests
{
    [Fact]
    public async Task Scan_WithTheTestStringAnywhere_FindsIt()
    {
        var inDocument = SampleFiles.Docx(("word/media/a.bin", SampleFiles.Eicar));
        foreach (var content in new[]
        {
            SampleFiles.Eicar, [.. new byte[65_530], .. SampleFiles.Eicar, .. new byte[10]], [.. SampleFiles.Pdf(), .. SampleFiles.Eicar],
            inDocument, SampleFiles.Docx(("word/embeddings/inner.docx", inDocument)), SampleFiles.Zip(("long", [.. new byte[70_000], .. SampleFiles.Eicar])),
        })
            Assert.Equal(Verdict.Infected, await ScanAsync(content));
    }

    [Fact]
    public async Task Scan_WithoutIt_IsClean()
    {
        foreach (var content in new[] { SampleFiles.Png, SampleFiles.Docx(), SampleFiles.Docx(("inner.docx", SampleFiles.Docx())), SampleFiles.Eicar[..^1], [] })
            Assert.Equal(Verdict.Clean, await ScanAsync(content));
    }

    [Fact]
    public async Task Scan_OfWhatUnpacksToTooMuch_GivesUp()
    {
        var zeros = new byte[50 * 1024 * 1024];
        Assert.Equal(Verdict.Unreadable, await ScanAsync(SampleFiles.Zip([.. Enumerable.Range(0, 9).Select(number => ($"zeros {number}", zeros))])));
        var nested = SampleFiles.Zip(("a", [1]));
        for (var depth = 0; depth < 5; depth++)
            nested = SampleFiles.Zip(("inner.zip", nested));
        Assert.Equal(Verdict.Unreadable, await ScanAsync(nested));
        Assert.Equal(Verdict.Unreadable, await ScanAsync(SampleFiles.Docx()[..60]));
    }

    private static async Task<Verdict> ScanAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await new EicarScanner().ScanAsync(stream, default);
    }
}
