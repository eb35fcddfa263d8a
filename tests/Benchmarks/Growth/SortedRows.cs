namespace MonitoringReturns.Benchmarks.Growth;

/// <summary>The rows of one partition, by key.</summary>
internal sealed class SortedRows
{
    private static readonly Comparer<(string Key, byte[] Json)> ByKey = Comparer<(string Key, byte[] Json)>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    private readonly Lock _lock = new();
    private readonly List<(string Key, byte[] Json)> _rows = [];
    private bool _sorted;

    public void Add(string key, byte[] json)
    {
        _rows.Add((key, json));
        _sorted = false;
    }

    public byte[]? Find(string key)
    {
        var place = PlaceOf(key);
        return place < _rows.Count && string.Equals(_rows[place].Key, key, StringComparison.Ordinal) ? _rows[place].Json : null;
    }

    /// <returns>The rows, and the key that the next page starts with; null where there is none.</returns>
    public (byte[][] Rows, string? Next) Page(string from, string to, int size)
    {
        var first = PlaceOf(from);
        var last = first;
        while (last < _rows.Count && last - first < size && string.CompareOrdinal(_rows[last].Key, to) <= 0)
            last++;
        var more = last < _rows.Count && string.CompareOrdinal(_rows[last].Key, to) <= 0;
        return ([.. _rows[first..last].Select(row => row.Json)], more ? _rows[last].Key : null);
    }

    /// <summary>The place of the first row whose key is not before this one.</summary>
    private int PlaceOf(string key)
    {
        lock (_lock)
        {
            if (!_sorted)
                _rows.Sort(ByKey);
            _sorted = true;
        }
        var place = _rows.BinarySearch((key, []), ByKey);
        return place < 0 ? ~place : place;
    }
}
