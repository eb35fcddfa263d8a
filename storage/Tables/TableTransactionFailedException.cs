using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>One action of a transaction was refused by the service, so none was done. Status and ErrorCode are that action's.</summary>
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(int status, string message, string? errorCode, int? failedTransactionActionIndex)
        : base(status, message, errorCode, innerException: null) =>
        FailedTransactionActionIndex = failedTransactionActionIndex;

    /// <summary>Which action, from 0; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
