using System.Buffers;
using System.Text.Json;
using MonitoringReturns.Core.Forms;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// What a return counts: a figure or null for each of <see cref="FormVersion.Measures"/>, in that order. Null is not answered or not asked.
/// </summary>
public static class CountedMeasures
{
    /// <summary>Raised when the order or meaning of measures changes: figures kept under another number are worked out anew from the revision.</summary>
    public const int CurrentRules = 1;

    /// <param name="answers">Only answers to questions that the award is asked.</param>
    public static decimal?[] Of(AnswerSheet answers)
    {
        var figures = new decimal?[answers.Version.Measures.Count];
        foreach (var question in answers.Version.Questions)
            if (question.Measures.Count > 0 && answers[question] is { } answer)
                question.Count(answer, figures.AsSpan(question.FirstMeasure, question.Measures.Count));
        return figures;
    }

    /// <summary>The figures as a JSON list, nulls at its end left out.</summary>
    public static byte[] ToJson(IReadOnlyList<decimal?> figures)
    {
        var last = figures.Count;
        while (last > 0 && figures[last - 1] is null)
            last--;
        var bytes = new ArrayBufferWriter<byte>(16 + (4 * last));
        using (var json = new Utf8JsonWriter(bytes, RevisionJson.Canonical))
        {
            json.WriteStartArray();
            for (var place = 0; place < last; place++)
                if (figures[place] is { } figure)
                    json.WriteNumberValue(figure);
                else
                    json.WriteNullValue();
            json.WriteEndArray();
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="InvalidDataException">There are more figures than the version has measures.</exception>
    public static decimal?[] Read(ReadOnlySpan<byte> json, FormVersion version)
    {
        var figures = new decimal?[version.Measures.Count];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        for (var place = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; place++)
        {
            if (place >= figures.Length)
                throw new InvalidDataException($"Version {version.Number} of {version.Form} counts {figures.Length} things, and there are figures for more.");
            if (reader.TokenType == JsonTokenType.Number)
                figures[place] = reader.GetDecimal();
        }
        return figures;
    }
}

/// <summary>What a period's newest revision of a return counts, as it is kept beside its answers.</summary>
/// <param name="Rules">The <see cref="CountedMeasures.CurrentRules"/> it was counted by; 0 where it was not.</param>
/// <param name="Measures">JSON of <see cref="CountedMeasures.ToJson"/>.</param>
public sealed record StoredResults(AwardId Award, int Revision, int FormVersion, int Rules, ReadOnlyMemory<byte> Measures);
