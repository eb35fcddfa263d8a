using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms;

/// <summary>What must hold in every table of a form version.</summary>
internal static class TableRules
{
    /// <summary>More cells than any person fills in, and as many columns as the sheet of all answers has room for beside others.</summary>
    private const int MostCells = 1000;

    public static void Check(TableQuestion table, QuestionDocument definition, FormFaults faults)
    {
        var id = table.Id.Value;
        if (table.Rows.Count == 0 || table.TableColumns.Count == 0)
            faults.Add(id, "a table needs a row and a column");
        if (table.Rows.Count * table.TableColumns.Count > MostCells)
            faults.Add(id, $"a table has {MostCells} cells or fewer");
        if (table.Rows.DistinctBy(row => row.Id).Count() != table.Rows.Count)
            faults.Add(id, "two rows have the same id");
        if (table.TableColumns.DistinctBy(column => column.Id).Count() != table.TableColumns.Count)
            faults.Add(id, "two columns have the same id");
        if (table.RowTotals && table.TableColumns.DistinctBy(column => column.Cells.Type, StringComparer.Ordinal).Count() > 1)
            faults.Add(id, "a row has a total only where all columns count the same thing");
        if (table.WholeRows && table.TableColumns.Count == 1)
            faults.Add(id, "a row is whole or empty only where there are several columns");
        if (table.TableColumns.Count == 1 && definition.Columns[0].Indicator is { } ofColumn && table.Indicator != ofColumn)
            faults.Add(id, "the table and its one column name two indicators");
        foreach (var row in definition.Rows)
            if (row.Indicators.Keys.FirstOrDefault(column => table.PlaceOf(column) < 0) is { Value: not null } unknown)
                faults.Add(id, $"row {row.Id} names an indicator for the unknown column {unknown}");
        if (table.Sensitive)
            CheckSensitive(table, definition, faults);
    }

    /// <summary>What would give small numbers away, however they are hidden.</summary>
    private static void CheckSensitive(TableQuestion table, QuestionDocument definition, FormFaults faults)
    {
        var id = table.Id.Value;
        if (table.TableColumns.Any(column => column.Cells is not CountQuestion))
            faults.Add(id, "a sensitive table counts people");
        if (table.RowTotals)
            faults.Add(id, "a sensitive table has no totals of rows: they would give hidden numbers away");
        if (definition.Rows.Any(row => row.Indicators.Count > 0))
            faults.Add(id, "single cells of a sensitive table add to no indicator: it would give hidden numbers away");
        if (definition.Rows.Any(row => row.Funder is not null))
            faults.Add(id, "a row of a sensitive table belongs to no funder");
    }
}
