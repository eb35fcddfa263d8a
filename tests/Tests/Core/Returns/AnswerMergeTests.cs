using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Returns;

/// <summary>Two people change one answer from the same start.</summary>
public sealed class AnswerMergeTests
{
    private static readonly TableQuestion Table = (TableQuestion)GeneratedAnswers.EveryType.Find("by-kind")!;

    [Fact]
    public void Merge_OfDifferentCells_HoldsBoth()
    {
        var merged = AnswerMerge.Of(Table, Json("""{"who":{"people":1,"amount":2}}"""), Json("""{"who":{"people":5,"amount":2}}"""), Json("""{"areas":{"people":7},"who":{"people":1,"amount":3}}"""));
        Assert.Empty(merged.Places);
        Assert.Equal("""{"areas":{"people":7},"who":{"amount":3,"people":5}}""", Text(merged.ValueJson));
    }

    [Fact]
    public void Merge_OfTheSameCell_NamesItAndKeepsTheRest()
    {
        var merged = AnswerMerge.Of(Table, Json("""{"who":{"people":1}}"""), Json("""{"who":{"people":5}}"""), Json("""{"who":{"people":6,"amount":3}}"""));
        Assert.Equal(["by-kind/who/people"], merged.Places);
        Assert.Equal("""{"who":{"amount":3,"people":5}}""", Text(merged.ValueJson));
    }

    [Fact]
    public void Merge_OfAClearedAndAnUntouchedCell_LeavesNoAnswer() =>
        Assert.Equal("null", Text(AnswerMerge.Of(Table, Json("""{"who":{"people":1,"amount":2}}"""), Json("""{"who":{"amount":2}}"""), Json("""{"who":{"people":1}}""")).ValueJson));

    [Fact]
    public void Merge_OfAWholeAnswer_IsAskedAboutOnlyWhereBothChangedItOtherwise()
    {
        var people = GeneratedAnswers.EveryType.Find("people")!;
        Assert.Equal(["people"], AnswerMerge.Of(people, Json("1"), Json("2"), Json("3")).Places);
        Assert.Equal("3", Text(AnswerMerge.Of(people, Json("1"), Json("1"), Json("3")).ValueJson));
        Assert.Equal("2", Text(AnswerMerge.Of(people, Json("1"), Json("2"), Json("1")).ValueJson));
        Assert.Empty(AnswerMerge.Of(people, Json("1"), Json("2"), Json("2")).Places);
    }

    [Fact]
    public void Merge_OfAnyTables_HasEachCellFromWhoChangedIt() =>
        Prop.ForAll(Tables(), tables =>
        {
            var (shown, yours, theirs) = tables;
            var merged = AnswerMerge.Of(Table, Json(shown), Json(yours), Json(theirs));
            var (s, y, t, m) = (Cells(shown), Cells(yours), Cells(theirs), Cells(Text(merged.ValueJson)));
            for (var cell = 0; cell < s.Length; cell++)
                if (y[cell] == s[cell] ? m[cell] != t[cell] : m[cell] != y[cell])
                    return false;
            return merged.Places.Count == Enumerable.Range(0, s.Length).Count(cell => y[cell] != s[cell] && t[cell] != s[cell] && y[cell] != t[cell]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_WithoutContradiction_IsTheSameWhoeverSavesLater() =>
        Prop.ForAll(Tables(), tables =>
        {
            var (shown, yours, theirs) = tables;
            var (one, other) = (AnswerMerge.Of(Table, Json(shown), Json(yours), Json(theirs)), AnswerMerge.Of(Table, Json(shown), Json(theirs), Json(yours)));
            return one.Places.SequenceEqual(other.Places) && (one.Places.Count > 0 || Text(one.ValueJson) == Text(other.ValueJson));
        }).QuickCheckThrowOnFailure();

    /// <summary>Three tables that share most of their cells.</summary>
    private static Arbitrary<(string Shown, string Yours, string Theirs)> Tables()
    {
        var cells = Table.Rows.Count * Table.TableColumns.Count;
        var cell = Gen.Elements<decimal?>(null, 0, 1, 2);
        return Gen.ArrayOf(cell.Select(a => a).Zip(cell.Zip(Gen.Choose(0, 3))), cells).Select(drawn => (
            TextOf([.. drawn.Select(one => one.Item1)]),
            TextOf([.. drawn.Select(one => one.Item2.Item2 is 1 or 3 ? one.Item2.Item1 : one.Item1)]),
            TextOf([.. drawn.Select(one => one.Item2.Item2 is 2 ? one.Item2.Item1 : one.Item2.Item2 is 3 && one.Item2.Item1 is { } figure ? figure + 5 : one.Item1)]))).ToArbitrary();
    }

    private static string TextOf(decimal?[] cells)
    {
        if (Array.TrueForAll(cells, cell => cell is null))
            return "null";
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new System.Text.Json.Utf8JsonWriter(bytes))
            Table.Write(json, new TableAnswer(cells));
        return Text(bytes.WrittenMemory);
    }

    private static decimal?[] Cells(string json)
    {
        var reader = new System.Text.Json.Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Table.Parse(ref reader, new Findings()) is TableAnswer answer ? [.. answer.Cells] : new decimal?[Table.Rows.Count * Table.TableColumns.Count];
    }

    private static ReadOnlyMemory<byte> Json(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte> json) => System.Text.Encoding.UTF8.GetString(json.Span);
}
