namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>A report as a reader has it before him, whatever it was opened with: sheets, and on each its tables by their titles.</summary>
internal sealed class OpenedReport(IReadOnlyDictionary<string, OpenedSheet> sheets)
{
    public IReadOnlyDictionary<string, OpenedSheet> Sheets { get; } = sheets;

    public IEnumerable<string> Cells => Sheets.Values.SelectMany(sheet => sheet.Cells);

    /// <summary>The only table of a sheet.</summary>
    public ShownTable Table(string sheet) => Assert.Single(Sheets[sheet].Tables).Table;

    /// <summary>The table under a title.</summary>
    public ShownTable Table(string sheet, string title) => Find(sheet, title) ?? throw new KeyNotFoundException(
        $"“{sheet}” has no table “{title}”; it has: {string.Join("; ", Sheets[sheet].Tables.Select(table => table.Title))}.");

    public ShownTable? Find(string sheet, string title) => Sheets[sheet].Tables.Where(table => table.Title == title).Select(table => table.Table).SingleOrDefault();

    /// <summary>A workbook as LibreOffice shows its sheets, row by row.</summary>
    public static OpenedReport OfSheets(IReadOnlyDictionary<string, List<string[]>> sheets) =>
        new(sheets.ToDictionary(sheet => sheet.Key, sheet => SheetOf(sheet.Value), StringComparer.Ordinal));

    /// <summary>A sheet is one table from its first row on, or lines of text with tables under them, each under its title and parted by empty rows.</summary>
    private static OpenedSheet SheetOf(List<string[]> rows)
    {
        var blocks = new List<List<string[]>>();
        var open = false;
        foreach (var row in rows)
        {
            var empty = row.All(cell => cell.Length == 0);
            if (!empty && !open)
                blocks.Add([]);
            if (!empty)
                blocks[^1].Add(row);
            open = !empty;
        }
        return blocks is [[{ Length: > 1 } headings, ..], ..] && headings[1].Length > 0
            ? new OpenedSheet([], [new("", TableOf(rows))])
            : new OpenedSheet([.. blocks[0].Select(row => row[0])], [.. blocks.Skip(1).Select(block => new TitledTable(block[0][0], TableOf(block[1..])))]);
    }

    private static ShownTable TableOf(List<string[]> rows)
    {
        string[] headings = [.. rows[0].Reverse().SkipWhile(heading => heading.Length == 0).Reverse()];
        return new ShownTable(headings, [.. rows.Skip(1).Where(row => row.Any(cell => cell.Length > 0)).Select(row => row[..headings.Length])]);
    }
}

/// <param name="Lines">The lines of text at its top.</param>
internal sealed record OpenedSheet(IReadOnlyList<string> Lines, IReadOnlyList<TitledTable> Tables)
{
    public int Rows => Tables.Sum(table => table.Table.Rows.Count);

    public IEnumerable<string> Cells => [.. Lines, .. Tables.SelectMany(table => table.Table.Cells.Prepend(table.Title))];
}

internal sealed record TitledTable(string Title, ShownTable Table);
