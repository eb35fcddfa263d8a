using System.Globalization;
using System.Text;

namespace MonitoringReturns.Core.Evidence;

/// <summary>What a file is called, made safe to show and to save under: nobody's path, nothing that is not seen, nothing that turns text round.</summary>
public static class FileName
{
    public const int MostCharacters = 120;

    private const string Unnamed = "file";

    /// <summary>The name without what is not safe; the same again for a name that is.</summary>
    public static string Safe(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var own = raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new StringBuilder(own.Length);
        foreach (var rune in own.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsUnseen(rune))
                continue;
            var shown = Rune.IsWhiteSpace(rune) ? new Rune(' ') : IsTroublesome(rune) ? new Rune('-') : rune;
            if (shown.Value != ' ' || (safe.Length > 0 && safe[^1] != ' '))
                safe.Append(shown.ToString());
        }
        var name = Shorten(safe.ToString().Trim(' ', '.'));
        return name.Length == 0 ? Unnamed : name;
    }

    /// <summary>The name with an ending that fits the kind: a picture called <c>report.pdf</c> becomes <c>report.pdf.png</c>.</summary>
    public static string For(FileKind kind, string safe)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Endings.Any(ending => safe.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? safe : Safe(Shorten(safe, kind.Endings[0].Length) + kind.Endings[0]);
    }

    /// <summary>Control and format characters, those that turn the direction of text among them, and what is no character at all.</summary>
    private static bool IsUnseen(Rune rune) => !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    /// <summary>What a file can't be called on some computers.</summary>
    private static bool IsTroublesome(Rune rune) => rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*';

    /// <summary>Cuts the middle out, so that the ending stays.</summary>
    private static string Shorten(string name, int room = 0)
    {
        if (name.Length + room <= MostCharacters)
            return name;
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 6 ? name[dot..] : "";
        var end = MostCharacters - room - ending.Length;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)].TrimEnd(' ', '.') + ending;
    }
}
