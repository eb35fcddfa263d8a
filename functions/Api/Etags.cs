using System.Globalization;

namespace MonitoringReturns.Functions.Api;

/// <summary>A return's ETag: its change count in quotes, a strong one.</summary>
internal static class Etags
{
    public static string Of(long change) => $"\"{change.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The change that an If-Match names; -1 where it names no state that a return can have.</summary>
    public static long Parse(string ifMatch)
    {
        var text = ifMatch.Trim();
        return text.Length > 2 && text[0] == '"' && text[^1] == '"' && long.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var change)
            ? change
            : -1;
    }
}
