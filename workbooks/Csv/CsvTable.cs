using CsvHelper;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Spooled;
using MonitoringReturns.Workbooks.Tables;

namespace MonitoringReturns.Workbooks.Csv;

/// <summary>One CSV file: a row of headings, then the table's rows.</summary>
internal sealed class CsvTable : SpooledTable
{
    public static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, BufferSize = 16 * 1024 };

    /// <summary>All digits that a decimal can have after the point, and none that say nothing.</summary>
    private const string Figure = "0.############################";
    private const string Money = "0.00##########################";

    private readonly CsvWriter _csv;
    private bool _ended;

    public CsvTable(ReportTable table) : base(table)
    {
        _csv = CsvWriter.Create(Spool, Options, leaveOpen: true);
        foreach (var heading in TableHeadings.Of(table.Columns))
            WriteText(_csv, heading);
        _csv.EndRecord();
    }

    public override void WriteRow(ReadOnlySpan<Cell> cells)
    {
        foreach (var cell in cells)
            switch (cell.Kind)
            {
                case CellKind.Empty:
                    _csv.WriteField("");
                    break;
                case CellKind.Text:
                    WriteText(_csv, cell.Text!);
                    break;
                case CellKind.NotAsked:
                    _csv.WriteField(PlainCell.NotAsked);
                    break;
                case CellKind.Date or CellKind.Moment:
                    _csv.WriteField(PlainCell.Day(cell));
                    break;
                default:
                    _csv.WriteField(cell.Number, cell.Kind == CellKind.Money ? Money : Figure);
                    break;
            }
        _csv.EndRecord();
    }

    public override void End()
    {
        if (!_ended)
            _csv.Dispose();
        _ended = true;
    }

    public static void WriteText(CsvWriter csv, string text)
    {
        if (LooksLikeFormula(text))
            csv.WriteField($"'{text}", CsvQuoting.Always);
        else
            csv.WriteField(text);
    }

    /// <summary>
    /// Whether a spreadsheet might take the text for a formula. Programs differ in what they overlook before it: white space, quotes, an
    /// apostrophe. As an apostrophe is overlooked here too, taking one away always gives the text back.
    /// </summary>
    private static bool LooksLikeFormula(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is '\t' or '\r')
            return !text.IsEmpty;
        foreach (var character in text)
        {
            if (character is '=' or '+' or '-' or '@')
                return true;
            if (!char.IsWhiteSpace(character) && !char.IsControl(character) && character is not ('\'' or '"' or '\uFEFF'))
                return false;
        }
        return false;
    }
}
