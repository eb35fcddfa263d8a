using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Sheets;
using MonitoringReturns.Workbooks.Tables;
using MonitoringReturns.Workbooks.Zip;

namespace MonitoringReturns.Workbooks;

/// <summary>
/// Writes a report as an Excel workbook (.xlsx) on a stream that need not seek and that stays open. The first large sheet to get
/// rows streams straight into the file, the others wait in temporary files, so memory stays flat. The same calls give the same
/// bytes. Percentages are stored as spreadsheets hold them: 12.5 as 0.125, shown as 12.5%.
/// Not for several threads at once. A writer disposed before <see cref="Complete"/> leaves half a file, which no program opens.
/// </summary>
public sealed class WorkbookWriter : IReportWriter
{
    private readonly WorkbookZip _zip;
    private readonly WorkbookLimits _limits;
    private readonly WorkbookProperties _properties;
    private readonly List<SheetWriter> _sheets = [];
    private readonly SheetNames _names = new();
    private readonly HashSet<string> _tableIds = new(StringComparer.OrdinalIgnoreCase);
    private int _parts;
    private bool _streamTaken;
    private bool _closed;

    public WorkbookWriter(Stream output, WorkbookProperties properties)
        : this(output, properties, new WorkbookLimits())
    {
    }

    internal WorkbookWriter(Stream output, WorkbookProperties properties, WorkbookLimits limits)
    {
        _limits = limits;
        _properties = properties;
        _zip = new WorkbookZip(output, properties.Created);
    }

    /// <summary>Cells so far whose text was longer than a spreadsheet takes (32,767 characters); they end in " … [shortened]".</summary>
    public long ShortenedCells => _sheets.Sum(sheet => sheet.Parts.Sum(part => part.ShortenedCells));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name can't be a tab's, or another sheet has it.</exception>
    public IReportSheetWriter AddSheet(ReportSheet sheet)
    {
        CheckOpen();
        _names.Add(sheet.Name);
        var writer = new SheetWriter(sheet, this);
        writer.AddPart(new SheetPart(sheet, ++_parts, part: 1, _limits));
        _sheets.Add(writer);
        return writer;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no sheet, or a chart asks for a table or column that is not there.</exception>
    public void Complete()
    {
        CheckOpen();
        if (_sheets.Count == 0)
            throw new InvalidOperationException("A workbook has at least one sheet.");
        _sheets.ForEach(sheet => sheet.End());
        _closed = true;
        WritePropertiesOnce();
        new WorkbookParts(_zip, _names).Write(_sheets);
        _zip.Complete();
    }

    public void Dispose()
    {
        _closed = true;
        _zip.Dispose();
        _sheets.ForEach(sheet => sheet.Dispose());
    }

    internal void CheckOpen()
    {
        if (_closed)
            throw new InvalidOperationException("The workbook is complete; nothing can be added.");
    }

    internal void AddTable(string id)
    {
        TableName.Check(id);
        if (!_tableIds.Add(id))
            throw new ArgumentException($"Two tables have the id '{id}'.", nameof(id));
    }

    /// <summary>Adds a worksheet that carries the sheet on.</summary>
    internal SheetPart Continue(SheetWriter sheet)
    {
        var part = new SheetPart(sheet.Sheet, ++_parts, sheet.Parts.Count + 1, _limits);
        sheet.AddPart(part);
        return part;
    }

    /// <summary>Only one part of a zip can be open: the first sheet that asks gets it, for good.</summary>
    internal void OfferStream(SheetPart part)
    {
        if (_streamTaken)
            return;
        WritePropertiesOnce();
        _streamTaken = true;
        part.StreamInto(_zip);
    }

    /// <summary>They stand first, where programs that guess a file's type look.</summary>
    private void WritePropertiesOnce()
    {
        if (!_streamTaken)
            DocumentProperties.Write(_zip, _properties);
    }
}
