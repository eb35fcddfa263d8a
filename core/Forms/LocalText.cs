using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringReturns.Core.Forms;

/// <summary>Words that people read on a form, in English and, where somebody translated them, in Welsh.</summary>
/// <param name="En">English: what reports say.</param>
/// <param name="Cy">Welsh; null where there is none.</param>
[JsonConverter(typeof(LocalTextConverter))]
public readonly record struct LocalText(string En, string? Cy = null)
{
    /// <summary>In a language, or in English where there is no translation.</summary>
    public string In(string language) => string.Equals(language, "cy", StringComparison.Ordinal) && Cy is not null ? Cy : En;

    /// <summary>The same change to the words of each language.</summary>
    public LocalText Each(Func<string, string> change) => new(change(En), Cy is null ? null : change(Cy));

    public override string ToString() => En;

    public static implicit operator LocalText(string english) => new(english);
}

/// <summary>English alone is a JSON string; with a translation it is <c>{"en":"…","cy":"…"}</c>.</summary>
public sealed class LocalTextConverter : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new LocalText(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Write words as text, or as an object of languages: en, cy.");
        var (english, welsh) = ((string?)null, (string?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString();
            if (!reader.Read() || reader.TokenType != JsonTokenType.String)
                throw new JsonException("The words of a language are text.");
            if (language == "en" && english is null)
                english = reader.GetString();
            else if (language == "cy" && welsh is null)
                welsh = reader.GetString();
            else
                throw new JsonException($"“{language}” is no language of forms, or stands there twice; the languages are en and cy.");
        }
        return new LocalText(english ?? throw new JsonException("Words in other languages need English too (en)."), welsh);
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        if (value.Cy is null)
        {
            writer.WriteStringValue(value.En);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("en"u8, value.En);
        writer.WriteString("cy"u8, value.Cy);
        writer.WriteEndObject();
    }
}
