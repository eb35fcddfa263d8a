using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MonitoringReturns.Web.Assets;

/// <summary>How what is sent is compressed: as the browser's <c>Accept-Encoding</c> allows, brotli before gzip.</summary>
internal static class ContentCoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    /// <returns>Null where the browser takes neither.</returns>
    public static string? For(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptEncoding.OfType<string>()], out var accepted))
            return null;
        return Takes(accepted, Brotli) ? Brotli : Takes(accepted, Gzip) ? Gzip : null;
    }

    /// <summary>Quickly: a page is made for one person and sent once.</summary>
    public static byte[] Compress(byte[] bytes, string coding)
    {
        using var compressed = new MemoryStream(bytes.Length / 4);
        using (Stream to = coding == Brotli ? new BrotliStream(compressed, new BrotliCompressionOptions { Quality = 4 }, leaveOpen: true) : new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            to.Write(bytes);
        return compressed.ToArray();
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);
}
