using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting;

public sealed class IndicatorFiguresTests
{
    private static readonly FormVersion Form = A.FormOf(
        A.Section("s",
            A.QuestionJson("boys", "count", "\"indicator\":\"people\""), A.QuestionJson("girls", "count", "\"indicator\":\"people\""),
            A.QuestionJson("more", "yesNo"), A.QuestionJson("meals", "count", """ "indicator":"meals","askIf":{"question":"more","is":["yes"]} """)),
        A.OutcomeSection("o", A.QuestionJson("counted", "count", "\"countsAgreedOutcome\":true"), A.QuestionJson("met", "count", "\"indicator\":\"meetings\"")));

    private static readonly Award Award = An.Award().WithProfile("people", 100).WithProfile("meals", 10);

    [Fact]
    public void Of_FiguresThatAreIn_AddsThemUp() => AssertFigure("people", FigureStanding.Reported, 100, 12, Award, ("boys", "5"), ("girls", "7"));

    [Fact]
    public void Of_OneOfTwoFigures_IsWhatIsIn() => AssertFigure("people", FigureStanding.Reported, 100, 0, Award, ("girls", "0"));

    [Fact]
    public void Of_NoFigure_IsNotAnswered() => AssertFigure("people", FigureStanding.NotAnswered, 100, null, Award, ("more", "false"));

    [Theory]
    [InlineData("true", FigureStanding.Reported)]
    [InlineData("false", FigureStanding.NotAsked)]
    public void Of_AConditionalFigure_DependsOnTheAnswer(string more, FigureStanding standing) =>
        AssertFigure("meals", standing, 10, standing == FigureStanding.Reported ? 3 : null, Award, ("more", more), ("meals", "3"));

    [Theory]
    [InlineData("people", FigureStanding.NoReturn)]
    [InlineData("meals", FigureStanding.NoReturn)]
    [InlineData("friends", FigureStanding.NotAsked)]
    [InlineData("meetings", FigureStanding.NotAsked)]
    [InlineData("unknown", FigureStanding.NotAsked)]
    public void Of_NoReturn_TellsWhatWouldBeAskedFromWhatWouldNot(string indicator, FigureStanding standing) =>
        Assert.Equal((standing, null), Of(indicator, Reports.NotIn(Award)) is var figure ? (figure.Standing, figure.Actual) : default);

    [Fact]
    public void Of_AnAgreedOutcome_IsAskedOfTheAwardThatCountsIt()
    {
        AssertFigure("friends", FigureStanding.Reported, null, 4, Award.WithOutcome(null).WithOutcome("friends"), ("counted-2", "4"));
        AssertFigure("friends", FigureStanding.NotAnswered, null, null, Award.WithOutcome("friends"), ("met-1", "4"));
        AssertFigure("friends", FigureStanding.NotAsked, null, null, Award.WithOutcome(null), ("counted-1", "4"));
        Assert.Equal(FigureStanding.NoReturn, Of("friends", Reports.NotIn(Award.WithOutcome("friends"))).Standing);
    }

    [Theory]
    [InlineData("100", "80", "-20")]
    [InlineData("100", "100", "0")]
    [InlineData("1000", "1250.5", "25.1")]
    [InlineData("1000", "1250.49", "25")]
    [InlineData("1000", "749.5", "-25.1")]
    [InlineData("1000", "1251.5", "25.2")]
    [InlineData("3", "4", "33.3")]
    [InlineData("100", "0", "-100")]
    [InlineData("0", "5", null)]
    [InlineData("0", "0", null)]
    [InlineData(null, "5", null)]
    [InlineData("100", null, null)]
    public void Difference_InAReport_IsRoundedHalfAwayFromZero(string? profile, string? actual, string? difference)
    {
        var award = Number(profile) is { } planned ? An.Award("a1").WithProfile("spent", planned) : An.Award("a1");
        var answers = actual is null ? Answers.Sheet(SmallCase.Form, ("people", "1")) : Answers.Sheet(SmallCase.Form, ("people", "1"), ("spent", actual));
        var (report, _) = Reports.Write(SmallCase.Form, SmallCase.Programme, Reports.In(award, answers));
        var shown = report["Indicators"]["Indicators"]["difference"][1];
        Assert.Equal(Number(difference), shown.Kind == CellKind.Empty ? null : shown.Number);
    }

    [Fact]
    public void Difference_OfARatio_IsNotWorkedOutOfARoundedShare()
    {
        // 78.0488%, which is 2.4% below 80% and not 2.5%, as the 78.0% that is shown would be.
        var figure = new IndicatorFigure(FigureStanding.Reported, 80, new Amount(32, 41));
        var sum = default(Comparison);
        sum.Add(figure);
        Assert.Equal((-2.439m, -2.439m), (decimal.Round(figure.Difference!.Value, 3), decimal.Round(sum.Difference!.Value, 3)));
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertFigure(string indicator, FigureStanding standing, decimal? profile, decimal? actual, Award award, params (string, string)[] answers) =>
        Assert.Equal(new IndicatorFigure(standing, profile, actual is { } known ? new Amount(known) : null), Of(indicator, Reports.In(award, Answers.Sheet(Form, answers))));

    private static IndicatorFigure Of(string indicator, ReportLine line)
    {
        var programme = A.Programme() with { Indicators = [A.Indicator("another"), A.Indicator(indicator)] };
        var cut = Reports.Cut(Form, programme, line);
        var figures = new AwardFigures(cut);
        figures.Read(line);
        return figures.In(cut.Last)[1];
    }
}
