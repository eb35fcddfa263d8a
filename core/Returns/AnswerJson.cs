using System.Buffers;
using System.Text.Json;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Returns;

/// <summary>One answer as JSON: canonical as it is stored, or as it came in.</summary>
internal static class AnswerJson
{
    /// <summary>The canonical JSON; null JSON where there is no answer.</summary>
    public static ReadOnlyMemory<byte> Of(Question question, Answer? answer)
    {
        if (answer is null)
            return DraftAnswer.NoValue;
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes, RevisionJson.Canonical))
            question.Write(writer, answer);
        return bytes.WrittenMemory;
    }

    /// <summary>What stands in the question's boxes, for the question to judge.</summary>
    public static ReadOnlyMemory<byte> Typed(Question question, TypedBoxes typed)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
            question.WriteTyped(writer, typed, question.Id.Value);
        return bytes.WrittenMemory;
    }

    public static Answer? Read(Question question, ReadOnlyMemory<byte> value, Findings findings)
    {
        var json = new Utf8JsonReader(value.Span);
        json.Read();
        return question.Parse(ref json, findings);
    }
}
