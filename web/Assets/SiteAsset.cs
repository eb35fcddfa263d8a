using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MonitoringReturns.Web.Assets;

/// <summary>A file that the build made and compressed; answers in the smallest form that the caller takes.</summary>
public sealed class SiteAsset : IResult
{
    private const int HashDigits = 16;

    private readonly string _contentType;
    private readonly byte[] _plain;
    private readonly byte[] _gzip;
    private readonly byte[] _brotli;

    private SiteAsset(string name, string contentType, byte[] plain, byte[] gzip, byte[] brotli)
    {
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(plain))[..HashDigits]}/{name}";
        _contentType = contentType;
        _plain = plain;
        _gzip = gzip;
        _brotli = brotli;
    }

    public string Address { get; }

    public static SiteAsset Embedded(string name, string contentType) => new(name, contentType, Read(name), Read(name + ".gz"), Read(name + ".br"));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (coding, bytes) = FormFor(httpContext.Request);
        var response = httpContext.Response;
        response.ContentType = _contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (coding is not null)
            response.Headers.ContentEncoding = coding;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private (string? Coding, byte[] Bytes) FormFor(HttpRequest request) => ContentCoding.For(request) switch
    {
        ContentCoding.Brotli => (ContentCoding.Brotli, _brotli),
        ContentCoding.Gzip => (ContentCoding.Gzip, _gzip),
        _ => (null, _plain),
    };

    private static byte[] Read(string name)
    {
        using var resource = typeof(SiteAsset).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The build did not put {name} into this program.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
