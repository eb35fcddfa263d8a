using System.Globalization;
using System.Text.RegularExpressions;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Docs;

/// <summary>A row of docs/security.md.</summary>
/// <param name="Where">Where it is met and what shows it, why it does not apply, or what is missing.</param>
internal sealed record SecurityItem(string Id, int Level, string Verdict, string Where);

/// <summary>Reads docs/security.md: its rows, its counts, and the files and tests that it names.</summary>
internal static partial class SecurityDoc
{
    private const string Folder = "docs";

    private static readonly string Text = File.ReadAllText(Path.Combine(ProjectFolder.Root, Folder, "security.md"));

    private static readonly string[] Rooms = [".ci", "core", "docs", "forms", "functions", "infra", "local", "storage", "tests", "web", "workbooks"];

    public static IReadOnlyList<SecurityItem> Items { get; } = [.. Row().Matches(Text).Select(row =>
        new SecurityItem(row.Groups["id"].Value, int.Parse(row.Groups["level"].Value, CultureInfo.InvariantCulture), row.Groups["verdict"].Value, row.Groups["where"].Value))];

    /// <summary>How many lines begin like a row, also where they are none.</summary>
    public static int LinesOfItems { get; } = RowBegins().Count(Text);

    /// <summary>A chapter's number, or <c>All</c>, and its counts as the head has them: items, met, n/a, open.</summary>
    public static IReadOnlyDictionary<string, string> Counts { get; } =
        Count().Matches(Text).ToDictionary(count => count.Groups["chapter"].Value, count => count.Groups["numbers"].Value.Replace(" | ", " ", StringComparison.Ordinal), StringComparer.Ordinal);

    /// <summary>From the project's folder.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. NamesIn(Text)
        .Where(name => Rooms.Contains(name.Split('/')[0], StringComparer.Ordinal) || name.EndsWith(".props", StringComparison.Ordinal))
        .Concat(Link().Matches(Text).Select(link => Path.Combine(Folder, link.Groups["file"].Value)))];

    public static IReadOnlyList<(string Class, string? Method)> Tests { get; } = [.. TestsIn(Text)];

    public static IEnumerable<(string Class, string? Method)> TestsIn(string text) =>
        NamesIn(text).Select(name => TestName().Match(name)).Where(test => test.Success)
            .Select(test => (test.Groups["class"].Value, test.Groups["method"].Success ? test.Groups["method"].Value : null));

    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(name => name.Groups["name"].Value);

    [GeneratedRegex(@"^\| (?<id>[0-9]+\.[0-9]+\.[0-9]+) \| (?<level>[12]) \| [^|]+ \| (?<verdict>[^| ]+) \| (?<where>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| *[0-9]+\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowBegins();

    [GeneratedRegex(@"^\| (?<chapter>[0-9]+|All)( [^|]+)? \| (?<numbers>[0-9]+( \| [0-9]+){3}) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();

    [GeneratedRegex("`(?<name>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<class>[A-Z][A-Za-z]+Tests)(\.(?<method>\w+))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\]\((?<file>[^):#]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
