using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Changes;

/// <summary>What holds for the lines and columns of any versions, judged by the documents alone.</summary>
public sealed class LineagePropertyTests
{
    [Fact]
    public void Lines_CountNoMeasureTwiceInAVersion() => Prop.ForAll(GeneratedVersions.Draws, draws =>
        Lineage.LinesOf(GeneratedVersions.Of(draws)).All(line => line.Parts.All(part => part.Distinct().Count() == part.Count))).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_HaveTheSameWholeInNeighbouringVersions() => Prop.ForAll(GeneratedVersions.Draws, draws =>
    {
        var versions = GeneratedVersions.Of(draws);
        foreach (var line in Lineage.LinesOf(versions))
            for (var place = 1; place < versions.Count; place++)
            {
                var (old, now) = (line.Parts[place - 1], line.Parts[place]);
                if (old.Count == 0 || now.Count == 0)
                    continue;
                var links = LinksOf(versions[place - 1], versions[place]);
                if (!now.ToHashSet().SetEquals(links.Where(link => old.Contains(link.Old)).Select(link => link.New))
                    || !old.ToHashSet().SetEquals(links.Where(link => now.Contains(link.New)).Select(link => link.Old)))
                    return false;
            }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_EndOnlyWhereTheWholeEnds() => Prop.ForAll(GeneratedVersions.Draws, draws =>
    {
        var versions = GeneratedVersions.Of(draws);
        foreach (var line in Lineage.LinesOf(versions))
            for (var place = 1; place < versions.Count; place++)
            {
                var (old, now) = (line.Parts[place - 1], line.Parts[place]);
                var links = LinksOf(versions[place - 1], versions[place]);
                if (old.Count > 0 && now.Count == 0)
                {
                    var next = links.Where(link => old.Contains(link.Old)).Select(link => link.New).ToHashSet();
                    if (next.Count > 0 && links.Where(link => next.Contains(link.New)).Select(link => link.Old).ToHashSet().SetEquals(old))
                        return false;
                }
            }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_HoldEveryMeasureAlone() => Prop.ForAll(GeneratedVersions.Draws, draws =>
    {
        var versions = GeneratedVersions.Of(draws);
        var lines = Lineage.LinesOf(versions);
        return versions.Index().All(version => version.Item.Measures.Index().All(measure =>
            lines.Count(line => line.Parts[version.Index] is [var alone] && alone == measure.Index) == 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_AreAllDifferent() => Prop.ForAll(GeneratedVersions.Draws, draws =>
    {
        var lines = Lineage.LinesOf(GeneratedVersions.Of(draws)).Select(line => string.Join('|', line.Parts.Select(part => string.Join('+', part)))).ToList();
        return lines.Distinct(StringComparer.Ordinal).Count() == lines.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_HoldEveryPlaceOnce() => Prop.ForAll(GeneratedVersions.Draws, draws =>
    {
        var versions = GeneratedVersions.Of(draws);
        var columns = Lineage.ColumnsOf(versions);
        return versions.Index().All(version => columns.Select(column => column.Places[version.Index]).OfType<int>().Order()
            .SequenceEqual(Enumerable.Range(0, version.Item.Questions.Sum(question => question.Columns.Count))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_HaveIdsOfTheirOwnAndTheNewestOrder() => Prop.ForAll(GeneratedVersions.Draws, draws =>
    {
        var versions = GeneratedVersions.Of(draws);
        var columns = Lineage.ColumnsOf(versions);
        return columns.DistinctBy(column => column.Column.Id).Count() == columns.Count
            && columns.Where(column => column.Places[^1] is not null).Select(column => column.Column)
                .SequenceEqual(versions[^1].Questions.SelectMany(question => question.Columns));
    }).QuickCheckThrowOnFailure();

    /// <summary>Every old and new measure that are linked, found by comparing each with each.</summary>
    private static HashSet<(int Old, int New)> LinksOf(FormVersion before, FormVersion after)
    {
        var links = new HashSet<(int, int)>();
        var questions = after.Document.Sections.SelectMany(section => section.Questions).ToDictionary(question => question.Id);
        for (var now = 0; now < after.Measures.Count; now++)
            for (var old = 0; old < before.Measures.Count; old++)
            {
                var (one, other) = (before.Measures[old], after.Measures[now]);
                var question = questions[other.Id.Question];
                if (one.Kind == other.Kind && one.Unit == other.Unit
                    && (one.Id.Question == question.Id || question.Replaces.Contains(one.Id.Question))
                    && IsLinked(one.Id.Row, other.Id.Row, [.. question.Rows.Where(row => row.Id.Value == other.Id.Row).SelectMany(row => row.Replaces).Select(id => id.Value),
                        .. question.Choices.Where(choice => choice.Id == other.Id.Row).SelectMany(choice => choice.Replaces)])
                    && IsLinked(one.Id.Column, other.Id.Column, question.Columns.Where(column => column.Id.Value == other.Id.Column).SelectMany(column => column.Replaces).Select(id => id.Value)))
                    links.Add((old, now));
            }
        return links;
    }

    private static bool IsLinked(string? old, string? now, IEnumerable<string> replaces) => old == now || (old is not null && replaces.Contains(old, StringComparer.Ordinal));
}
