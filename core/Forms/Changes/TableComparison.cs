namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>Compares the rows and columns of a table, and how it is shown and read.</summary>
internal sealed class TableComparison(QuestionDocument before, QuestionDocument after, ChangePlace place)
{
    private readonly string _name = Words.Quote(after.Label.En);

    public IEnumerable<FormChange> Changes() => [.. OfTable(), .. OfRows(), .. OfColumns()];

    private IEnumerable<FormChange> OfTable()
    {
        FormChange Change(ChangeKind kind, string sentence) => new(ChangedThing.Question, kind, place, sentence);
        if (before.WholeRows != after.WholeRows)
            yield return after.WholeRows
                ? Change(ChangeKind.Stricter, $"A row of {_name} has to be filled in whole or left open.")
                : Change(ChangeKind.Looser, $"A row of {_name} may be filled in in part.");
        if (before.Sensitive != after.Sensitive)
            yield return after.Sensitive
                ? Change(ChangeKind.SeenByFewer, $"Small numbers in {_name} are hidden from all but the lead funder.")
                : Change(ChangeKind.SeenByMore, $"Small numbers in {_name} are no longer hidden from other funders.");
        if (before.RowTotals != after.RowTotals)
            yield return Change(ChangeKind.ReportedOtherwise, after.RowTotals ? $"{_name} shows the total of each row." : $"{_name} no longer shows the total of each row.");
        if (PartComparison.IsReordered(before.Rows.Select(row => row.Id.Value), after.Rows.Select(row => row.Id.Value)))
            yield return Change(ChangeKind.Moved, $"The rows of {_name} stand in another order.");
        if (PartComparison.IsReordered(before.Columns.Select(column => column.Id.Value), after.Columns.Select(column => column.Id.Value)))
            yield return Change(ChangeKind.Moved, $"The columns of {_name} stand in another order.");
    }

    private IEnumerable<FormChange> OfRows()
    {
        ChangePlace PlaceOf(string id) => place with { Row = new RowId(id) };
        foreach (var change in new PartComparison(ChangedThing.Row, "row", _name, PlaceOf).Between([.. before.Rows.Select(Part.Of)], [.. after.Rows.Select(Part.Of)]))
            yield return change;
        foreach (var row in after.Rows)
        {
            if (before.Rows.FirstOrDefault(one => one.Id == row.Id) is not { } was)
                continue;
            FormChange Change(ChangeKind kind, string sentence) => new(ChangedThing.Row, kind, PlaceOf(row.Id.Value), sentence);
            var named = $"{Words.Quote(row.Label.En)} in {_name}";
            if (Words.Reworded(was.Label, row.Label, _name) is { } sentence)
                yield return Change(ChangeKind.Reworded, sentence);
            if (was.Funder != row.Funder)
                yield return was.Funder is null
                    ? Change(ChangeKind.SeenByFewer, $"{named} belongs to one funder, and no other co-funder sees it.")
                    : Change(ChangeKind.SeenByMore, $"{named} may be seen by more or other funders than so far.");
            if (was.Indicators.Count != row.Indicators.Count || was.Indicators.Except(row.Indicators).Any())
                yield return Change(ChangeKind.ReportedOtherwise, $"{named} adds to other indicators than so far.");
        }
    }

    private IEnumerable<FormChange> OfColumns()
    {
        ChangePlace PlaceOf(string id) => place with { Column = new ColumnId(id) };
        foreach (var change in new PartComparison(ChangedThing.Column, "column", _name, PlaceOf).Between([.. before.Columns.Select(Part.Of)], [.. after.Columns.Select(Part.Of)]))
            yield return change;
        foreach (var column in after.Columns)
        {
            if (before.Columns.FirstOrDefault(one => one.Id == column.Id) is not { } was)
                continue;
            FormChange Change(ChangeKind kind, string sentence) => new(ChangedThing.Column, kind, PlaceOf(column.Id.Value), sentence);
            var named = $"{Words.Quote(column.Label.En)} in {_name}";
            if (Words.Reworded(was.Label, column.Label, _name) is { } sentence)
                yield return Change(ChangeKind.Reworded, sentence);
            if (!string.Equals(was.Type, column.Type, StringComparison.Ordinal))
                yield return Change(ChangeKind.TypeChanged, $"{named} is of another type: {column.Type}, so far {was.Type}.");
            if (was.Indicator != column.Indicator)
                yield return Change(QuestionComparison.OfIndicator(after, column.Indicator), $"{named} adds to {(column.Indicator is null ? "no indicator any more" : "another indicator")}.");
        }
    }
}
