namespace MonitoringReturns.Web.Charts;

/// <summary>An area on a tile map.</summary>
/// <param name="Column">From the left, from 1.</param>
/// <param name="Row">From the top, from 1.</param>
/// <param name="Awards">How many work there.</param>
/// <param name="Words">What its tile says, for who can't see it.</param>
public sealed record AreaTile(string Name, int Column, int Row, int Awards, bool IsColdSpot, string Words)
{
    private const int Least = 3;
    private const int Most = 6;

    /// <summary>The beginnings of areas' names by which they can be told apart, of three letters or more; in the order of the names.</summary>
    public static IReadOnlyList<string> ShortNames(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var letters = names.Select(name => new string([.. name.Where(char.IsLetterOrDigit)])).ToList();
        return [.. letters.Select((name, place) => Enumerable.Range(Least, Most - Least + 1).Select(length => name[..Math.Min(length, name.Length)])
            .FirstOrDefault(start => !letters.Where((_, other) => other != place).Any(other => other.StartsWith(start, StringComparison.OrdinalIgnoreCase))) ?? name[..Math.Min(Most, name.Length)])];
    }
}
