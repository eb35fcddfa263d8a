using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>A browser as far as sign-in needs one: it keeps cookies, follows nothing by itself, and may say what time it is.</summary>
internal sealed class PortalBrowser(RunningApp app)
{
    private static readonly DateTimeOffset Long = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>What it calls itself, like no other.</summary>
    public string Agent { get; } = $"Browser-{Guid.NewGuid():N}";

    /// <summary>What time the portal takes it to be; null for the real one.</summary>
    public DateTimeOffset? Now { get; set; }

    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, null, headers);

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Fills in the form on a page that posts to an address, and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = (await PageAsync(page)).Forms.Single(one => one.GetAttribute("action") == action);
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Value));
        return await PostAsync(action, [.. hidden.Concat(fields)]);
    }

    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await PageOfAsync(answer);
    }

    public static async Task<IHtmlDocument> PageOfAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>A second browser with the same cookies: somebody stole them.</summary>
    public PortalBrowser Stolen()
    {
        var thief = new PortalBrowser(app) { Now = Now };
        foreach (var (name, value) in Cookies)
            thief.Cookies[name] = value;
        return thief;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Accept", "text/html,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (Now is { } now)
            request.Headers.Add("X-Demo-Time", now.ToString("O"));
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        var answer = await app.Http.SendAsync(request);
        foreach (var text in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(text);
        return answer;
    }

    private void Keep(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
        // What a browser asks of a cookie with this prefix (RFC 6265bis, section 4.1.3.2).
        Assert.StartsWith("__Host-", name, StringComparison.Ordinal);
        Assert.Contains("secure", parts, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("path=/", parts, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("httponly", parts, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(parts, part => part.StartsWith("domain=", StringComparison.OrdinalIgnoreCase));
        var expires = parts.FirstOrDefault(part => part.StartsWith("expires=", StringComparison.OrdinalIgnoreCase)) is { } said ? DateTimeOffset.Parse(said[8..], CultureInfo.InvariantCulture) : Long;
        if (expires == DateTimeOffset.UnixEpoch)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }
}
