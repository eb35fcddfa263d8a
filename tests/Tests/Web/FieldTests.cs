using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Tests.Web;

/// <summary>What each field of a form does by itself.</summary>
public sealed class FieldTests
{
    private static readonly Choice[] Regions = [new("n", "North", "Above the river"), new("s", "South")];

    [Fact]
    public async Task TextInput_WithPrefixAndWidth_KeepsWhatWasTyped()
    {
        var shown = await Shown.OfAsync<TextInput>(("Name", "amount"), ("Label", "Amount"), ("Value", "12,5o"), ("Prefix", "£"), ("Width", 5), ("InputMode", "decimal"));

        var box = (IHtmlInputElement)shown.GetElementById("amount")!;
        Assert.Equal("12,5o", box.Value);
        Assert.Equal("govuk-input govuk-input--width-5", box.ClassName!.Replace("  ", " ", StringComparison.Ordinal));
        Assert.Equal("£", shown.QuerySelector(".govuk-input__prefix")!.TextContent);
        Assert.Equal("true", shown.QuerySelector(".govuk-input__prefix")!.GetAttribute("aria-hidden"));
        Assert.Equal("false", box.GetAttribute("spellcheck"));
    }

    [Theory]
    [InlineData("\nA line lower")]
    [InlineData("Two\nlines")]
    [InlineData("")]
    [InlineData("</textarea><p>out")]
    public async Task Textarea_WithLineBreaks_KeepsThem(string words)
    {
        var shown = await Shown.OfAsync<Textarea>(("Name", "story"), ("Label", "Story"), ("Value", words));

        Assert.Equal(words, ((IHtmlTextAreaElement)shown.GetElementById("story")!).Value);
    }

    [Fact]
    public async Task Radios_WithAValue_CheckOnlyThat()
    {
        var shown = await Shown.OfAsync<Radios>(("Name", "region"), ("Label", "Region"), ("Choices", Regions), ("Value", "s"));

        Assert.Equal(["region", "region-2"], shown.QuerySelectorAll("input").Select(box => box.Id!));
        Assert.Equal("s", shown.QuerySelector("input:checked")!.GetAttribute("value"));
        Assert.Single(shown.QuerySelectorAll("input:checked"));
        Assert.Equal("region-item-hint", shown.GetElementById("region")!.GetAttribute("aria-describedby"));
        Assert.Null(shown.GetElementById("region-2")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Checkboxes_WithValues_CheckThose()
    {
        var shown = await Shown.OfAsync<Checkboxes>(("Name", "region"), ("Label", "Region"), ("Choices", Regions), ("Values", new[] { "n", "s" }));

        Assert.Equal(2, shown.QuerySelectorAll("input[type=checkbox][name=region]:checked").Length);
        Assert.Equal("Region", shown.QuerySelector("fieldset > legend")!.TextContent);
    }

    [Fact]
    public async Task Select_WithAValue_HasItChosen()
    {
        var shown = await Shown.OfAsync<Select>(("Name", "region"), ("Label", "Region"), ("Choices", Regions), ("Value", "s"));

        Assert.Equal("s", ((IHtmlSelectElement)shown.GetElementById("region")!).Value);
        Assert.Single(shown.QuerySelectorAll("option[selected]"));
    }

    [Fact]
    public async Task DateInput_WithAWrongMonth_MarksOnlyThatBox()
    {
        var shown = await Shown.OfAsync<DateInput>(
            ("Name", "from"), ("Label", "From"), ("Date", new DateEntry("31", "13", "2026")), ("Error", "The month must be 1 to 12"), ("Wrong", DateParts.Month));

        Assert.Equal(["from-day", "from-month", "from-year"], shown.QuerySelectorAll("input").Select(box => box.GetAttribute("name")!));
        Assert.Equal(["31", "13", "2026"], shown.QuerySelectorAll("input").Select(box => box.GetAttribute("value")!));
        Assert.Equal("from-month", shown.QuerySelectorAll(".govuk-input--error").Single().Id);
        Assert.Equal("group", shown.QuerySelector("fieldset")!.GetAttribute("role"));
        Assert.Equal(["Day", "Month", "Year"], shown.QuerySelectorAll("label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task PostForm_HoldsTheTokenOfItsSurroundings()
    {
        var shown = await Shown.OfAsync<PostForm>(("Action", "/members"), ("ChildContent", Shown.Text("inside")));

        var form = (IHtmlFormElement)shown.QuerySelector("form")!;
        Assert.Equal(("post", "/members"), (form.Method, form.GetAttribute("action")));
        Assert.Equal("token-value", form.QuerySelector("input[type=hidden][name=token-field]")!.GetAttribute("value"));
        Assert.Contains("inside", form.TextContent, StringComparison.Ordinal);
    }
}
