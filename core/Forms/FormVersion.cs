using System.Security.Cryptography;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Forms;

/// <summary>A section of a form version, with the questions as they are put.</summary>
/// <param name="Module">The funder whose module it is; null for the core form.</param>
public sealed record Section(SectionId Id, string Title, string? Hint, OrganisationId? Module, IReadOnlyList<Question> Questions);

/// <summary>An immutable version of a form: sections of questions, ready to parse, check and export answers.</summary>
public sealed class FormVersion
{
    private readonly Dictionary<string, Question> _byId;

    private FormVersion(FormDocument document, string contentHash)
    {
        Form = document.Form;
        Number = document.Version;
        Document = document;
        Title = document.Title.En;
        Notes = document.Notes?.En;
        Minutes = document.Minutes;
        SecondSignature = document.SecondSignature?.En;
        ContentHash = contentHash;
        Sections = [.. document.Sections.SelectMany(AgreedOutcomeSections.Expand).Select(MakeSection)];
        Questions = [.. Sections.SelectMany(section => section.Questions)];
        var measures = new List<Measure>();
        for (var ordinal = 0; ordinal < Questions.Count; ordinal++)
        {
            Questions[ordinal].Ordinal = ordinal;
            Questions[ordinal].FirstMeasure = measures.Count;
            measures.AddRange(Questions[ordinal].Measures);
        }
        Measures = measures;
        _byId = FormRules.IndexById(Questions);
        CanonicalOrder = [.. Questions.OrderBy(question => question.Id.Value, StringComparer.Ordinal)];
        FormRules.Check(this);
    }

    /// <summary>The definition it was read from, agreed-outcome sections not yet numbered.</summary>
    public FormDocument Document { get; }

    public FormId Form { get; }

    public int Number { get; }

    public string Title { get; }

    public string? Notes { get; }

    /// <summary>Estimated minutes to answer it.</summary>
    public int? Minutes { get; }

    /// <summary>The role of whoever signs beside the signatory; null where one signature is enough.</summary>
    public string? SecondSignature { get; }

    /// <summary>SHA-256 of the document it was read from, lower-case hexadecimal.</summary>
    public string ContentHash { get; }

    public IReadOnlyList<Section> Sections { get; }

    /// <summary>All questions in the form's order; a question's place here is its <see cref="Question.Ordinal"/>.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>All questions by id, in ordinal order: the order of canonical JSON.</summary>
    public IReadOnlyList<Question> CanonicalOrder { get; }

    /// <summary>Everything that is counted, in the form's order.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    public Question? Find(string id) => _byId.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">The version has no such question.</exception>
    public Question Question(QuestionId id) => _byId[id.Value];

    public Section SectionOf(Question question) => Sections.First(section => section.Questions.Contains(question));

    /// <summary>Reads a version from its JSON document.</summary>
    /// <exception cref="FormDefinitionException">The document is not JSON, has unknown properties, types or rules, or contradicts itself.</exception>
    public static FormVersion Read(ReadOnlySpan<byte> json) => new(FormDocument.Read(json), Convert.ToHexStringLower(SHA256.HashData(json)));

    private static Section MakeSection(SectionDocument section) =>
        new(section.Id, section.Title.En, section.Hint?.En, section.Module,
            [.. section.Questions.Select(question => QuestionTypes.Make(question with
            {
                Module = section.Module,
                VisibleTo = question.VisibleTo.Count > 0 ? question.VisibleTo : section.VisibleTo,
            }))]);
}
