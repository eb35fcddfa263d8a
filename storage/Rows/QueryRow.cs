using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>A funder's query as a row of its return's partition.</summary>
internal static class QueryRow
{
    public static TableEntity ToEntity(Query query)
    {
        var row = new TableEntity(Keys.Partition(query.Key), Keys.Query(query.Key.Award, query.Number))
        {
            ["Text"] = query.Text,
            ["For"] = query.For.Value,
            ["By"] = query.By.Value,
            ["At"] = query.At,
            ["Revision"] = query.Revision,
            ["State"] = query.State.ToString(),
        };
        row.Set("Question", query.Question?.Value);
        row.Set("ClosedBy", query.ClosedBy?.Value);
        row.Set("ClosedAt", query.ClosedAt);
        row.Set("Answer", query.Answer);
        row.Set("AnsweredBy", query.AnsweredBy);
        return row;
    }

    public static Query FromEntity(ReturnKey key, TableEntity row) =>
        new(key, int.Parse(row.RowKey.AsSpan(row.RowKey.IndexOf('!', StringComparison.Ordinal) + 1)), row.GetString("Question") is { } question ? Identifier.Parse<QuestionId>(question) : null,
            row.GetString("Text")!, OrganisationId.Parse(row.GetString("For")!), Identifier.Parse<MemberId>(row.GetString("By")!), row.GetDateTimeOffset("At")!.Value, row.GetInt32("Revision")!.Value)
        {
            State = Enum.Parse<QueryState>(row.GetString("State")!),
            ClosedBy = row.GetString("ClosedBy") is { } member ? Identifier.Parse<MemberId>(member) : null,
            ClosedAt = row.GetDateTimeOffset("ClosedAt"),
            Answer = row.GetString("Answer"),
            AnsweredBy = row.GetInt32("AnsweredBy"),
        };
}
