using System.Globalization;
using MonitoringReturns.Workbooks.Cells;

namespace MonitoringReturns.Workbooks.Sheets;

/// <summary>The tabs' names: refuses what a spreadsheet would refuse and makes names for continuations.</summary>
internal sealed class SheetNames
{
    private static readonly char[] Forbidden = ['[', ']', ':', '*', '?', '/', '\\'];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The name can't be a tab's, or another sheet has it.</exception>
    public void Add(string name)
    {
        if (name.Length is 0 or > WorkbookLimits.SheetNameLength || name.IndexOfAny(Forbidden) >= 0 || name.Any(char.IsControl)
            || name[0] == '\'' || name[^1] == '\'' || CellText.Clean(name) != name || string.IsNullOrWhiteSpace(name)
            || name.Equals("History", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"'{CellText.Clean(name)}' can't name a sheet: 1 to 31 characters, none of []:*?/\\, no quote at an end, not 'History'.", nameof(name));
        }
        if (!_taken.Add(name))
            throw new ArgumentException($"Two sheets are named '{name}'.", nameof(name));
    }

    /// <summary>A name for a further sheet of the same rows: "Answers (2)".</summary>
    public string Continue(string name, int part)
    {
        for (var number = part; ; number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var further = string.Concat(CellText.Start(name, WorkbookLimits.SheetNameLength - ending.Length), ending);
            if (_taken.Add(further))
                return further;
        }
    }
}
