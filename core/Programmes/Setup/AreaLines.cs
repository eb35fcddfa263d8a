using System.Globalization;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>
/// Areas as people type them, one a line: the code and the name; then, where there are any, the tile's column and row, and the funder whose rows count the
/// area, such as <c>E09000012 Hackney; 5, 3; GB-LAE-HCK</c>.
/// </summary>
public static class AreaLines
{
    public const string Example = "E09000012 Hackney";

    public static string Write(IEnumerable<Area> areas) => string.Join('\n', areas.Select(Write));

    public static string Write(Area area) => string.Join("; ", [
        $"{area.Code} {area.Name}",
        .. area.Tile is { } tile ? [string.Create(CultureInfo.InvariantCulture, $"{tile.Column}, {tile.Row}")] : Array.Empty<string>(),
        .. area.CountedBy is { } funder ? [funder.Value] : Array.Empty<string>()]);

    /// <param name="place">The box that the lines stand in.</param>
    public static (IReadOnlyList<Area> Areas, IReadOnlyList<Finding> Findings) Read(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (areas, findings) = (new List<Area>(), new List<Finding>());
        foreach (var (number, line) in text.Split('\n').Select(line => line.Trim()).Index())
            if (line.Length > 0)
                if (Read(line) is { } area)
                    areas.Add(area);
                else
                    findings.Add(new Finding(Catalogue.WrongType, FindingKind.Refused, place, $"Line {number + 1}: enter a code and a name, like {Example}; a tile’s column and row and a funder’s identifier may follow, each after a semicolon."));
        return (areas, findings);
    }

    /// <summary>One line; null where it says no area.</summary>
    public static Area? Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts[0].Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is not [var typed, var name] || !AreaCode.TryParse(typed.ToUpperInvariant(), out var code))
            return null;
        var area = new Area(code, name);
        foreach (var part in parts.Skip(1))
            if (area.Tile is null && TileIn(part) is { } tile)
                area = area with { Tile = tile };
            else if (area.CountedBy is null && OrganisationId.TryParse(part.ToUpperInvariant(), out var funder))
                area = area with { CountedBy = funder };
            else
                return null;
        return area;
    }

    private static Tile? TileIn(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries) is [var column, var row]
        && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var x) && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            ? new Tile(x, y) : null;
}
