using Azure.Core;
using Azure.Core.Pipeline;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Tests.Storage.Tables;

/// <summary>Answers requests from a list, the last answer again and again, and keeps what was asked.</summary>
internal sealed class CannedTransport(params CannedAnswer[] answers) : HttpPipelineTransport
{
    public const string Key = "a2V5";
    private static readonly Uri Secure = new("https://account.table.example");

    public List<CannedRequest> Requests { get; } = [];

    /// <summary>A table whose service is this transport. Retries wait a second and more, so that their dates differ.</summary>
    public TableClient Table(TokenCredential? credential = null)
    {
        var options = new TableClientOptions { Transport = this };
        (options.Retry.Mode, options.Retry.Delay, options.Retry.MaxRetries) = (RetryMode.Fixed, TimeSpan.FromSeconds(1.2), 1);
        var service = credential is null
            ? new TableServiceClient(Secure, new TableSharedKeyCredential("account", Key), options)
            : new TableServiceClient(Secure, credential, options);
        return service.GetTableClient("Returns");
    }

    public override Request CreateRequest() => new HttpClientTransport().CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
            await content.WriteToAsync(body, CancellationToken.None);
        Requests.Add(new(
            message.Request.Method.Method,
            message.Request.Uri.ToUri(),
            message.Request.Headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
            System.Text.Encoding.UTF8.GetString(body.ToArray())));
        message.Response = new CannedResponse(answers[Math.Min(Requests.Count, answers.Length) - 1]);
    }
}

internal sealed record CannedRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
