namespace MonitoringReturns.Workbooks;

/// <summary>What a sheet and memory may hold. Only tests set it.</summary>
/// <param name="RowsPerSheet">Rows of one sheet, headings included; more go on to a further sheet.</param>
/// <param name="SpoolBytes">Bytes of a waiting sheet kept in memory before they go to a temporary file.</param>
internal sealed record WorkbookLimits(int RowsPerSheet = 1_048_576, int SpoolBytes = 256 * 1024)
{
    public const int Columns = 16_384;
    public const int TextLength = 32_767;
    public const int HeadingLength = 255;
    public const int SheetNameLength = 31;
}
