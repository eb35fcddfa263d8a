namespace MonitoringReturns.Workbooks.Cells;

/// <summary>The looks a cell can have. The value is the place in the workbook's list of formats.</summary>
internal enum CellStyle : byte
{
    Plain,
    Title,
    Note,
    TableTitle,
    Heading,
    NumberHeading,
    Text,
    WrappedText,
    QuotedText,
    QuotedWrappedText,
    Count,
    Number,
    Money,
    Percentage,
    Date,
    Moment,
    NotAsked,
}
