using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;

namespace MonitoringReturns.Tests.Core.Forms;

public sealed class FigureReferenceTests
{
    [Theory]
    [InlineData("people", "people", null, null)]
    [InlineData("by-kind/value", "by-kind", null, "value")]
    [InlineData("by-kind/food/value", "by-kind", "food", "value")]
    public void TryParse_OfAName_KnowsItsParts(string text, string question, string? row, string? column)
    {
        Assert.True(FigureReference.TryParse(text, out var figure));
        Assert.Equal((question, row, column), (figure.Question.Value, figure.Row?.Value, figure.Column?.Value));
        Assert.Equal(text, figure.ToString());
        Assert.Equal(figure, JsonSerializer.Deserialize<FigureReference>(JsonSerializer.Serialize(figure)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a/")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/b/c/d")]
    [InlineData("a b")]
    [InlineData("a/b c")]
    [InlineData("a/=b/c")]
    public void TryParse_OfWhatIsNone_Fails(string? text)
    {
        Assert.False(FigureReference.TryParse(text, out var figure));
        Assert.Equal(default, figure);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FigureReference>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void Reference_FromAQuestion_IsItsOwnFigure()
    {
        FigureReference figure = Identifier.Parse<QuestionId>("people");
        Assert.Equal("people", figure.ToString());
    }
}
