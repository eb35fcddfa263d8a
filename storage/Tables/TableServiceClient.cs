using Azure;
using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// The tables of one account. Stands in for Azure.Data.Tables under its names, over the same pipeline. Safe for use by several threads at once;
/// one is enough for a process. Errors of the service are <see cref="RequestFailedException"/> with Status and ErrorCode.
/// </summary>
public sealed class TableServiceClient
{
    private readonly TablePipeline _pipeline;

    /// <exception cref="FormatException">The string lacks the account, its key or an address.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var parsed = TableConnectionString.Parse(connectionString);
        _pipeline = TablePipeline.Create(parsed.Endpoint, parsed.Credential, options);
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, options: null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        _pipeline = TablePipeline.Create(endpoint, credential, options);

    /// <summary>The address must be https: the token goes with every request.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _pipeline = TablePipeline.Create(endpoint, tokenCredential, options);

    public Uri Uri => new(_pipeline.Endpoint);

    /// <exception cref="TableLimitException">No table can have the name.</exception>
    public TableClient GetTableClient(string tableName) => new(_pipeline, TableLimits.CheckTableName(tableName));

    public Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _pipeline.CreateTableAsync(TableLimits.CheckTableName(tableName), mayExist: false, cancellationToken);

    /// <summary>Answers 409 as no error when the table is there; when one of the name is being deleted, throws 409 TableBeingDeleted.</summary>
    public Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        _pipeline.CreateTableAsync(TableLimits.CheckTableName(tableName), mayExist: true, cancellationToken);

    /// <summary>Answers 404 as no error when the table is not there.</summary>
    public Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _pipeline.DeleteTableAsync(TableLimits.CheckTableName(tableName), cancellationToken);
}
