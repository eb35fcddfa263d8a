using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class FigureQuestionTests
{
    [Theory]
    [InlineData("count", "0", "0")]
    [InlineData("count", "42", "42")]
    [InlineData("count", "42.0", "42")]
    [InlineData("count", "4.2e1", "42")]
    [InlineData("count", "-0", "0")]
    [InlineData("count", "999999999999", "999999999999")]
    [InlineData("count", "\"1,234\"", "1234")]
    [InlineData("count", "\" 1,234,567 \"", "1234567")]
    [InlineData("number", "2.5", "2.5")]
    [InlineData("number", "\"2.50\"", "2.5")]
    [InlineData("number", "\".5\"", "0.5")]
    [InlineData("money", "1250.5", "1250.5")]
    [InlineData("money", "\"£1,250.50\"", "1250.5")]
    [InlineData("money", "\"£ 3\"", "3")]
    [InlineData("money", "999999999999.99", "999999999999.99")]
    [InlineData("percentage", "12.5", "12.5")]
    [InlineData("percentage", "\"12.5%\"", "12.5")]
    [InlineData("percentage", "\"12.5 %\"", "12.5")]
    public void Parse_OfAFigure_KeepsItsValue(string type, string json, string canonical)
    {
        var question = A.Question(type);
        Assert.Equal(canonical, question.Json(question.Accept(json)));
    }

    [Theory]
    [InlineData("12.50", "12.5")]
    [InlineData("12.500000", "12.5")]
    [InlineData("1e2", "100.00")]
    [InlineData("0.00", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("\"-0\"", "0")]
    [InlineData("0e5", "0")]
    public void Write_OfEqualFigures_GivesTheSameBytes(string one, string other)
    {
        var question = A.Question("number", "\"negative\":true");
        Assert.Equal(question.Json(question.Accept(other)), question.Json(question.Accept(one)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \\t \"")]
    public void Parse_OfNothing_IsNoAnswer(string json)
    {
        foreach (var type in new[] { "count", "number", "money", "percentage" })
        {
            var parsed = A.Question(type).Parse(json);
            Assert.Null(parsed.Answer);
            Assert.Empty(parsed.Findings);
        }
    }

    [Theory]
    [InlineData("count", "Enter “The q” as a whole number, like 42.")]
    [InlineData("number", "Enter “The q” as a number, like 2.5.")]
    [InlineData("money", "Enter “The q” in pounds and pence, like 1,250.50.")]
    [InlineData("percentage", "Enter “The q” as a percentage, like 12.5.")]
    public void Parse_OfWhatIsNoFigure_SaysHowToWriteIt(string type, string message)
    {
        foreach (var json in new[]
        {
            "true", "false", "{}", "{\"a\":[1]}", "[]", "[42]", "\"about 40\"", "\"£\"", "\"%\"", "\"1e3\"", "\"4 2\"", "\"(5)\"", "\"½\"",
            "\"٤٢\"", "\"5\\u0000\"", "\"\\ud800\"", "\"1.2.3\"", "\"--5\"", "\"5-\"",
        })
            AssertRefused(A.Question(type).Parse(json), Catalogue.WrongType, message);
    }

    [Theory]
    [InlineData("count", "\"£5\"")]
    [InlineData("count", "\"50%\"")]
    [InlineData("number", "\"£2.5\"")]
    [InlineData("number", "\"2.5%\"")]
    [InlineData("money", "\"50%\"")]
    [InlineData("percentage", "\"£50\"")]
    [InlineData("money", "\"££5\"")]
    [InlineData("percentage", "\"5%%\"")]
    public void Parse_OfAnotherKindsSign_IsRefused(string type, string json) =>
        Assert.Equal(Catalogue.WrongType, Assert.Single(A.Question(type).Parse(json).Findings).Code);

    [Theory]
    [InlineData("\"12,50\"")]
    [InlineData("\"1.250,50\"")]
    [InlineData("\"1,2,3\"")]
    [InlineData("\",5\"")]
    [InlineData("\"1234,567\"")]
    [InlineData("\"1,234,\"")]
    [InlineData("\"1,2345\"")]
    [InlineData("\",\"")]
    public void Parse_OfCommasThatDontSetThousandsApart_IsRefused(string json) =>
        Assert.Equal(Catalogue.WrongType, Assert.Single(A.Question("money").Parse(json).Findings).Code);

    [Theory]
    [InlineData("count", "1e13")]
    [InlineData("count", "1e400")]
    [InlineData("count", "-1e400")]
    [InlineData("money", "1000000000000")]
    [InlineData("money", "\"£1,000,000,000,000\"")]
    [InlineData("number", "999999999999.991")]
    [InlineData("percentage", "79228162514264337593543950336")]
    public void Parse_OfATooLargeFigure_IsRefused(string type, string json) =>
        AssertRefused(A.Question(type).Parse(json), Catalogue.NumberTooLarge, "Check “The q”: the figure is larger than 999,999,999,999.99.");

    [Fact]
    public void Parse_OfADecimalCount_IsRefused() =>
        AssertRefused(A.Question("count").Parse("4.5"), Catalogue.NotWhole, "Enter “The q” as a whole number, like 42.");

    [Theory]
    [InlineData("money", "", "0.005", "Enter “The q” with 2 decimal places or fewer.")]
    [InlineData("money", "", "\"£0.125\"", "Enter “The q” with 2 decimal places or fewer.")]
    [InlineData("percentage", "", "12.25", "Enter “The q” with 1 decimal place or fewer.")]
    [InlineData("number", "", "0.125", "Enter “The q” with 2 decimal places or fewer.")]
    [InlineData("number", "\"decimals\":1", "0.25", "Enter “The q” with 1 decimal place or fewer.")]
    public void Parse_OfTooManyDecimals_IsRefused(string type, string more, string json, string message) =>
        AssertRefused(A.Question(type, more).Parse(json), Catalogue.TooManyDecimals, message);

    [Fact]
    public void Parse_OfAsManyDecimalsAsTheFormAllows_KeepsThem()
    {
        var question = A.Question("number", "\"decimals\":3");
        Assert.Equal(new FigureAnswer(0.125m), question.Accept("0.125"));
    }

    [Theory]
    [InlineData("count", "-1")]
    [InlineData("number", "\"-0.5\"")]
    [InlineData("money", "\"-5\"")]
    [InlineData("money", "\"£-5\"")]
    [InlineData("percentage", "-0.1")]
    public void Parse_BelowZero_IsRefused(string type, string json) =>
        AssertRefused(A.Question(type).Parse(json), Catalogue.Negative, "Enter “The q” as zero or more.");

    [Fact]
    public void Parse_BelowZeroWhereTheFormAllowsIt_KeepsIt()
    {
        var question = A.Question("number", "\"negative\":true");
        Assert.Equal(new FigureAnswer(-2.5m), question.Accept("-2.5"));
        Assert.Equal(new FigureAnswer(-1234m), question.Accept("\"-1,234\""));
    }

    private static void AssertRefused(Parsed parsed, Code code, string message)
    {
        Assert.Null(parsed.Answer);
        Assert.Equal(new Finding(code, FindingKind.Refused, "q", message), Assert.Single(parsed.Findings));
    }
}
