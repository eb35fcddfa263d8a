using System.Net;
using System.Text.RegularExpressions;

namespace MonitoringReturns.Local.Demo.Deeds;

/// <summary>A form as the portal's pages write it, with what stands in its boxes.</summary>
internal sealed partial class PageForm
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    private PageForm(string action) => Action = action;

    public string Action { get; }

    /// <summary>The form that goes to an address; null where the page has none.</summary>
    public static PageForm? Find(string html, string action)
    {
        foreach (var form in Forms().Matches(html).Cast<Match>())
            if (Of(form.Groups["attributes"].Value, "action") == action)
            {
                var found = new PageForm(action);
                found.Read(form.Groups["content"].Value);
                return found;
            }
        return null;
    }

    /// <summary>The first link that begins with an address; null where there is none.</summary>
    public static string? Link(string html, string begins) =>
        Links().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups["address"].Value)).FirstOrDefault(address => address.StartsWith(begins, StringComparison.Ordinal));

    public FormUrlEncodedContent With(IReadOnlyList<(string Name, string Text)> boxes)
    {
        var typed = boxes.Select(box => box.Name).ToHashSet(StringComparer.Ordinal);
        return new FormUrlEncodedContent([.. _fields.Where(field => !typed.Contains(field.Key)), .. boxes.Select(box => KeyValuePair.Create(box.Name, box.Text))]);
    }

    private void Read(string content)
    {
        foreach (var input in Inputs().Matches(content).Select(match => match.Groups["attributes"].Value))
            if (Of(input, "name") is { } name && (Of(input, "type") is not ("radio" or "checkbox") || Checked().IsMatch(input)))
                _fields.Add(KeyValuePair.Create(name, Of(input, "value") ?? ""));
        foreach (var area in Areas().Matches(content).Cast<Match>())
            if (Of(area.Groups["attributes"].Value, "name") is { } name)
                _fields.Add(KeyValuePair.Create(name, WebUtility.HtmlDecode(area.Groups["content"].Value)));
    }

    private static string? Of(string attributes, string name) =>
        Attributes().Matches(attributes).FirstOrDefault(attribute => attribute.Groups["name"].Value == name) is { } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("<form(?<attributes>[^>]*)>(?<content>.*?)</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input(?<attributes>[^>]*)>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea(?<attributes>[^>]*)>(?<content>.*?)</textarea>", RegexOptions.Singleline, 1000)]
    private static partial Regex Areas();

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\schecked(\s|=|$)", RegexOptions.None, 1000)]
    private static partial Regex Checked();
}
