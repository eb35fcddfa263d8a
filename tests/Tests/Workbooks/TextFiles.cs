using System.IO.Compression;
using System.Text;
using CsvHelper;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Workbooks;

/// <summary>Makes reports as files for programs, and reads CSV back.</summary>
internal static class TextFiles
{
    public static readonly ReportProperties Properties = new(
        "Early help", "Chwarter 1, “Łódź”", "The Council", new DateTimeOffset(2026, 7, 21, 10, 30, 7, TimeSpan.FromHours(1)));

    public static byte[] Of(IReportFormat format, Action<IReportWriter> fill, bool seekable = true)
    {
        using var output = new MemoryStream();
        using var report = format.Create(seekable ? output : new WriteOnlyStream(output), Properties);
        fill(report);
        report.Complete();
        return output.ToArray();
    }

    /// <summary>A sheet a table, rows written to all of them in turn, as a report does.</summary>
    public static byte[] Of(IReportFormat format, IReadOnlyList<FilledTable> tables, bool seekable = true) => Of(format, report =>
    {
        var sheets = tables.Select(table => report.AddSheet(new ReportSheet($"Sheet {table.Table.Id}", "", []))).ToList();
        foreach (var (sheet, table) in sheets.Zip(tables))
            sheet.BeginTable(table.Table);
        for (var row = 0; row < tables.Max(table => table.Rows.Count); row++)
            foreach (var (sheet, table) in sheets.Zip(tables))
                if (row < table.Rows.Count)
                    sheet.WriteRow(table.Rows[row]);
    }, seekable);

    /// <summary>One table “T” of one row.</summary>
    public static byte[] OneRow(IReportFormat format, params Cell[] cells) =>
        Of(format, [new FilledTable(WorkbookFiles.Table("T", [.. cells.Select(cell => cell.Kind)]), [cells])]);

    /// <summary>The files of a zip, byte for byte.</summary>
    public static IReadOnlyDictionary<string, byte[]> Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var file = entry.Open();
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }, StringComparer.Ordinal);
    }

    public static string Text(byte[] zip, string file) => Encoding.UTF8.GetString(Unzip(zip)[file]);

    /// <summary>The records of a CSV file in a zip, headings first.</summary>
    public static List<string[]> Records(byte[] zip, string file)
    {
        var records = new List<string[]>();
        using var csv = CsvReader.Create(new MemoryStream(Unzip(zip)[file]), new CsvReaderOptions { Separator = ',', HasHeader = false, SkipEmptyLines = false, DetectSeparatorHint = false });
        while (csv.Read())
            records.Add(csv.Current.ToArray());
        return records;
    }
}
