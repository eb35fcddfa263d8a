using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Drafting;

/// <summary>What holds for any sequence of the editor's operations.</summary>
public sealed class OperationPropertyTests
{
    private static readonly FormDocument Base = FormDocument.Read(File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", "household-support", "1.json")));

    private static readonly string[] Labels = ["Value of awards", "How many?", "Ünusual – words!", "", "A label that is much longer than any identifier may ever be, by far", "new"];

    [Fact]
    public void Ids_AfterAnyOperations_NeverRepeatNorChangeTheirType() => Prop.ForAll(Dice.Draws(60), draws =>
    {
        var dice = new Dice(draws);
        var types = TypesOf(Base).ToDictionary(one => one.Id, one => one.Type);
        var (now, ever) = (Base, new List<FormDocument> { Base });
        for (var step = 0; step < 12; step++)
        {
            now = Applied(now, Operation(now, dice), ever) ?? now;
            ever.Add(now);
            var ids = TypesOf(now).ToList();
            Assert.Equal(ids.Count, ids.DistinctBy(one => one.Id).Count());
            Assert.Equal(now.Sections.Count, now.Sections.DistinctBy(section => section.Id).Count());
            foreach (var (id, type) in ids)
            {
                Assert.True(Identifier.TryParse<QuestionId>(id.Value, out _));
                if (!types.TryAdd(id, type))
                    Assert.Equal(types[id], type);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Operations_OnDifferentQuestions_Commute() => Prop.ForAll(Dice.Draws(20), draws =>
    {
        var dice = new Dice(draws);
        var questions = Base.Sections.SelectMany(section => section.Questions).ToList();
        var (first, second) = (questions[dice.Below(questions.Count)].Id, questions[dice.Below(questions.Count)].Id);
        if (first == second)
            return;
        FormOperation[] both = [Change(first, dice), Change(second, dice)];
        Assert.Empty(both[0].Touches.Intersect(both[1].Touches));
        var (one, other) = (Applied(Applied(Base, both[0])!, both[1])!, Applied(Applied(Base, both[1])!, both[0])!);
        Assert.Equal(one.ToJson(), other.ToJson());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Operations_LeaveTheDocumentTheyStartedFrom() => Prop.ForAll(Dice.Draws(20), draws =>
    {
        var before = Base.ToJson();
        Applied(Base, Operation(Base, new Dice(draws)));
        Assert.Equal(before, Base.ToJson());
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<(QuestionId Id, string Type)> TypesOf(FormDocument document) => document.Sections.SelectMany(section => section.Questions).Select(question => (question.Id, question.Type));

    private static FormDocument? Applied(FormDocument now, FormOperation operation, IEnumerable<FormDocument>? ever = null) => operation.ApplyTo(now, new UsedIds([.. ever ?? [], Base, now])).Value?.Document;

    private static FormOperation Operation(FormDocument now, Dice dice)
    {
        var sections = now.Sections;
        var questions = sections.SelectMany(section => section.Questions).ToList();
        var label = Labels[dice.Below(Labels.Length)];
        if (sections.Count == 0)
            return new AddSection(new SectionDocument { Id = default, Title = label, Questions = [] }, null);
        var section = sections[dice.Below(sections.Count)].Id;
        if (questions.Count == 0 || dice.Below(3) == 0)
            return new AddQuestion(section, new QuestionDocument { Id = default, Type = QuestionTypes.Names.ElementAt(dice.Below(QuestionTypes.Names.Count)), Label = label }, null);
        var question = questions[dice.Below(questions.Count)].Id;
        return dice.Below(8) switch
        {
            0 => new AddSection(new SectionDocument { Id = default, Title = label, Questions = [] }, null),
            1 => new MoveSection(section, dice.Below(3) - 1),
            2 => new RemoveSection(section),
            3 => new MoveQuestion(question, dice.Below(3) - 1),
            4 => new MoveToSection(question, section),
            5 => new RemoveQuestion(question),
            6 => new ChangeSection(section, one => one with { Title = label }),
            _ => Change(question, dice),
        };
    }

    private static FormOperation Change(QuestionId question, Dice dice) => dice.Below(3) switch
    {
        0 => new ChangeQuestion(question, one => one with { Hint = "Another hint.", Type = "other" }, "the hint"),
        1 => new ChangeQuestion(question, one => one with { Required = !one.Required, Id = new QuestionId("other") }, "how it is answered"),
        _ => new ChangeQuestion(question, one => one with { Label = "Another label" }, "the words"),
    };
}
