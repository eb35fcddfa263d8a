using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

/// <summary>A question that is required from a day on.</summary>
public sealed class RequiredFromTests
{
    [Theory]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-02", false)]
    public void Judge_OfAPeriodThatStartsOnTheFirstOfJuly_AsksForItFromThenOn(string from, bool required)
    {
        var form = A.Form(A.QuestionJson("q", "count", $"\"required\":true,\"requiredFrom\":\"{from}\""));

        var findings = Judged.Of(new AskedAnswers(new AnswerSheet(form), An.Award(), A.Period()));

        Assert.Equal(required ? [Catalogue.AnswerRequired] : [], findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("\"requiredFrom\":\"2026-07-01\"", "it says from when")]
    [InlineData("\"required\":true,\"requiredFrom\":\"July\"", "not a form definition")]
    public void Form_WithRequiredFromThatMeansNothing_IsRefused(string more, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormDefinitionException>(() => A.Form(A.QuestionJson("q", "count", more))).Message, StringComparison.Ordinal);

    [Fact]
    public void Form_WithRequiredFromInAGroup_IsRefused() =>
        Assert.Contains("in all periods or in none", Assert.Throws<FormDefinitionException>(() => A.Form(A.QuestionJson(
            "g", "repeatingGroup", $"\"questions\":[{A.QuestionJson("q", "count", "\"required\":true,\"requiredFrom\":\"2026-07-01\"")}]"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "\"required\":true,\"requiredFrom\":\"2026-07-01\"", ChangeKind.Required, ChangeClass.Heavier)]
    [InlineData("\"required\":true,\"requiredFrom\":\"2026-07-01\"", "\"required\":true", ChangeKind.Required, ChangeClass.Heavier)]
    [InlineData("\"required\":true,\"requiredFrom\":\"2026-07-01\"", "\"required\":true,\"requiredFrom\":\"2026-04-01\"", ChangeKind.Required, ChangeClass.Heavier)]
    [InlineData("\"required\":true", "\"required\":true,\"requiredFrom\":\"2026-07-01\"", ChangeKind.Relaxed, ChangeClass.Lighter)]
    [InlineData("\"required\":true,\"requiredFrom\":\"2026-07-01\"", "", ChangeKind.Relaxed, ChangeClass.Lighter)]
    public void Between_VersionsThatRequireItAtOtherTimes_SaysWhatItCosts(string before, string after, ChangeKind kind, ChangeClass costs)
    {
        var difference = FormDifference.Between(Brief.Document(1, A.QuestionJson("q", "count", before)), Brief.Document(2, A.QuestionJson("q", "count", after)));

        var change = Assert.Single(difference.Changes);
        Assert.Equal((kind, costs), (change.Kind, change.Class));
        Assert.EndsWith(".", change.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-02", false)]
    [InlineData("2026-07-01", true)]
    public void Judge_OfATotalWhosePartIsNotYetRequired_WaitsForThePart(string from, bool differs)
    {
        var form = A.Form(
            A.QuestionJson("old", "count", "\"required\":true"), A.QuestionJson("added", "count", $"\"required\":true,\"requiredFrom\":\"{from}\""),
            A.QuestionJson("all", "count", "\"required\":true,\"checks\":[{\"code\":\"adds-up\",\"rule\":\"equalsTotalOf\",\"of\":[\"old\",\"added\"]}]"));
        var sheet = Answers.Sheet(form, ("old", "7"), ("all", "9"));

        Assert.Equal(differs, Judged.Of(new AskedAnswers(sheet, An.Award(), A.Period())).Any(finding => finding.Code == Catalogue.TotalsDiffer));
        // Once it is answered, it counts.
        Assert.Contains(Judged.Of(new AskedAnswers(Answers.Sheet(form, ("old", "7"), ("added", "1"), ("all", "9")), An.Award(), A.Period())), finding => finding.Code == Catalogue.TotalsDiffer);
    }
}
