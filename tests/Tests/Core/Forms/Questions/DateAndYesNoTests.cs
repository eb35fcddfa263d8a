using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class DateAndYesNoTests
{
    [Theory]
    [InlineData("\"2026-06-30\"", "2026-06-30")]
    [InlineData("\" 2028-02-29 \"", "2028-02-29")]
    [InlineData("\"1900-01-01\"", "1900-01-01")]
    [InlineData("\"2199-12-31\"", "2199-12-31")]
    public void Date_ThatIsADay_IsKept(string json, string day)
    {
        var question = A.Question("date");
        Assert.Equal($"\"{day}\"", question.Json(question.Accept(json)));
    }

    [Theory]
    [InlineData("\"2026-6-30\"")]
    [InlineData("\"30/06/2026\"")]
    [InlineData("\"2026-06-30T00:00:00Z\"")]
    [InlineData("\"June\"")]
    public void Date_ThatIsNoDay_IsRefused(string json) => AssertRefused("date", json, Catalogue.NotADate, "Enter “The q” as a day, like 2026-06-30.");

    [Theory]
    [InlineData("\"2026-02-29\"", "“The q” must be a real date: February 2026 has no day 29.")]
    [InlineData("\"1899-12-31\"", "The year of “The q” must be 4 numbers from 1900 to 2199.")]
    [InlineData("\"2200-01-01\"", "The year of “The q” must be 4 numbers from 1900 to 2199.")]
    [InlineData("\"2026-13-01\"", "The month of “The q” must be a number from 1 to 12.")]
    [InlineData("\"2026-06-\"", "“The q” must include a day.")]
    public void Date_WithAPartThatIsNone_SaysWhich(string json, string sentence) => AssertRefused("date", json, Catalogue.NotADate, sentence);

    [Theory]
    [InlineData("20260630")]
    [InlineData("true")]
    [InlineData("[\"2026-06-30\"]")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    public void Date_OfAnotherJsonType_IsRefused(string json) => AssertRefused("date", json, Catalogue.WrongType, "Enter “The q” as a day, like 2026-06-30.");

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("\"yes\"", "true")]
    [InlineData("\" no \"", "false")]
    public void YesNo_InTrueAndFalseOrWords_IsKept(string json, string canonical)
    {
        var question = A.Question("yesNo");
        Assert.Equal(canonical, question.Json(question.Accept(json)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"maybe\"")]
    [InlineData("\"true\"")]
    [InlineData("[true]")]
    [InlineData("{\"yes\":true}")]
    [InlineData("\"\\udc00\"")]
    public void YesNo_OfAnythingElse_IsRefused(string json) => AssertRefused("yesNo", json, Catalogue.WrongType, "Answer “The q” with yes or no.");

    [Fact]
    public void Declaration_ThatIsMade_IsAYes()
    {
        var question = A.Question("declaration");
        Assert.Equal(new YesNoAnswer(true), question.Accept("true"));
        Assert.Equal("true", question.Json(new YesNoAnswer(true)));
    }

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("[true]")]
    [InlineData("{}")]
    public void Declaration_OfAnythingButTrueAndFalse_IsRefused(string json) =>
        AssertRefused("declaration", json, Catalogue.WrongType, "Confirm “The q” with true, or leave it out.");

    [Theory]
    [InlineData("date", "null")]
    [InlineData("date", "\" \"")]
    [InlineData("yesNo", "null")]
    [InlineData("yesNo", "\"\"")]
    [InlineData("declaration", "null")]
    [InlineData("declaration", "false")]
    public void Parse_OfNothing_IsNoAnswer(string type, string json)
    {
        var parsed = A.Question(type).Parse(json);
        Assert.Null(parsed.Answer);
        Assert.Empty(parsed.Findings);
    }

    private static void AssertRefused(string type, string json, Code code, string message)
    {
        var parsed = A.Question(type).Parse(json);
        Assert.Null(parsed.Answer);
        Assert.True(parsed.EndsOnValue);
        Assert.Equal(new Finding(code, FindingKind.Refused, "q", message), Assert.Single(parsed.Findings));
    }
}
