using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>The answer to asking for a row that is not there.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no such row.");

    public override Response GetRawResponse() => response;
}
