using System.Globalization;
using System.Text.RegularExpressions;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>The name formulas call a table by: its id, unless a spreadsheet would take that for a cell.</summary>
internal static partial class TableName
{
    private const int MaximumIdLength = 200;

    /// <summary>Refuses what is not letters and digits.</summary>
    public static void Check(string id)
    {
        if (id.Length > MaximumIdLength || !LettersAndDigits().IsMatch(id))
            throw new ArgumentException($"A table's id is 1 to {MaximumIdLength} letters and digits: '{id}' is not.", nameof(id));
    }

    /// <param name="id">The table's id; an underscore can't occur in it, so made-up names never meet real ones.</param>
    /// <param name="part">1, or more where the table goes on on a further sheet.</param>
    public static string Of(string id, int part)
    {
        var name = char.IsAsciiDigit(id[0]) || CellLike().IsMatch(id) ? $"Table_{id}" : id;
        return part == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{part}");
    }

    [GeneratedRegex("^[A-Za-z0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex LettersAndDigits();

    [GeneratedRegex("^([A-Za-z]{1,3}[0-9]+|[RrCc]|[Rr][0-9]+[Cc][0-9]*|[Rr][Cc][0-9]*)$", RegexOptions.NonBacktracking)]
    private static partial Regex CellLike();
}
