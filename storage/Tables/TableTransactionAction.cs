using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>What a transaction does to a row. Update wants the ETag it expects; Upsert takes any; Delete takes any when none is given.</summary>
public enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

/// <summary>One row's part in a transaction.</summary>
public sealed class TableTransactionAction(TableTransactionActionType actionType, TableEntity entity, ETag etag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public TableEntity Entity { get; } = entity;

    /// <summary>For Update and Delete; the entity's own ETag is not looked at.</summary>
    public ETag ETag { get; } = etag;
}
