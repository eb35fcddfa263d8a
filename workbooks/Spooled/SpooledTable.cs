using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Workbooks.Zip;

namespace MonitoringReturns.Workbooks.Spooled;

/// <summary>A table whose rows wait in a spool.</summary>
internal abstract class SpooledTable(ReportTable table) : IDisposable
{
    private const int BytesInMemory = 256 * 1024;

    public ReportTable Table => table;

    /// <summary>The table as it will stand in the file.</summary>
    public Spool Spool { get; } = new(BytesInMemory);

    public abstract void WriteRow(ReadOnlySpan<Cell> cells);

    /// <summary>Completes the table in its spool; more than once does nothing more.</summary>
    public abstract void End();

    public void Dispose()
    {
        End();
        Spool.Dispose();
    }
}
