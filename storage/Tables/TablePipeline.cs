using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MonitoringReturns.Storage.Tables;

/// <summary>Where the tables are and how a request gets there.</summary>
internal sealed class TablePipeline
{
    public const string Accept = "application/json;odata=minimalmetadata";
    public const string DataServiceVersion = "3.0";
    public const string Json = "application/json";
    public const string NoContent = "return-no-content";

    private const string Version = "2019-02-02";
    private const string Scope = "https://storage.azure.com/.default";
    private readonly HttpPipeline _pipeline;

    private TablePipeline(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        _pipeline = HttpPipelineBuilder.Build(options ?? new TableClientOptions(), authentication);
        Endpoint = endpoint.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>Without a slash at its end.</summary>
    public string Endpoint { get; }

    public static TablePipeline Create(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        new(endpoint, new SharedKeyLitePolicy(credential), options);

    public static TablePipeline Create(Uri endpoint, TokenCredential credential, TableClientOptions? options) =>
        new(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options);

    public HttpMessage CreateMessage(RequestMethod method, string address)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address));
        message.Request.Headers.Add("x-ms-version", Version);
        message.Request.Headers.Add("DataServiceVersion", DataServiceVersion);
        message.Request.Headers.Add("Accept", Accept);
        return message;
    }

    public static PooledContent JsonContent(HttpMessage message, int capacity)
    {
        var content = new PooledContent(capacity);
        message.Request.Content = content;
        message.Request.Headers.Add("Content-Type", Json);
        return content;
    }

    /// <summary>Sends; gives a body's array back once there is an answer.</summary>
    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellation)
    {
        await _pipeline.SendAsync(message, cancellation);
        (message.Request.Content as PooledContent)?.Release();
        return message.Response;
    }

    public static RequestFailedException Failure(Response response) => new(response, innerException: null, TableErrorParser.Instance);

    /// <summary>Makes the table, or finds it made.</summary>
    public async Task<Response<TableItem>> CreateTableAsync(string name, bool mayExist, CancellationToken cancellation)
    {
        using var message = CreateMessage(RequestMethod.Post, Endpoint + "/Tables");
        message.Request.Headers.Add("Prefer", NoContent);
        using (var json = new Utf8JsonWriter(JsonContent(message, capacity: 256)))
        {
            json.WriteStartObject();
            json.WriteString("TableName", name);
            json.WriteEndObject();
        }
        var response = await SendAsync(message, cancellation);
        if (response.Status is not (201 or 204))
        {
            var failure = Failure(response);
            if (!mayExist || failure.ErrorCode != "TableAlreadyExists")
                throw failure;
        }
        return Response.FromValue(new TableItem(name), response);
    }

    /// <summary>Takes the table away; a missing one is no error.</summary>
    public async Task<Response> DeleteTableAsync(string name, CancellationToken cancellation)
    {
        using var message = CreateMessage(RequestMethod.Delete, $"{Endpoint}/Tables('{name}')");
        var response = await SendAsync(message, cancellation);
        return response.Status is 204 or 404 ? response : throw Failure(response);
    }
}
