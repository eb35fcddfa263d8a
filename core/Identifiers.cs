using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringReturns.Core;

/// <summary>An identifier that people and systems may write: it stands in URLs and storage keys.</summary>
public interface IIdentifier<TSelf> where TSelf : struct, IIdentifier<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string checkedValue);
}

/// <summary>
/// The one rule for identifiers: 1 to 40 characters, ASCII letters, digits and hyphens, starting with a letter or digit.
/// So none can hold a separator of a storage key, a slash, a control character or a formula.
/// </summary>
public static class Identifier
{
    public const int MaxLength = 40;

    public static bool TryParse<T>(string? text, out T id) where T : struct, IIdentifier<T>
    {
        var valid = IsValid(text);
        id = valid ? T.Of(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text breaks the rule.</exception>
    public static T Parse<T>(string text) where T : struct, IIdentifier<T> =>
        TryParse<T>(text, out var id) ? id : throw new FormatException($"'{text}' is not an identifier: 1 to {MaxLength} letters, digits and hyphens.");

    private static bool IsValid(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength } || text[0] == '-')
            return false;
        foreach (var character in text)
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
                return false;
        return true;
    }
}

[JsonConverter(typeof(IdentifierConverter<ProgrammeId>))]
public readonly record struct ProgrammeId(string Value) : IIdentifier<ProgrammeId>
{
    public static ProgrammeId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<PeriodId>))]
public readonly record struct PeriodId(string Value) : IIdentifier<PeriodId>
{
    public static PeriodId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<AwardId>))]
public readonly record struct AwardId(string Value) : IIdentifier<AwardId>
{
    public static AwardId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<FormId>))]
public readonly record struct FormId(string Value) : IIdentifier<FormId>
{
    public static FormId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<SectionId>))]
public readonly record struct SectionId(string Value) : IIdentifier<SectionId>
{
    public static SectionId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<QuestionId>))]
public readonly record struct QuestionId(string Value) : IIdentifier<QuestionId>
{
    public static QuestionId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<IndicatorId>))]
public readonly record struct IndicatorId(string Value) : IIdentifier<IndicatorId>
{
    public static IndicatorId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<FileId>))]
public readonly record struct FileId(string Value) : IIdentifier<FileId>
{
    public static FileId Of(string checkedValue) => new(checkedValue);
    public static FileId New() => new(Guid.NewGuid().ToString("N"));
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<RowId>))]
public readonly record struct RowId(string Value) : IIdentifier<RowId>
{
    public static RowId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

[JsonConverter(typeof(IdentifierConverter<ColumnId>))]
public readonly record struct ColumnId(string Value) : IIdentifier<ColumnId>
{
    public static ColumnId Of(string checkedValue) => new(checkedValue);
    public override string ToString() => Value;
}

/// <summary>Reads and writes an identifier as a JSON string, also as the name of a property.</summary>
public sealed class IdentifierConverter<T> : JsonConverter<T> where T : struct, IIdentifier<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Identifier.TryParse<T>(reader.GetString(), out var id) ? id : throw new JsonException("Not an identifier.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
