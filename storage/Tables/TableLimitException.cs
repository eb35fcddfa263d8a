namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// What the client refuses before sending, because Azure would refuse it or keep something other than what was given.
/// Source of the limits: Microsoft Learn, "Understanding the Table service data model" and "Performing entity group transactions".
/// </summary>
public enum TableLimit
{
    /// <summary>A table is named by 3 to 63 ASCII letters and digits, a letter first.</summary>
    TableName,

    /// <summary>Both keys are given; they may be empty, not null.</summary>
    KeyMissing,

    /// <summary>A key is at most 1 KiB: 512 UTF-16 units.</summary>
    KeySize,

    /// <summary>A key has none of / \ # ? and no control character (U+0000–U+001F, U+007F–U+009F).</summary>
    KeyCharacter,

    /// <summary>A property is named like a C# identifier, in at most 255 characters.</summary>
    PropertyName,

    /// <summary>At most 252 properties beside the three system ones. Null ones do not count: they are not stored.</summary>
    PropertyCount,

    /// <summary>A value is at most 64 KiB: 65,536 bytes of binary, 32,768 UTF-16 units of text.</summary>
    PropertySize,

    /// <summary>Text, Int32, Int64, Double, Boolean, DateTimeOffset, UTC or local DateTime, Guid or binary; there is no decimal.</summary>
    PropertyType,

    /// <summary>No date lies before 1 January 1601 UTC.</summary>
    DateRange,

    /// <summary>Text is well-formed UTF-16; a lone surrogate would be stored as another character.</summary>
    TextEncoding,

    /// <summary>An entity is at most 1 MiB by the service's own size formula.</summary>
    EntitySize,

    /// <summary>Updating names the ETag it expects, or <c>ETag.All</c>; it has no control characters.</summary>
    ETag,

    /// <summary>A transaction has at least one action.</summary>
    TransactionEmpty,

    /// <summary>A transaction has at most 100 actions.</summary>
    TransactionCount,

    /// <summary>A transaction's request is at most 4 MiB.</summary>
    TransactionSize,

    /// <summary>A transaction lies in one partition.</summary>
    TransactionPartition,

    /// <summary>A transaction names a row once.</summary>
    TransactionRow,
}

/// <summary>
/// Refused by the client before anything was sent. <see cref="Limit"/> says which limit; the message says what broke it, without values.
/// </summary>
public sealed class TableLimitException(TableLimit limit, string message) : ArgumentException(message)
{
    public TableLimit Limit { get; } = limit;
}
