using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>Reads a section of a return with all that its page shows. The provider's people see it, and those of the partner that fills it in.</summary>
public sealed class ReadSection(FindReturn find, LastAnswers lastAnswers, TimeProvider clock)
{
    public async Task<Outcome<SectionToFill>> RunAsync(ReturnKey key, SectionId section, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.SeesSection(section))
            return current.Access.WhyNot("The provider's own people see its draft, and a partner's the sections that it fills in; funders see what is submitted.");
        // A partner knows of its own sections alone.
        var sections = SectionsOf(current).Where(one => current.Access.SeesSection(one.Id)).ToList();
        return sections.FirstOrDefault(one => one.Id == section) is { } wanted
            ? Of(current, sections, wanted, await lastAnswers.OfAsync(current, cancellation))
            : new Problem(Catalogue.NotFound, "This return has no such section: look at its list of sections.");
    }

    /// <summary>The sections in which an award is asked something in a period.</summary>
    public static IReadOnlyList<Section> SectionsOf(FoundReturn current) =>
        [.. current.Version.Sections.Where(section => section.Questions.Any(question => AskedAnswers.IsAskedOf(question, current.Award, current.Period)))];

    private SectionToFill Of(FoundReturn current, IReadOnlyList<Section> sections, Section section, LastTime? last)
    {
        var draft = current.DraftAnswers();
        var asked = current.Ask(draft);
        var answers = current.Check(asked);
        var findings = answers.Judge().All.Where(finding => finding.Code != Catalogue.AnswerRequired && finding.Code != Catalogue.DeclarationNeeded)
            .ToLookup(finding => finding.Place.Split('/')[0], StringComparer.Ordinal);
        var questions = new List<QuestionToFill>();
        foreach (var question in section.Questions)
            if (AskedAnswers.IsAskedOf(question, current.Award, current.Period)
                && (asked.IsAsked(question) || questions.Exists(other => other.Question.Id == question.AskIf?.Question)))
                questions.Add(new QuestionToFill(
                    question, draft.GetValueOrDefault(question.Id.Value, DraftAnswer.None), asked.Saved(question), last?.Answers[question], CarriedTo(question, current, last),
                    asked.IsAsked(question), question.IsRequiredOn(current.Period.Start), [.. findings[question.Id.Value]]));
        return new SectionToFill(current, sections, section, questions, answers, last?.From, current.WhyNotPrepareAt(section.Questions.Select(question => question.Id.Value), clock.GetUtcNow()));
    }

    internal static Answer? CarriedTo(Question question, FoundReturn current, LastTime? last) => question.Prefill switch
    {
        Prefill.Previous => last?.Answers[question],
        Prefill.Organisation when question is ShortTextQuestion => new TextAnswer(current.Award.Provider.Name),
        _ => null,
    };
}
