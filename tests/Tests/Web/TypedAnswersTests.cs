using MonitoringReturns.Core.Forms;
using MonitoringReturns.Tests.Core.Builders;
using MonitoringReturns.Web.Pages.Kept;

namespace MonitoringReturns.Tests.Web;

/// <summary>What somebody typed is told in words from nothing but what the page sent.</summary>
public sealed class TypedAnswersTests
{
    private static readonly FormVersion Form = GeneratedAnswers.EveryType;

    private static readonly string Labels = BoxLabels.Write("Reach, April to June 2026", Form.Questions);

    [Theory]
    [InlineData("people=42", "The people: 42")]
    [InlineData("people=42 people/shown=41", "The people: 42")]
    [InlineData("people=42 people/shown=42", "")]
    [InlineData("people= people/shown=42", "The people: (emptied)")]
    [InlineData("people= people/shown=null", "")]
    [InlineData("people=", "")]
    [InlineData("Spent=£1,250.50 Spent/shown=1250.5", "")]
    [InlineData("day-day=3 day-month=7 day-year=2026", "The day: 3 7 2026")]
    [InlineData("day-day=3 day-month=7 day-year=2026 day/shown=\"2026-07-03\"", "")]
    [InlineData("consortium=yes", "The consortium: Yes")]
    [InlineData("consortium=yes consortium/shown=true", "")]
    [InlineData("main=n", "The main: North")]
    [InlineData("others=n others=s", "The others: North, South")]
    [InlineData("others=n others=s others/shown=[\"n\",\"s\"]", "")]
    [InlineData("by-kind/who/people=4 by-kind/areas/amount=2 by-kind/shown={\"areas\":{\"amount\":2}}", "The by-kind: Who, People: 4")]
    [InlineData("by-kind/who/people=4 by-kind/shown=nonsense", "The by-kind: Who, People: 4")]
    [InlineData("funding/rows=1 funding/1/who=Trust funding/1/areas=n", "The funding, row 1: Who: Trust; The funding, row 1: Areas: North")]
    [InlineData("people/comment=Because people/version=3", "The people: your explanation: Because")]
    [InlineData("_then=continue form-token=x anything=else", "")]
    public void Typed_AsAPageSentIt_IsToldByItsLabels(string sent, string told)
    {
        var fields = sent.Split(' ').Select(field => field.Split('=', 2)).Select(field => new SentField(field[0], field[1])).Append(new SentField(KeptFields.Labels, Labels)).ToList();
        var typed = TypedAnswers.Of(fields);
        Assert.Equal("Reach, April to June 2026", typed.Title);
        Assert.Equal(told, string.Join("; ", typed.Answers.Select(answer => $"{answer.Label}: {answer.Text}")));
    }

    [Fact]
    public void Typed_WithoutLabels_TellsNothingAndBreaksNothing() => Assert.Empty(TypedAnswers.Of([new SentField("people", "42")]).Answers);
}
