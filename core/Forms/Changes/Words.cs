namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>How sentences name things.</summary>
internal static class Words
{
    public static string Quote(string label) => $"“{label}”";

    public static string Quoted(IEnumerable<string> labels) => List([.. labels.Select(Quote)]);

    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>Tells a new wording; null where it is the old one.</summary>
    public static string? Reworded(LocalText before, LocalText after, string? within = null)
    {
        if (before == after)
            return null;
        var place = within is null ? "" : $" in {within}";
        return string.Equals(before.En, after.En, StringComparison.Ordinal)
            ? $"The Welsh wording of {Quote(after.En)}{place} changed."
            : $"{Quote(before.En)}{place} is now worded {Quote(after.En)}.";
    }
}

/// <summary>What the figures are called that checks read; those that the new version doesn't have are called as in the old one.</summary>
internal sealed class FigureNames(FormDocument before, FormDocument after)
{
    private readonly Dictionary<QuestionId, QuestionDocument> _questions = after.Sections.Concat(before.Sections).SelectMany(section => section.Questions)
        .DistinctBy(question => question.Id).ToDictionary(question => question.Id);

    public string Of(IEnumerable<FigureReference> figures) => Words.List([.. figures.Select(Of)]);

    public string Of(FigureReference figure)
    {
        if (!_questions.TryGetValue(figure.Question, out var question))
            return figure.ToString();
        var row = question.Rows.FirstOrDefault(one => one.Id == figure.Row)?.Label.En;
        var column = question.Columns.Count > 1 ? question.Columns.FirstOrDefault(one => one.Id == figure.Column)?.Label.En : null;
        return Words.Quote(string.Join(": ", new[] { question.Label.En, row, column }.OfType<string>()));
    }
}
