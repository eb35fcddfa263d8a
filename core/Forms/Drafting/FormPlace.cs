using System.Text.Json;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>What of a form an operation builds on: where somebody else changed it meanwhile, the operation is refused.</summary>
/// <param name="Section">A section's own words and readers, or with <paramref name="Whole"/> its questions too.</param>
/// <param name="Whole">Of the section, or with neither of the two of the form, everything.</param>
public readonly record struct FormPlace(SectionId? Section, QuestionId? Question, bool Whole = false)
{
    /// <summary>Title, notes, minutes and signatures.</summary>
    public static FormPlace Details => new(null, null);

    public static FormPlace Everything => new(null, null, Whole: true);

    public static FormPlace Of(SectionId section, bool whole = false) => new(section, null, whole);

    public static FormPlace Of(QuestionId question) => new(null, question);

    /// <summary>What stands there, as JSON; null where it isn't there.</summary>
    internal string? TextIn(FormDocument document)
    {
        if (Question is { } question)
            return document.Question(question) is { } one ? JsonSerializer.Serialize(one, FormJson.Default.QuestionDocument) : null;
        if (Section is { } section)
            return document.Section(section) is { } found ? JsonSerializer.Serialize(Whole ? found : found with { Questions = [] }, FormJson.Default.SectionDocument) : null;
        return JsonSerializer.Serialize(Whole ? document : document with { Sections = [] }, FormJson.Default.FormDocument);
    }

    /// <summary>What it is called in a sentence.</summary>
    internal string NameIn(FormDocument document) =>
        Question is { } question ? document.Question(question)?.Label.En is { } label ? $"“{label}”" : $"the question {question}"
        : Section is { } section ? document.Section(section)?.Title.En is { } title ? $"the section “{title}”" : $"the section {section}"
        : Whole ? "the form" : "the form’s title and notes";
}

/// <summary>Finds and replaces parts of a form's document; no document is ever changed itself.</summary>
public static class FormParts
{
    public static SectionDocument? Section(this FormDocument document, SectionId id) => document.Sections.FirstOrDefault(section => section.Id == id);

    public static QuestionDocument? Question(this FormDocument document, QuestionId id) => document.Sections.SelectMany(section => section.Questions).FirstOrDefault(question => question.Id == id);

    public static SectionDocument? SectionOf(this FormDocument document, QuestionId id) => document.Sections.FirstOrDefault(section => section.Questions.Any(question => question.Id == id));

    public static FormDocument With(this FormDocument document, SectionId id, Func<SectionDocument, SectionDocument> change) =>
        document with { Sections = [.. document.Sections.Select(section => section.Id == id ? change(section) : section)] };

    public static FormDocument With(this FormDocument document, QuestionId id, Func<QuestionDocument, QuestionDocument> change) =>
        document with
        {
            Sections = [.. document.Sections.Select(section => section.Questions.Any(question => question.Id == id)
                ? section with { Questions = [.. section.Questions.Select(question => question.Id == id ? change(question) : question)] }
                : section)],
        };

    /// <summary>As the next version begins: what this one took the place of is not in the version before any more, and stays told by this one.</summary>
    public static FormDocument WithNothingReplaced(this FormDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document with { Sections = [.. document.Sections.Select(section => section with { Questions = [.. section.Questions.Select(WithNothingReplaced)] })] };
    }

    private static QuestionDocument WithNothingReplaced(QuestionDocument question) => question with
    {
        Replaces = [],
        Choices = [.. question.Choices.Select(choice => choice with { Replaces = [] })],
        Rows = [.. question.Rows.Select(row => row with { Replaces = [] })],
        Columns = [.. question.Columns.Select(column => column with { Replaces = [] })],
        Questions = [.. question.Questions.Select(WithNothingReplaced)],
    };

    /// <summary>A list with one of its elements moved by so many places, as far as there are places.</summary>
    public static IReadOnlyList<T> Moved<T>(this IReadOnlyList<T> list, Func<T, bool> isIt, int by)
    {
        var from = list.Index().Where(one => isIt(one.Item)).Select(one => one.Index).DefaultIfEmpty(-1).First();
        if (from < 0)
            return list;
        var moved = list.ToList();
        var element = moved[from];
        moved.RemoveAt(from);
        moved.Insert(Math.Clamp(from + by, 0, moved.Count), element);
        return moved;
    }
}
