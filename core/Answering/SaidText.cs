using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Answering;

/// <summary>Text that somebody typed, of several lines or one.</summary>
internal static class SaidText
{
    /// <summary>As it is kept; null where nothing was said.</summary>
    /// <param name="place">Of its box.</param>
    /// <param name="what">Of its box, in a sentence: “your question”.</param>
    public static string? Read(string? typed, string place, string what, int most, List<Finding> findings)
    {
        if (typed?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim() is not { Length: > 0 } text)
            return null;
        if (text.Length > most)
            findings.Add(new Finding(Catalogue.SaidTooLong, FindingKind.Refused, place, $"Shorten {what} to {most:N0} characters or fewer; it has {text.Length:N0}."));
        if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')))
            findings.Add(new Finding(Catalogue.SaidNotUsable, FindingKind.Refused, place, $"Take the control characters out of {what}."));
        return text;
    }

    /// <summary>The same, where something has to be said.</summary>
    /// <param name="ask">The sentence that asks for it.</param>
    public static string? Need(string? typed, string place, string what, string ask, int most, List<Finding> findings)
    {
        var text = Read(typed, place, what, most, findings);
        if (text is null)
            findings.Add(new Finding(Catalogue.SayingNeeded, FindingKind.Refused, place, ask));
        return text;
    }
}
