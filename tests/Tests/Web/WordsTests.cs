using System.Collections;
using System.Resources;
using System.Text.RegularExpressions;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Tests.Web;

/// <summary>What the pages of journeys say stands in resource files, whole and without leftovers.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Words_ThatPagesSay_AreThereAndAllAreSaid()
    {
        var said = new[] { "*.razor", "*.cs" }.SelectMany(kind => Directory.GetFiles(Path.Combine(ProjectFolder.Root, "web"), kind, SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Keys().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(InEnglish().Keys.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_OfAnotherLanguage_AreOfEnglishToo()
    {
        var english = InEnglish();
        Assert.DoesNotContain(english.Values, string.IsNullOrWhiteSpace);
        foreach (var (key, word) in Of(name => !name.EndsWith(".en.resources", StringComparison.Ordinal)))
            Assert.Equal(Places().Matches(english[key]).Select(match => match.Value).Order(StringComparer.Ordinal), Places().Matches(word).Select(match => match.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Say_InALanguageThatHasNoWords_IsEnglish() => Assert.Equal(Words.Say("en", "Returns.YourReturns"), Words.Say("cy", "Returns.YourReturns"));

    [Fact]
    public void Say_WithoutSuchAWord_SaysWhichIsMissing() =>
        Assert.Contains("Returns.Nonsense", Assert.Throws<MissingManifestResourceException>(() => Words.Say("en", "Returns.Nonsense")).Message, StringComparison.Ordinal);

    private static Dictionary<string, string> InEnglish() => Of(name => name.EndsWith(".en.resources", StringComparison.Ordinal));

    private static Dictionary<string, string> Of(Func<string, bool> wanted)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in typeof(Words).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal) && !name.StartsWith("Texts.", StringComparison.Ordinal) && wanted(name)))
        {
            using var resource = new ResourceReader(typeof(Words).Assembly.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry entry in resource)
                all.Add($"{name[..name.IndexOf('.', StringComparison.Ordinal)]}.{entry.Key}", (string)entry.Value!);
        }
        return all;
    }

    /// <summary>Keys stand whole and in quotes wherever they are, so that they can be looked for.</summary>
    private static Regex Keys() =>
        new($"\"(?<key>(?:{string.Join('|', InEnglish().Keys.Select(key => key[..key.IndexOf('.', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal))})\\.[A-Z][A-Za-z0-9]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, 1000)]
    private static partial Regex Places();
}
