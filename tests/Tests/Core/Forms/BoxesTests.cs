using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

/// <summary>How answers fill boxes, and boxes become answers.</summary>
public sealed class BoxesTests
{
    [Fact]
    public void Boxes_OfAnyAnswerOfEveryType_GiveTheSameAnswerBack() =>
        Prop.ForAll(Arb.From(GeneratedAnswers.Some(GeneratedAnswers.EveryType)), answers =>
        {
            var typed = TypedBoxes.Of(answers.Where(one => one.Answer is not null).SelectMany(one => one.Question.Boxes(one.Answer!, one.Question.Id.Value)));
            // Files have a page of their own, and no boxes.
            foreach (var (question, answer, _) in answers.Where(one => one.Question is not EvidenceQuestion))
            {
                var read = Typed(question, typed);
                Assert.Empty(read.Findings);
                Assert.True(GeneratedAnswers.Same(answer, read.Answer), $"{question.Id}: {answer} came back as {read.Answer}.");
                Assert.True(answer is null || question.IsIn(typed, question.Id.Value));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Boxes_WithAnythingInThem_AreUnderstoodOrRefusedWithASentence() =>
        Prop.ForAll(Arb.From(GeneratedJson.Text), Arb.From(Gen.Elements(GeneratedAnswers.EveryType.Questions.Where(question => question is not EvidenceQuestion))), (text, question) =>
        {
            var names = question is DateQuestion ? DateQuestion.BoxesOf("q") : question is RepeatingGroupQuestion ? ["q/1/amount", "q/1/day-month"] : [question.Id.Value];
            var typed = TypedBoxes.Of(names.Select(name => new Box(name.Replace("q", question.Id.Value, StringComparison.Ordinal), text)).Append(new Box(RepeatingGroupQuestion.CountOf(question.Id.Value), "1")));

            var read = Typed(question, typed);

            Assert.All(read.Findings, finding => Assert.EndsWith(".", finding.Message, StringComparison.Ordinal));
            Assert.True(read.EndsOnValue);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "6", "2026", "“The q” must include a day.", 0)]
    [InlineData("1", "", "", "“The q” must include a month and a year.", 1)]
    [InlineData("1", "6", "26", "The year of “The q” must be 4 numbers from 1900 to 2199.", 2)]
    [InlineData("1", "13", "2026", "The month of “The q” must be a number from 1 to 12.", 1)]
    [InlineData("first", "6", "2026", "The day of “The q” must be a number from 1 to 31.", 0)]
    [InlineData("31", "6", "2026", "“The q” must be a real date: June 2026 has no day 31.", 0)]
    [InlineData("-1", "-6", "-2026", "The year of “The q” must be 4 numbers from 1900 to 2199.", 0)]
    public void Date_WithAWrongPart_SaysWhich(string day, string month, string year, string sentence, int firstWrong)
    {
        var typed = TypedBoxes.Of([new("q-day", day), new("q-month", month), new("q-year", year)]);

        Assert.Equal(sentence, Assert.Single(Typed(A.Question("date"), typed).Findings).Message);
        Assert.Equal(firstWrong, DateQuestion.WrongBoxes(typed, "q")[0]);
    }

    [Theory]
    [InlineData("3", "6", "2026")]
    [InlineData(" 03 ", "Jun", "2026")]
    [InlineData("3", "june", " 2026")]
    public void Date_AsPeopleTypeIt_IsThatDay(string day, string month, string year) =>
        Assert.Equal(new DateAnswer(new DateOnly(2026, 6, 3)), Typed(A.Question("date"), TypedBoxes.Of([new("q-day", day), new("q-month", month), new("q-year", year)])).Answer);

    [Fact]
    public void Closed_LeavesOutEmptyAndRemovedRowsAndNumbersTheRestAnew()
    {
        var group = (RepeatingGroupQuestion)GeneratedAnswers.EveryType.Find("funding")!;
        var typed = TypedBoxes.Of(
        [
            new("funding/rows", "4"), new("funding/version", "2"), new("funding/comment", "Ours."), new("funding/1/who", " "), new("funding/2/who", "A"), new("funding/2/day-month", "6"),
            new("funding/3/who", "B"), new("funding/4/areas", "n"), new("funding/4/areas", "s"), new("people", "3"),
        ]);

        var closed = group.Closed(typed, "funding", without: 3);

        Assert.Equal(
            ["funding/1/day-month", "funding/1/who", "funding/2/areas", "funding/comment", "funding/rows", "funding/version", "people"], closed.Names.Order(StringComparer.Ordinal));
        Assert.Equal(("2", "A", "6"), (closed.Text("funding/rows"), closed.Text("funding/1/who"), closed.Text("funding/1/day-month")));
        Assert.Equal(["n", "s"], closed.All("funding/2/areas"));
    }

    [Fact]
    public void FiguresIn_WithACellThatIsNone_AreThoseOfTheOthers()
    {
        var table = (TableQuestion)GeneratedAnswers.EveryType.Find("by-kind")!;

        var figures = table.FiguresIn(TypedBoxes.Of([new("by-kind/who/people", "1,000"), new("by-kind/areas/people", "many"), new("by-kind/areas/amount", " £2.50 ")]), "by-kind");

        Assert.Equal([1000m, null, null, 2.5m, null, null], figures.Cells);
    }

    private static Parsed Typed(Question question, TypedBoxes typed)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
            question.WriteTyped(writer, typed, question.Id.Value);
        return question.Parse(json.ToArray());
    }
}
