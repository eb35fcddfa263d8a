using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Kept;

/// <summary>Passes a report's tables on to the writer of its workbook, and keeps those of the sheets that pages show. Of a table no more than a block of rows is in memory.</summary>
/// <param name="rows">Takes the packed rows, block after block, of several tables in turn.</param>
public sealed class KeepTables(IReportWriter workbook, Stream rows) : IReportWriter
{
    /// <summary>What a page shows of a long list.</summary>
    public const int RowsInBlock = 50;

    private readonly List<Sheet> _sheets = [];
    private long _at;

    /// <summary>What was kept; complete after <see cref="Complete"/>.</summary>
    public KeptTables Kept => new(Manifest.CurrentRules, [.. _sheets.SelectMany(sheet => sheet.Tables)]);

    public IReportSheetWriter AddSheet(ReportSheet sheet)
    {
        var passed = workbook.AddSheet(sheet);
        if (!sheet.OnPages)
            return passed;
        var kept = new Sheet(this, passed, sheet.Name);
        _sheets.Add(kept);
        return kept;
    }

    public void Complete()
    {
        foreach (var sheet in _sheets)
            sheet.EndTable();
        workbook.Complete();
    }

    public void Dispose() => workbook.Dispose();

    private KeptBlock Write(byte[] packed, int count)
    {
        rows.Write(packed);
        var block = new KeptBlock(_at, packed.Length, count);
        _at += packed.Length;
        return block;
    }

    private sealed class Sheet(KeepTables kept, IReportSheetWriter passed, string name) : IReportSheetWriter
    {
        private readonly List<Cell[]> _waiting = new(RowsInBlock);
        private ReportTable? _table;
        private KeptColumn[] _columns = [];
        private List<KeptBlock> _blocks = [];
        private int _rows;

        public List<KeptTable> Tables { get; } = [];

        public long Rows => passed.Rows;

        public void BeginTable(ReportTable table)
        {
            EndTable();
            (_table, _columns, _blocks, _rows) = (table, [.. table.Columns.Select(column => new KeptColumn(column.Id, column.Heading, column.Kind))], [], 0);
            passed.BeginTable(table);
        }

        public void WriteRow(ReadOnlySpan<Cell> cells)
        {
            _waiting.Add(cells.ToArray());
            if (_waiting.Count == RowsInBlock)
                EndBlock();
            passed.WriteRow(cells);
        }

        public void AddChart(ReportChart chart) => passed.AddChart(chart);

        public void EndTable()
        {
            if (_table is not { } table)
                return;
            EndBlock();
            Tables.Add(new KeptTable(name, table.Id, table.Title, _columns, _rows, _blocks));
            _table = null;
        }

        private void EndBlock()
        {
            if (_waiting.Count == 0)
                return;
            _blocks.Add(kept.Write(PackedRows.Pack(_waiting, _columns), _waiting.Count));
            _rows += _waiting.Count;
            _waiting.Clear();
        }
    }
}
