using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>How one revision differs from another as far as a reader may see it. Small numbers that are hidden in both are hidden here too.</summary>
public static class SeenDifferences
{
    /// <param name="sight">Null: everything is seen.</param>
    public static IReadOnlyList<AnswerDifference> Of(Revision before, Revision after, Sight? sight)
    {
        var all = AnswerDifference.Between(before, after);
        if (sight is null)
            return all;
        var seen = all.Where(difference => Sees(difference, sight)).ToList();
        if (!seen.Exists(difference => sight.HidesSmallNumbersOf(difference.Question)))
            return seen;
        var (was, now) = (CellsOf(before, sight), CellsOf(after, sight));
        return
        [
            .. seen.Select(difference => !sight.HidesSmallNumbersOf(difference.Question) ? difference
                    : difference with { Before = was.GetValueOrDefault(difference.Place), After = now.GetValueOrDefault(difference.Place) })
                .Where(difference => difference.Before.Kind != difference.After.Kind || difference.Before.Number != difference.After.Number
                    || !string.Equals(difference.Before.Text, difference.After.Text, StringComparison.Ordinal)),
        ];
    }

    private static bool Sees(AnswerDifference difference, Sight sight)
    {
        if (!sight.Sees(difference.Question))
            return false;
        if (difference.Question is not TableQuestion table)
            return true;
        var parts = difference.Place.Split('/');
        // A table's sentence explains all of its rows.
        return parts.Length == 3
            ? table.Rows.FirstOrDefault(row => string.Equals(row.Id.Value, parts[1], StringComparison.Ordinal)) is { } row && sight.SeesRowOf(row.Funder)
            : !sight.HidesSmallNumbersOf(table);
    }

    /// <summary>The cells of sensitive tables by their place.</summary>
    private static Dictionary<string, Cell> CellsOf(Revision revision, Sight sight)
    {
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
        var shown = new ShownAnswers(revision.Answers.Version, sight).Of(revision);
        var from = 0;
        foreach (var question in revision.Answers.Version.Questions)
        {
            if (question is TableQuestion { Sensitive: true } table)
                for (var row = 0; row < table.Rows.Count; row++)
                    for (var column = 0; column < table.TableColumns.Count; column++)
                        cells[$"{table.Id}/{table.Rows[row].Id}/{table.TableColumns[column].Id}"] = shown[from + table.CellOf(row, column)];
            from += question.Columns.Count;
        }
        return cells;
    }
}
