using System.Globalization;
using System.Text.RegularExpressions;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Storage;

/// <summary>A kind of row as docs/storage.md shows it by an example.</summary>
internal sealed record ShownRow(string Table, string Partition, string Row, IReadOnlyList<ShownProperty> Properties);

/// <param name="Type">text, int32, int64, double, bool, time or bytes.</param>
/// <param name="Value">The example; null for bytes.</param>
internal sealed record ShownProperty(string Name, string Type, string? Value);

/// <summary>Reads the examples in docs/storage.md.</summary>
internal static partial class StorageDoc
{
    public static readonly string Text = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs", "storage.md"));

    /// <summary>The rows of the tables below the headings that are a table's name.</summary>
    public static IReadOnlyList<ShownRow> Rows { get; } = [.. Sections("Tables").SelectMany(section => CellsOf(section.Body).Select(cells =>
        new ShownRow(section.Name, Code(cells[0]), Code(cells[1]), PropertiesOf(cells[3]))))];

    /// <summary>Container and name of each kind of blob.</summary>
    public static IReadOnlyList<(string Container, string Name)> Blobs { get; } =
        [.. CellsOf(Part("Containers")).Select(cells => (Code(cells[0]), Code(cells[1])))];

    /// <summary>Queue and example message.</summary>
    public static IReadOnlyList<(string Queue, string Message)> Messages { get; } =
        [.. CellsOf(Part("Queues")).Select(cells => (Code(cells[0]), Code(cells[1])))];

    /// <summary>
    /// What kind of key it is: the mark at its start and the separators stay, numbers and long hexadecimals count by length, the rest is an id.
    /// </summary>
    public static string ShapeOf(string key) =>
        key.StartsWith('|') ? key : Piece().Replace(key, piece =>
            piece.Index == 0 && piece.Length == 1 ? piece.Value
            : piece.Value.All(char.IsAsciiDigit) ? $"<{piece.Length} digits>"
            : piece.Length >= 12 && piece.Value.All(char.IsAsciiHexDigitLower) ? $"<{piece.Length} hex>"
            : "<id>");

    /// <summary>As <see cref="ShapeOf"/>, for the name of a blob: folders, and the file's own name.</summary>
    public static string ShapeOfBlob(string name) => string.Join('/', name.Split('/').Select(part =>
        part.Contains('.', StringComparison.Ordinal) ? part
        // The start of a digest, which may happen to be digits alone.
        : Cut().IsMatch(part) ? "<8 digits>-<12 hex>"
        : ShapeOf(part)));

    public static string TypeOf(object value) => value switch
    {
        string => "text",
        int => "int32",
        long => "int64",
        double => "double",
        bool => "bool",
        DateTimeOffset => "time",
        byte[] => "bytes",
        _ => value.GetType().Name,
    };

    public static bool IsOfType(string text, string type) => type switch
    {
        "text" => text.Length > 0,
        "int32" => int.TryParse(text, CultureInfo.InvariantCulture, out _),
        "int64" => long.TryParse(text, CultureInfo.InvariantCulture, out _),
        "double" => double.TryParse(text, CultureInfo.InvariantCulture, out _),
        "bool" => text is "true" or "false",
        "time" => text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    /// <summary>The text below a heading of the second level.</summary>
    private static string Part(string heading) =>
        Parts().Split(Text).Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Body)> Sections(string heading) =>
        Part(heading).Split("\n### `").Skip(1).Select(section => (section[..section.IndexOf('`', StringComparison.Ordinal)], section));

    /// <summary>The cells of the rows of the Markdown tables in a text, headings left out.</summary>
    private static IEnumerable<string[]> CellsOf(string text) =>
        text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => CellEnd().Split(line)[1..^1].Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal)).ToArray());

    private static string Code(string cell) => cell.StartsWith('`') && cell.EndsWith('`') ? cell[1..^1] : throw new FormatException($"'{cell}' is not an example.");

    private static ShownProperty[] PropertiesOf(string cell) =>
        [.. Property().Matches(cell).Select(match => new ShownProperty(
            match.Groups["name"].Value, match.Groups["type"].Value, match.Groups["value"] is { Success: true } value ? value.Value : null))];

    [GeneratedRegex("[^|!]+", RegexOptions.None, 1000)]
    private static partial Regex Piece();

    [GeneratedRegex("^[0-9]{8}-[0-9a-f]{12}$", RegexOptions.None, 1000)]
    private static partial Regex Cut();

    [GeneratedRegex("^## ", RegexOptions.Multiline, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, 1000)]
    private static partial Regex CellEnd();

    [GeneratedRegex("`(?<name>[A-Za-z0-9]+)` (?<type>text|int32|int64|double|bool|time|bytes)( `(?<value>[^`]+)`)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Property();
}
