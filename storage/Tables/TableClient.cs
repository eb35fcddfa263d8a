using System.Text.Json;
using Azure;
using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// The rows of one table. Rows and keys that Azure would not take are refused with <see cref="TableLimitException"/> before anything is sent;
/// errors of the service are <see cref="RequestFailedException"/> with Status and ErrorCode. The pipeline retries every call on 408, 429 and
/// 5xx and on a broken connection, so a write that was done may be done again: an Add that the service carried out but whose answer was lost
/// ends as 409, an update by ETag as 412. Callers for whom that matters read the row and compare.
/// </summary>
public sealed partial class TableClient
{
    private static readonly ResponseClassifier FoundOrNot = new StatusCodeClassifier([200, 404]);
    private readonly TablePipeline _pipeline;
    private readonly TableAddress _address;

    internal TableClient(TablePipeline pipeline, string name)
    {
        (_pipeline, Name) = (pipeline, name);
        _address = new(pipeline.Endpoint, name);
    }

    public string Name { get; }

    public Uri Uri => new(_address.Table);

    /// <summary>
    /// An OData filter with each hole of the text as a literal of its type: text quoted, Int64 with L, dates, guids and binary marked.
    /// </summary>
    /// <exception cref="ArgumentException">A hole holds null or a type that has no literal.</exception>
    public static string CreateQueryFilter(FormattableString filter) => TableFilter.Create(filter);

    public Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        _pipeline.CreateTableAsync(Name, mayExist: false, cancellationToken);

    /// <inheritdoc cref="TableServiceClient.CreateTableIfNotExistsAsync"/>
    public Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _pipeline.CreateTableAsync(Name, mayExist: true, cancellationToken);

    /// <inheritdoc cref="TableServiceClient.DeleteTableAsync"/>
    public Task<Response> DeleteAsync(CancellationToken cancellationToken = default) => _pipeline.DeleteTableAsync(Name, cancellationToken);

    /// <summary>Adds a row; 409 EntityAlreadyExists when its keys are taken. The answer's Headers.ETag is the row's.</summary>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        WriteAsync(RequestMethod.Post, entity, ifMatch: null, cancellationToken);

    /// <summary>Adds a row, or changes the one with its keys whatever its ETag.</summary>
    public Task<Response> UpsertEntityAsync(
        TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(MethodOf(mode), entity, ifMatch: null, cancellationToken);

    /// <summary>
    /// Changes a row that has the ETag; 412 UpdateConditionNotSatisfied when it has another, 404 ResourceNotFound when it is not there.
    /// </summary>
    public Task<Response> UpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(MethodOf(mode), entity, TableLimits.CheckETag(ifMatch), cancellationToken);

    /// <summary>
    /// Takes a row away: whatever its ETag by default, else 412 when it has another. Answers 404 as no error when it is not there.
    /// </summary>
    public async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        TableLimits.CheckKeys(partitionKey, rowKey);
        using var message = _pipeline.CreateMessage(RequestMethod.Delete, _address.Row(partitionKey, rowKey));
        message.Request.Headers.Add("If-Match", TableLimits.CheckETag(ifMatch == default ? ETag.All : ifMatch));
        var response = await _pipeline.SendAsync(message, cancellationToken);
        return response.Status is 204 or 404 ? response : throw TablePipeline.Failure(response);
    }

    /// <summary>A row; 404 ResourceNotFound when it is not there.</summary>
    public async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var found = await FindAsync<T>(partitionKey, rowKey, select, classifier: null, cancellationToken);
        return found as Response<T> ?? throw TablePipeline.Failure(found.GetRawResponse());
    }

    /// <summary>A row, or a response without value when it, or the table, is not there.</summary>
    public Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        FindAsync<T>(partitionKey, rowKey, select, FoundOrNot, cancellationToken);

    private static RequestMethod MethodOf(TableUpdateMode mode) => mode == TableUpdateMode.Merge ? RequestMethod.Patch : RequestMethod.Put;

    private async Task<NullableResponse<T>> FindAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select, ResponseClassifier? classifier, CancellationToken cancellation)
        where T : class, ITableEntity
    {
        TableLimits.CheckKeys(partitionKey, rowKey);
        var address = _address.Row(partitionKey, rowKey);
        if (TableAddress.Select(select) is { Length: > 0 } picked)
            address = $"{address}?{picked}";
        using var message = _pipeline.CreateMessage(RequestMethod.Get, address);
        if (classifier is not null)
            message.ResponseClassifier = classifier;
        var response = await _pipeline.SendAsync(message, cancellation);
        return response.Status switch
        {
            200 => Response.FromValue((T)(object)EntityReader.ReadRow(response.Content.ToMemory().Span), response),
            404 => new NoValueResponse<T>(response),
            _ => throw TablePipeline.Failure(response),
        };
    }

    private async Task<Response> WriteAsync(RequestMethod method, TableEntity entity, string? ifMatch, CancellationToken cancellation)
    {
        var size = TableLimits.Check(entity);
        var adds = method == RequestMethod.Post;
        using var message = _pipeline.CreateMessage(method, adds ? _address.Table : _address.Row(entity.PartitionKey, entity.RowKey));
        if (adds)
            message.Request.Headers.Add("Prefer", TablePipeline.NoContent);
        if (ifMatch is not null)
            message.Request.Headers.Add("If-Match", ifMatch);
        using (var json = new Utf8JsonWriter(TablePipeline.JsonContent(message, capacity: 512 + size), EntityWriter.Options))
            EntityWriter.Write(json, entity);
        var response = await _pipeline.SendAsync(message, cancellation);
        return response.Status is 201 or 204 ? response : throw TablePipeline.Failure(response);
    }
}
