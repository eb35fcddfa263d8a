using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo.Deeds;

/// <summary>A person of a demonstration who is signed in, as far as pages need a browser: cookies, forms and links.</summary>
internal sealed partial class PortalVisitor : IDisposable
{
    private const string TimeHeader = "X-Demo-Time";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _http;
    private readonly Uri _portal;

    /// <summary>By hand: the portal's cookies are for TLS alone, which a browser takes localhost for.</summary>
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private PortalVisitor(DemoPortal portal)
    {
        _portal = portal.Address;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address, Timeout = TimeSpan.FromSeconds(100) };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Signs in as a person does: at the portal, at the provider, and back.</summary>
    public static async Task<PortalVisitor> SignInAsync(DemoPortal portal, DemoPerson person, CancellationToken cancellation)
    {
        var visitor = new PortalVisitor(portal);
        var way = PageForm.Link(await visitor.ReadAsync("/sign-in?next=%2Fhome", null, cancellation), "/sign-in/") ?? throw new CannotStartException("The portal's page for signing in offers no provider.");
        using var begun = await visitor.SendAsync(HttpMethod.Get, way, null, null, cancellation);
        if (begun.Headers.Location is not { IsAbsoluteUri: true } provider)
            throw new CannotStartException($"{way} leads to no sign-in provider, but answered {(int)begun.StatusCode}: {begun.Headers.Location}");
        using var chosen = await visitor.AtProviderAsync(provider, person, cancellation);
        using var landed = await visitor.SendAsync(HttpMethod.Get, chosen.Headers.Location!.PathAndQuery, null, null, cancellation);
        return landed.StatusCode == HttpStatusCode.Found ? visitor : throw new CannotStartException($"{person.Name} could not sign in: the portal answered {(int)landed.StatusCode}.");
    }

    /// <summary>Does it, unless it was done at an earlier start.</summary>
    /// <returns>False where it was done before.</returns>
    public async Task<bool> DoAsync(PageDeed deed, CancellationToken cancellation)
    {
        // What is answered has no link to where it is answered any more, so what shows it is looked at first.
        if (deed.ShownOn is { } known && await IsDoneAsync(known, deed, cancellation))
            return false;
        var address = deed.FoundOn is { } list ? await LinkAsync(list, deed, cancellation) : deed.Page;
        if (deed.ShownOn is null && await IsDoneAsync(address, deed, cancellation))
            return false;
        var page = await ReadAsync(address, deed.At, cancellation);
        var form = PageForm.Find(page, deed.Action ?? address + deed.Part) ?? throw new CannotStartException($"{address} has no form for {deed.Person}: {Words(page)}");
        using var content = form.With(deed.Boxes);
        using var answer = await SendAsync(HttpMethod.Post, form.Action, content, deed.At, cancellation);
        return answer.StatusCode == HttpStatusCode.SeeOther ? true
            : throw new CannotStartException($"{form.Action} answered {(int)answer.StatusCode} to {deed.Person}: {Words(await answer.Content.ReadAsStringAsync(cancellation))}");
    }

    /// <summary>Waits for it where a list is made from what happened a moment ago.</summary>
    private async Task<string> LinkAsync(string list, PageDeed deed, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Often)
        {
            if (PageForm.Link(await ReadAsync(list, deed.At, cancellation), deed.Page) is { } found)
                return found;
            await Task.Delay(Often, cancellation);
        }
        throw new CannotStartException($"{list} has no link to {deed.Page} for {deed.Person}.");
    }

    private async Task<bool> IsDoneAsync(string shownOn, PageDeed deed, CancellationToken cancellation) =>
        (deed.IsDoneWhereGone && await IsGoneAsync(shownOn, deed.At, cancellation))
        || WebUtility.HtmlDecode(await ReadAsync(shownOn, deed.At, cancellation)).Contains(deed.Mark, StringComparison.Ordinal);

    private async Task<bool> IsGoneAsync(string address, DateTimeOffset at, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, null, at, cancellation);
        return answer.StatusCode == HttpStatusCode.NotFound;
    }

    /// <returns>The page's HTML.</returns>
    /// <param name="at">What time it is to be there; null for now.</param>
    /// <exception cref="CannotStartException">The answer is no page.</exception>
    public async Task<string> ReadAsync(string address, DateTimeOffset? at, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, null, at, cancellation);
        var page = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.StatusCode == HttpStatusCode.OK ? page : throw new CannotStartException($"{address} answered {(int)answer.StatusCode}: {Words(page)}");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, DateTimeOffset? at, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(_portal, address)) { Content = content };
        request.Headers.Add("Accept", "text/html");
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (at is { } time)
            request.Headers.Add(TimeHeader, time.ToString("O", CultureInfo.InvariantCulture));
        var answer = await _http.SendAsync(request, cancellation);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            if (Cookie().Match(set) is { Success: true } cookie)
                _cookies[cookie.Groups["name"].Value] = cookie.Groups["value"].Value;
        return answer;
    }

    /// <summary>Presses the person's button at the stand-in provider, and gives its last answer, which leads back.</summary>
    private async Task<HttpResponseMessage> AtProviderAsync(Uri asked, DemoPerson person, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        using var choose = await FollowAsync(http, await http.GetAsync(asked, cancellation), cancellation);
        var here = choose.RequestMessage!.RequestUri!;
        var action = FormAction().Match(await choose.Content.ReadAsStringAsync(cancellation)).Groups["address"].Value;
        using var subject = new FormUrlEncodedContent([new("subject", person.Subject)]);
        return await FollowAsync(http, await http.PostAsync(new Uri(here, WebUtility.HtmlDecode(action)), subject, cancellation), cancellation);
    }

    /// <summary>Follows redirects as long as they stay at the provider.</summary>
    private static async Task<HttpResponseMessage> FollowAsync(HttpClient http, HttpResponseMessage answer, CancellationToken cancellation)
    {
        var here = answer.RequestMessage!.RequestUri!;
        while (answer.Headers.Location is { } next && new Uri(here, next) is var inside && inside.Authority == here.Authority)
        {
            answer.Dispose();
            answer = await http.GetAsync(inside, cancellation);
        }
        return answer;
    }

    /// <summary>What a page says, short.</summary>
    private static string Words(string html)
    {
        var words = string.Join(' ', WebUtility.HtmlDecode(Tag().Replace(MainPart().Match(html).Value, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 400 ? words : words[..400];
    }

    [GeneratedRegex("^(?<name>[^=]+)=(?<value>[^;]*)", RegexOptions.None, 1000)]
    private static partial Regex Cookie();

    [GeneratedRegex("<form[^>]*action=\"(?<address>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex FormAction();

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline, 1000)]
    private static partial Regex MainPart();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
