using System.Buffers;
using System.Text.Json;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>Reads a JSON string that may come from anywhere.</summary>
internal static class ReadText
{
    /// <summary>Control characters but line end and tab.</summary>
    private static readonly SearchValues<char> NotText =
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(code => (char)code).Where(character => char.IsControl(character) && character is not ('\n' or '\t'))]);

    /// <summary>The string, trimmed, with line ends as LF; false where it can't be kept as text.</summary>
    public static bool TryGet(ref Utf8JsonReader json, out string text)
    {
        text = "";
        string? raw;
        try
        {
            raw = json.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: valid JSON, but no text.
            return false;
        }
        text = Normalise(raw!);
        return !text.AsSpan().ContainsAny(NotText);
    }

    private static string Normalise(string raw)
    {
        var trimmed = raw.Trim();
        return trimmed.Contains('\r', StringComparison.Ordinal)
            ? trimmed.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : trimmed;
    }

    /// <summary>Words as people count them: runs of characters between white space that hold a letter or digit.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
                inWord = false;
            else if (!inWord && char.IsLetterOrDigit(character))
            {
                inWord = true;
                words++;
            }
        }
        return words;
    }
}
