using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Workbooks.Cells;

/// <summary>Writes the rows of one sheet as UTF-8 into a buffer of its own, and that into a stream. Nothing is allocated per cell.</summary>
internal sealed class CellWriter : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int NumberCellRoom = 128;

    /// <summary>A day's parts to the microsecond, which is what a spreadsheet's number can hold.</summary>
    private const int MomentDecimals = 11;

    /// <summary>1 March 1900: before it spreadsheets disagree about the calendar, so an earlier day is written as text.</summary>
    private const decimal FirstSafeDay = 61;

    private static readonly byte[][] NumberOpenings = Openings("><v>");
    private static readonly byte[][] TextOpenings = Openings(" t=\"inlineStr\"><is><t>");
    private static readonly byte[][] SpacedTextOpenings = Openings(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly Stream _target;
    private readonly byte[] _row = new byte[10];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private byte[][] _cellOpenings = [];
    private int _used;
    private int _rowLength;

    public CellWriter(Stream target) => _target = target;

    /// <summary>Cells whose text was too long for a spreadsheet.</summary>
    public long ShortenedCells { get; private set; }

    /// <summary>Must be called before cells of so many columns are written.</summary>
    public void AllowColumns(int columns)
    {
        if (_cellOpenings.Length < columns)
            _cellOpenings = CellReference.Openings(columns);
    }

    /// <param name="height">In points; 0 leaves it to the program that opens the file.</param>
    public void BeginRow(int row, double height = 0)
    {
        row.TryFormat(_row, out _rowLength, default, CultureInfo.InvariantCulture);
        Ensure(NumberCellRoom);
        Append("<row r=\""u8);
        Append(_row.AsSpan(0, _rowLength));
        if (height > 0)
        {
            Append("\" ht=\""u8);
            height.TryFormat(_buffer.AsSpan(_used), out var written, "0.##", CultureInfo.InvariantCulture);
            _used += written;
        }
        Append("\">"u8);
    }

    public void EndRow()
    {
        Ensure(NumberCellRoom);
        Append("</row>"u8);
    }

    public void Write(int column, in Cell cell, bool wrap)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                break;
            case CellKind.Text:
                var text = cell.Text.AsSpan();
                var style = wrap ? CellStyle.WrappedText : CellStyle.Text;
                WriteText(column, CellText.LooksLikeFormula(text) ? style + 2 : style, text);
                break;
            case CellKind.Count:
                WriteNumber(column, CellStyle.Count, cell.Number);
                break;
            case CellKind.Number:
                WriteNumber(column, CellStyle.Number, cell.Number);
                break;
            case CellKind.Money:
                WriteNumber(column, CellStyle.Money, cell.Number);
                break;
            case CellKind.Percentage:
                WriteNumber(column, CellStyle.Percentage, cell.Number, shift: 2);
                break;
            case CellKind.Date when cell.Number >= FirstSafeDay:
                WriteNumber(column, CellStyle.Date, cell.Number);
                break;
            case CellKind.Moment when cell.Number >= FirstSafeDay:
                WriteNumber(column, CellStyle.Moment, decimal.Round(cell.Number, MomentDecimals));
                break;
            case CellKind.Date or CellKind.Moment:
                WriteText(column, CellStyle.Text, EarlyDay(cell));
                break;
            case CellKind.NotAsked:
                WriteText(column, CellStyle.NotAsked, "not asked");
                break;
            default:
                throw new ArgumentException($"No cell is of kind {cell.Kind}.", nameof(cell));
        }
    }

    /// <summary>Writes text in a cell; beyond a spreadsheet's limit it is shortened, marked and counted.</summary>
    public void WriteText(int column, CellStyle style, ReadOnlySpan<char> text)
    {
        var shortened = text.Length > WorkbookLimits.TextLength;
        if (shortened)
        {
            ShortenedCells++;
            text = CellText.Start(text, WorkbookLimits.TextLength - CellText.ShortenedMark.Length);
        }
        Open(column, (CellText.HasOuterSpace(text) ? SpacedTextOpenings : TextOpenings)[(int)style]);
        AppendText(text);
        if (shortened)
            AppendPlain(CellText.ShortenedMark);
        Ensure(NumberCellRoom);
        Append("</t></is></c>"u8);
    }

    public void Flush()
    {
        if (_used > 0)
            _target.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }

    public void Dispose()
    {
        if (_buffer.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static string EarlyDay(in Cell cell) =>
        Epoch.AddTicks((long)decimal.Round(cell.Number * TimeSpan.TicksPerDay))
            .ToString(cell.Kind == CellKind.Date ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private void WriteNumber(int column, CellStyle style, decimal number, int shift = 0)
    {
        Open(column, NumberOpenings[(int)style]);
        _used += CellNumber.Write(number, shift, _buffer.AsSpan(_used));
        Append("</v></c>"u8);
    }

    private void Open(int column, byte[] opening)
    {
        Ensure(NumberCellRoom);
        Append(_cellOpenings[column]);
        Append(_row.AsSpan(0, _rowLength));
        Append(opening);
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var plain = text.IndexOfAny(CellText.Special);
            AppendPlain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
                return;
            AppendSpecial(text[plain..]);
            text = text[(plain + 1)..];
        }
    }

    /// <summary>Copies text as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    private void AppendPlain(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var done = Utf8.FromUtf16(text, _buffer.AsSpan(_used), out var read, out var written);
            _used += written;
            if (done == OperationStatus.Done)
                return;
            text = text[read..];
            Flush();
        }
    }

    private void AppendSpecial(ReadOnlySpan<char> text)
    {
        Ensure(NumberCellRoom);
        switch (text[0])
        {
            case '&':
                Append("&amp;"u8);
                break;
            case '<':
                Append("&lt;"u8);
                break;
            case '>':
                Append("&gt;"u8);
                break;
            case '_':
                Append(CellText.StartsEscape(text) ? "_x005F_"u8 : "_"u8);
                break;
            default:
                Append("_x"u8);
                ((int)text[0]).TryFormat(_buffer.AsSpan(_used), out var written, "X4", CultureInfo.InvariantCulture);
                _used += written;
                Append("_"u8);
                break;
        }
    }

    private void Ensure(int room)
    {
        if (_buffer.Length - _used < room)
            Flush();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private static byte[][] Openings(string rest) =>
        [.. Enum.GetValues<CellStyle>().Select(style => Encoding.UTF8.GetBytes($"\" s=\"{(int)style}\"{rest}"))];
}
