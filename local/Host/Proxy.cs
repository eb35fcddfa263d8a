using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace MonitoringReturns.Local.Host;

/// <summary>Passes a web request on to the handler and its answer back, as the host's proxy does.</summary>
internal sealed class Proxy(Handler handler, HttpMessageInvoker http, FunctionsHostOptions options)
{
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
        { "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade" };

    private static readonly HashSet<string> SetByHost = new(StringComparer.OrdinalIgnoreCase)
        { "Host", "X-Azure-Functions-HostVersion", "X-Azure-Functions-InvocationId", "x-ms-invocation-id", "Content-Length" };

    public static HttpMessageInvoker CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    public async Task ForwardAsync(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(options.RequestTimeout);
        try
        {
            if (handler.Address is not { } address)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            using var request = await CopyRequestAsync(context.Request, address, patience.Token);
            using var answer = await http.SendAsync(request, patience.Token);
            await CopyAnswerAsync(answer, context.Response, patience.Token);
        }
        catch (BadHttpRequestException bad)
        {
            Fail(context, bad.StatusCode);
        }
        catch (HttpRequestException broken) when (broken.InnerException is BadHttpRequestException bad)
        {
            Fail(context, bad.StatusCode);
        }
        catch (HttpRequestException broken)
        {
            Fail(context, broken.HttpRequestError == HttpRequestError.ConnectionError ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status502BadGateway);
        }
        catch (IOException)
        {
            Fail(context, StatusCodes.Status502BadGateway);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            options.Log(new HostLine(FromHandler: false, IsError: true, $"{context.Request.Method} {context.Request.Path} took longer than {options.RequestTimeout.TotalSeconds:0} seconds."));
            Fail(context, StatusCodes.Status502BadGateway);
        }
        catch (OperationCanceledException)
        {
            // The client has gone; there is nobody to answer.
        }
    }

    private static void Fail(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
            context.Abort();
        else
            context.Response.StatusCode = status;
    }

    private static async Task<HttpRequestMessage> CopyRequestAsync(HttpRequest from, Uri address, CancellationToken cancellation)
    {
        var target = new Uri(
            $"http://{address.Authority}{from.Path.ToUriComponent()}{from.QueryString.Value}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(from.Method), target)
        {
            Version = HttpVersion.Version11,
            Content = await CopyBodyAsync(from, cancellation),
        };
        foreach (var (name, values) in from.Headers)
        {
            if (HopByHop.Contains(name) || SetByHost.Contains(name) || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        var invocation = $"{Guid.NewGuid()}";
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", Invoker.HostVersion);
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", invocation);
        request.Headers.TryAddWithoutValidation("x-ms-invocation-id", invocation);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"{from.HttpContext.Connection.RemoteIpAddress}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", from.Host.ToUriComponent());
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", from.Scheme);
        return request;
    }

    /// <summary>A body of known length is read whole first, as the real host does: too large a one never reaches the handler.</summary>
    private static async Task<HttpContent?> CopyBodyAsync(HttpRequest from, CancellationToken cancellation)
    {
        if (from.ContentLength is { } length)
        {
            // The server refuses a longer body at the first read, before this array would matter.
            if (from.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most && length > most)
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            var body = new byte[length];
            await from.Body.ReadExactlyAsync(body, cancellation);
            return new ByteArrayContent(body);
        }
        return from.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true ? new StreamContent(from.Body) : null;
    }

    private static async Task CopyAnswerAsync(HttpResponseMessage answer, HttpResponse to, CancellationToken cancellation)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
            if (!HopByHop.Contains(name))
                to.Headers[name] = values.ToArray();

        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            await to.Body.WriteAsync(buffer.AsMemory(0, read), cancellation);
            await to.Body.FlushAsync(cancellation);
        }
    }
}
