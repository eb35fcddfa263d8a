namespace MonitoringReturns.Core.Reporting.Tables;

/// <summary>A column of a report table.</summary>
/// <param name="Id">Stable name, for CSV and JSON.</param>
/// <param name="Heading">What people read; headings of one table are made unique by the writer where they are not.</param>
/// <param name="Kind">What its cells mostly hold; a single cell may be of another kind.</param>
/// <param name="Width">Width in characters; 0 lets the writer choose from the heading and the kind.</param>
/// <param name="Wrap">Whether long text wraps inside the cell.</param>
public sealed record Column(string Id, string Heading, CellKind Kind, double Width = 0, bool Wrap = false);

/// <summary>A table of a report: rows of typed cells under named columns.</summary>
/// <param name="Id">Stable name, letters and digits only, unique in the report.</param>
/// <param name="Title">A line above the table; empty for none.</param>
/// <param name="Columns">At least one.</param>
public sealed record ReportTable(string Id, string Title, IReadOnlyList<Column> Columns);

/// <summary>A sheet: a heading, then one or more tables under one another.</summary>
/// <param name="Name">The tab's name: 1 to 31 characters without <c>[]:*?/\</c>.</param>
/// <param name="Title">The first line of the sheet; empty for a sheet that starts with its table's headings.</param>
/// <param name="Notes">Further lines under the title.</param>
/// <param name="Large">True where rows grow with the number of returns: such a sheet has one table, its headings are frozen and filtered.</param>
/// <param name="OnPages">True where pages show its tables, which are then kept beside the workbook.</param>
public sealed record ReportSheet(string Name, string Title, IReadOnlyList<string> Notes, bool Large = false, bool OnPages = false);

public enum ChartKind
{
    /// <summary>Upright columns side by side.</summary>
    Columns,
    /// <summary>Lying bars side by side, for long category names.</summary>
    Bars,
    Line,
}

/// <summary>A native chart over all rows of a table of the same sheet.</summary>
/// <param name="AlternativeText">What a person who can't see the chart is told; required.</param>
/// <param name="TableId">The table that holds the figures.</param>
/// <param name="CategoryColumn">Id of the column that names the categories.</param>
/// <param name="SeriesColumns">Ids of the columns with figures, one series each.</param>
public sealed record ReportChart(
    ChartKind Kind, string Title, string AlternativeText, string TableId, string CategoryColumn, IReadOnlyList<string> SeriesColumns);
