using System.Text;
using System.Text.Json;

namespace MonitoringReturns.Storage.Tables;

/// <summary>What a name in an answer stands for.</summary>
internal enum NameKind
{
    Own,
    TypeOf,
    PartitionKey,
    RowKey,
    Timestamp,
    ETag,
    Ignored,
}

/// <summary>A name met in an answer: <see cref="Text"/> is the value's name, for an annotation the name it annotates.</summary>
internal sealed record PropertyName(byte[] Utf8, string Text, NameKind Kind);

/// <summary>
/// The names met so far, so that each is made a string once a query. Rows mostly name the same values in the same order, so the name after
/// the last one found is tried first. Also keeps the last partition key, which rows share. For one reader at a time.
/// </summary>
internal sealed class PropertyNames
{
    private const int Most = 1024;
    private readonly List<PropertyName> _known = [];
    private int _next;
    private string? _partition;

    /// <summary>How many values of its own the last row had: the next one's likely size.</summary>
    public int RowSize { get; set; }

    public void StartRow() => _next = 0;

    public PropertyName Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            return Make(reader.GetString()!);
        var utf8 = reader.ValueSpan;
        if (_next < _known.Count && utf8.SequenceEqual(_known[_next].Utf8))
            return _known[_next++];
        for (var at = 0; at < _known.Count; at++)
            if (utf8.SequenceEqual(_known[at].Utf8))
            {
                _next = at + 1;
                return _known[at];
            }
        var made = Make(Encoding.UTF8.GetString(utf8));
        if (_known.Count < Most)
        {
            _known.Add(made);
            _next = _known.Count;
        }
        return made;
    }

    public string Partition(ref Utf8JsonReader reader)
    {
        if (_partition is null || !reader.ValueTextEquals(_partition))
            _partition = reader.GetString()!;
        return _partition;
    }

    private static PropertyName Make(string name)
    {
        const string TypeSuffix = "@odata.type";
        var (text, kind) = name switch
        {
            TableEntity.PartitionKeyName => (name, NameKind.PartitionKey),
            TableEntity.RowKeyName => (name, NameKind.RowKey),
            TableEntity.TimestampName => (name, NameKind.Timestamp),
            TableEntity.ETagName => (name, NameKind.ETag),
            _ when name.EndsWith(TypeSuffix, StringComparison.Ordinal) => (name[..^TypeSuffix.Length], NameKind.TypeOf),
            _ when name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal) => (name, NameKind.Ignored),
            _ => (name, NameKind.Own),
        };
        return new(Encoding.UTF8.GetBytes(name), text, kind);
    }
}
