using System.Globalization;
using System.Reflection;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Docs;

/// <summary>docs/security.md names only what is there, and counts what it says.</summary>
public sealed class SecurityDocTests
{
    private const int OfLevel1 = 70;
    private const int OfLevel2 = 183;

    [Fact]
    public void Items_StandOnceEachInOrder_AndAllOfThem()
    {
        var ids = SecurityDoc.Items.Select(item => item.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal).OrderBy(Version.Parse), ids);
        Assert.Equal(OfLevel1, SecurityDoc.Items.Count(item => item.Level == 1));
        Assert.Equal(OfLevel2, SecurityDoc.Items.Count(item => item.Level == 2));
        Assert.Equal(SecurityDoc.LinesOfItems, ids.Count);
    }

    [Fact]
    public void Verdicts_AreOneOfThree() => Assert.All(SecurityDoc.Items, item => Assert.True(item.Verdict is "met" or "n/a" or "open", $"{item.Id} is {item.Verdict}."));

    [Fact]
    public void Counts_InTheHead_AreThoseOfTheTables()
    {
        string Counted(IEnumerable<SecurityItem> items)
        {
            var all = items.ToList();
            return string.Join(' ', new[] { all.Count, all.Count(item => item.Verdict == "met"), all.Count(item => item.Verdict == "n/a"), all.Count(item => item.Verdict == "open") }
                .Select(number => number.ToString(CultureInfo.InvariantCulture)));
        }

        var tables = SecurityDoc.Items.GroupBy(item => item.Id.Split('.')[0], StringComparer.Ordinal).ToDictionary(chapter => chapter.Key, Counted, StringComparer.Ordinal);
        tables["All"] = Counted(SecurityDoc.Items);
        Assert.Equal(tables.OrderBy(chapter => chapter.Key, StringComparer.Ordinal), SecurityDoc.Counts.OrderBy(chapter => chapter.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void FilesNamed_AreThere()
    {
        Assert.NotEmpty(SecurityDoc.Files);
        Assert.All(SecurityDoc.Files, file => Assert.True(Path.Exists(Path.Combine(ProjectFolder.Root, file)), $"{file} is not there."));
    }

    [Fact]
    public void TestsNamed_AreThere()
    {
        var classes = typeof(SecurityDocTests).Assembly.GetTypes().ToLookup(type => type.Name, StringComparer.Ordinal);
        Assert.NotEmpty(SecurityDoc.Tests);
        Assert.All(SecurityDoc.Tests, test =>
        {
            Assert.True(classes.Contains(test.Class), $"There is no class {test.Class}.");
            Assert.True(test.Method is null || classes[test.Class].Any(type => IsTest(type.GetMethod(test.Method))), $"There is no test {test.Class}.{test.Method}.");
        });
    }

    [Fact]
    public void WhatIsMet_NamesItsTestOrSaysThatThereIsNone() => Assert.All(
        SecurityDoc.Items.Where(item => item.Verdict == "met"),
        item => Assert.True(SecurityDoc.TestsIn(item.Where).Any() || item.Where.Contains("no test", StringComparison.Ordinal), $"{item.Id} names no test."));

    [Fact]
    public void WhatIsOpen_SaysWhoDoesItAndWhen() => Assert.All(
        SecurityDoc.Items.Where(item => item.Verdict == "open"),
        item => Assert.True(
            item.Where.Contains("Portal: ", StringComparison.Ordinal) || item.Where.Contains("Operator: ", StringComparison.Ordinal) || item.Where.Contains("Operator, ", StringComparison.Ordinal),
            $"{item.Id} is nobody's."));

    private static bool IsTest(MethodInfo? method) => method?.GetCustomAttributes().Any(attribute => attribute is FactAttribute) == true;
}
