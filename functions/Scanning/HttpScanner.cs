using System.Net.Http.Headers;
using MonitoringReturns.Core.Evidence;

namespace MonitoringReturns.Functions.Scanning;

/// <summary>
/// Asks a scanner of the deployment's own: POSTs the bytes of a file, and is answered 200 with the one word <c>clean</c> or <c>infected</c>. Any other answer is
/// none, and the file is scanned again later.
/// </summary>
internal sealed class HttpScanner(ScanSettings settings, HttpClient http) : IScanner
{
    private const int LongestAnswer = 64;

    public async Task<Verdict> ScanAsync(Stream content, CancellationToken cancellation)
    {
        using var bytes = new StreamContent(new Borrowed(content));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint) { Content = bytes };
        if (settings.Key is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request, cancellation);
        if (answer.StatusCode != System.Net.HttpStatusCode.OK)
            throw new HttpRequestException($"The scanner answered {(int)answer.StatusCode}.", null, answer.StatusCode);
        var word = await answer.Content.ReadAsStringAsync(cancellation);
        return word.Trim() switch
        {
            "clean" => Verdict.Clean,
            "infected" => Verdict.Infected,
            _ => throw new InvalidDataException($"The scanner answered neither “clean” nor “infected” but “{word[..Math.Min(word.Length, LongestAnswer)]}”."),
        };
    }

    /// <summary>The file is read here and needed afterwards, so its reader must not close it.</summary>
    private sealed class Borrowed(Stream content) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => content.Length;

        public override long Position { get => content.Position; set => content.Position = value; }

        public override int Read(byte[] buffer, int offset, int count) => content.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => content.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => content.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
