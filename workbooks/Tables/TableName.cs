using System.Globalization;

namespace MonitoringReturns.Workbooks.Tables;

/// <summary>The name formulas call a table by: its id, unless a spreadsheet would take that for a cell.</summary>
internal static class TableName
{
    private const int MaximumIdLength = 200;
    private const int MostColumnLetters = 3;

    /// <summary>Refuses what is not letters and digits.</summary>
    public static void Check(string id)
    {
        if (id.Length is 0 or > MaximumIdLength || !id.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException($"A table's id is 1 to {MaximumIdLength} letters and digits: '{id}' is not.", nameof(id));
    }

    /// <param name="id">The table's id; an underscore can't occur in it, so made-up names never meet real ones.</param>
    /// <param name="part">1, or more where the table goes on on a further sheet.</param>
    public static string Of(string id, int part)
    {
        var name = char.IsAsciiDigit(id[0]) || IsCell(id) || IsNumberedCell(id) ? $"Table_{id}" : id;
        return part == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{part}");
    }

    /// <summary>Like AB12.</summary>
    private static bool IsCell(string id)
    {
        var digits = id.AsSpan().TrimStart(Letters);
        return !digits.IsEmpty && id.Length - digits.Length <= MostColumnLetters && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Like R1C1, RC or only R, as spreadsheets may number their cells.</summary>
    private static bool IsNumberedCell(string id)
    {
        var rest = id.AsSpan();
        if (rest[0] is 'R' or 'r')
            rest = rest[1..].TrimStart(Digits);
        if (!rest.IsEmpty && rest[0] is 'C' or 'c')
            rest = rest[1..].TrimStart(Digits);
        return rest.IsEmpty;
    }

    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
}
