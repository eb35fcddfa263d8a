using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace MonitoringReturns.Tests.Storage.Tables;

/// <summary>An answer of a service: status, body and headers.</summary>
internal sealed record CannedAnswer(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    /// <summary>How many bytes of the body come before the connection breaks; all when null.</summary>
    public int? BreaksAfter { get; init; }
}

internal sealed class CannedResponse(CannedAnswer answer) : Response
{
    public override int Status => answer.Status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; } = answer.BreaksAfter is { } bytes
        ? new BreakingStream(Encoding.UTF8.GetBytes(answer.Body)[..bytes])
        : new MemoryStream(Encoding.UTF8.GetBytes(answer.Body));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => answer.Headers.Select(header => new HttpHeader(header.Name, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = answer.Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    /// <summary>Gives its bytes, then breaks as a lost connection does.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        // Reading into memory comes here too.
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await base.ReadAsync(buffer, offset, count, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection was lost.");
    }
}
