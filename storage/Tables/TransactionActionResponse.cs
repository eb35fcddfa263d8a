using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

/// <summary>The answer to one action of a transaction: a status, and the row's new ETag unless it was deleted.</summary>
internal sealed class TransactionActionResponse(int status, string? etag) : Response
{
    private const string ETagHeader = "ETag";

    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => etag is not null && ETagHeader.Equals(name, StringComparison.OrdinalIgnoreCase);

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = ContainsHeader(name) ? etag : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = ContainsHeader(name) ? [etag!] : null;
        return values is not null;
    }

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => etag is null ? [] : [new HttpHeader(ETagHeader, etag)];
}
