using System.Globalization;
using System.Text;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>
/// Ids that a form has, or had in an earlier version: each means one thing for ever. New ones are made from a label once, and stay however the
/// label is worded later.
/// </summary>
public sealed class UsedIds
{
    /// <summary>Room for a number behind it, as agreed outcomes put one there.</summary>
    private const int MostCharacters = 32;

    private static readonly HashSet<string> OfPages = new(StringComparer.Ordinal) { "new", "carried-over", "form-token", "keep-token", "main-content", "banner-title", "error-summary-title", "library" };

    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuestionDocument> _questions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pieces = new(StringComparer.Ordinal);

    /// <param name="documents">All versions of the form, and the draft.</param>
    public UsedIds(IEnumerable<FormDocument> documents)
    {
        foreach (var document in documents)
            foreach (var section in document.Sections)
            {
                _sections.Add(section.Id.Value);
                foreach (var question in section.Questions)
                    Take(question);
            }
    }

    /// <summary>A question's type in an earlier version, which it can't change; null where it is new.</summary>
    public string? TypeOf(QuestionId question) => _questions.GetValueOrDefault(question.Value)?.Type;

    public SectionId NewSection(string title) => new(New(title, "section", id => _sections.Contains(id)));

    /// <summary>For a question, or a question of a repeating group.</summary>
    public QuestionId NewQuestion(string label) => new(New(label, "question", id => _questions.ContainsKey(id)));

    /// <summary>For a choice, row or column of a question.</summary>
    public string NewPiece(QuestionId question, string kind, string label) => New(label, kind, id => _pieces.Contains($"{kind}/{question}/{id}"));

    /// <summary>For a check: the form's initials and a number, such as <c>HS10</c>.</summary>
    public string NewCode(FormId form)
    {
        var initials = string.Concat(form.Value.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])).Where(char.IsAsciiLetter));
        var prefix = initials.Length is 0 or > 6 ? "C" : initials;
        return Enumerable.Range(1, int.MaxValue - 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}")).First(code => !_codes.Contains(code));
    }

    public bool HasSection(string id) => _sections.Contains(id) || OfPages.Contains(id);

    public bool HasQuestion(string id) => _questions.ContainsKey(id) || OfPages.Contains(id);

    public bool HasPiece(QuestionId question, string kind, string id) => _pieces.Contains($"{kind}/{question}/{id}") || OfPages.Contains(id);

    public bool HasCode(string code) => _codes.Contains(code) || OfPages.Contains(code);

    private void Take(QuestionDocument question)
    {
        _questions.TryAdd(question.Id.Value, question);
        foreach (var check in question.Checks)
            _codes.Add(check.Code);
        foreach (var choice in question.Choices)
            _pieces.Add($"choice/{question.Id}/{choice.Id}");
        foreach (var row in question.Rows)
            _pieces.Add($"row/{question.Id}/{row.Id}");
        foreach (var column in question.Columns)
            _pieces.Add($"column/{question.Id}/{column.Id}");
        foreach (var part in question.Questions)
            Take(part);
    }

    private static string New(string label, string otherwise, Func<string, bool> isTaken)
    {
        var plain = PlainOf(label) is { Length: > 0 } made ? made : otherwise;
        if (!isTaken(plain) && !OfPages.Contains(plain))
            return plain;
        return Enumerable.Range(2, int.MaxValue - 2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{plain}-v{number}")).First(id => !isTaken(id));
    }

    /// <summary>Its words in small letters, joined by hyphens, cut where a word ends.</summary>
    private static string PlainOf(string label)
    {
        var id = new StringBuilder();
        foreach (var word in label.Split([.. " -–/,.;:()“”\"'’?!&"], StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = string.Concat(word.Select(Plain).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
            if (letters.Length == 0)
                continue;
            if (id.Length + letters.Length + 1 > MostCharacters)
            {
                if (id.Length == 0)
                    id.Append(letters.AsSpan(0, MostCharacters - 4));
                break;
            }
            id.Append(id.Length == 0 ? "" : "-").Append(letters);
        }
        return id.ToString();
    }

    /// <summary>The letter without its accent: the app runs without the data that would tell.</summary>
    private static char Plain(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 ? Unaccented[place] : letter;

    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿŵŷÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŴŶ";
    private const string Unaccented = "aaaaaaceeeeiiiinooooouuuuyywyAAAAAACEEEEIIIINOOOOOUUUUYWY";
}
