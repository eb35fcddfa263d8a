using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>Adds one table of the form up over returns: its rows and columns, as the form has them.</summary>
internal sealed class TableTotals
{
    private readonly TableQuestion _table;
    private readonly FormVersion _version;
    private readonly bool _severalVersions;
    private readonly decimal?[] _sums;

    private TableTotals(TableQuestion table, FormVersion version, bool severalVersions)
    {
        (_table, _version, _severalVersions) = (table, version, severalVersions);
        _sums = new decimal?[table.Rows.Count * table.TableColumns.Count];
    }

    /// <summary>
    /// One for each table and version. Tables of agreed outcomes count something else in each award, and in a cut those with small numbers or
    /// other funders' rows are not added up.
    /// </summary>
    public static TableTotals[] All(Cut cut) =>
    [
        .. from version in cut.ReportedVersions
           from table in version.Questions.OfType<TableQuestion>()
           where table.AgreedOutcome is null && table.Measures.All(measure => cut.Sight.SeesSumOf(table, measure))
           select new TableTotals(table, version, cut.ReportedVersions.Count > 1),
    ];

    public void Add(CutPeriod period, decimal?[] counted)
    {
        if (period.Version.Number != _version.Number)
            return;
        for (var cell = 0; cell < _sums.Length; cell++)
            if (counted[_table.FirstMeasure + cell] is { } figure)
                _sums[cell] = (_sums[cell] ?? 0) + figure;
    }

    public void Write(IReportSheetWriter writer)
    {
        var columns = _table.TableColumns;
        var title = _severalVersions ? $"{_table.Label} (version {_version.Number} of the form)" : _table.Label;
        writer.BeginTable(new ReportTable($"Table{_version.Number}x{_table.Ordinal}", title,
            [new("row", _table.Label, CellKind.Text, 34), .. columns.Select(column => new Column(column.Id.Value, column.Label, column.Cells.Columns[0].Kind, 16))]));
        var row = new Cell[1 + columns.Count];
        for (var place = 0; place < _table.Rows.Count; place++)
        {
            row[0] = Cell.OfText(_table.Rows[place].Label);
            for (var column = 0; column < columns.Count; column++)
                row[1 + column] = columns[column].Cells.CellOf(_sums[_table.CellOf(place, column)]);
            writer.WriteRow(row);
        }
        row[0] = Cell.OfText("Total");
        for (var column = 0; column < columns.Count; column++)
        {
            var cells = Enumerable.Range(0, _table.Rows.Count).Select(place => _sums[_table.CellOf(place, column)]).OfType<decimal>().ToList();
            row[1 + column] = columns[column].Cells.CellOf(cells.Count == 0 ? null : cells.Sum());
        }
        writer.WriteRow(row);
    }
}
