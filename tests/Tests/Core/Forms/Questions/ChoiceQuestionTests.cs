using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class ChoiceQuestionTests
{
    private const string Districts =
        """
        "choices":[{"id":"ashfield","label":"Ashfield"},{"id":"bassetlaw","label":"Bassetlaw"},{"id":"gedling","label":"Gedling"}]
        """;

    [Theory]
    [InlineData("\"gedling\"", "\"gedling\"")]
    [InlineData("\" ashfield \"", "\"ashfield\"")]
    public void OneChoice_OfTheForm_IsKept(string json, string canonical)
    {
        var question = A.Question("oneChoice", Districts);
        Assert.Equal(canonical, question.Json(question.Accept(json)));
    }

    [Theory]
    [InlineData("[\"gedling\"]", "[\"gedling\"]")]
    [InlineData("[\"gedling\",\"ashfield\"]", "[\"ashfield\",\"gedling\"]")]
    [InlineData("[\"gedling\",\"ashfield\",\"gedling\",\" gedling\"]", "[\"ashfield\",\"gedling\"]")]
    public void ManyChoices_OfTheForm_AreKeptOnceInItsOrder(string json, string canonical)
    {
        var question = A.Question("manyChoices", Districts);
        Assert.Equal(canonical, question.Json(question.Accept(json)));
    }

    [Theory]
    [InlineData("oneChoice", "null")]
    [InlineData("oneChoice", "\"\"")]
    [InlineData("manyChoices", "null")]
    [InlineData("manyChoices", "[]")]
    public void Parse_OfNoChoice_IsNoAnswer(string type, string json)
    {
        var parsed = A.Question(type, Districts).Parse(json);
        Assert.Null(parsed.Answer);
        Assert.Empty(parsed.Findings);
    }

    [Theory]
    [InlineData("oneChoice", "\"Ashfield\"", "Choose an answer to “The q” that the form has: ashfield, bassetlaw, gedling.")]
    [InlineData("oneChoice", "\"mansfield\"", "Choose an answer to “The q” that the form has: ashfield, bassetlaw, gedling.")]
    [InlineData("manyChoices", "[\"ashfield\",\"mansfield\"]", "Choose answers to “The q” that the form has: ashfield, bassetlaw, gedling.")]
    [InlineData("manyChoices", "[\"\"]", "Choose answers to “The q” that the form has: ashfield, bassetlaw, gedling.")]
    public void Parse_OfAnUnknownChoice_IsRefused(string type, string json, string message) =>
        AssertRefused(A.Question(type, Districts).Parse(json), Catalogue.UnknownChoice, message);

    [Theory]
    [InlineData("oneChoice", "1")]
    [InlineData("oneChoice", "true")]
    [InlineData("oneChoice", "[\"ashfield\"]")]
    [InlineData("oneChoice", "{\"id\":\"ashfield\"}")]
    [InlineData("oneChoice", "\"\\udfff\"")]
    [InlineData("oneChoice", "\"ash\\u0000field\"")]
    [InlineData("manyChoices", "\"ashfield\"")]
    [InlineData("manyChoices", "3")]
    [InlineData("manyChoices", "{\"ashfield\":true}")]
    [InlineData("manyChoices", "[\"ashfield\",null]")]
    [InlineData("manyChoices", "[[\"ashfield\"],\"gedling\"]")]
    [InlineData("manyChoices", "[{\"id\":[1,{}]},\"gedling\"]")]
    [InlineData("manyChoices", "[\"\\ud800\"]")]
    public void Parse_OfAnotherJsonType_IsRefused(string type, string json) =>
        AssertRefused(
            A.Question(type, Districts).Parse(json), Catalogue.WrongType,
            type == "oneChoice"
                ? "Choose one answer to “The q” by its id: ashfield, bassetlaw, gedling."
                : "Send the answers to “The q” as a list of ids: ashfield, bassetlaw, gedling.");

    [Fact]
    public void Parse_WithManyChoices_NamesTheFirstTwelve()
    {
        var choices = string.Join(',', Enumerable.Range(1, 13).Select(number => $$"""{"id":"c{{number}}","label":"{{number}}"}"""));
        var message = Assert.Single(A.Question("oneChoice", $"\"choices\":[{choices}]").Parse("\"d\"").Findings).Message;
        Assert.EndsWith("c11, c12, ….", message, StringComparison.Ordinal);
    }

    private static void AssertRefused(Parsed parsed, Code code, string message)
    {
        Assert.Null(parsed.Answer);
        Assert.True(parsed.EndsOnValue);
        Assert.Equal(new Finding(code, FindingKind.Refused, "q", message), Assert.Single(parsed.Findings));
    }
}
