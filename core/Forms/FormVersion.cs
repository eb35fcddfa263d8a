using System.Security.Cryptography;
using MonitoringReturns.Core.Forms.Checks;
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

    private FormVersion(FormDocument document, string contentHash, FormFaults faults)
    {
        Form = document.Form;
        Number = document.Version;
        Document = document;
        Title = document.Title.En;
        Notes = document.Notes?.En;
        Minutes = document.Minutes;
        SecondSignature = document.SecondSignature?.En;
        ContentHash = contentHash;
        var definitions = new List<QuestionDocument>();
        Sections = [.. document.Sections.SelectMany(section => faults.Try(() => AgreedOutcomeSections.Expand(section).ToList()) ?? []).Select(section => MakeSection(section, definitions, faults))];
        Questions = [.. Sections.SelectMany(section => section.Questions)];
        var measures = new List<Measure>();
        for (var ordinal = 0; ordinal < Questions.Count; ordinal++)
        {
            Questions[ordinal].Ordinal = ordinal;
            Questions[ordinal].FirstMeasure = measures.Count;
            measures.AddRange(Questions[ordinal].Measures);
        }
        Measures = measures;
        _byId = FormRules.IndexById(Questions, faults);
        CanonicalOrder = [.. Questions.OrderBy(question => question.Id.Value, StringComparer.Ordinal)];
        new FormRules(this, faults).Check(definitions);
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
    public static FormVersion Read(ReadOnlySpan<byte> json) => new(FormDocument.Read(json), Convert.ToHexStringLower(SHA256.HashData(json)), new FormFaults(refuses: true));

    /// <summary>What can be made of a document that may break rules, and every rule that it breaks. Questions that can't be made are left out.</summary>
    public static (FormVersion Version, IReadOnlyList<FormFault> Faults) ReadBroken(FormDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var faults = new FormFaults(refuses: false);
        return (new FormVersion(document, Convert.ToHexStringLower(SHA256.HashData(document.ToJson())), faults), faults.All);
    }

    private static Section MakeSection(SectionDocument section, List<QuestionDocument> definitions, FormFaults faults)
    {
        var questions = new List<Question>();
        foreach (var definition in section.Questions)
        {
            // A check that can't be made is told by itself, and the question is made without it.
            var usable = definition with { Checks = [.. definition.Checks.Where(check => faults.Try(() => CheckRules.Make(check, definition)) is not null)] };
            var asked = usable with { Module = section.Module, VisibleTo = definition.VisibleTo.Count > 0 ? definition.VisibleTo : section.VisibleTo };
            if (faults.Try(() => QuestionTypes.Make(asked)) is not { } question)
                continue;
            questions.Add(question);
            definitions.Add(asked);
        }
        return new Section(section.Id, section.Title.En, section.Hint?.En, section.Module, questions);
    }
}
