using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks;

namespace MonitoringReturns.Tests.Workbooks;

public sealed class WorkbookTextTests
{
    private const string Mark = " … [shortened]";

    private static readonly string[] Awkward =
    [
        "_", "_x", "_x0041_", "_x005F_", "__x0009_", "_xD800_", "\0", "\u0001\u001f", "\r", "\r\n", "\n", "\t", " ", "\ufffe\uffff", "\ud83d", "\ude00",
        "😀", "&", "<", ">", "]]>", "\"", "'", "&amp;", "=", "é", "\u007f\u0085", "ﬃ", "a",
    ];

    [Fact]
    public void WriteText_WithAnyText_ReadsBackTheSame() => Prop.ForAll(Texts(), texts =>
    {
        var cells = WorkbookFiles.Cells(WorkbookFiles.OfTexts(texts), "Texts");
        return texts.Select((text, i) => (Written: WithWholePairs(text), Cell: $"A{i + 2}"))
            .All(text => (text.Written.Length == 0 ? null : text.Written) == cells.GetValueOrDefault(text.Cell));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("_x0041_")]
    [InlineData("bell\u0007 and null\0")]
    [InlineData("\ufffe and \uffff")]
    [InlineData("  kept spaces  ")]
    [InlineData("line one\nline two\r\nline three")]
    public void WriteText_WithWhatXmlWouldLose_ReadsBackTheSame(string text) =>
        Assert.Equal(text, WorkbookFiles.Cells(WorkbookFiles.OfTexts([text]), "Texts")["A2"]);

    [Fact]
    public void WriteText_WithHalfASurrogatePair_ReplacesIt()
    {
        var cells = WorkbookFiles.Cells(WorkbookFiles.OfTexts(["\ud83d!", "!\ude00", "\ud83d&\ude00"]), "Texts");

        Assert.Equal(["\ufffd!", "!\ufffd", "\ufffd&\ufffd"], [cells["A2"], cells["A3"], cells["A4"]]);
    }

    [Fact]
    public void WriteText_OfFortyThousandCharacters_IsShortenedMarkedAndCounted()
    {
        long shortened = 0;
        var workbook = WorkbookFiles.Of(writer =>
        {
            var sheet = writer.AddSheet(new ReportSheet("Texts", "", []));
            sheet.BeginTable(WorkbookFiles.Table("Texts", CellKind.Text));
            sheet.WriteRow([Cell.OfText(new string('a', 32_767))]);
            sheet.WriteRow([Cell.OfText(new string('b', 40_000))]);
            sheet.WriteRow([Cell.OfText("c" + string.Concat(Enumerable.Repeat("😀", 20_000)))]);
            shortened = writer.ShortenedCells;
        });

        var cells = WorkbookFiles.Cells(workbook, "Texts");
        Assert.Equal(2, shortened);
        Assert.Equal(new string('a', 32_767), cells["A2"]);
        Assert.Equal(new string('b', 32_767 - Mark.Length) + Mark, cells["A3"]);
        Assert.Equal("c" + string.Concat(Enumerable.Repeat("😀", (32_767 - Mark.Length - 1) / 2)) + Mark, cells["A4"]);
        Assert.Empty(WorkbookFiles.Faults(workbook));
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+44 20 7946 0000", true)]
    [InlineData("-", true)]
    [InlineData("@home", true)]
    [InlineData("\t=1", true)]
    [InlineData("\r=1", true)]
    [InlineData("1+1", false)]
    public void WriteText_ThatLooksLikeAFormula_IsTextThatStaysTextWhenEdited(string text, bool quoted)
    {
        var workbook = WorkbookFiles.OfTexts([text]);

        Assert.Equal(text, WorkbookFiles.Cells(workbook, "Texts")["A2"]);
        Assert.Equal(quoted, WorkbookFiles.Read(workbook, book => WorkbookFiles.Format(book, "Texts", "A2").QuotePrefix?.Value ?? false));
    }

    private static Arbitrary<string[]> Texts()
    {
        var any = ArbMap.Default.GeneratorFor<char[]>().Select(characters => new string(characters));
        var awkward = Gen.Elements(Awkward).ListOf().Select(parts => string.Concat(parts));
        return Gen.OneOf(any, awkward).ArrayOf(60).ToArbitrary();
    }

    private static string WithWholePairs(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
