using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// One row: two keys and up to 252 named values in the order given. A value is a string, int, long, double, bool, DateTimeOffset, DateTime,
/// Guid, byte[], BinaryData or ReadOnlyMemory of bytes; null is not stored. The getters give null for an absent name and throw
/// <see cref="InvalidOperationException"/> for a value of another type. Names are case-sensitive. Not safe for use by several threads at once.
/// </summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object?>
{
    internal const string PartitionKeyName = "PartitionKey";
    internal const string RowKeyName = "RowKey";
    internal const string TimestampName = "Timestamp";
    internal const string ETagName = "odata.etag";

    private KeyValuePair<string, object?>[] _own = [];
    private int _count;

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey) => (PartitionKey, RowKey) = (partitionKey, rowKey);

    public TableEntity(IDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
            this[name] = value;
    }

    internal TableEntity(int capacity) => _own = capacity == 0 ? [] : new KeyValuePair<string, object?>[capacity];

    /// <summary>Null until set, and when a query's select left it out.</summary>
    public string PartitionKey { get; set; } = null!;

    /// <summary>Null until set, and when a query's select left it out.</summary>
    public string RowKey { get; set; } = null!;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public int Count => SystemValues().Count() + _count;

    public ICollection<string> Keys => [.. this.Select(pair => pair.Key)];

    ICollection<object?> IDictionary<string, object?>.Values => [.. this.Select(pair => pair.Value)];

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    internal ReadOnlySpan<KeyValuePair<string, object?>> Own => _own.AsSpan(0, _count);

    public object? this[string key]
    {
        get => TryGetValue(key, out var value) ? value : null;
        set
        {
            switch (key)
            {
                case PartitionKeyName:
                    PartitionKey = (string)value!;
                    break;
                case RowKeyName:
                    RowKey = (string)value!;
                    break;
                case TimestampName:
                    Timestamp = (DateTimeOffset?)value;
                    break;
                case ETagName:
                    ETag = value is string etag ? new ETag(etag) : default;
                    break;
                default:
                    if (IndexOf(key) is >= 0 and var at)
                        _own[at] = new(key, value);
                    else
                        Append(key, value);
                    break;
            }
        }
    }

    public string? GetString(string key) => this[key] switch
    {
        null => null,
        string value => value,
        var other => throw WrongType(key, other, "text"),
    };

    public int? GetInt32(string key) => Get<int>(key);

    public long? GetInt64(string key) => Get<long>(key);

    public double? GetDouble(string key) => Get<double>(key);

    public bool? GetBoolean(string key) => Get<bool>(key);

    public Guid? GetGuid(string key) => Get<Guid>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) => this[key] is DateTime value ? new DateTimeOffset(value) : Get<DateTimeOffset>(key);

    /// <summary>In UTC.</summary>
    public DateTime? GetDateTime(string key) => GetDateTimeOffset(key)?.UtcDateTime;

    /// <summary>The array itself where the value is one: not a copy.</summary>
    public byte[]? GetBinary(string key) => this[key] switch
    {
        null => null,
        byte[] value => value,
        BinaryData value => value.ToArray(),
        ReadOnlyMemory<byte> value => value.ToArray(),
        var other => throw WrongType(key, other, "binary"),
    };

    public BinaryData? GetBinaryData(string key) => this[key] switch
    {
        BinaryData value => value,
        ReadOnlyMemory<byte> value => new BinaryData(value),
        _ => GetBinary(key) is { } bytes ? new BinaryData(bytes) : null,
    };

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        if (IndexOf(key) is >= 0 and var at)
        {
            value = _own[at].Value;
            return true;
        }
        value = key switch
        {
            PartitionKeyName => PartitionKey,
            RowKeyName => RowKey,
            TimestampName => Timestamp,
            ETagName => ETag == default ? null : ETag.ToString(),
            _ => null,
        };
        return value is not null;
    }

    public void Add(string key, object? value)
    {
        if (ContainsKey(key))
            throw new ArgumentException($"The row has a value named {key}.", nameof(key));
        this[key] = value;
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>Takes out a value of the row's own; keys, Timestamp and ETag stay.</summary>
    public bool Remove(string key)
    {
        var at = IndexOf(key);
        if (at < 0)
            return false;
        _own.AsSpan(at + 1, _count - at - 1).CopyTo(_own.AsSpan(at));
        _own[--_count] = default;
        return true;
    }

    /// <summary>Takes out all values of the row's own; keys, Timestamp and ETag stay.</summary>
    public void Clear() => (_own, _count) = ([], 0);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => SystemValues().Concat(_own.Take(_count)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value) && Remove(item.Key);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex)
    {
        foreach (var pair in this)
            array[arrayIndex++] = pair;
    }

    /// <summary>Adds a value whose name is known to be new.</summary>
    internal void Append(string name, object? value)
    {
        if (_count == _own.Length)
            Array.Resize(ref _own, Math.Max(4, _count * 2));
        _own[_count++] = new(name, value);
    }

    private int IndexOf(string key)
    {
        for (var at = 0; at < _count; at++)
            if (_own[at].Key == key)
                return at;
        return -1;
    }

    private T? Get<T>(string key) where T : struct => this[key] switch
    {
        null => null,
        T value => value,
        var other => throw WrongType(key, other, typeof(T).Name),
    };

    private static InvalidOperationException WrongType(string key, object value, string wanted) =>
        new($"The value named {key} is of type {value.GetType().Name}, not {wanted}.");

    private IEnumerable<KeyValuePair<string, object?>> SystemValues()
    {
        if (ETag != default)
            yield return new(ETagName, ETag.ToString());
        if (PartitionKey is not null)
            yield return new(PartitionKeyName, PartitionKey);
        if (RowKey is not null)
            yield return new(RowKeyName, RowKey);
        if (Timestamp is not null)
            yield return new(TimestampName, Timestamp);
    }
}
