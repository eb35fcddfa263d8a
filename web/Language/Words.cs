using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace MonitoringReturns.Web.Language;

/// <summary>
/// What pages say, from <c>{area}.{language}.resx</c> beside this file: an area is the pages of one journey. A word's key is <c>Area.Name</c>;
/// what a sentence holds of the page stands in it as <c>{0}</c>, <c>{1}</c>. Where a language has no word for a key, it is said in English.
/// </summary>
public static class Words
{
    private const string English = "en";

    private static readonly ConcurrentDictionary<(string Area, string Language), ResourceManager> Areas = new();

    /// <exception cref="MissingManifestResourceException">English has no such word.</exception>
    public static string Say(string language, string key, params ReadOnlySpan<object?> with)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (area, name) = key.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (key[..dot], key[(dot + 1)..]) : ("", key);
        var word = Find(area, language, name) ?? Find(area, English, name) ?? throw new MissingManifestResourceException($"There is no word {key}.");
        return with.IsEmpty ? word : string.Format(CultureInfo.InvariantCulture, word, with);
    }

    private static string? Find(string area, string language, string name)
    {
        if (language != English && typeof(Words).Assembly.GetManifestResourceInfo($"{area}.{language}.resources") is null)
            return null;
        return Areas.GetOrAdd((area, language), one => new ResourceManager($"{one.Area}.{one.Language}", typeof(Words).Assembly)).GetString(name, CultureInfo.InvariantCulture);
    }
}
