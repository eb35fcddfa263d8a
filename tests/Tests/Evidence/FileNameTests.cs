using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Evidence;

namespace MonitoringReturns.Tests.Evidence;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Minutes of June.pdf", "Minutes of June.pdf")]
    [InlineData("C:\\Users\\ann\\Minutes.pdf", "Minutes.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("  two  \t words\n.pdf ", "two words .pdf")]
    [InlineData("annual\u202Efdp.exe", "annualfdp.exe")]
    [InlineData("a\u0000b\u0007\u200Bc.png", "abc.png")]
    [InlineData("what? <b>\"it\"|*:.pdf", "what- -b--it----.pdf")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData("Adroddiad Cymdeithas Môn ✓.pdf", "Adroddiad Cymdeithas Môn ✓.pdf")]
    public void Safe_OfAName_LeavesWhatPeopleRead(string raw, string safe) => Assert.Equal(safe, FileName.Safe(raw));

    [Fact]
    public void Safe_OfAnything_IsShortCleanAndStable() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), raw =>
    {
        var safe = FileName.Safe(raw.Get);
        return safe.Length is > 0 and <= FileName.MostCharacters && FileName.Safe(safe) == safe && !safe.Any(char.IsControl) && safe.IndexOfAny(['/', '\\', '"', '\u202E']) < 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Safe_OfALongName_KeepsItsEnding() => Assert.Equal(new string('a', FileName.MostCharacters - 4) + ".pdf", FileName.Safe(new string('a', 300) + ".pdf"));

    [Theory]
    [InlineData("photo.PNG", "photo.PNG")]
    [InlineData("report.pdf", "report.pdf.png")]
    [InlineData("run.exe", "run.exe.png")]
    public void For_AKind_EndsAsItDoes(string name, string called) => Assert.Equal(called, FileName.For(FileKind.Png, name));

    [Fact]
    public void For_ALongName_StaysSafe()
    {
        var called = FileName.For(FileKind.Pdf, FileName.Safe(new string('a', 300) + ".exe"));
        Assert.True(called.EndsWith(".exe.pdf", StringComparison.Ordinal) && FileName.Safe(called) == called, called);
    }
}
