using System.Buffers;
using System.Text;

namespace MonitoringReturns.Workbooks.Cells;

/// <summary>
/// How text is written in a workbook (ECMA-376 part 1, 22.9.2.19): what XML forbids stands as <c>_xHHHH_</c>, and text that
/// only looks like that has its underscore written so. A lone half of a surrogate pair becomes U+FFFD.
/// </summary>
internal static class CellText
{
    public const string ShortenedMark = " … [shortened]";

    /// <summary>Characters that can't be copied as they are, or not always.</summary>
    public static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not ('\t' or '\n')), '&', '<', '>', '_', '\uFFFE', '\uFFFF']);

    /// <summary>Whether a spreadsheet would take the text for a formula if someone edited its cell.</summary>
    public static bool LooksLikeFormula(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>Whether a reader of XML may drop white space from the ends.</summary>
    public static bool HasOuterSpace(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (IsXmlSpace(text[0]) || IsXmlSpace(text[^1]));

    /// <summary>Whether the underscore at the start begins something that would be read as an escape.</summary>
    public static bool StartsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3])
        && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);

    /// <summary>The longest start of the text that fits, never half a surrogate pair.</summary>
    public static ReadOnlySpan<char> Start(ReadOnlySpan<char> text, int length)
    {
        if (text.Length <= length)
            return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>Text for an attribute or element of a typed part that is read with escapes.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && StartsEscape(text.AsSpan(i)))
                escaped.Append("_x005F_");
            else if (text[i] is (< ' ' and not ('\t' or '\n')) or '\uFFFE' or '\uFFFF')
                escaped.Append("_x").Append(((int)text[i]).ToString("X4")).Append('_');
            else
                escaped.Append(text[i]);
        }
        return WithWholePairs(escaped.ToString());
    }

    /// <summary>Text for a part that has no escapes: what XML forbids becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = source[i] is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF' ? '\uFFFD' : source[i];
        });
        return WithWholePairs(clean);
    }

    private static string WithWholePairs(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static bool IsXmlSpace(char character) => character is ' ' or '\t' or '\n' or '\r';
}
