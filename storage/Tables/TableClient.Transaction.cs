using Azure;
using Azure.Core;

namespace MonitoringReturns.Storage.Tables;

public sealed partial class TableClient
{
    /// <summary>
    /// Does all of 1 to 100 actions on different rows of one partition, or none. The answers stand in the actions' order; each one's Headers.ETag
    /// is the row's new one (null for Delete). A transaction whose answer was lost may be retried by the pipeline though it was done, and
    /// then fails with the 409 or 412 of its own doing.
    /// </summary>
    /// <exception cref="TableTransactionFailedException">The service refused an action; nothing was done.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = transactionActions as IReadOnlyCollection<TableTransactionAction> ?? [.. transactionActions];
        var content = TransactionWriter.Write(actions, _address);
        using var message = _pipeline.CreateMessage(RequestMethod.Post, _address.Transaction);
        message.Request.Content = content;
        message.Request.Headers.Add("Content-Type", TransactionWriter.ContentType);
        var response = await _pipeline.SendAsync(message, cancellationToken);
        if (response.Status != 202)
            throw TablePipeline.Failure(response);
        try
        {
            return Response.FromValue<IReadOnlyList<Response>>(
                TransactionReader.Read(response.Content.ToMemory(), response.Headers.ContentType, actions.Count), response);
        }
        catch (InvalidDataException unreadable)
        {
            throw new RequestFailedException(response, unreadable, TableErrorParser.Instance);
        }
    }
}
