using System.Text.Encodings.Web;
using System.Text.Json;

namespace MonitoringReturns.Local.Demo;

/// <summary>Collects the answers of a filing, in the shapes that the API takes.</summary>
public sealed class AnswerList
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<DemoAnswer> _answers = [];

    public IReadOnlyList<DemoAnswer> Answers => _answers;

    /// <summary>A text or a choice's id; null leaves the question unanswered.</summary>
    public void Text(string question, string? text, string? comment = null)
    {
        if (text is not null)
            Add(question, text, comment);
    }

    public void YesNo(string question, bool yes) => Add(question, yes, null);

    /// <summary>A figure; null leaves the question unanswered.</summary>
    public void Figure(string question, decimal? figure, string? comment = null)
    {
        if (figure is { } known)
            Add(question, known, comment);
    }

    /// <summary>A table with the sentence that explains it, where there is one.</summary>
    public void ExplainedTable(string question, Dictionary<string, Dictionary<string, decimal>> rows, string? comment) => Add(question, rows, comment);

    public void Choices(string question, IReadOnlyList<string> ids) => Add(question, ids, null);

    /// <summary>The rows of a repeating group, by the ids of its questions; none leaves it unanswered.</summary>
    public void Rows(string question, IReadOnlyList<Dictionary<string, object>> rows)
    {
        if (rows.Count > 0)
            Add(question, rows, null);
    }

    /// <summary>The cells of a table, by the ids of its rows and columns; none leaves it unanswered.</summary>
    public void Table(string question, Dictionary<string, Dictionary<string, decimal>> rows)
    {
        if (rows.Count > 0)
            Add(question, rows, null);
    }

    private void Add<T>(string question, T value, string? comment) =>
        _answers.Add(new DemoAnswer(question, JsonSerializer.Serialize(value, Readable), comment));
}
