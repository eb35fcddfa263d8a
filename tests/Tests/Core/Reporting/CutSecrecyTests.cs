using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Workbooks;
using MonitoringReturns.Workbooks.Csv;
using MonitoringReturns.Workbooks.Json;

namespace MonitoringReturns.Tests.Core.Reporting;

/// <summary>A co-funder's cut holds nothing of what others alone may see, wherever one looks.</summary>
public sealed class CutSecrecyTests
{
    private static readonly Gen<(ProgrammeCase Case, CaseReport Report)> Any =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        let all = MarkedCase.Of(seed)
        from to in Gen.Choose(0, all.Programme.Calendar.Count - 1)
        from start in Gen.Choose(0, to)
        select (all, new CaseReport(start, to, MarkedCase.Reader));

    [Fact]
    public void Cut_OfAnyProgramme_HoldsNoWordOfOthers() => Prop.ForAll(Any.ToArbitrary(), any =>
    {
        var texts = TextsOf(any.Case.Write(any.Report)).ToList();
        Assert.DoesNotContain(texts, text => text.Contains(MarkedCase.Hidden, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(texts, text => text.Contains(MarkedCase.Seen, StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Cut_OfAnyProgramme_HoldsNoFigureThatOneOfOthersIsPartOf() => Prop.ForAll(Any.ToArbitrary(), any =>
    {
        foreach (var table in any.Case.Write(any.Report).Tables)
            foreach (var row in table.Rows)
                Assert.All(row, cell => Assert.InRange(Math.Abs(cell.Number), 0, MarkedCase.HiddenFigure / 100));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void LeadsReport_OfAProgramme_HoldsTheRowsAndAnswersThatItsCutDoesNot()
    {
        var all = MarkedCase.Of(1);
        var texts = TextsOf(all.Write(new CaseReport(0, 1, null))).ToList();

        Assert.Contains(texts, text => text.Contains($"{MarkedCase.Hidden} row", StringComparison.Ordinal));
        Assert.Contains(all.Write(new CaseReport(0, 1, null)).Tables.SelectMany(table => table.Rows).SelectMany(row => row), cell => cell.Number >= MarkedCase.HiddenFigure);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    public void Cut_AsAFile_HoldsNoMarkInAnyByte(string format)
    {
        var (bytes, leads) = (FileOf(format, MarkedCase.Reader), FileOf(format, null));

        Assert.DoesNotContain(PartsOf(bytes, format), part => part.Contains(MarkedCase.Hidden, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(PartsOf(bytes, format), part => part.Contains(MarkedCase.Seen, StringComparison.Ordinal));
        Assert.Contains(PartsOf(leads, format), part => part.Contains(MarkedCase.Hidden, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cut_AsLibreOfficeUnderstandsIt_HoldsNoMarkInAnyByte()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("cut.xlsx"), FileOf("xlsx", MarkedCase.Reader), TestContext.Current.CancellationToken);

        var parts = PartsOf(await LibreOffice.SaveAgainAsync(folder.File("cut.xlsx")), "xlsx").ToList();

        Assert.DoesNotContain(parts, part => part.Contains(MarkedCase.Hidden, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(parts, part => part.Contains(MarkedCase.Seen, StringComparison.Ordinal));
    }

    /// <summary>Everything that is written in a report.</summary>
    private static IEnumerable<string> TextsOf(RecordingReportWriter written)
    {
        foreach (var sheet in written.Sheets)
        {
            foreach (var text in (string[])[sheet.Sheet.Name, sheet.Sheet.Title, .. sheet.Sheet.Notes])
                yield return text;
            foreach (var chart in sheet.Charts)
                foreach (var text in (string[])[chart.Title, chart.AlternativeText, chart.TableId, chart.CategoryColumn, .. chart.SeriesColumns])
                    yield return text;
            foreach (var table in sheet.Tables)
            {
                foreach (var text in (string[])[table.Table.Id, table.Table.Title, .. table.Table.Columns.SelectMany(column => new[] { column.Id, column.Heading })])
                    yield return text;
                foreach (var text in table.Rows.SelectMany(row => row).Select(ReadableCell.Of))
                    yield return text;
            }
        }
    }

    private static byte[] FileOf(string format, MonitoringReturns.Core.People.OrganisationId? funder)
    {
        IReportFormat made = format switch { "xlsx" => new ConsolidatedWorkbook(), "csv" => new CsvFiles(), _ => new JsonTables() };
        using var output = new MemoryStream();
        using (var writer = made.Create(output, new ReportProperties("A title", "A subject", "An author", Reports.Late)))
        {
            MarkedCase.Of(1).WriteTo(writer, new CaseReport(0, 1, funder), tidy: format != "xlsx");
            writer.Complete();
        }
        return output.ToArray();
    }

    private static IEnumerable<string> PartsOf(byte[] bytes, string format)
    {
        if (format == "json")
            return [Encoding.UTF8.GetString(bytes)];
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return $"{entry.FullName}\n{reader.ReadToEnd()}";
        })];
    }
}
