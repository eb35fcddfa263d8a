using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting;

/// <summary>Not asked, not answered and nought are three things in every sheet that shows figures, over two versions of a form too.</summary>
public sealed class NotAskedTests
{
    private static readonly RecordingReportWriter Span = Case().Write(new(0, 1, null));

    private static readonly RecordingReportWriter Second = Case().Write(new(1, 1, null));

    [Theory]
    // By award and period: a1 q1, a1 q2, a2 q1, a2 q2. In the first quarter version 1 asks meals, in the second version 2 asks visits.
    [InlineData("always", CellKind.Count, CellKind.Empty, CellKind.Empty, CellKind.Count)]
    [InlineData("meals", CellKind.NotAsked, CellKind.NotAsked, CellKind.Count, CellKind.NotAsked)]
    [InlineData("visits", CellKind.NotAsked, CellKind.Count, CellKind.NotAsked, CellKind.Empty)]
    public void Answers_OverTwoVersions_TellThemApart(string column, params CellKind[] kinds) => Assert.Equal(kinds, Kinds(Span["Answers"]["Answers"][column]));

    [Theory]
    [InlineData("always", "Reported 0", "Not answered ", "Not answered ", "Reported 3")]
    [InlineData("meals", "Not asked not asked", "Not asked not asked", "Reported 0", "Not asked not asked")]
    [InlineData("visits", "Not asked not asked", "Reported 0", "Not asked not asked", "Not answered ")]
    public void Indicators_OverTwoVersions_TellThemApart(string indicator, params string[] shown) => Assert.Equal(
        shown, Span["Indicators"]["Indicators"].Rows.Where(row => row[3].Text == $"Indicator {indicator}" && row[0].Text != "a3").Select(row => $"{row[9].Text} {ReadableCell.Of(row[7])}"));

    [Fact]
    public void Indicators_OfAReturnThatIsNotIn_SayThatAndNotThatItWasNotAsked() => Assert.Equal(
        ["always q1 No return ", "meals q1 No return ", "visits q1 Not asked not asked", "always q2 No return ", "meals q2 Not asked not asked", "visits q2 No return "],
        Span["Indicators"]["Indicators"].Rows.Where(row => row[0].Text == "a3").Select(row => $"{row[3].Text!["Indicator ".Length..]} {row[2].Text} {row[9].Text} {ReadableCell.Of(row[7])}"));

    [Fact]
    public void Awards_TellThemApart()
    {
        Assert.Equal([CellKind.Count, CellKind.Count, CellKind.Empty], Kinds(Span["Awards"]["Awards"]["always-actual"]));
        // Whether the third would have been asked, only its return could say.
        Assert.Equal([CellKind.NotAsked, CellKind.Count, CellKind.Empty], Kinds(Span["Awards"]["Awards"]["meals-actual"]));
        Assert.Equal([CellKind.Empty, CellKind.Count, CellKind.Empty], Kinds(Second["Awards"]["Awards"]["always-actual"]));
        Assert.Equal([CellKind.NotAsked, CellKind.NotAsked, CellKind.NotAsked], Kinds(Second["Awards"]["Awards"]["meals-actual"]));
        Assert.Equal([CellKind.Count, CellKind.Empty, CellKind.Empty], Kinds(Second["Awards"]["Awards"]["visits-actual"]));
    }

    [Fact]
    public void Trend_TellsThemApart()
    {
        var indicators = Span["Trend"]["IndicatorTrend"];
        Assert.Equal([CellKind.Count, CellKind.Count], Kinds(indicators["always-actual"]));
        Assert.Equal([CellKind.Count, CellKind.NotAsked], Kinds(indicators["meals-actual"]));
        Assert.Equal([CellKind.NotAsked, CellKind.Count], Kinds(indicators["visits-actual"]));
        Assert.Equal(
            ["The always | number | 0 | 3", "The visits | number | not asked | 0", "The never | number |  | ", "The meals | number | 0 | not asked"],
            Span["Trend"]["Trend"].Shown.Where(row => !row.Contains("returns", StringComparison.Ordinal)));
    }

    [Fact]
    public void Trend_OfAPeriodWithoutAReturn_IsEmptyWhereItWasAsked()
    {
        var written = (Case() with { Filed = new Dictionary<(AwardId, int), FiledReturn>() }).Write(new(1, 1, null));

        Assert.Equal(["Quarter 1 | 1 | 0 |  |  | not asked", "Quarter 2 | 2 (changed) | 0 |  | not asked | "], written["Trend"]["IndicatorTrend"].Shown);
        Assert.Contains("The visits | number | not asked | ", written["Trend"]["Trend"].Shown);
    }

    [Fact]
    public void TidyCells_AreThoseOfTheirVersionAndTellThemApart()
    {
        var cells = Span["Answer cells"]["AnswerCells"];
        Assert.Equal(
            [
                "a1 q1 always Count", "a1 q1 meals NotAsked", "a1 q1 never Empty", "a1 q2 always Empty", "a1 q2 visits Count", "a1 q2 never Empty",
                "a2 q1 always Empty", "a2 q1 meals Count", "a2 q1 never Empty", "a2 q2 always Count", "a2 q2 visits Empty", "a2 q2 never Empty",
            ],
            cells.Rows.Where(row => row[4].Text != "more").Select(row => $"{row[0].Text} {row[2].Text} {row[5].Text} {row[6].Kind}"));
    }

    [Fact]
    public void Summary_TellsThemApart()
    {
        Assert.Equal([CellKind.Count, CellKind.Count, CellKind.Count], Kinds(Span["Summary"]["IndicatorTotals"]["actual"]));
        Assert.Equal([CellKind.Count, CellKind.NotAsked, CellKind.Count], Kinds(Second["Summary"]["IndicatorTotals"]["actual"]));
    }

    private static IEnumerable<CellKind> Kinds(IEnumerable<Cell> cells) => cells.Select(cell => cell.Kind);

    private static ProgrammeCase Case()
    {
        var programme = A.Programme() with
        {
            Calendar = [GeneratedProgrammes.Quarter(0), GeneratedProgrammes.Quarter(1)],
            Indicators = [A.Indicator("always"), A.Indicator("meals"), A.Indicator("visits")],
        };
        var first = Form(1, A.QuestionJson("meals", "count", """ "indicator":"meals","askIf":{"question":"more","is":["yes"]} """));
        var second = Form(2, A.QuestionJson("visits", "count", "\"indicator\":\"visits\""));
        return new ProgrammeCase(programme, [first, second], [An.Award("a1"), An.Award("a2"), An.Award("a3")], new Dictionary<(AwardId, int), FiledReturn>
        {
            [(new AwardId("a1"), 0)] = Return(("always", "0"), ("more", "false"), ("meals", "5")),
            [(new AwardId("a1"), 1)] = Return(("visits", "0")),
            [(new AwardId("a2"), 0)] = Return(("more", "true"), ("meals", "0")),
            [(new AwardId("a2"), 1)] = Return(("always", "3")),
        });
    }

    private static FiledReturn Return(params (string Question, string Json)[] answers) =>
        new(1, answers.ToDictionary(answer => answer.Question, answer => answer.Json, StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));

    private static FormVersion Form(int number, string own) => FormVersion.Read(Encoding.UTF8.GetBytes(
        A.Document(A.Section("s", A.QuestionJson("always", "count", "\"indicator\":\"always\""), A.QuestionJson("more", "yesNo"), own, A.QuestionJson("never", "count")))
            .Replace("\"version\":1", $"\"version\":{number}", StringComparison.Ordinal)));
}
