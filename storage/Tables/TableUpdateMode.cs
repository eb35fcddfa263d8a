namespace MonitoringReturns.Storage.Tables;

/// <summary>What becomes of stored values that the new row does not name: kept by Merge, gone by Replace.</summary>
public enum TableUpdateMode
{
    Merge,
    Replace,
}
