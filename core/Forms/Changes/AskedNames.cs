using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>By which ids a question and its parts are known in the version before.</summary>
internal sealed class AskedNames
{
    private readonly List<QuestionId> _questions;
    private readonly Dictionary<string, string?[]> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?[]> _columns = new(StringComparer.Ordinal);

    public AskedNames(Question question, QuestionDocument definition)
    {
        _questions = [question.Id, .. definition.Replaces];
        // A definition names the question of the section, which stands once for each outcome.
        if (definition.AgreedOutcome is { } number)
            foreach (var replaced in definition.Replaces)
                _questions.Add(new QuestionId($"{replaced}-{number}"));
        foreach (var row in definition.Rows)
            _rows.Add(row.Id.Value, [row.Id.Value, .. row.Replaces.Select(old => old.Value)]);
        foreach (var choice in definition.Choices)
            _rows.Add(choice.Id, [choice.Id, .. choice.Replaces]);
        foreach (var column in definition.Columns)
            _columns.Add(column.Id.Value, [column.Id.Value, .. column.Replaces.Select(old => old.Value)]);
        foreach (var part in definition.Questions)
            _columns.Add(part.Id.Value, [part.Id.Value, .. part.Replaces.Select(old => old.Value)]);
    }

    public IReadOnlyList<AskedId> Of(AskedId id)
    {
        var rows = id.Row is null ? [null] : _rows.GetValueOrDefault(id.Row, [id.Row]);
        var columns = id.Column is null ? [null] : _columns.GetValueOrDefault(id.Column, [id.Column]);
        return [.. from question in _questions from row in rows from column in columns select new AskedId(question, row, column)];
    }

    /// <summary>The questions of a version as they are put, each with its definition.</summary>
    public static IEnumerable<(Question Question, QuestionDocument Definition)> Defined(FormVersion version)
    {
        var definitions = version.Document.Sections.SelectMany(AgreedOutcomeSections.Expand).SelectMany(section => section.Questions);
        return version.Questions.Zip(definitions);
    }
}
