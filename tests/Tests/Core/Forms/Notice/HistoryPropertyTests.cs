using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Notice;

/// <summary>What holds for all versions of a form that were ever asked, whatever its officers tried; judged by the documents alone.</summary>
public sealed class HistoryPropertyTests
{
    private static readonly Arbitrary<int[]> Draws = Dice.Draws(400);

    [Fact]
    public void Ids_AreNeverUsedAgain() => Prop.ForAll(Draws, draws =>
    {
        var asked = GeneratedHistory.Of(draws).Asked;
        foreach (var id in asked.SelectMany(PiecesOf).Select(piece => piece.Place).Distinct(StringComparer.Ordinal))
        {
            // In one stretch of versions, and never after it.
            var places = asked.Index().Where(version => PiecesOf(version.Item).Any(piece => piece.Place == id)).Select(version => version.Index).ToList();
            if (places[^1] - places[0] != places.Count - 1)
                return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ids_NeverChangeTheirType() => Prop.ForAll(Draws, draws =>
        GeneratedHistory.Of(draws).Asked.SelectMany(PiecesOf).GroupBy(piece => piece.Place, StringComparer.Ordinal).All(same => same.DistinctBy(piece => piece.Type).Count() == 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Replaces_NamesWhatTheVersionBeforeHadAndThisOneHasNot() => Prop.ForAll(Draws, draws =>
    {
        var asked = GeneratedHistory.Of(draws).Asked;
        for (var place = 0; place < asked.Count; place++)
        {
            var (now, before) = (IdsOf(asked[place]), place == 0 ? [] : IdsOf(asked[place - 1]));
            // Two that are both still asked are never made one.
            foreach (var piece in PiecesOf(asked[place]))
                foreach (var replaced in piece.Replaces)
                    if (!replaced.Any(before.Contains) || replaced.Any(id => IsOwn(id, piece) && now.Contains(id)))
                        return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replaces_OverAllVersions_MakesNoCircle() => Prop.ForAll(Draws, draws =>
    {
        var steps = GeneratedHistory.Of(draws).Asked.SelectMany(PiecesOf).SelectMany(piece => piece.Replaces.SelectMany(replaced => replaced).Select(old => (New: piece.Place, Old: old))).ToLookup(step => step.New, step => step.Old, StringComparer.Ordinal);
        return steps.All(start => !Reaches(start.Key, start.Key, steps, []));
    }).QuickCheckThrowOnFailure();

    /// <summary>Otherwise nothing was proved: histories have splits and joins, refusals and withdrawals.</summary>
    [Fact]
    public void Histories_AsGenerated_AreOfAllKinds()
    {
        var random = new Random(20260710);
        var histories = Enumerable.Range(0, 60).Select(_ => GeneratedHistory.Of([.. Enumerable.Range(0, 400).Select(_ => random.Next(1000))])).ToList();
        Assert.True(histories.Sum(history => history.TurnedDown) > 100);
        Assert.True(histories.Sum(history => history.Withdrawn) > 10);
        var replacing = histories.SelectMany(history => history.Asked).SelectMany(PiecesOf).Where(piece => piece.Replaces.Count > 0).ToList();
        Assert.True(replacing.Count(piece => piece.Replaces.Count == 1) > 40);
        Assert.True(replacing.Count(piece => piece.Replaces.Count > 1) > 5);
        Assert.Contains(replacing, piece => !piece.Place.Contains('/', StringComparison.Ordinal));
    }

    /// <param name="Place">The question, or the question and one of its parts.</param>
    /// <param name="Replaces">Each thing that it replaces, by all the places where that may have stood: in its own question, or in one that this one replaces.</param>
    private sealed record Piece(string Place, string Type, IReadOnlyList<IReadOnlyList<string>> Replaces);

    private static List<Piece> PiecesOf(FormDocument document)
    {
        var pieces = new List<Piece>();
        foreach (var question in document.Sections.SelectMany(section => section.Questions))
        {
            IReadOnlyList<string> owners = [question.Id.Value, .. question.Replaces.Select(id => id.Value)];
            Piece Of(string kind, string id, string type, IEnumerable<string> replaces) =>
                new($"{question.Id}/{kind}/{id}", type, [.. replaces.Select(old => (IReadOnlyList<string>)[.. owners.Select(owner => $"{owner}/{kind}/{old}")])]);
            pieces.Add(new Piece(question.Id.Value, question.Type, [.. question.Replaces.Select(id => (IReadOnlyList<string>)[id.Value])]));
            pieces.AddRange(question.Choices.Select(choice => Of("choice", choice.Id, "", choice.Replaces)));
            pieces.AddRange(question.Rows.Select(row => Of("row", row.Id.Value, "", row.Replaces.Select(id => id.Value))));
            pieces.AddRange(question.Columns.Select(column => Of("column", column.Id.Value, column.Type, column.Replaces.Select(id => id.Value))));
            pieces.AddRange(question.Questions.Select(part => Of("part", part.Id.Value, part.Type, part.Replaces.Select(id => id.Value))));
        }
        return pieces;
    }

    private static HashSet<string> IdsOf(FormDocument document) => [.. PiecesOf(document).Select(piece => piece.Place)];

    private static bool IsOwn(string id, Piece piece) => id.Split('/')[0] == piece.Place.Split('/')[0] || !piece.Place.Contains('/', StringComparison.Ordinal);

    private static bool Reaches(string from, string to, ILookup<string, string> steps, HashSet<string> seen)
    {
        foreach (var old in steps[from])
            if (old == to || (seen.Add(old) && Reaches(old, to, steps, seen)))
                return true;
        return false;
    }
}
