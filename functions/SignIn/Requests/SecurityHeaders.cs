using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>Marks a page whose script sends files straight to storage, and may connect to it.</summary>
internal sealed class SendsToStorage
{
    public static readonly SendsToStorage Instance = new();

    private SendsToStorage()
    {
    }
}

/// <summary>What every answer tells a browser: load nothing from elsewhere, show it in no frame, come by https, and keep no copy where nothing else is said.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, SignInSettings settings, Lazy<StorageAccount> storage)
{
    private const string Own = "connect-src 'self'";

    // Forms may lead to a provider, by the redirect after signing out. The empty icon is a data address.
    private readonly string _content =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " + Own + "; "
        + $"form-action {string.Join(' ', settings.Providers.Select(provider => provider.Authority.GetLeftPart(UriPartial.Authority)).Distinct(StringComparer.Ordinal).Prepend("'self'"))}; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment, for an error takes away what was set before it.
        http.Response.OnStarting(Set, http.Response);
        return next(http);
    }

    private Task Set(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.ContentSecurityPolicy = ((HttpResponse)state).HttpContext.GetEndpoint()?.Metadata.GetMetadata<SendsToStorage>() is null ? _content : _content.Replace(Own, $"{Own} {storage.Value.Blobs.Uri.GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal);
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
