namespace MonitoringReturns.Storage.Tables;

/// <summary>The addresses of a table and its rows.</summary>
internal sealed class TableAddress(string endpoint, string name)
{
    public string Table { get; } = $"{endpoint}/{name}";

    public string Query { get; } = $"{endpoint}/{name}()";

    public string Transaction { get; } = $"{endpoint}/$batch";

    /// <summary>The keys are checked ones. A quote in a key is doubled, then everything that is not unreserved is percent-encoded.</summary>
    public string Row(string partitionKey, string rowKey) => $"{Table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    /// <summary>The query part that picks values, without what joins it to the address; empty for all.</summary>
    public static string Select(IEnumerable<string>? names) =>
        names is null ? "" : "$select=" + Uri.EscapeDataString(string.Join(',', names));

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
