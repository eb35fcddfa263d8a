using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Returns;

/// <summary>
/// The canonical JSON of a revision: UTF-8, no white space, properties in ordinal order, figures without trailing zeros. What its digest is
/// taken over, and what is stored.
/// </summary>
public static class RevisionJson
{
    internal static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>How many properties say what it is a revision of: award, form, form version, period, programme, number.</summary>
    private const int Names = 6;

    public static StoredRevision Write(Revision revision)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Canonical))
            Write(json, revision);
        return new StoredRevision(revision.Key, revision.Number, DigestOf(bytes.WrittenSpan), bytes.WrittenMemory);
    }

    public static string DigestOf(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The version of the form that a stored revision answers.</summary>
    public static int FormVersionOf(StoredRevision stored) =>
        At(stored, "formVersion"u8, out var json) ? json.GetInt32() : throw new InvalidDataException($"The revision {stored.Number} of {stored.Key} names no form version.");

    /// <summary>When a stored revision was submitted.</summary>
    public static DateTimeOffset SubmittedAtOf(StoredRevision stored) =>
        At(stored, "submittedAt"u8, out var json) ? MomentIn(ref json) : throw new InvalidDataException($"The revision {stored.Number} of {stored.Key} doesn't say when it was submitted.");

    /// <exception cref="InvalidDataException">The bytes are not the ones the digest was taken of, or not a revision on this form version.</exception>
    public static Revision Read(StoredRevision stored, FormVersion version)
    {
        if (!string.Equals(DigestOf(stored.Json.Span), stored.Digest, StringComparison.Ordinal))
            throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} is damaged: its digest is not {stored.Digest}.");
        var sheet = new AnswerSheet(version);
        var notAsked = new bool[version.Questions.Count];
        var signatory = new Signatory("", "");
        Signatory? second = null;
        int? minutes = null;
        DateTimeOffset submittedAt = default;
        var named = 0;
        var json = new Utf8JsonReader(stored.Json.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("answers"u8))
                ReadAnswers(ref json, sheet, stored);
            else if (json.ValueTextEquals("comments"u8))
                ReadComments(ref json, sheet);
            else if (json.ValueTextEquals("notAsked"u8))
                ReadNotAsked(ref json, version, notAsked);
            else if (json.ValueTextEquals("signatory"u8))
                signatory = ReadSignatory(ref json);
            else if (json.ValueTextEquals("secondSignatory"u8))
                second = ReadSignatory(ref json);
            else if (json.ValueTextEquals("minutes"u8))
            {
                json.Read();
                minutes = json.GetInt32();
            }
            else if (json.ValueTextEquals("submittedAt"u8))
            {
                json.Read();
                submittedAt = MomentIn(ref json);
            }
            else
            {
                CheckName(ref json, stored, version);
                named++;
            }
        }
        if (named < Names)
            throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} doesn't name what it is a revision of.");
        return new Revision(stored.Key, stored.Number, sheet, notAsked, signatory, minutes, submittedAt) { SecondSignatory = second };
    }

    /// <summary>Goes to the value of a property of a revision.</summary>
    private static bool At(StoredRevision stored, ReadOnlySpan<byte> property, out Utf8JsonReader json)
    {
        json = new Utf8JsonReader(stored.Json.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var found = json.ValueTextEquals(property);
            json.Read();
            if (found)
                return true;
            json.Skip();
        }
        return false;
    }

    private static DateTimeOffset MomentIn(ref Utf8JsonReader json) => DateTimeOffset.ParseExact(json.GetString()!, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void Write(Utf8JsonWriter json, Revision revision)
    {
        var version = revision.Answers.Version;
        json.WriteStartObject();
        WriteAnswers(json, revision);
        json.WriteString("award"u8, revision.Key.Award.Value);
        WriteComments(json, revision);
        json.WriteString("form"u8, version.Form.Value);
        json.WriteNumber("formVersion"u8, version.Number);
        if (revision.Minutes is { } minutes)
            json.WriteNumber("minutes"u8, minutes);
        WriteNotAsked(json, revision);
        json.WriteString("period"u8, revision.Key.Period.Value);
        json.WriteString("programme"u8, revision.Key.Programme.Value);
        json.WriteNumber("revision"u8, revision.Number);
        if (revision.SecondSignatory is { } second)
            WriteSignatory(json, "secondSignatory"u8, second);
        WriteSignatory(json, "signatory"u8, revision.Signatory);
        json.WriteString("submittedAt"u8, revision.SubmittedAt.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteSignatory(Utf8JsonWriter json, ReadOnlySpan<byte> property, Signatory signatory)
    {
        json.WriteStartObject(property);
        json.WriteString("name"u8, signatory.Name);
        json.WriteString("role"u8, signatory.Role);
        json.WriteEndObject();
    }

    private static void WriteAnswers(Utf8JsonWriter json, Revision revision)
    {
        json.WriteStartObject("answers"u8);
        foreach (var question in revision.Answers.Version.CanonicalOrder)
            if (revision.Answers[question] is { } answer)
            {
                json.WritePropertyName(question.IdUtf8);
                question.Write(json, answer);
            }
        json.WriteEndObject();
    }

    private static void WriteComments(Utf8JsonWriter json, Revision revision)
    {
        json.WriteStartObject("comments"u8);
        foreach (var question in revision.Answers.Version.CanonicalOrder)
            if (revision.Answers.Comment(question) is { } comment)
                json.WriteString(question.IdUtf8, comment);
        json.WriteEndObject();
    }

    private static void WriteNotAsked(Utf8JsonWriter json, Revision revision)
    {
        json.WriteStartArray("notAsked"u8);
        foreach (var question in revision.Answers.Version.CanonicalOrder)
            if (revision.NotAsked[question.Ordinal])
                json.WriteStringValue(question.IdUtf8);
        json.WriteEndArray();
    }

    /// <summary>What the revision says it is must be what was asked for: a row stored under another key is not believed.</summary>
    private static void CheckName(ref Utf8JsonReader json, StoredRevision stored, FormVersion version)
    {
        var name = json.GetString()!;
        json.Read();
        var fits = name switch
        {
            "award" => json.ValueTextEquals(stored.Key.Award.Value),
            "form" => json.ValueTextEquals(version.Form.Value),
            "formVersion" => json.GetInt32() == version.Number,
            "period" => json.ValueTextEquals(stored.Key.Period.Value),
            "programme" => json.ValueTextEquals(stored.Key.Programme.Value),
            "revision" => json.GetInt32() == stored.Number,
            _ => false,
        };
        if (!fits)
            throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} on version {version.Number} of {version.Form} is not what is stored there: its {name} is another.");
    }

    private static void ReadAnswers(ref Utf8JsonReader json, AnswerSheet sheet, StoredRevision stored)
    {
        var findings = new Findings();
        json.Read();
        var place = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var question = Next(ref json, sheet.Version, ref place);
            json.Read();
            sheet[question] = question.Parse(ref json, findings);
        }
        if (findings.All.Count > 0)
            throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} doesn't fit version {sheet.Version.Number} of {sheet.Version.Form}: {findings.All[0].Message}");
    }

    private static void ReadComments(ref Utf8JsonReader json, AnswerSheet sheet)
    {
        json.Read();
        var place = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var question = Next(ref json, sheet.Version, ref place);
            json.Read();
            sheet.SetComment(question, json.GetString());
        }
    }

    private static void ReadNotAsked(ref Utf8JsonReader json, FormVersion version, bool[] notAsked)
    {
        json.Read();
        var place = 0;
        while (json.Read() && json.TokenType == JsonTokenType.String)
            notAsked[Next(ref json, version, ref place).Ordinal] = true;
    }

    private static Signatory ReadSignatory(ref Utf8JsonReader json)
    {
        var (name, role) = ("", "");
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isName = json.ValueTextEquals("name"u8);
            json.Read();
            if (isName)
                name = json.GetString()!;
            else
                role = json.GetString()!;
        }
        return new Signatory(name, role);
    }

    /// <summary>The question that a name stands for. Names come in canonical order, so the search goes on from the one before.</summary>
    private static Question Next(ref Utf8JsonReader json, FormVersion version, ref int place)
    {
        while (place < version.CanonicalOrder.Count)
        {
            var question = version.CanonicalOrder[place++];
            if (json.ValueTextEquals(question.IdUtf8))
                return question;
        }
        throw new InvalidDataException($"Version {version.Number} of {version.Form} has no question “{json.GetString()}”, or the answers are not in canonical order.");
    }
}
