using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Tests.Web;

/// <summary>What every pattern does alike.</summary>
public sealed class PatternTests
{
    private const string Nasty = "<script>alert('1')</script>\"'&amp;<img src=x onerror=alert(2)>";

    public static TheoryData<string> Patterns => [.. PatternParameters.Patterns.Select(pattern => pattern.Name)];

    public static TheoryData<string> Fields => [.. PatternParameters.Patterns.Where(pattern => pattern.IsAssignableTo(typeof(FormField))).Select(pattern => pattern.Name)];

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Pattern_WithMarkupInEveryText_ShowsItAsText(string name)
    {
        var pattern = Named(name);

        var shown = await Shown.OfAsync(pattern, PatternParameters.Filled(pattern, Nasty));

        Assert.Empty(shown.QuerySelectorAll("script, img, style"));
        Assert.DoesNotContain(shown.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style");
        Assert.True(
            shown.Body!.TextContent.Contains(Nasty, StringComparison.Ordinal) || shown.All.SelectMany(element => element.Attributes).Any(attribute => attribute.Value.Contains(Nasty, StringComparison.Ordinal)),
            $"{name} shows nothing of what it was given.");
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Pattern_Shown_HasEachIdOnceAndRefersToWhatIsThere(string name)
    {
        var pattern = Named(name);

        IsSound(await Shown.OfAsync(pattern, PatternParameters.Filled(pattern, "helped")));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_WithHintAndError_IsDescribedByBoth(string name)
    {
        var shown = await Shown.OfAsync(Named(name), PatternParameters.Filled(Named(name), "helped"));

        var described = shown.QuerySelector("fieldset, input, select, textarea")!;
        Assert.Equal("helped-hint helped-error", described.GetAttribute("aria-describedby"));
        Assert.Equal("Error: helped", shown.GetElementById("helped-error")!.TextContent);
        Assert.True(shown.GetElementById("helped-error")!.ClassList.Contains("govuk-error-message"));
        Assert.NotNull(shown.QuerySelector(".govuk-form-group--error"));
        Assert.NotNull(shown.GetElementById("helped"));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_WithNeitherHintNorError_SaysNothingOfThem(string name)
    {
        var shown = await Shown.OfAsync(Named(name), PatternParameters.Filled(Named(name), "helped", nameof(FormField.Hint), nameof(FormField.Notes), nameof(FormField.Error)));

        Assert.Null(shown.QuerySelector("fieldset, input, select, textarea")!.GetAttribute("aria-describedby"));
        Assert.Empty(shown.QuerySelectorAll("[class*=error]"));
        Assert.Null(shown.GetElementById("helped-hint"));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_EveryBox_HasALabel(string name)
    {
        foreach (var heading in new[] { true, false })
        {
            var parameters = PatternParameters.Filled(Named(name), "helped");
            parameters[nameof(FormField.IsHeading)] = heading;

            var shown = await Shown.OfAsync(Named(name), parameters);

            var boxes = shown.QuerySelectorAll("input, select, textarea");
            Assert.NotEmpty(boxes);
            Assert.All(boxes, box => Assert.Single(shown.QuerySelectorAll($"label[for='{box.Id}']")));
            Assert.Equal(heading, shown.QuerySelector("h1") is not null);
        }
    }

    internal static void IsSound(IHtmlDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var (attribute, words) in new[] { "aria-describedby", "aria-labelledby", "for" }
            .SelectMany(attribute => page.QuerySelectorAll($"[{attribute}]").Select(element => (attribute, element.GetAttribute(attribute)!.Split(' ')))))
            Assert.All(words, id => Assert.True(ids.Contains(id, StringComparer.Ordinal) || (attribute == "for" && page.QuerySelector("input, select, textarea") is null), $"{attribute} names {id}, which is not there."));
    }

    private static Type Named(string name) => PatternParameters.Patterns.Single(pattern => pattern.Name == name);
}
