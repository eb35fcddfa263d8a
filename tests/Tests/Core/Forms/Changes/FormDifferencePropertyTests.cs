using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Changes;

/// <summary>What holds for the difference of any two documents.</summary>
public sealed class FormDifferencePropertyTests
{
    private static readonly Arbitrary<int[]> Draws = Dice.Draws(600);

    [Fact]
    public void Difference_AppliedToTheOld_IsTheNew() => Prop.ForAll(Draws, draws =>
    {
        var (before, after, _) = Pair(draws);
        return Text(FormDifference.Between(before, after).ApplyTo(before)) == Text(after);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Difference_OfAVersionWithItself_IsEmpty() => Prop.ForAll(Draws, draws =>
    {
        var document = GeneratedDocuments.From(new Dice(draws));
        var difference = FormDifference.Between(document, FormDocument.Read(document.ToJson()));
        return difference is { IsEmpty: true, Changes.Count: 0, Class: ChangeClass.Same };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Difference_OfTwoDocuments_TellsWhateverPeopleSee() => Prop.ForAll(Draws, draws =>
    {
        var (before, after, _) = Pair(draws);
        return FormDifference.Between(before, after).Changes.Count > 0 == (Text(AsSeen(before)) != Text(AsSeen(after)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Difference_OfASingleEdit_TellsItIfPeopleSeeIt() => Prop.ForAll(Draws, draws =>
    {
        var (before, other, dice) = Pair(draws);
        var after = WithOneEdit(before, other, dice);
        return FormDifference.Between(before, after).Changes.Count > 0 == (Text(AsSeen(before)) != Text(AsSeen(after)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Class_WithARequiredQuestionMore_IsHeavier() => Prop.ForAll(Draws, draws =>
    {
        var (before, after, dice) = Pair(draws);
        return FormDifference.Between(before, Edited(after, dice, (section, place) => section with { Questions = [.. section.Questions.Take(place), Fresh, .. section.Questions.Skip(place)] })).Class
            == (after.Sections.Count == 0 ? FormDifference.Between(before, after).Class : ChangeClass.Heavier);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Class_WithAHeavierChangeMore_IsNeverLighter() => Prop.ForAll(Draws, draws =>
    {
        var (before, after, dice) = Pair(draws);
        var heavier = Edited(after, dice, (section, place) => section with { Questions = [.. section.Questions.Select((question, at) => at == place ? Heavier(question, dice) : question)] });
        return FormDifference.Between(before, heavier).Class >= FormDifference.Between(before, after).Class;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Class_OfRemovals_IsLighterAtMost() => Prop.ForAll(Draws, draws =>
    {
        var dice = new Dice(draws);
        var before = GeneratedDocuments.From(dice);
        var after = before with
        {
            Sections = [.. before.Sections.Where(_ => !dice.Once(3)).Select(section => section with { Questions = [.. section.Questions.Where(_ => !dice.Once(4)).Select(question => Less(question, dice))] })],
        };
        var difference = FormDifference.Between(before, after);
        return difference.IsEmpty ? difference.Class == ChangeClass.Same : difference.Class == ChangeClass.Lighter;
    }).QuickCheckThrowOnFailure();

    private static QuestionDocument Fresh { get; } = new() { Id = Identifier.Parse<QuestionId>("fresh"), Type = "count", Label = "Fresh", Required = true };

    private static (FormDocument Before, FormDocument After, Dice Dice) Pair(int[] draws)
    {
        var dice = new Dice(draws);
        return (GeneratedDocuments.From(dice), GeneratedDocuments.From(dice), dice);
    }

    private static string Text(FormDocument document) => Encoding.UTF8.GetString(document.ToJson());

    private static FormDocument Edited(FormDocument document, Dice dice, Func<SectionDocument, int, SectionDocument> edit)
    {
        var chosen = dice.Below(Math.Max(document.Sections.Count, 1));
        return document with { Sections = [.. document.Sections.Select((section, place) => place == chosen ? edit(section, dice.Below(section.Questions.Count + 1)) : section)] };
    }

    /// <summary>One property of one question as in another document's.</summary>
    private static FormDocument WithOneEdit(FormDocument document, FormDocument other, Dice dice)
    {
        var source = other.Sections.SelectMany(section => section.Questions).FirstOrDefault() ?? Fresh;
        return Edited(document, dice, (section, place) => section with { Questions = [.. section.Questions.Select((question, at) => at != place ? question : Edit(question, source, dice.Below(16)))] });
    }

    private static QuestionDocument Edit(QuestionDocument question, QuestionDocument source, int which) => which switch
    {
        0 => question with { Label = source.Label },
        1 => question with { Hint = source.Hint },
        2 => question with { Required = source.Required },
        3 => question with { AskIf = source.AskIf },
        4 => question with { AskIn = source.AskIn },
        5 => question with { Prefill = source.Prefill },
        6 => question with { Checks = source.Checks },
        7 => question with { Indicator = source.Indicator },
        8 => question with { Rows = source.Rows },
        9 => question with { Columns = source.Columns },
        10 => question with { Choices = source.Choices },
        11 => question with { Questions = source.Questions },
        12 => question with { MinWords = source.MinWords, MaxWords = source.MaxWords, Decimals = source.Decimals },
        13 => question with { CountsAgreedOutcome = source.CountsAgreedOutcome },
        14 => question with { Replaces = source.Replaces },
        _ => question with { Sensitive = source.Sensitive, WholeRows = source.WholeRows, RowTotals = source.RowTotals, Negative = source.Negative },
    };

    private static QuestionDocument Heavier(QuestionDocument question, Dice dice) => dice.Below(4) switch
    {
        0 => question with { Rows = [.. question.Rows, new RowDocument { Id = Identifier.Parse<RowId>("fresh"), Label = "Fresh" }] },
        1 => question with { Checks = [.. question.Checks, new CheckDocument { Code = "fresh", Rule = "min", Value = 1 }] },
        2 => question with { Questions = [.. question.Questions, Fresh] },
        _ => question with { Required = true },
    };

    private static QuestionDocument Less(QuestionDocument question, Dice dice) => question with
    {
        Required = question.Required && dice.Once(2),
        Rows = [.. question.Rows.Where(_ => !dice.Once(4))],
        Columns = [.. question.Columns.Where(_ => !dice.Once(4))],
        Choices = [.. question.Choices.Where(_ => !dice.Once(4))],
        Checks = [.. question.Checks.Where(_ => !dice.Once(4))],
        Questions = [.. question.Questions.Where(_ => !dice.Once(4)).Select(part => Less(part, dice))],
    };

    /// <summary>Without what no one who files sees: the number, the notes, what replaces what, and how a number or a set is written.</summary>
    private static FormDocument AsSeen(FormDocument document) => document with
    {
        Version = 1,
        Notes = null,
        Sections = [.. document.Sections.Select(section => section with { VisibleTo = InOrder(section.VisibleTo), Questions = [.. section.Questions.Select(question => AsSeen(question) with { VisibleTo = InOrder(question.VisibleTo.Count > 0 ? question.VisibleTo : section.VisibleTo) })] })],
    };

    private static QuestionDocument AsSeen(QuestionDocument question) => question with
    {
        Replaces = [],
        Rows = [.. question.Rows.Select(row => row with { Replaces = [] })],
        Columns = [.. question.Columns.Select(column => column with { Replaces = [] })],
        Choices = [.. question.Choices.Select(choice => choice with { Replaces = [] })],
        Checks = [.. question.Checks.OrderBy(check => check.Code, StringComparer.Ordinal).Select(check => check with { Value = check.Value / 1.0000000000000000000000000000m })],
        Questions = [.. question.Questions.Select(AsSeen)],
    };

    private static IReadOnlyList<OrganisationId> InOrder(IReadOnlyList<OrganisationId> readers) => [.. readers.OrderBy(reader => reader.Value, StringComparer.Ordinal)];
}
