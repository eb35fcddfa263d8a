using System.Text.RegularExpressions;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Docs;

/// <summary>docs/accessibility.md goes through all of WCAG 2.2 A and AA, and names only tests that are there.</summary>
public sealed partial class AccessibilityDocTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs", "accessibility.md"));

    /// <summary>W3C Recommendation of 12 December 2024: A and AA, without 4.1.1, which is obsolete.</summary>
    private static readonly string[] OfA =
    [
        "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2", "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4",
        "2.5.1", "2.5.2", "2.5.3", "2.5.4", "3.1.1", "3.2.1", "3.2.2", "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.2",
    ];

    private static readonly string[] OfAA =
    [
        "1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8",
        "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3",
    ];

    [Fact]
    public void Criteria_StandOnceEachInOrder_AndAllOfThem()
    {
        var rows = Row().Matches(Text).Select(row => (Id: row.Groups["id"].Value, Level: row.Groups["level"].Value)).ToList();

        Assert.Equal(rows.Select(row => row.Id).OrderBy(Version.Parse), rows.Select(row => row.Id));
        Assert.Equal(OfA.Order(StringComparer.Ordinal), rows.Where(row => row.Level == "A").Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(OfAA.Order(StringComparer.Ordinal), rows.Where(row => row.Level == "AA").Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TestsNamed_AreThere()
    {
        var classes = typeof(AccessibilityDocTests).Assembly.GetTypes().ToLookup(type => type.Name, StringComparer.Ordinal);
        var named = SecurityDoc.TestsIn(Text).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, test =>
        {
            Assert.True(classes.Contains(test.Class), $"There is no class {test.Class}.");
            Assert.True(test.Method is null || classes[test.Class].Any(type => type.GetMethod(test.Method) is not null), $"There is no test {test.Class}.{test.Method}.");
        });
    }

    [GeneratedRegex(@"^\| (?<id>[0-9]+\.[0-9]+\.[0-9]+) [^|]+ \| (?<level>A|AA) \| (met|partly|n/a) \| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
