using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What a funder answered to a revision, as a row of the return's partition.</summary>
internal static class AnswerBackRow
{
    public static TableEntity ToEntity(AnswerBack answer)
    {
        var row = new TableEntity(Keys.Partition(answer.Key), Keys.AnswerBack(answer.Key.Award, answer.Revision, answer.Funder, answer.Kind))
        {
            ["Kind"] = answer.Kind.ToString(),
            ["By"] = answer.By.Value,
            ["At"] = answer.At,
        };
        row.Set("Used", answer.Used);
        row.Set("WillDo", answer.WillDo);
        return row;
    }

    public static AnswerBack FromEntity(ReturnKey key, TableEntity row)
    {
        // Award, revision and funder; what may come after them says nothing that the row does not. Acceptances from before it came have the funder last.
        var parts = row.RowKey.Split('!');
        return new AnswerBack(
            key, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), OrganisationId.Parse(parts[2]), Enum.Parse<AnswerBackKind>(row.GetString("Kind")!),
            Identifier.Parse<MemberId>(row.GetString("By")!), row.GetDateTimeOffset("At")!.Value, row.GetString("Used"), row.GetString("WillDo"));
    }
}
