using System.Text;

namespace MonitoringReturns.Core.People;

/// <summary>The words that an organisation is found by, written plainly: lower-case letters and digits, without accents and apostrophes.</summary>
public static class NameWords
{
    private const int MostWords = 12;
    private const int LeastCharacters = 2;
    private const int MostCharacters = 40;

    /// <summary>Letters with accents, and what they are without: the app runs without the data that would take them off.</summary>
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžẁẃẅỳ";

    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccccddeeeeegggghhiiiiijklllllnnnooorrrsssstttuuuuuuwyzzzwwwy";

    /// <summary>Words of one character are left out.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Select(char.ToLowerInvariant))
            if (char.IsAsciiLetterOrDigit(character))
                plain.Append(character);
            else if (Accented.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at)
                plain.Append(Plain[at]);
            else if (character is not ('\'' or '’'))
                plain.Append(' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= LeastCharacters).Select(word => word.Length > MostCharacters ? word[..MostCharacters] : word).Distinct(StringComparer.Ordinal).Take(MostWords)];
    }
}

/// <summary>Organisations of a name.</summary>
/// <param name="More">There are more than these.</param>
public sealed record OrganisationsOfName(IReadOnlyList<OrganisationSummary> Found, bool More);

/// <summary>
/// Finds organisations of the portal by the beginnings of words of their names, in any order. Who they are is no secret; the callers say who may ask.
/// </summary>
public sealed class FindOrganisations(IOrganisationStore organisations)
{
    /// <summary>The most that are offered.</summary>
    public const int Most = 10;

    public async Task<OrganisationsOfName> RunAsync(string text, CancellationToken cancellation)
    {
        var wanted = NameWords.Of(text);
        if (wanted.Count == 0)
            return new OrganisationsOfName([], More: false);
        // The longest word leaves the fewest to look through.
        var (found, more) = await organisations.FindByWordAsync(wanted.MaxBy(word => word.Length)!, cancellation);
        List<OrganisationSummary> fitting =
        [
            .. found.Where(one => one.Id != Organisation.Portal && wanted.All(word => NameWords.Of(one.Name).Any(own => own.StartsWith(word, StringComparison.Ordinal))))
                .OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Id.Value, StringComparer.Ordinal),
        ];
        return new OrganisationsOfName([.. fitting.Take(Most)], more || fitting.Count > Most);
    }
}
