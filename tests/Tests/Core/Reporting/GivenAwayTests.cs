using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting;

/// <summary>
/// Nothing that is hidden in a whole cut can be worked out from all that it shows: of every small table that there can be, those whose cuts
/// look alike differ in each cell that is hidden.
/// </summary>
public sealed class GivenAwayTests
{
    /// <summary>The most people in a table: of every total that there is, all tables are tried.</summary>
    private const int Most = 14;

    /// <summary>What isn't a figure: digests of what is in the returns, which differ wherever anything does.</summary>
    private static readonly string[] Digests = ["Manifest", "ManifestReturns", "Periods"];

    private static readonly FormVersion Form = A.Form(
        // The total stands in two places besides: in another question, and in an indicator with its sums, shares and trend.
        A.QuestionJson("helped", "count"),
        A.QuestionJson("ages", "table",
            """
            "sensitive":true,"rows":[{"id":"young","label":"Young"},{"id":"old","label":"Old"},{"id":"unknown","label":"Not known"}],
            "columns":[{"id":"people","label":"People","type":"count","indicator":"aged"}]
            """));

    [Fact]
    public void Cut_OfEverySmallTable_LeavesEachHiddenCellTwoPossibleNumbers()
    {
        var views = new Dictionary<string, List<int?[]>>(StringComparer.Ordinal);
        var hidden = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var table in Tables())
        {
            var written = CutOf(table);
            var view = string.Join('\n', written.Tables.Where(one => !Digests.Contains(one.Table.Id)).SelectMany(one => one.Shown));
            if (!views.TryGetValue(view, out var alike))
                views[view] = alike = [];
            alike.Add(table);
            hidden[view] = HiddenRows(written);
        }

        Assert.InRange(hidden.Values.Count(rows => rows.Length > 0), 50, 2000);
        foreach (var (view, rows) in hidden)
            foreach (var row in rows)
                Assert.True(views[view].Select(table => table[row] ?? 0).Distinct().Count() > 1, $"Row {row} of {string.Join(' ', views[view][0])} is given away.");
    }

    private static IEnumerable<int?[]> Tables()
    {
        int?[] cells = [null, .. Enumerable.Range(0, Most + 1)];
        return from young in cells
               from old in cells
               from unknown in cells
               where (young ?? old ?? unknown) is not null && (young ?? 0) + (old ?? 0) + (unknown ?? 0) <= Most
               select (int?[])[young, old, unknown];
    }

    /// <summary>The cells that the sheet of all answers shows as words.</summary>
    private static int[] HiddenRows(RecordingReportWriter written)
    {
        var answers = written["Answers"]["Answers"];
        return [.. new[] { "young", "old", "unknown" }.Index().Where(row => answers[$"ages/{row.Item}/people"][0].Kind == CellKind.Text).Select(row => row.Index)];
    }

    private static RecordingReportWriter CutOf(int?[] table)
    {
        var cells = new[] { "young", "old", "unknown" }.Zip(table).Where(cell => cell.Second is not null).Select(cell => $"\"{cell.First}\":{{\"people\":{cell.Second}}}");
        var answers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["helped"] = $"{table.Sum()}",
            ["ages"] = $"{{{string.Join(',', cells)}}}",
        };
        var reader = GeneratedProgrammes.CoFunders[0];
        var award = An.Award() with { Contributions = [new Contribution(reader, 1000)], Profiles = [new Profile(new IndicatorId("aged"), new PeriodId("q1"), 10)] };
        var programme = A.Programme() with
        {
            Calendar = [GeneratedProgrammes.Quarter(0)],
            CoFunders = [new NamedOrganisation(reader, "The reader")],
            Indicators = [A.Indicator("aged")],
        };
        var filed = new FiledReturn(1, answers, new Dictionary<string, string>(StringComparer.Ordinal));
        return new ProgrammeCase(programme, [Form], [award], new Dictionary<(AwardId, int), FiledReturn> { [(award.Id, 0)] = filed }).Write(new CaseReport(0, 0, reader));
    }
}
