using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting.Sheets;

/// <summary>Direction and bands at their boundaries, ratios by hand, and latest figures.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData("90", "Green")]
    [InlineData("89", "Amber")]
    [InlineData("75", "Amber")]
    [InlineData("74", "Red")]
    [InlineData("0", "Red")]
    [InlineData("1000", "Green")]
    [InlineData(null, null)]
    public void Band_AtItsBoundary_IsTheBetterOne(string? actual, string? band) =>
        Assert.Equal(band, Written(AddsUpAs.Sum, (actual, 100))["Awards"]["Awards"]["band"][0].Text);

    [Theory]
    // Profile 200: two people are a percentage point.
    [InlineData("100", "102", "→ same")]
    [InlineData("100", "103", "↑ up")]
    [InlineData("102", "100", "→ same")]
    [InlineData("103", "100", "↓ down")]
    [InlineData(null, "100", null)]
    [InlineData("100", null, null)]
    public void Direction_AgainstTheProfile_IsTheSameUpToAPercentagePoint(string? before, string? now, string? direction)
    {
        var written = Written(AddsUpAs.Sum, (before, 200), (now, 200));

        Assert.Equal((direction, direction), (written["Awards"]["Awards"]["direction"][0].Text, written["Summary"]["IndicatorTotals"]["direction"][0].Text));
    }

    [Theory]
    [InlineData("100", "101", "→ same")]
    [InlineData("100", "102", "↑ up")]
    [InlineData("100", "99", "→ same")]
    [InlineData("100", "98", "↓ down")]
    [InlineData("0", "0", "→ same")]
    [InlineData("0", "1", "↑ up")]
    [InlineData("1", "0", "↓ down")]
    public void Direction_WithoutAProfile_IsTheSameUpToOnePerCent(string before, string now, string direction) =>
        Assert.Equal(direction, Written(AddsUpAs.Sum, (before, null), (now, null))["Summary"]["IndicatorTotals"]["direction"][0].Text);

    [Fact]
    public void Direction_InAFirstPeriod_IsNone() => Assert.Equal(CellKind.Empty, Written(AddsUpAs.Sum, ("100", 100))["Summary"]["IndicatorTotals"]["direction"][0].Kind);

    [Fact]
    public void Ratio_OfThirtyTwoInForty_IsEightyPerCentAndOfNoneInNone_IsNoFigure()
    {
        var written = Ratios(("32", "40"), ("0", "0"), ("1", "10"));
        var rates = written["Indicators"]["Indicators"].Rows.Where(row => row[3].Text == "Indicator rate").Select(row => string.Join(" | ", row.Skip(7).Select(ReadableCell.Of))).ToList();

        Assert.Equal(
            ["80% |  | Reported |  | 80% |  | 32 | 40", " |  | Reported |  | 80% |  | 0 | 0", "10% |  | Reported |  | 66% |  | 1 | 10"], rates);
        Assert.Equal("66%", ReadableCell.Of(written["Summary"]["IndicatorTotals"]["actual"][2]));
        Assert.Equal(["80%", "", "10%"], written["Trend"]["IndicatorTrend"]["rate-actual"].Select(ReadableCell.Of));
    }

    [Fact]
    public void Ratio_WithoutItsDenominator_IsNotAnswered() =>
        Assert.Equal(" |  | Not answered", string.Join(" | ", Ratios(("32", null))["Indicators"]["Indicators"].Rows[2].Skip(7).Take(3).Select(ReadableCell.Of)));

    [Fact]
    public void Latest_OfAnAwardThatEnded_StandsForNothingAndOneThatIsLate_ForItsLast()
    {
        var ended = An.Award("a1") with { EndedOn = new DateOnly(2026, 7, 15) };
        var all = CaseOf(AddsUpAs.Latest, [ended, An.Award("a2"), An.Award("a3")], new Dictionary<(AwardId, int), FiledReturn>
        {
            [(new AwardId("a1"), 0)] = Return(("n", "5")),
            [(new AwardId("a2"), 0)] = Return(("n", "7")),
            [(new AwardId("a3"), 0)] = Return(("n", "1")),
            [(new AwardId("a3"), 1)] = Return(("n", "2")),
        }, 2);

        Assert.Equal(9, all.Write(new(1, 1, null))["Summary"]["IndicatorTotals"]["actual-to-date"][0].Number);
        Assert.Equal(13, all.Write(new(0, 0, null))["Summary"]["IndicatorTotals"]["actual-to-date"][0].Number);
    }

    [Fact]
    public void Profile_ChangedFromAPeriodOn_LeavesEarlierPeriodsTheirs()
    {
        var award = An.Award() with { Profiles = [Profile("q1", 10, 1), Profile("q2", 10, 1), Profile("q2", 4, 2), Profile("q2", 6, 3)] };
        var written = CaseOf(AddsUpAs.Sum, [award], new Dictionary<(AwardId, int), FiledReturn>
        {
            [(award.Id, 0)] = Return(("n", "10")),
            [(award.Id, 1)] = Return(("n", "6")),
        }, 2).Write(new(0, 1, null));

        Assert.Equal(["10 0% 10", "6 0% 16"], written["Indicators"]["Indicators"].Rows.Select(row => $"{ReadableCell.Of(row[6])} {ReadableCell.Of(row[8])} {ReadableCell.Of(row[10])}"));
    }

    private static Profile Profile(string period, decimal figure, int version) => new(new IndicatorId("n"), new PeriodId(period), figure, null, version);

    /// <summary>The report on the last of as many periods as there are figures, each with its profile.</summary>
    private static RecordingReportWriter Written(AddsUpAs addsUp, params (string? Actual, int? Profile)[] periods)
    {
        var profiles = periods.Index().Where(period => period.Item.Profile is not null).Select(period => Profile(string.Create(CultureInfo.InvariantCulture, $"q{period.Index + 1}"), period.Item.Profile!.Value, 1));
        var award = An.Award() with { Profiles = [.. profiles] };
        var filed = periods.Index().ToDictionary(period => (award.Id, period.Index), period => period.Item.Actual is { } actual ? Return(("n", actual)) : Return());
        return CaseOf(addsUp, [award], filed, periods.Length).Write(new(periods.Length - 1, periods.Length - 1, null));
    }

    private static RecordingReportWriter Ratios(params (string Part, string? Whole)[] periods)
    {
        var award = An.Award();
        var filed = periods.Index().ToDictionary(
            period => (award.Id, period.Index), period => period.Item.Whole is { } whole ? Return(("improved", period.Item.Part), ("finished", whole)) : Return(("improved", period.Item.Part)));
        var all = CaseOf(AddsUpAs.Sum, [award], filed, periods.Length);
        var rate = A.Indicator("rate", "%") with { AddsUp = AddsUpAs.Ratio, Numerator = new IndicatorId("improved"), Denominator = new IndicatorId("finished") };
        return (all with { Programme = all.Programme with { Indicators = [A.Indicator("improved"), A.Indicator("finished"), rate] } }).Write(new(0, periods.Length - 1, null));
    }

    private static ProgrammeCase CaseOf(AddsUpAs addsUp, IReadOnlyList<Award> awards, IReadOnlyDictionary<(AwardId, int), FiledReturn> filed, int periods)
    {
        var form = A.Form(
            A.QuestionJson("n", "count", "\"indicator\":\"n\""), A.QuestionJson("improved", "count", "\"indicator\":\"improved\""), A.QuestionJson("finished", "count", "\"indicator\":\"finished\""));
        var programme = A.Programme() with
        {
            Calendar = [.. Enumerable.Range(0, periods).Select(GeneratedProgrammes.Quarter)],
            Indicators = [A.Indicator("n") with { AddsUp = addsUp }],
            Bands = new Banding([new Band("Green", -10), new Band("Amber", -25), new Band("Red", null)]),
        };
        return new ProgrammeCase(programme, [.. Enumerable.Repeat(form, periods)], awards, filed);
    }

    private static FiledReturn Return(params (string Question, string Json)[] answers) =>
        new(1, answers.ToDictionary(answer => answer.Question, answer => answer.Json, StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
}
