using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Spooled;

/// <summary>
/// A report of which every table waits in a spool of its own until all are complete: memory stays flat, and nothing reaches the output
/// before <see cref="Complete"/>. Charts are left out. Not for several threads at once.
/// </summary>
internal abstract class SpooledReport : IReportWriter
{
    private readonly List<SpooledSheet> _sheets = [];
    private readonly HashSet<string> _tableIds = new(StringComparer.OrdinalIgnoreCase);
    private bool _closed;

    public IReportSheetWriter AddSheet(ReportSheet sheet)
    {
        CheckOpen();
        if (_sheets.Exists(known => string.Equals(known.Sheet.Name, sheet.Name, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"Two sheets have the name '{sheet.Name}'.", nameof(sheet));
        var writer = new SpooledSheet(sheet, this);
        _sheets.Add(writer);
        return writer;
    }

    public void Complete()
    {
        CheckOpen();
        _closed = true;
        _sheets.ForEach(sheet => sheet.End());
        Write(_sheets);
    }

    public void Dispose()
    {
        _closed = true;
        _sheets.ForEach(sheet => sheet.Dispose());
    }

    internal void CheckOpen()
    {
        if (_closed)
            throw new InvalidOperationException("The report is complete; nothing can be added.");
    }

    internal SpooledTable AddTable(ReportSheet sheet, ReportTable table)
    {
        if (table.Columns.Count == 0)
            throw new ArgumentException($"Table '{table.Id}' has no columns.", nameof(table));
        if (!_tableIds.Add(table.Id))
            throw new ArgumentException($"Two tables have the id '{table.Id}'.", nameof(table));
        return Begin(sheet, table);
    }

    /// <summary>Starts a table in a spool.</summary>
    protected abstract SpooledTable Begin(ReportSheet sheet, ReportTable table);

    /// <summary>Writes the file; every table is complete.</summary>
    protected abstract void Write(IReadOnlyList<SpooledSheet> sheets);
}
