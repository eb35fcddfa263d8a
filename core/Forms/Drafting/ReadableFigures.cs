using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>The figures of a draft that checks can read, with what they are called.</summary>
public static class ReadableFigures
{
    /// <summary>More cells than this are not offered one by one.</summary>
    private const int MostCells = 40;

    public static IReadOnlyList<(string Reference, string Name)> Of(FormDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.Sections.SelectMany(section => section.Questions).SelectMany(Of)];
    }

    private static IEnumerable<(string Reference, string Name)> Of(QuestionDocument question) => question.Type switch
    {
        CountQuestion.Name or MoneyQuestion.Name or NumberQuestion.Name or PercentageQuestion.Name => [(question.Id.Value, question.Label.En)],
        RepeatingGroupQuestion.Name when question.Questions.Count(part => part.Type is CountQuestion.Name or MoneyQuestion.Name or NumberQuestion.Name) == 1 => [(question.Id.Value, $"{question.Label.En}: total")],
        TableQuestion.Name => OfTable(question),
        _ => [],
    };

    private static IEnumerable<(string Reference, string Name)> OfTable(QuestionDocument table)
    {
        if (table.Columns.Count == 1)
            yield return (table.Id.Value, $"{table.Label.En}: total");
        else
            foreach (var column in table.Columns)
                yield return ($"{table.Id}/{column.Id}", $"{table.Label.En}: {column.Label.En}: total");
        if (table.Rows.Count * table.Columns.Count > MostCells)
            yield break;
        foreach (var row in table.Rows)
            foreach (var column in table.Columns)
                yield return ($"{table.Id}/{row.Id}/{column.Id}", $"{table.Label.En}: {row.Label.En}: {column.Label.En}");
    }
}
