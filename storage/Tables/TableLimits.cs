using System.Buffers;
using System.Globalization;
using System.Text;
using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>Checks a name, key or row against what Azure stores, so that an emulator's leniency hides nothing.</summary>
internal static class TableLimits
{
    public const int MaxTransactionActions = 100;
    public const int MaxTransactionBytes = 4 * 1024 * 1024;

    private const int MaxKeyLength = 512;
    private const int MaxNameLength = 255;
    private const int MaxProperties = 252;
    private const int MaxValueBytes = 64 * 1024;
    private const int MaxEntityBytes = 1024 * 1024;

    // The published formula says 4 bytes an entity. Measured against the service it refuses 88 to 160 bytes sooner
    // (MicrosoftDocs/azure-docs issue 68661 and what its author went on to use), so those are counted too.
    private const int EntityOverhead = 4 + 160;
    private const int PropertyOverhead = 8;
    private const int LengthPrefix = 4;

    private static readonly DateTime EarliestDate = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly SearchValues<char> NotInKeys =
        SearchValues.Create("/\\#?" + string.Concat(Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)));
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static string CheckTableName(string name)
    {
        if (name.Length is < 3 or > 63 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
            throw new TableLimitException(TableLimit.TableName, "A table name has 3 to 63 ASCII letters and digits, a letter first.");
        return name;
    }

    public static void CheckKeys(string partitionKey, string rowKey)
    {
        CheckKey(partitionKey, TableEntity.PartitionKeyName);
        CheckKey(rowKey, TableEntity.RowKeyName);
    }

    /// <summary>The header's value.</summary>
    public static string CheckETag(ETag etag)
    {
        if (etag == default)
            throw new TableLimitException(TableLimit.ETag, "Updating needs the ETag it expects to find; ETag.All for any.");
        var value = etag.ToString();
        if (value.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0)
            throw new TableLimitException(TableLimit.ETag, "The ETag has characters that no ETag has.");
        return value;
    }

    /// <summary>Refuses what Azure would; gives the row's size in bytes by the service's formula.</summary>
    public static int Check(TableEntity entity)
    {
        CheckKeys(entity.PartitionKey, entity.RowKey);
        var size = (long)EntityOverhead + 2 * (entity.PartitionKey.Length + entity.RowKey.Length);
        var stored = 0;
        foreach (var (name, value) in entity.Own)
        {
            if (value is null)
                continue;
            CheckPropertyName(name);
            stored++;
            size += PropertyOverhead + 2 * name.Length + SizeOf(name, value);
        }
        if (stored > MaxProperties)
            throw new TableLimitException(TableLimit.PropertyCount, $"The row has {stored} values; {MaxProperties} is the most.");
        if (size > MaxEntityBytes)
            throw new TableLimitException(TableLimit.EntitySize, $"The row takes {size} bytes; 1 MiB is the most.");
        return (int)size;
    }

    private static void CheckKey(string? key, string which)
    {
        if (key is null)
            throw new TableLimitException(TableLimit.KeyMissing, $"{which} is not given.");
        if (key.Length > MaxKeyLength)
            throw new TableLimitException(TableLimit.KeySize, $"{which} has {key.Length} characters; {MaxKeyLength} is the most.");
        if (key.AsSpan().IndexOfAny(NotInKeys) is >= 0 and var at)
            throw new TableLimitException(TableLimit.KeyCharacter, $"{which} has U+{(int)key[at]:X4} at {at}, which a key may not have.");
        CheckText(key, which);
    }

    private static void CheckPropertyName(string name)
    {
        if (name.Length is 0 or > MaxNameLength)
            throw new TableLimitException(TableLimit.PropertyName, $"A value's name has 1 to {MaxNameLength} characters; this has {name.Length}.");
        if (!char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(NameCharacters))
            return;
        for (var at = 0; at < name.Length; at++)
            if (!IsOfIdentifier(name[at], first: at == 0))
                throw new TableLimitException(TableLimit.PropertyName, $"A value's name has U+{(int)name[at]:X4} at {at}; it is no C# identifier.");
    }

    private static bool IsOfIdentifier(char character, bool first) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
        UnicodeCategory.ConnectorPunctuation => !first || character == '_',
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !first,
        _ => false,
    };

    private static int SizeOf(string name, object value)
    {
        switch (value)
        {
            case string text:
                CheckText(text, name);
                return LengthPrefix + CheckSize(name, 2L * text.Length);
            case byte[] bytes:
                return LengthPrefix + CheckSize(name, bytes.Length);
            case BinaryData data:
                return LengthPrefix + CheckSize(name, data.ToMemory().Length);
            case ReadOnlyMemory<byte> memory:
                return LengthPrefix + CheckSize(name, memory.Length);
            case DateTimeOffset moment:
                return CheckDate(name, moment.UtcDateTime);
            case DateTime { Kind: not DateTimeKind.Unspecified } moment:
                return CheckDate(name, moment.ToUniversalTime());
            case DateTime:
                throw new TableLimitException(TableLimit.PropertyType, $"The date named {name} says neither UTC nor local.");
            case bool:
                return 1;
            case int:
                return 4;
            case long or double:
                return 8;
            case Guid:
                return 16;
            default:
                throw new TableLimitException(TableLimit.PropertyType, $"The value named {name} is a {value.GetType().Name}, which no table stores.");
        }
    }

    private static int CheckSize(string name, long bytes) => bytes <= MaxValueBytes
        ? (int)bytes
        : throw new TableLimitException(TableLimit.PropertySize, $"The value named {name} takes {bytes} bytes; 64 KiB is the most.");

    private static int CheckDate(string name, DateTime moment) => moment >= EarliestDate
        ? 8
        : throw new TableLimitException(TableLimit.DateRange, $"The date named {name} lies before 1601.");

    private static void CheckText(string text, string name)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0 && at < text.Length)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out _, out var length) != OperationStatus.Done)
                throw new TableLimitException(TableLimit.TextEncoding, $"The text named {name} has half a surrogate pair at {at}.");
            var next = text.AsSpan(at + length).IndexOfAnyInRange('\uD800', '\uDFFF');
            at = next < 0 ? -1 : at + length + next;
        }
    }
}
