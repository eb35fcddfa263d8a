using System.Buffers;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>
/// A section's draft answers as bytes: <c>{"people-helped":{"v":3,"a":42,"c":"A new group.","b":"p-…","t":1783071000}}</c>, a version, an answer, a comment, who
/// changed it last, and when in seconds since 1970.
/// </summary>
internal static class DraftRow
{
    /// <summary>The row with who worked on the section; its answers are put in beside.</summary>
    public static TableEntity ToEntity(string partition, string key, DraftSection section)
    {
        var row = new TableEntity(partition, key);
        SetWorked(row, "Changed", section.Changed);
        SetWorked(row, "Done", section.Done);
        return row;
    }

    public static DraftSection WithWork(TableEntity row, DraftSection section) => section with { Changed = WorkedOf(row, "Changed"), Done = WorkedOf(row, "Done") };

    private static void SetWorked(TableEntity row, string what, Worked? worked)
    {
        row.Set(what + "At", worked?.At);
        row.Set(what + "By", worked?.By.Value);
        row.Set(what + "For", worked?.For.Value);
    }

    private static Worked? WorkedOf(TableEntity row, string what) => row.GetDateTimeOffset(what + "At") is { } at
        ? new Worked(at, Identifier.Parse<MemberId>(row.GetString(what + "By")!), OrganisationId.Parse(row.GetString(what + "For")!))
        : null;

    public static ReadOnlyMemory<byte> ToJson(DraftSection section)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var (id, answer) in section.Answers)
            {
                json.WriteStartObject(id);
                json.WriteNumber("v"u8, answer.Version);
                json.WritePropertyName("a"u8);
                json.WriteRawValue(answer.ValueJson.Span, skipInputValidation: true);
                if (answer.Comment is { } comment)
                    json.WriteString("c"u8, comment);
                if (answer.By is { } by)
                    json.WriteString("b"u8, by.Value);
                if (answer.At is { } at)
                    json.WriteNumber("t"u8, at.ToUnixTimeSeconds());
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }

    public static DraftSection FromJson(string section, byte[] bytes, string guard)
    {
        var answers = new Dictionary<string, DraftAnswer>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(bytes);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var id = json.GetString()!;
            var (version, value, comment, by, at) = (0, DraftAnswer.NoValue, (string?)null, (MemberId?)null, (DateTimeOffset?)null);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.ValueSpan[0];
                json.Read();
                switch (name)
                {
                    case (byte)'v':
                        version = json.GetInt32();
                        break;
                    case (byte)'c':
                        comment = json.GetString();
                        break;
                    case (byte)'b':
                        by = Identifier.Parse<MemberId>(json.GetString()!);
                        break;
                    case (byte)'t':
                        at = DateTimeOffset.FromUnixTimeSeconds(json.GetInt64());
                        break;
                    default:
                        var from = (int)json.TokenStartIndex;
                        json.Skip();
                        value = bytes.AsMemory(from, (int)json.BytesConsumed - from);
                        break;
                }
            }
            answers[id] = new DraftAnswer(version, value, comment) { By = by, At = at };
        }
        return new DraftSection(section, answers, guard);
    }
}
