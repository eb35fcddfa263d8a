using System.Security.Cryptography;
using System.Text.Json;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms;

/// <summary>A section of a form version, with the questions as they are put.</summary>
public sealed record Section(SectionId Id, string Title, string? Hint, IReadOnlyList<Question> Questions);

/// <summary>An immutable version of a form: sections of questions, ready to parse, check and export answers.</summary>
public sealed class FormVersion
{
    private readonly Dictionary<string, Question> _byId;

    private FormVersion(FormDocument document, string contentHash)
    {
        Form = document.Form;
        Number = document.Version;
        Title = document.Title;
        Notes = document.Notes;
        Minutes = document.Minutes;
        ContentHash = contentHash;
        Sections = [.. document.Sections.SelectMany(AgreedOutcomeSections.Expand).Select(MakeSection)];
        Questions = [.. Sections.SelectMany(section => section.Questions)];
        for (var ordinal = 0; ordinal < Questions.Count; ordinal++)
            Questions[ordinal].Ordinal = ordinal;
        _byId = FormRules.IndexById(Questions);
        CanonicalOrder = [.. Questions.OrderBy(question => question.Id.Value, StringComparer.Ordinal)];
        FormRules.Check(this);
    }

    public FormId Form { get; }

    public int Number { get; }

    public string Title { get; }

    public string? Notes { get; }

    /// <summary>Estimated minutes to answer it.</summary>
    public int? Minutes { get; }

    /// <summary>SHA-256 of the document it was read from, lower-case hexadecimal.</summary>
    public string ContentHash { get; }

    public IReadOnlyList<Section> Sections { get; }

    /// <summary>All questions in the form's order; a question's place here is its <see cref="Question.Ordinal"/>.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>All questions by id, in ordinal order: the order of canonical JSON.</summary>
    public IReadOnlyList<Question> CanonicalOrder { get; }

    public Question? Find(string id) => _byId.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">The version has no such question.</exception>
    public Question Question(QuestionId id) => _byId[id.Value];

    public Section SectionOf(Question question) => Sections.First(section => section.Questions.Contains(question));

    /// <summary>Reads a version from its JSON document.</summary>
    /// <exception cref="FormDefinitionException">The document is not JSON, has unknown properties, types or rules, or contradicts itself.</exception>
    public static FormVersion Read(ReadOnlySpan<byte> json)
    {
        FormDocument document;
        try
        {
            document = JsonSerializer.Deserialize(json, FormJson.Default.FormDocument) ?? throw new FormDefinitionException("form", "the document is empty");
            RefuseNullInLists(json);
        }
        catch (JsonException error)
        {
            throw new FormDefinitionException(error.Path ?? "form", $"the document is not a form definition: {error.Message}");
        }
        return new FormVersion(document, Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    /// <summary>The deserialiser refuses null where a property can't be null, but not in a list.</summary>
    private static void RefuseNullInLists(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var before = JsonTokenType.PropertyName;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && before != JsonTokenType.PropertyName)
                throw new FormDefinitionException("form", $"there is a null in a list, {reader.TokenStartIndex} bytes into the document");
            before = reader.TokenType;
        }
    }

    private static Section MakeSection(SectionDocument section) =>
        new(section.Id, section.Title, section.Hint, [.. section.Questions.Select(QuestionTypes.Make)]);
}
