using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>What a question made of a JSON value.</summary>
/// <param name="EndsOnValue">Whether the reader was left on the value's last token.</param>
internal sealed record Parsed(Answer? Answer, IReadOnlyList<Finding> Findings, bool EndsOnValue)
{
    public bool IsRefused => Findings.Any(finding => finding.Kind == FindingKind.Refused);
}

/// <summary>Answers from JSON and back.</summary>
internal static class Answers
{
    public static Parsed Parse(this Question question, string json) => question.Parse(Encoding.UTF8.GetBytes(json));

    public static Parsed Parse(this Question question, ReadOnlySpan<byte> json)
    {
        // Something stands behind the value, so that a reader left elsewhere is noticed.
        var reader = new Utf8JsonReader([.. "["u8, .. json, .. ",\"behind\"]"u8]);
        reader.Read();
        reader.Read();
        var findings = new Findings();
        var answer = question.Parse(ref reader, findings);
        var ends = reader.Read() && reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("behind"u8);
        return new Parsed(answer, findings.All, ends);
    }

    /// <summary>The answer in a JSON value that the question accepts.</summary>
    public static Answer Accept(this Question question, string json)
    {
        var parsed = question.Parse(json);
        Assert.Empty(parsed.Findings);
        return parsed.Answer ?? throw new ArgumentException("No answer.", nameof(json));
    }

    /// <summary>The canonical JSON of an answer.</summary>
    public static string Json(this Question question, Answer answer)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            question.Write(writer, answer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A sheet with these answers, JSON by question id.</summary>
    public static AnswerSheet Sheet(FormVersion version, params IEnumerable<(string Question, string Json)> answers)
    {
        var sheet = new AnswerSheet(version);
        foreach (var (id, json) in answers)
            if (version.Find(id) is { } question)
                sheet[question] = question.Accept(json);
            else
                throw new ArgumentException($"The form has no question {id}.", nameof(answers));
        return sheet;
    }
}
