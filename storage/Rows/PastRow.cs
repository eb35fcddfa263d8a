using System.Buffers;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.History;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>A past return as a row of its provider; its answers as bytes, canonical JSON by question id.</summary>
internal static class PastRow
{
    public static string PrefixOf(ProgrammeId programme, AwardId award) => $"y|{programme}|{award}!";

    public static string KeyOf(PastReturn past) => PrefixOf(past.Programme, past.Award) + past.Period.Id.Value;

    public static TableEntity ToEntity(OrganisationId provider, PastReturn past) => new(provider.Value, KeyOf(past))
    {
        ["Name"] = past.Period.Name,
        ["Start"] = past.Period.Start.ToString("O"),
        ["End"] = past.Period.End.ToString("O"),
        ["FormVersion"] = past.FormVersion,
        ["At"] = past.EnteredAt,
        ["By"] = past.EnteredBy.Value,
    };

    public static ReadOnlyMemory<byte> ToJson(PastReturn past)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var (id, answer) in past.Answers)
            {
                json.WritePropertyName(id);
                json.WriteRawValue(answer.Span, skipInputValidation: true);
            }
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }

    public static PastReturn FromEntity(ProgrammeId programme, AwardId award, TableEntity row, byte[] bytes)
    {
        var answers = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(bytes);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var id = json.GetString()!;
            json.Read();
            var from = (int)json.TokenStartIndex;
            json.Skip();
            answers[id] = bytes.AsMemory(from, (int)json.BytesConsumed - from);
        }
        var period = new PastPeriod(
            Identifier.Parse<PeriodId>(row.RowKey[PrefixOf(programme, award).Length..]), row.GetString("Name")!,
            DateOnly.ParseExact(row.GetString("Start")!, "O"), DateOnly.ParseExact(row.GetString("End")!, "O"));
        return new PastReturn(programme, award, period, row.GetInt32("FormVersion")!.Value, answers, row.GetDateTimeOffset("At")!.Value, Identifier.Parse<MemberId>(row.GetString("By")!));
    }
}
