using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Evidence;

/// <summary>What a file is by its content, whatever it is called.</summary>
public sealed class ContentJudgeTests
{
    [Fact]
    public void Judge_OfEachKind_KnowsIt()
    {
        foreach (var (content, kind) in new[]
        {
            (SampleFiles.Pdf(), FileKind.Pdf), (SampleFiles.Png, FileKind.Png), (SampleFiles.Jpeg, FileKind.Jpeg), (SampleFiles.Gif, FileKind.Gif), (SampleFiles.WebP, FileKind.WebP),
            (SampleFiles.Heic, FileKind.Heic), (SampleFiles.Docx(), FileKind.Word), (SampleFiles.Xlsx(), FileKind.Excel),
            (SampleFiles.Compound("WordDocument", "1Table"), FileKind.OldWord), (SampleFiles.Compound("Workbook"), FileKind.OldExcel),
            (SampleFiles.Compound("a", "b", "c", "d", "e", "Book"), FileKind.OldExcel),
        })
            Assert.Equal(new Judged(kind, null), Judge(content));
    }

    [Fact]
    public void Judge_OfWhatIsNotTaken_SaysWhy()
    {
        foreach (var (content, fault) in new (byte[], FileFault)[]
        {
            ([], FileFault.Empty), ([.. "MZ"u8, .. new byte[200]], FileFault.NotTaken), ([.. "<!doctype html><script>alert(1)</script>"u8], FileFault.NotTaken),
            ([.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], FileFault.NotTaken), ([.. "Just words, with %PDF- in them and %%EOF"u8], FileFault.NotTaken),
            (SampleFiles.Zip(("run.exe", [1])), FileFault.NotTaken), (SampleFiles.HollowDocx(), FileFault.NotTaken), (SampleFiles.Docm(), FileFault.Macros),
            (SampleFiles.Docx(("word/vbaProject.bin", [1])), FileFault.Macros), (SampleFiles.Compound("Workbook", "_VBA_PROJECT_CUR"), FileFault.Macros),
            (SampleFiles.Compound("EncryptionInfo", "EncryptedPackage"), FileFault.Protected), (SampleFiles.Compound("PowerPoint Document"), FileFault.NotTaken),
            (SampleFiles.Docx()[..60], FileFault.NotOpened), (SampleFiles.Compound("WordDocument")[..1100], FileFault.NotOpened),
            (SampleFiles.Png[..^4], FileFault.NotTaken), (SampleFiles.Pdf()[..40], FileFault.NotTaken),
        })
            Assert.Equal(new Judged(null, fault), Judge(content));
    }

    /// <summary>One file that a viewer takes for a picture and an unpacker for an archive.</summary>
    [Fact]
    public void Judge_OfAPolyglot_TakesItForNothing()
    {
        var zip = SampleFiles.Zip(("run.exe", [1, 2, 3]));
        foreach (var start in new[] { SampleFiles.Jpeg, SampleFiles.Heic, SampleFiles.Pdf() })
            Assert.Equal(new Judged(null, FileFault.NotTaken), Judge([.. start, .. zip, .. "%%EOF"u8]));
        Assert.Equal(new Judged(null, FileFault.NotTaken), Judge([.. SampleFiles.Png, .. zip]));
        Assert.Equal(new Judged(null, FileFault.NotTaken), Judge([.. "GIF89a/*"u8, .. zip]));
        // A program before a document is no document.
        Assert.Equal(new Judged(null, FileFault.NotTaken), Judge([.. "MZ"u8, .. SampleFiles.Docx()]));
    }

    [Fact]
    public void Judge_AtTwentyMegabytes_TakesTheLastByteAndNoMore()
    {
        const int twenty = 20 * 1024 * 1024;
        var rest = twenty - SampleFiles.Pdf().Length;
        Assert.Equal(new Judged(FileKind.Pdf, null), Judge(SampleFiles.Pdf(rest)));
        Assert.Equal(new Judged(null, FileFault.TooLarge), Judge(SampleFiles.Pdf(rest + 1)));
    }

    [Fact]
    public void Judge_OfCutAndAlteredFiles_NeverFails()
    {
        var random = new Random(7);
        foreach (var whole in new[] { SampleFiles.Docx(), SampleFiles.Xlsx(), SampleFiles.Compound("a", "b", "c", "WordDocument"), SampleFiles.Png, SampleFiles.Pdf() })
            for (var turn = 0; turn < 400; turn++)
            {
                var altered = whole[..random.Next(whole.Length + 1)].ToArray();
                for (var change = random.Next(4); change > 0 && altered.Length > 0; change--)
                    altered[random.Next(altered.Length)] = (byte)random.Next(256);
                var judged = Judge(altered);
                Assert.True(judged.Kind is null != judged.Fault is null);
            }
    }

    [Theory]
    [InlineData("xlsx", nameof(FileKind.Excel))]
    [InlineData("xls", nameof(FileKind.OldExcel))]
    [InlineData("pdf", nameof(FileKind.Pdf))]
    public async Task Judge_OfWhatAnOfficeProgramSaved_KnowsIt(string ending, string kind)
    {
        var content = await LibreOffice.SaveAsAsync("figures.csv", "People,helped\n42,7\n", ending);

        Assert.Equal(kind, typeof(FileKind).GetFields().Single(field => field.GetValue(null) is FileKind known && known == Judge(content).Kind).Name);
    }

    private static Judged Judge(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return ContentJudge.Judge(stream);
    }
}
