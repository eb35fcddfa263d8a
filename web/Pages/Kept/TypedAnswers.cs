using System.Globalization;
using System.Text.Json;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web.Pages.Kept;

/// <summary>An answer as somebody typed it, and what it answers.</summary>
public sealed record TypedAnswer(string Label, string Text);

/// <summary>What somebody typed on a page, in words, from nothing but what the page sent: where it says what it showed before, only what they changed.</summary>
/// <param name="Title">What the page was; empty where it doesn't say.</param>
public sealed record TypedAnswers(string Title, IReadOnlyList<TypedAnswer> Answers)
{
    // As SaveSection names them.
    private const string Comment = "/comment";
    private const string Shown = "/shown";

    private static readonly string[] Parts = ["-day", "-month", "-year"];

    public static TypedAnswers Of(IReadOnlyList<SentField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var sent = fields.GroupBy(field => field.Name, StringComparer.Ordinal).ToDictionary(named => named.Key, named => named.Select(field => field.Value).ToList(), StringComparer.Ordinal);
        var labels = BoxLabels.Read(sent.GetValueOrDefault(KeptFields.Labels, [""])[0]);
        var answers = new List<TypedAnswer>();
        foreach (var (name, texts) in sent)
        {
            var place = PlaceOf(name);
            if (place != name && !name.EndsWith(Parts[0], StringComparison.Ordinal) && sent.ContainsKey(place + Parts[0]))
                continue;
            if (LabelOf(place, labels) is not { } label)
                continue;
            var text = place == name ? InWords(place, texts, labels) : DateOf(place, sent);
            if (!IsAsShown(place, place == name ? texts : [DateOf(place, sent)], sent))
                answers.Add(new TypedAnswer(label, text.Length == 0 ? Say("Keep.Emptied") : text));
        }
        return new TypedAnswers(labels.Title, answers);
    }

    /// <summary>The name, but for the three boxes of a date theirs together.</summary>
    private static string PlaceOf(string name) => Parts.FirstOrDefault(part => name.EndsWith(part, StringComparison.Ordinal)) is { } part ? name[..^part.Length] : name;

    private static string DateOf(string place, Dictionary<string, List<string>> sent) =>
        string.Join(' ', Parts.Select(part => sent.GetValueOrDefault(place + part, [""])[0].Trim()).Where(text => text.Length > 0));

    /// <summary>Null for what is no box of an answer.</summary>
    private static string? LabelOf(string place, BoxLabels labels)
    {
        if (place.EndsWith(Comment, StringComparison.Ordinal) && labels.Of(place[..^Comment.Length]) is { } explained)
            return Say("Keep.SentenceBeside", explained);
        return labels.Of(place) ?? place.Split('/') switch
        {
            [var group, var number, var inside] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) && labels.Of($"{group}//{inside}") is { } asked =>
                Say("Keep.InRow", labels.Of(group), number, asked),
            [var table, var row, var column] when labels.Of($"{table}/{row}") is { } named =>
                labels.Of($"{table}//{column}") is { } of ? Say("Keep.Cell", labels.Of(table), named, of) : Say("Keep.OnlyColumn", labels.Of(table), named),
            _ => null,
        };
    }

    private static string InWords(string place, List<string> texts, BoxLabels labels)
    {
        var question = place.Split('/') is [var group, _, var inside] ? $"{group}//{inside}" : place;
        return string.Join(", ", texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => labels.Of($"{question}={text}") ?? text.Trim()));
    }

    /// <summary>Whether a box says what the page showed in it. In doubt it doesn't, and the person is told of one answer too many.</summary>
    private static bool IsAsShown(string place, List<string> texts, Dictionary<string, List<string>> sent)
    {
        var parts = place.Split('/');
        if (!sent.TryGetValue(parts[0] + Shown, out var shown) || place.EndsWith(Comment, StringComparison.Ordinal))
            return texts.All(string.IsNullOrWhiteSpace);
        try
        {
            using var json = JsonDocument.Parse(shown[0].Length == 0 ? "null" : shown[0]);
            return ShownIn(json.RootElement, parts) is { } before && before.SequenceEqual(texts.Select(Plain).Where(text => text.Length > 0), StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What stood in a box, as it may be typed; null where that can't be told.</summary>
    private static List<string>? ShownIn(JsonElement whole, string[] parts)
    {
        var part = whole;
        for (var depth = 1; depth < parts.Length; depth++)
            if (part.ValueKind == JsonValueKind.Object)
            {
                if (!part.TryGetProperty(parts[depth], out part))
                    return [];
            }
            else if (part.ValueKind == JsonValueKind.Array && int.TryParse(parts[depth], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            {
                if (row < 1 || row > part.GetArrayLength())
                    return [];
                part = part[row - 1];
            }
            else
                return part.ValueKind == JsonValueKind.Null ? [] : null;
        return part.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.True => ["yes"],
            JsonValueKind.False => ["no"],
            JsonValueKind.Number => [Plain(part.GetRawText())],
            JsonValueKind.String when DateOnly.TryParseExact(part.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
                [day.ToString("d M yyyy", CultureInfo.InvariantCulture)],
            JsonValueKind.String => [Plain(part.GetString()!)],
            JsonValueKind.Array => [.. part.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText())],
            _ => null,
        };
    }

    /// <summary>12.50 and £12.5, and text with other line ends, are the same.</summary>
    private static string Plain(string text)
    {
        var trimmed = text.Trim().ReplaceLineEndings("\n");
        return decimal.TryParse(trimmed.TrimStart('£').Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure)
            ? (figure / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : trimmed;
    }

    private static string Say(string key, params ReadOnlySpan<object?> with) => Words.Say(Texts.English.Code, key, with);
}
