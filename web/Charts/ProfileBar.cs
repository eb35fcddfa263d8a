namespace MonitoringReturns.Web.Charts;

/// <summary>A figure beside what was planned.</summary>
/// <param name="Share">The figure as a part of its profile: 1 is as planned.</param>
/// <param name="Words">Both figures and how far they are apart.</param>
public sealed record ProfileBar(string Name, decimal Share, string Words)
{
    /// <summary>Characters that fit beside one another on the narrowest screen.</summary>
    private const int Most = 32;

    /// <summary>The name in lines that fit.</summary>
    public IReadOnlyList<string> Lines => LinesOf(Name);

    public IReadOnlyList<string> WordLines => LinesOf(Words);

    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (line.Length == 0)
                line = word;
            else if (line.Length + 1 + word.Length <= Most)
                line += " " + word;
            else
            {
                lines.Add(line);
                line = word;
            }
        lines.Add(line);
        return lines;
    }
}
