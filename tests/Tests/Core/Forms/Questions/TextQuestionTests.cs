using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class TextQuestionTests
{
    [Theory]
    [InlineData("\"We met on Tuesdays.\"", "We met on Tuesdays.")]
    [InlineData("\"  trimmed \\n\"", "trimmed")]
    [InlineData("\"one\\r\\ntwo\\rthree\\nfour\\tfive\"", "one\ntwo\nthree\nfour\tfive")]
    [InlineData("\"=1+1\"", "=1+1")]
    [InlineData("\"\\ud83d\\ude42 caf\\u00e9\"", "🙂 café")]
    public void Parse_OfText_KeepsItWithPlainLineEnds(string json, string text)
    {
        Assert.Equal(new TextAnswer(text), A.Question("shortText").Accept(json));
        Assert.Equal(new TextAnswer(text), A.Question("longText").Accept(json));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\r\\n\\t\"")]
    public void Parse_OfNoText_IsNoAnswer(string json)
    {
        var parsed = A.Question("longText").Parse(json);
        Assert.Null(parsed.Answer);
        Assert.Empty(parsed.Findings);
    }

    [Theory]
    [InlineData("42")]
    [InlineData("true")]
    [InlineData("{\"text\":\"a\"}")]
    [InlineData("[\"a\"]")]
    public void Parse_OfAnotherJsonType_IsRefused(string json) =>
        AssertRefused(A.Question("shortText").Parse(json), Catalogue.WrongType, "Write “The q” as text in quotes.");

    [Theory]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("\"a\\u001bb\"")]
    [InlineData("\"a\\u007fb\"")]
    [InlineData("\"a\\u0085b\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    public void Parse_OfCharactersThatAreNoText_IsRefused(string json) =>
        AssertRefused(A.Question("longText").Parse(json), Catalogue.TextNotUsable, "Take the control characters out of “The q”.");

    [Fact]
    public void Parse_OfBytesThatAreNotUtf8_IsRefused()
    {
        var parsed = A.Question("shortText").Parse([(byte)'"', 0xC3, 0x28, (byte)'"']);
        Assert.Equal(Catalogue.TextNotUsable, Assert.Single(parsed.Findings).Code);
        Assert.True(parsed.EndsOnValue);
    }

    [Theory]
    [InlineData("shortText", 500, "Shorten “The q” to 500 characters or fewer; it has 501.")]
    [InlineData("longText", 20_000, "Shorten “The q” to 20,000 characters or fewer; it has 20,001.")]
    public void Parse_OfTooMuchText_IsRefused(string type, int most, string message)
    {
        var question = A.Question(type);
        Assert.Equal(new TextAnswer(new string('x', most)), question.Accept($"\" {new string('x', most)} \""));
        AssertRefused(question.Parse($"\"{new string('x', most + 1)}\""), Catalogue.TextTooLong, message);
    }

    [Theory]
    [InlineData("one two three", true)]
    [InlineData("one two", false)]
    [InlineData("one – two", false)]
    [InlineData("don’t count-this twice", true)]
    [InlineData("…  ! two\nthree\tfour", true)]
    public void CheckOwn_WithFewerWordsThanTheForm_SaysSo(string text, bool enough)
    {
        var question = A.Question("longText", "\"minWords\":3");
        var findings = new Findings();
        question.CheckOwn(new TextAnswer(text), findings);
        Assert.Equal(
            enough ? [] : [new Finding(Catalogue.TooFewWords, FindingKind.PutRight, "q", "Write at least 3 words for “The q”; it has 2.")],
            findings.All);
    }

    [Fact]
    public void CheckOwn_WithMoreWordsThanTheForm_SaysSo()
    {
        var question = A.Question("longText", "\"maxWords\":3");
        var findings = new Findings();
        question.CheckOwn(new TextAnswer("one two three"), findings);
        Assert.Empty(findings.All);
        question.CheckOwn(new TextAnswer("one two three four"), findings);
        Assert.Equal([new Finding(Catalogue.TooManyWords, FindingKind.PutRight, "q", "Shorten “The q” to 3 words or fewer; it has 4.")], findings.All);
    }

    [Fact]
    public void Words_AreThoseOfLongTextOnly()
    {
        Assert.Equal("A story", A.Question("longText").Words(new TextAnswer("A story")));
        Assert.Null(A.Question("shortText").Words(new TextAnswer("A name")));
    }

    private static void AssertRefused(Parsed parsed, Code code, string message)
    {
        Assert.Null(parsed.Answer);
        Assert.Equal(new Finding(code, FindingKind.Refused, "q", message), Assert.Single(parsed.Findings));
    }
}
