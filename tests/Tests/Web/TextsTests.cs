using System.Globalization;
using System.Resources;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Tests.Web;

/// <summary>The words that pages say by themselves.</summary>
public sealed class TextsTests
{
    [Fact]
    public void Texts_OfEveryLanguage_SayAllAndNoMore()
    {
        var asked = typeof(Texts).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name).Order(StringComparer.Ordinal).ToArray();
        var languages = typeof(Texts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Texts.", StringComparison.Ordinal)).ToArray();

        Assert.Contains("Texts.en.resources", languages);
        foreach (var language in languages)
        {
            using var resource = new ResourceReader(typeof(Texts).Assembly.GetManifestResourceStream(language)!);
            var said = resource.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal);
            Assert.Equal(asked, said.Keys.Order(StringComparer.Ordinal));
            Assert.DoesNotContain(said.Values, string.IsNullOrWhiteSpace);
        }
    }

    [Fact]
    public void Texts_WhateverTheThreadsCulture_AreOfTheLanguageNamed()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            Assert.Equal("There is a problem", Texts.English.ThereIsAProblem);
            Assert.All(typeof(Texts).GetProperties().Where(property => property.PropertyType == typeof(string)), property => Assert.NotNull(property.GetValue(Texts.English)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Web_NowhereTrustsMarkup()
    {
        var sources = new[] { "*.razor", "*.cs" }.SelectMany(kind => Directory.GetFiles(Path.Combine(ProjectFolder.Root, "web"), kind, SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(sources);
        Assert.All(sources, file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("MarkupString", text, StringComparison.Ordinal);
            Assert.DoesNotContain("AddMarkupContent", text, StringComparison.Ordinal);
            Assert.DoesNotContain("style=\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text.Replace("<script type=\"module\" src=\"@SiteAssets.Script\"></script>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }
}
