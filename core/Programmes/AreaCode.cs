using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MonitoringReturns.Core.Programmes;

/// <summary>
/// The code of an area in the Office for National Statistics' Code History: a letter for the country, E, W, S, N or K for the whole kingdom, and eight
/// digits, such as <c>E09000012</c>. 360Giving calls it a geographic code. Only the shape is checked.
/// </summary>
[JsonConverter(typeof(AreaCodeConverter))]
public readonly partial record struct AreaCode
{
    private AreaCode(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    public static bool TryParse(string? text, out AreaCode code)
    {
        var valid = text is { Length: 9 } && Shape().IsMatch(text);
        code = valid ? new AreaCode(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text has not the shape of an area's code.</exception>
    public static AreaCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an area’s code like E09000012.");

    [GeneratedRegex(@"^[EWSNK][0-9]{8}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}

/// <summary>Reads and writes an area's code as a JSON string.</summary>
public sealed class AreaCodeConverter : JsonConverter<AreaCode>
{
    public override AreaCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AreaCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not an area’s code.");

    public override void Write(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
