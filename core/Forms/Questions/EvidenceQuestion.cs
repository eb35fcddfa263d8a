using System.Text.Json;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>
/// Files that show something, sent as a list of objects: <c>id</c>, <c>name</c>, <c>type</c>, <c>size</c> and <c>sha256</c>, as the portal told them
/// when each was found clean. Whether the return really has them is for whoever saves the answer to find out.
/// </summary>
public sealed class EvidenceQuestion(QuestionDocument definition) : Question(definition)
{
    public const string Name = "evidence";

    /// <summary>The most files where the form names no number.</summary>
    public const int UsualFiles = 5;

    /// <summary>The most that a form may ask for.</summary>
    public const int MostFiles = 20;

    private const int DigestCharacters = 64;

    public override string Type => Name;

    public int MaxFiles { get; } = definition.MaxFiles ?? UsualFiles;

    public override IReadOnlyList<Column> Columns => field ??= [new($"{Id}-files", $"{Label}: how many", CellKind.Count), OneColumn(CellKind.Text, width: 40, wrap: true)];

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartArray)
            return Refuse(ref json, findings, Catalogue.WrongType, ListSentence);
        var files = new List<AnsweredFile>();
        var (number, sound) = (0, true);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            number++;
            if (ParseFile(ref json) is { } file && !files.Exists(one => one.Id == file.Id))
                files.Add(file);
            else
                sound = false;
        }
        if (!sound)
            return Refuse(ref json, findings, Catalogue.WrongType, ListSentence);
        if (number > MaxFiles)
            return Refuse(ref json, findings, Catalogue.TooManyFiles, $"Add {MaxFiles} {(MaxFiles == 1 ? "file" : "files")} or fewer to “{Label}”; there are {number}.");
        return number == 0 ? null : new EvidenceAnswer(files);
    }

    public override void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartArray();
        foreach (var file in ((EvidenceAnswer)answer).Files)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, file.Id.Value);
            json.WriteString("name"u8, file.Name);
            json.WriteString("sha256"u8, file.Sha256);
            json.WriteNumber("size"u8, file.Size);
            json.WriteString("type"u8, file.Type);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public override void Export(Answer answer, Span<Cell> cells)
    {
        var files = ((EvidenceAnswer)answer).Files;
        cells[0] = Cell.OfCount(files.Count);
        cells[1] = Cell.OfText(string.Join("; ", files.Select(file => file.Name)));
    }

    /// <summary>Never: its files come and go by a page of their own.</summary>
    public override bool IsIn(TypedBoxes typed, string place) => false;

    public override IEnumerable<Box> Boxes(Answer answer, string place) => [];

    public override void WriteTyped(Utf8JsonWriter json, TypedBoxes typed, string place) =>
        throw new InvalidOperationException($"“{Label}” has no boxes.");

    /// <summary>One file; null where it isn't one, with the reader on its last token all the same.</summary>
    private static AnsweredFile? ParseFile(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }
        var (id, name, type, digest, size, sound) = (default(FileId?), "", "", "", 0L, true);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            _ = ReadText.TryGet(ref json, out var property);
            json.Read();
            var text = "";
            if (json.TokenType == JsonTokenType.String)
                sound &= ReadText.TryGet(ref json, out text);
            switch (property)
            {
                case "id":
                    id = Identifier.TryParse<FileId>(text, out var known) ? known : null;
                    break;
                case "name":
                    name = text;
                    break;
                case "type":
                    type = text;
                    break;
                case "sha256":
                    digest = text;
                    break;
                case "size" when json.TokenType == JsonTokenType.Number:
                    sound &= json.TryGetInt64(out size);
                    break;
                default:
                    sound = false;
                    break;
            }
            json.Skip();
        }
        var fits = sound && name == FileName.Safe(name) && FileKind.Of(type) is not null && size is > 0 and <= FileKind.MostBytes
            && digest.Length == DigestCharacters && digest.All(char.IsAsciiHexDigitLower);
        return fits && id is { } file ? new AnsweredFile(file, name, type, size, digest) : null;
    }

    private string ListSentence => $"Send the files of “{Label}” as the portal lists them, each once with id, name, type, size and sha256.";
}
