using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Questions;

public sealed class EvidenceQuestionTests
{
    private const string Digest = "7c9e6679f0b14d2e8a35c1d0e9f8b7a6c5d4e3f2a1b09c8d7e6f5a4b3c2d1e0f";

    private static readonly Question Question = A.Question("evidence", "\"maxFiles\":2");

    [Fact]
    public void Parse_OfFiles_KeepsThemInTheirOrder()
    {
        var json = $"[{File("b", "Minutes.pdf")},{File("a", "Photo.png", "image/png")}]";
        Assert.Equal(json, Question.Json(Question.Accept(json)));
        Assert.Equal(["2", "Minutes.pdf; Photo.png"], Exported(json));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void Parse_OfNoFiles_IsNoAnswer(string json) => Assert.Null(Question.Parse(json).Answer);

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("[\"a\"]")]
    [InlineData("[{}]")]
    [InlineData("[{\"id\":\"a\"}]")]
    public void Parse_OfWhatIsNoFile_IsRefused(string json) => Assert.True(Question.Parse(json).IsRefused);

    [Fact]
    public void Parse_OfAFileThatNobodySent_IsRefused()
    {
        foreach (var made in new[]
        {
            File("a b"), File("a", "../a.pdf"), File("a", "a\\nb.pdf"), File("a", type: "text/html"), File("a", size: 0), File("a", size: 20_971_521), File("a", digest: Digest[1..]),
            File("a", digest: Digest.ToUpperInvariant()), File("a").Replace("{", "{\"more\":1,", StringComparison.Ordinal), $"{File("a")},{File("a")}",
        })
            Assert.True(Question.Parse($"[{made}]").IsRefused, made);
    }

    [Fact]
    public void Parse_OfMoreThanItTakes_IsRefused() =>
        Assert.Equal("MR1030", Assert.Single(Question.Parse($"[{File("a")},{File("b")},{File("c")}]").Findings).Code.ToString());

    [Theory]
    [InlineData("\"maxFiles\":0")]
    [InlineData("\"maxFiles\":21")]
    [InlineData("\"prefill\":\"previous\"")]
    public void Definition_ThatNobodyCanAnswer_IsRefused(string more) => Assert.Throws<FormDefinitionException>(() => A.Question("evidence", more));

    [Fact]
    public void Definition_InAGroup_IsRefused() =>
        Assert.Throws<FormDefinitionException>(() => A.Question("repeatingGroup", $"\"questions\":[{A.QuestionJson("f", "evidence")}]"));

    private static string File(string id, string name = "a.pdf", string type = "application/pdf", long size = 10, string digest = Digest) =>
        $$"""{"id":"{{id}}","name":"{{name}}","sha256":"{{digest}}","size":{{size}},"type":"{{type}}"}""";

    private static IEnumerable<string> Exported(string json)
    {
        var cells = new Cell[2];
        Question.Export(Question.Accept(json), cells);
        return cells.Select(ReadableCell.Of);
    }
}
