using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

/// <summary>Transport, retries, policies and diagnostics, as for any Azure client.</summary>
public sealed class TableClientOptions : ClientOptions
{
}
