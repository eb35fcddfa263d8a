using CsvHelper;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Spooled;
using MonitoringReturns.Workbooks.Tables;
using MonitoringReturns.Workbooks.Zip;

namespace MonitoringReturns.Workbooks.Csv;

/// <summary>Writes the zip of CSV files.</summary>
internal sealed class CsvReport(Stream output, ReportProperties properties) : SpooledReport
{
    /// <summary>The list of all columns; no table has this id.</summary>
    private const string Columns = "columns";

    protected override SpooledTable Begin(ReportSheet sheet, ReportTable table)
    {
        TableName.Check(table.Id);
        return string.Equals(table.Id, Columns, StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentException($"A table can't have the id '{table.Id}': the list of columns is a file of that name.", nameof(table))
            : new CsvTable(table);
    }

    protected override void Write(IReadOnlyList<SpooledSheet> sheets)
    {
        using var zip = new ForwardZip(output, properties.Created);
        foreach (var table in sheets.SelectMany(sheet => sheet.Tables))
        {
            using var file = zip.Open($"{table.Table.Id}.csv");
            table.Spool.CopyAllTo(file);
        }
        using (var file = zip.Open($"{Columns}.csv"))
            WriteColumns(file, sheets);
        zip.Complete();
    }

    private static void WriteColumns(Stream file, IReadOnlyList<SpooledSheet> sheets)
    {
        using var csv = CsvWriter.Create(file, CsvTable.Options, leaveOpen: true);
        WriteRecord(csv, "table", "id", "heading", "kind");
        foreach (var table in sheets.SelectMany(sheet => sheet.Tables))
            foreach (var (column, heading) in table.Table.Columns.Zip(TableHeadings.Of(table.Table.Columns)))
                WriteRecord(csv, table.Table.Id, column.Id, heading, PlainCell.NameOf(column.Kind));
    }

    private static void WriteRecord(CsvWriter csv, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            CsvTable.WriteText(csv, field);
        csv.EndRecord();
    }
}
