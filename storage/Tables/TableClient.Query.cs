using Azure;

namespace MonitoringReturns.Storage.Tables;

public sealed partial class TableClient
{
    /// <summary>
    /// The rows a filter lets through, by partition key and row key, fetched page by page as they are asked for. A page has at most 1,000 rows and
    /// may have none with more to come. <paramref name="select"/> leaves out all values and keys it does not name.
    /// A page whose transfer breaks off is asked for again.
    /// </summary>
    /// <param name="filter">From <see cref="CreateQueryFilter"/>; null for the whole table.</param>
    /// <param name="maxPerPage">1 to 1,000.</param>
    public AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var address = _address.Query;
        var joint = '?';
        if (!string.IsNullOrEmpty(filter))
        {
            address = $"{address}{joint}$filter={Uri.EscapeDataString(filter)}";
            joint = '&';
        }
        if (TableAddress.Select(select) is { Length: > 0 } picked)
        {
            address = $"{address}{joint}{picked}";
            joint = '&';
        }
        return new TablePages<T>(_pipeline, address + joint, maxPerPage, cancellationToken);
    }
}
