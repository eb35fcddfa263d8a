using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>A form on a page as a person finds it; they change what they want and press a button.</summary>
internal sealed class FilledForm
{
    private readonly PortalBrowser _browser;
    private readonly string _action;
    private readonly List<(string Name, string Value)> _fields;

    private FilledForm(PortalBrowser browser, string action, List<(string Name, string Value)> fields) => (_browser, _action, _fields) = (browser, action, fields);

    private FilledForm(PortalBrowser browser, IHtmlFormElement form) : this(browser, form.GetAttribute("action")!, [])
    {
        foreach (var element in form.QuerySelectorAll("input, select, textarea"))
            if (element is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
                continue;
            else if (element is IHtmlInputElement input)
                _fields.Add((input.Name!, input.Value));
            else if (element is IHtmlSelectElement select)
                _fields.Add((select.Name!, select.Value!));
            else if (element is IHtmlTextAreaElement area)
                _fields.Add((area.Name!, area.Value));
    }

    /// <summary>The form in the page's main part that posts to an address; to the only one where none is named.</summary>
    public static async Task<FilledForm> OnAsync(PortalBrowser browser, string page, string? action = null) => On(browser, await browser.PageAsync(page), action);

    public static FilledForm On(PortalBrowser browser, IHtmlDocument page, string? action = null) =>
        new(browser, page.QuerySelectorAll<IHtmlFormElement>("main form").Single(form => action is null || form.GetAttribute("action") == action));

    /// <summary>Types into a box, chooses, or ticks exactly these.</summary>
    public FilledForm With(string name, params string[] values)
    {
        _fields.RemoveAll(field => field.Name == name);
        _fields.AddRange(values.Select(value => (name, value)));
        return this;
    }

    public bool Has(string name) => _fields.Exists(field => field.Name == name);

    /// <summary>The same form in another browser.</summary>
    public FilledForm Through(PortalBrowser browser) => new(browser, _action, [.. _fields]);

    public Task<HttpResponseMessage> SendAsync() => _browser.PostAsync(_action, [.. _fields]);

    /// <summary>Sends it and gives the page that comes straight back.</summary>
    public async Task<(System.Net.HttpStatusCode Status, IHtmlDocument Page)> SendAndReadAsync()
    {
        using var answer = await SendAsync();
        return (answer.StatusCode, await PortalBrowser.PageOfAsync(answer));
    }

    /// <summary>Sends it and gives the page that it leads on to.</summary>
    public async Task<IHtmlDocument> SendAndFollowAsync()
    {
        using var answer = await SendAsync();
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return await _browser.PageAsync(answer.Headers.Location!.OriginalString);
    }
}

/// <summary>What a page says.</summary>
internal static class ShownPage
{
    public static string Heading(this IHtmlDocument page) => Words(page.QuerySelector("h1")!);

    /// <summary>The main part's words, blanks made one.</summary>
    public static string MainWords(this IHtmlDocument page) => Words(page.QuerySelector("main")!);

    public static string[] Errors(this IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];

    /// <summary>A table's rows, each cell's words.</summary>
    public static string[][] Rows(this IHtmlDocument page, string table) =>
        [.. page.QuerySelectorAll($"#{table} tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(Words).ToArray())];

    /// <summary>An element's words, a blank between elements as one sees it.</summary>
    public static string Words(IElement element) =>
        string.Join(' ', element.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Replace(" .", ".", StringComparison.Ordinal);
}
