using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Checks;

public sealed class ComparisonCheckTests
{
    private static readonly FormVersion Change = With("changeSinceLast", 50);

    private static readonly FormVersion Below = With("belowProfile", 10);

    [Theory]
    [InlineData(100, "150", true)]
    [InlineData(100, "150.01", false)]
    [InlineData(100, "50", true)]
    [InlineData(100, "49.99", false)]
    [InlineData(100, "100", true)]
    [InlineData(0, "0", true)]
    [InlineData(0, "0.01", false)]
    [InlineData(-100, "-150", true)]
    [InlineData(-100, "-150.01", false)]
    [InlineData(-100, "0", false)]
    public void ChangeSinceLast_UpToItsPercentage_AsksNothing(decimal last, string figure, bool quiet)
    {
        var findings = Judged.Of(Change, An.Award(), Judged.Last("people", last), ("q", figure));
        Assert.Equal(
            quiet ? [] : [new Finding(Catalogue.ChangeSinceLast, FindingKind.Explain, "q", $"“The q” was {last:0.##} last time and is {decimal.Parse(figure):0.##} now. Say in a sentence why it changed.", "c")],
            findings);
    }

    [Fact]
    public void ChangeSinceLast_WithoutALastTime_AsksNothing()
    {
        Assert.Empty(Judged.Of(Change, An.Award(), null, ("q", "5")));
        Assert.Empty(Judged.Of(Change, An.Award(), Judged.Last("hours", 100), ("q", "5")));
    }

    [Theory]
    [InlineData(100, "90", true)]
    [InlineData(100, "89.99", false)]
    [InlineData(100, "500", true)]
    [InlineData(0, "0", true)]
    public void BelowProfile_UpToItsPercentage_AsksNothing(decimal profile, string figure, bool quiet)
    {
        var findings = Judged.Of(Below, An.Award().WithProfile("people", profile), null, ("q", figure));
        Assert.Equal(
            quiet ? [] : [new Finding(Catalogue.BelowProfile, FindingKind.Explain, "q", $"“The q” is {figure}; the profile is {profile}. Say what happened and what would help.", "c")],
            findings);
    }

    [Fact]
    public void BelowProfile_WithoutOne_AsksNothing()
    {
        Assert.Empty(Judged.Of(Below, An.Award(), null, ("q", "0")));
        Assert.Empty(Judged.Of(Below, An.Award().WithProfile("hours", 100), null, ("q", "0")));
    }

    [Fact]
    public void BelowProfile_OfACountedOutcome_TakesThatOutcomesIndicator()
    {
        var form = A.FormOf(A.OutcomeSection("o", A.QuestionJson("q", "count", """ "countsAgreedOutcome":true,"checks":[{"code":"c","rule":"belowProfile","percent":0}] """)));
        var award = An.Award().WithOutcome("friends").WithOutcome("jobs").WithProfile("jobs", 10);
        Assert.Equal(["q-2"], Judged.Of(form, award, null, ("q-1", "9"), ("q-2", "9")).Select(finding => finding.Place));
    }

    [Theory]
    [InlineData("changeSinceLast")]
    [InlineData("belowProfile")]
    public void SoftCheck_WithASentenceBesideTheAnswer_IsSettled(string rule)
    {
        var form = With(rule, 10);
        var sheet = Answers.Sheet(form, ("q", "1"));
        var (award, last) = (An.Award().WithProfile("people", 100), Judged.Last("people", 100));
        Assert.Single(Judged.Of(new AskedAnswers(sheet, award, A.Period()), last));
        sheet.SetComment(form.Questions[0], "The hall was closed.");
        Assert.Empty(Judged.Of(new AskedAnswers(sheet, award, A.Period()), last));
    }

    [Fact]
    public void HardCheck_WithASentenceBesideTheAnswer_Stays()
    {
        var form = A.Form(A.QuestionJson("q", "count", """ "checks":[{"code":"c","rule":"min","value":5}] """));
        var sheet = Answers.Sheet(form, ("q", "1"));
        sheet.SetComment(form.Questions[0], "The hall was closed.");
        Assert.Single(Judged.Of(new AskedAnswers(sheet, An.Award(), A.Period())));
    }

    private static FormVersion With(string rule, int percent) =>
        A.Form(A.QuestionJson("q", "number", $$""" "negative":true,"indicator":"people","checks":[{"code":"c","rule":"{{rule}}","percent":{{percent}}}] """));
}
