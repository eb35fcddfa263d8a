using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>Something that has to be put right before a draft can become a version.</summary>
/// <param name="Question">Of a part of a repeating group the group; null where it is about no question.</param>
/// <param name="Indicator">One that the programme has to define first; null for every other problem.</param>
public sealed record DraftProblem(SectionId? Section, QuestionId? Question, string Sentence, IndicatorId? Indicator = null);

/// <summary>Finds all that is wrong with a draft, in the form's order: by the rules of every version, against the versions before, and in its programme.</summary>
public sealed class DraftProblems
{
    private readonly FormDocument _document;
    private readonly List<(int Place, DraftProblem Problem)> _found = [];

    private DraftProblems(FormDocument document) => _document = document;

    /// <param name="versions">All versions of the form so far, from the first.</param>
    /// <param name="before">The version that the draft changes; null for a form's first.</param>
    public static IReadOnlyList<DraftProblem> Of(FormDocument document, IReadOnlyList<FormVersion> versions, FormVersion? before, Programme programme)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(programme);
        var problems = new DraftProblems(document);
        var (version, faults) = FormVersion.ReadBroken(document);
        foreach (var fault in faults)
            problems.Add(fault.Place, fault.Reason, joined: true);
        if (before is not null)
            foreach (var problem in VersionRules.ProblemsBetween(before.Document, document with { Version = before.Number + 1 }))
                problems.Add(problem.Place.Split('/')[0], problem.Sentence, joined: false);
        problems.AddOldIds(versions, before, programme);
        problems.AddUndefined(version, programme);
        problems.AddFunders(programme);
        problems.AddPersonalData();
        return [.. problems._found.OrderBy(one => one.Place).Select(one => one.Problem).Distinct()];
    }

    private void Add(SectionDocument? section, QuestionDocument? question, string sentence, IndicatorId? indicator = null)
    {
        var place = section is null ? -1 : _document.Sections.Index().First(one => ReferenceEquals(one.Item, section)).Index * 10_000;
        if (section is not null && question is not null)
            place += 1 + section.Questions.Index().First(one => ReferenceEquals(one.Item, question)).Index;
        _found.Add((place, new DraftProblem(section?.Id, question?.Id, sentence, indicator)));
    }

    /// <param name="joined">The words go on where the name of the place ends.</param>
    private void Add(string place, string words, bool joined)
    {
        var (section, question) = Find(place) ?? (WithoutNumber(place) is { } plain ? Find(plain) : null) ?? (null, null);
        // What is repeated for agreed outcomes is wrong in all of them alike: the first tells.
        if (section is { AgreedOutcomes: not null } && Find(place) is null && !place.EndsWith("-1", StringComparison.Ordinal))
            return;
        var name = question?.Label.En ?? section?.Title.En;
        Add(section, question, joined ? name is null ? $"The form: {words}." : $"“{name}”: {words}." : words);
    }

    private static string? WithoutNumber(string id) => id.Length > 2 && id[^2] == '-' && char.IsAsciiDigit(id[^1]) ? id[..^2] : null;

    /// <summary>Where an id stands: a question's, one of its parts', a check's code, a section's.</summary>
    private (SectionDocument? Section, QuestionDocument? Question)? Find(string id)
    {
        foreach (var section in _document.Sections)
            foreach (var question in section.Questions)
                if (question.Id.Value == id || question.Checks.Any(check => check.Code == id))
                    return (section, question);
        foreach (var section in _document.Sections)
            foreach (var question in section.Questions)
                if (question.Questions.Any(part => part.Id.Value == id))
                    return (section, question);
        return _document.Sections.FirstOrDefault(section => section.Id.Value == id) is { } found ? (found, null) : null;
    }

    /// <summary>A version that was withdrawn was asked of nobody: its ids are free.</summary>
    private void AddOldIds(IReadOnlyList<FormVersion> versions, FormVersion? before, Programme programme)
    {
        var asked = versions.Where(version => programme.FormVersions.Any(plan => plan.Version == version.Number)).Select(version => version.Document).ToList();
        foreach (var problem in VersionRules.ProblemsWithHistory(asked, before?.Document, _document))
            Add(problem.Place.Split('/')[0], problem.Sentence.TrimEnd('.'), joined: true);
    }

    private void AddUndefined(FormVersion version, Programme programme)
    {
        var told = new HashSet<IndicatorId>();
        foreach (var measure in version.Measures)
            foreach (var indicator in measure.Indicators)
                if (programme.Indicator(indicator) is null && told.Add(indicator) && (Find(measure.Id.Question.Value) ?? (WithoutNumber(measure.Id.Question.Value) is { } plain ? Find(plain) : null)) is var (section, question))
                    Add(section, question, $"“{question?.Label.En}” adds to {indicator}, which is no indicator of the programme yet: add it under frameworks and indicators.", indicator);
    }

    private void AddFunders(Programme programme)
    {
        var funders = programme.Funders.Select(funder => funder.Id).ToHashSet();
        foreach (var section in _document.Sections)
        {
            if (section.Module is { } module && !funders.Contains(module) || section.VisibleTo.Any(reader => !funders.Contains(reader)))
                Add(section, null, $"“{section.Title.En}” names a funder that is none of the programme’s: choose others, or add the funder to the programme.");
            foreach (var question in section.Questions)
                if (question.VisibleTo.Any(reader => !funders.Contains(reader)) || question.Rows.Any(row => row.Funder is { } owner && !funders.Contains(owner)))
                    Add(section, question, $"“{question.Label.En}” names a funder that is none of the programme’s: choose others, or add the funder to the programme.");
        }
    }

    private void AddPersonalData()
    {
        foreach (var section in _document.Sections)
            foreach (var question in section.Questions)
                if (PersonalDataRule.LacksReason(question))
                    Add(section, question, $"“{question.Label.En}” may ask for personal data of the people who were helped (“{PersonalDataRule.WordsIn(question)}”): write down why it is needed, or word it so that it asks for none.");
    }
}
