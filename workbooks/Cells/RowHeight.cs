namespace MonitoringReturns.Workbooks.Cells;

/// <summary>
/// Heights of rows, in points. Excel measures rows itself where none is given; other programs don't, so rows of several lines
/// get an estimate. Single lines get none.
/// </summary>
internal static class RowHeight
{
    public const double Title = 22.5;
    public const double TableTitle = 18;

    private const double Line = 14.25;
    private const double Tallest = 409;

    public static double OfLines(int lines) => lines <= 1 ? 0 : Math.Min(Tallest, lines * Line + 0.75);

    /// <summary>Lines that text takes when wrapped between words.</summary>
    /// <param name="width">Of the column, in characters.</param>
    public static int Lines(ReadOnlySpan<char> text, double width)
    {
        var room = Math.Max(1, (int)width);
        var lines = 0;
        foreach (var paragraph in text.Split('\n'))
            lines += LinesOfParagraph(text[paragraph], room);
        return lines;
    }

    private static int LinesOfParagraph(ReadOnlySpan<char> text, int room)
    {
        var lines = 1;
        var used = 0;
        foreach (var range in text.Split(' '))
        {
            var word = range.End.Value - range.Start.Value;
            if (used > 0 && used + 1 + word > room)
            {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word;
            if (used > room)
            {
                lines += (used - 1) / room;
                used = (used - 1) % room + 1;
            }
        }
        return lines;
    }
}
