using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

/// <summary>Questions that may be left open until their notice has run, in any form of the demonstrations and with any answers to the others.</summary>
public sealed class OptionalUntilPropertyTests
{
    private static readonly IReadOnlyList<FormVersion> Forms = [.. DemoCases.Of(DemoCases.All).SelectMany(demo => demo.Forms).Select(form => FormVersion.Read(form.Span)), GeneratedAnswers.EveryType];

    private static readonly DateOnly Starts = A.Period().Start;

    /// <summary>A form of which some questions are not yet required, and answers to some of the others.</summary>
    private sealed record Filled(FormVersion Form, IReadOnlyList<QuestionId> Open, IReadOnlyList<(Question Question, Answer? Answer, string? Comment)> Answers);

    private static Gen<Filled> Returns =>
        from form in Gen.Elements(Forms.AsEnumerable())
        from open in Gen.SubListOf(OpenTo(form).AsEnumerable())
        from answers in GeneratedAnswers.Some(form)
        select Asked(new Filled(form, [.. open], answers));

    /// <summary>Of the open questions those that are asked at all: what isn't adds nothing to a check, and stands in nobody's way.</summary>
    private static Filled Asked(Filled filled)
    {
        var asked = new AskedAnswers(Sheet(filled.Form, filled), Everybodys(filled.Form), A.Period());
        return filled with { Open = [.. filled.Open.Where(id => asked.IsAsked(filled.Form.Question(id)))] };
    }

    [Fact]
    public void OpenQuestions_BeforeTheirNoticeHasRun_StandInNobodysWay() => Prop.ForAll(Returns.ToArbitrary(), filled =>
    {
        var (open, asked) = (filled.Open.ToHashSet(), Judge(With(filled, Starts.AddDays(1)), filled));
        Assert.DoesNotContain(asked, finding => open.Contains(new QuestionId(finding.Place.Split('/')[0])));
        // The return is as complete as one on a form that does not ask them.
        Assert.Equal(Judge(Without(filled), filled), asked);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OpenQuestions_OnceTheirNoticeHasRun_AreMissing() => Prop.ForAll(Returns.ToArbitrary(), filled =>
    {
        var form = With(filled, Starts);
        var missing = Judge(form, filled).Where(finding => finding.Code == Catalogue.AnswerRequired || finding.Code == Catalogue.DeclarationNeeded).Select(finding => finding.Place).ToList();
        Assert.All(filled.Open, id => Assert.Contains(id.Value, missing));
    }).QuickCheckThrowOnFailure();

    /// <summary>Those on whose answers it does not depend whether another is asked.</summary>
    private static List<QuestionId> OpenTo(FormVersion form)
    {
        var questions = form.Document.Sections.Where(section => section.AgreedOutcomes is null).SelectMany(section => section.Questions).ToList();
        var decide = form.Document.Sections.SelectMany(section => section.Questions).Select(question => question.AskIf?.Question).OfType<QuestionId>().ToHashSet();
        return [.. questions.Select(question => question.Id).Where(id => !decide.Contains(id))];
    }

    private static FormVersion With(Filled filled, DateOnly requiredFrom) => Changed(filled.Form, section => [.. section.Questions.Select(question =>
        filled.Open.Contains(question.Id) ? question with { Required = true, RequiredFrom = requiredFrom } : question)]);

    /// <summary>The form without them, and without the checks that read them.</summary>
    private static FormVersion Without(Filled filled) => Changed(filled.Form, section => [.. section.Questions.Where(question => !filled.Open.Contains(question.Id)).Select(question =>
        question with { Checks = [.. question.Checks.Where(check => !Reads(check).Any(filled.Open.Contains))] })]);

    private static IEnumerable<QuestionId> Reads(CheckDocument check) =>
        [.. check.Of.Select(figure => figure.Question), .. check.AtMost is { } most ? [most.Question] : Array.Empty<QuestionId>(), .. check.Before is { } day ? [day] : Array.Empty<QuestionId>()];

    /// <summary>One question more at the end, so that something is left where all are gone.</summary>
    private static FormVersion Changed(FormVersion form, Func<SectionDocument, IReadOnlyList<QuestionDocument>> questions) => FormVersion.Read((form.Document with
    {
        Sections =
        [
            .. form.Document.Sections.Select(section => section with { Questions = questions(section) }),
            new SectionDocument { Id = new SectionId("last-of-all"), Title = "Last of all", Questions = [new QuestionDocument { Id = new QuestionId("last-of-all"), Type = "shortText", Label = "Last of all" }] },
        ],
    }).ToJson());

    private static IReadOnlyList<Finding> Judge(FormVersion form, Filled filled) =>
        new CheckedReturn(new AskedAnswers(Sheet(form, filled), Everybodys(form), A.Period()), A.Period().Id, null).Judge().All;

    private static AnswerSheet Sheet(FormVersion form, Filled filled)
    {
        var sheet = new AnswerSheet(form);
        foreach (var (old, answer, comment) in filled.Answers)
            if (!filled.Open.Contains(old.Id) && form.Find(old.Id.Value) is { } question)
            {
                sheet[question] = answer;
                sheet.SetComment(question, comment);
            }
        return sheet;
    }

    /// <summary>An award that is put every module.</summary>
    private static Award Everybodys(FormVersion form) => An.Award().WithOutcome(null).WithOutcome(null) with
    {
        Contributions = [.. form.Document.Sections.Select(section => section.Module).OfType<MonitoringReturns.Core.People.OrganisationId>().Distinct().Select(funder => new Contribution(funder, 1000))],
    };
}
