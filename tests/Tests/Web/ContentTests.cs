using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Tests.Web;

/// <summary>What the patterns that are not fields do.</summary>
public sealed class ContentTests
{
    [Fact]
    public async Task Button_WithAnAddress_IsALinkThatLooksLikeOne()
    {
        var link = (await Shown.OfAsync<Button>(("Text", "Start"), ("Href", "/start"), ("Kind", ButtonKind.Secondary))).QuerySelector("a")!;
        var button = (await Shown.OfAsync<Button>(("Text", "Remove"), ("Name", "do"), ("Value", "remove"), ("Kind", ButtonKind.Warning))).QuerySelector("button")!;

        Assert.Equal(("button", "/start", "govuk-button govuk-button--secondary"), (link.GetAttribute("role"), link.GetAttribute("href"), link.ClassName));
        Assert.Equal(("submit", "do", "remove"), (button.GetAttribute("type"), button.GetAttribute("name"), button.GetAttribute("value")));
        Assert.Equal("govuk-button govuk-button--warning", button.ClassName);
    }

    [Fact]
    public async Task ErrorSummary_WithErrors_LinksToTheFields()
    {
        var shown = await Shown.OfAsync<ErrorSummary>(("Errors", new[] { new FieldError("Enter a name", "name"), new FieldError("Nothing was saved") }));

        Assert.Equal("There is a problem", shown.QuerySelector("[role=alert] h2")!.TextContent);
        Assert.Equal("#name", shown.QuerySelectorAll("a").Single().GetAttribute("href"));
        Assert.Equal(["Enter a name", "Nothing was saved"], shown.QuerySelectorAll("li").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task ErrorSummary_WithoutErrors_IsNotThere() =>
        Assert.Empty((await Shown.OfAsync<ErrorSummary>(("Errors", Array.Empty<FieldError>()))).Body!.Children);

    [Fact]
    public async Task Table_OfRows_HasCaptionScopesAndFiguresToTheRight()
    {
        RenderFragment<int> row = number => builder =>
        {
            builder.OpenComponent<RowHeading>(0);
            builder.AddComponentParameter(1, "ChildContent", Shown.Text($"Row {number}"));
            builder.CloseComponent();
            builder.OpenComponent<Cell>(2);
            builder.AddComponentParameter(3, "Numeric", true);
            builder.AddComponentParameter(4, "ChildContent", Shown.Text($"{number}"));
            builder.CloseComponent();
        };

        var shown = await Shown.OfAsync<Table<int>>(("Caption", "Returns"), ("Columns", new[] { new TableColumn("Charity"), new TableColumn("People", Numeric: true) }), ("Rows", new[] { 1, 2 }), ("Row", row));

        Assert.Equal("Returns", shown.QuerySelector("table > caption")!.TextContent);
        Assert.Equal(["col", "col", "row", "row"], shown.QuerySelectorAll("th").Select(heading => heading.GetAttribute("scope")!));
        Assert.Equal(["1", "2"], shown.QuerySelectorAll("td.govuk-table__cell--numeric").Select(cell => cell.TextContent));
        Assert.Equal("People", shown.QuerySelectorAll(".govuk-table__header--numeric").Single().TextContent.Trim());
        Assert.Null(shown.QuerySelector("[tabindex]"));
    }

    [Fact]
    public async Task Table_ThatIsWide_ScrollsByKeyboardUnderItsName()
    {
        var shown = await Shown.OfAsync<Table<int>>(("Caption", "Returns"), ("Id", "all"), ("Wide", true), ("Columns", new[] { new TableColumn("Charity", Hidden: true) }), ("Rows", Array.Empty<int>()), ("Row", (RenderFragment<int>)(_ => Shown.Text(""))));

        var region = shown.QuerySelector("[role=region]")!;
        Assert.Equal(("0", "all-caption"), (region.GetAttribute("tabindex"), region.GetAttribute("aria-labelledby")));
        Assert.Equal("Charity", shown.QuerySelector("th .govuk-visually-hidden")!.TextContent);
    }

    [Fact]
    public async Task SummaryList_WithActions_TellsThemApart()
    {
        var shown = await Shown.OfAsync<SummaryList>(("Rows", new[]
        {
            new SummaryRow("Name", "Wren House") { Actions = [new Link("Change", "/name", "the name")] },
            new SummaryRow("Kind", "Charity"),
        }));

        Assert.Equal("Change the name", shown.QuerySelector("a")!.TextContent);
        Assert.Equal(["Name", "Kind"], shown.QuerySelectorAll("dt").Select(key => key.TextContent));
        Assert.Single(shown.QuerySelectorAll(".govuk-summary-list__row--no-actions"));
    }

    [Theory]
    [InlineData(true, "alert", "Success")]
    [InlineData(false, "region", "Important")]
    public async Task NotificationBanner_SaysWhatKindItIs(bool success, string role, string title)
    {
        var shown = await Shown.OfAsync<NotificationBanner>(("Text", "Saved"), ("Success", success));

        Assert.Equal(role, shown.QuerySelector(".govuk-notification-banner")!.GetAttribute("role"));
        Assert.Equal(title, shown.GetElementById("banner-title")!.TextContent);
    }

    [Theory]
    [InlineData("/a", "/c", new[] { "prev", "next" })]
    [InlineData(null, "/c", new[] { "next" })]
    [InlineData("/a", null, new[] { "prev" })]
    [InlineData(null, null, new string[0])]
    public async Task Pagination_LeadsWhereThereIsMore(string? previous, string? next, string[] links)
    {
        var shown = await Shown.OfAsync<Pagination>(("Previous", previous), ("Next", next));

        Assert.Equal(links, shown.QuerySelectorAll("a").Select(link => link.GetAttribute("rel")!));
        Assert.All(shown.QuerySelectorAll("a"), link => Assert.EndsWith(" page", link.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(links.Length > 0, shown.QuerySelector("nav[aria-label]") is not null);
    }

    [Theory]
    [InlineData(TagColour.Plain, "govuk-tag")]
    [InlineData(TagColour.Turquoise, "govuk-tag govuk-tag--turquoise")]
    public async Task Tag_HasItsColour(TagColour colour, string classes) =>
        Assert.Equal(classes, (await Shown.OfAsync<Tag>(("Text", "Late"), ("Colour", colour))).QuerySelector("strong")!.ClassName);

    [Fact]
    public async Task BackLinkAndBreadcrumbs_LeadBack()
    {
        var back = (await Shown.OfAsync<BackLink>(("Href", "/members"))).QuerySelector("a")!;
        var crumbs = await Shown.OfAsync<Breadcrumbs>(("Links", new[] { new Link("Home", "/"), new Link("Members", "/members") }));

        Assert.Equal(("Back", "/members"), (back.TextContent, back.GetAttribute("href")));
        Assert.Equal(["/", "/members"], crumbs.QuerySelectorAll("nav ol a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task DetailsInsetWarningAndPanel_HoldTheirContent()
    {
        Assert.Equal("Why we ask", (await Shown.OfAsync<Details>(("Summary", "Why we ask"), ("ChildContent", Shown.Text("Because")))).QuerySelector("details > summary")!.TextContent);
        Assert.Equal("Inside", (await Shown.OfAsync<InsetText>(("ChildContent", Shown.Text("Inside")))).QuerySelector(".govuk-inset-text")!.TextContent);
        Assert.Equal("Warning It is final", (await Shown.OfAsync<WarningText>(("ChildContent", Shown.Text("It is final")))).QuerySelector("strong")!.TextContent);
        var panel = await Shown.OfAsync<Panel>(("Title", "Sent"), ("ChildContent", Shown.Text("Reference 1")));
        Assert.Equal(("Sent", "Reference 1"), (panel.QuerySelector("h1")!.TextContent, panel.QuerySelector(".govuk-panel__body")!.TextContent));
        Assert.Null((await Shown.OfAsync<Panel>(("Title", "Sent"))).QuerySelector(".govuk-panel__body"));
    }
}
