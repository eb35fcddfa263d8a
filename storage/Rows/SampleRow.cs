using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>A sample as a row of its programme, and what the check of a drawn return came to.</summary>
internal static class SampleRow
{
    public static string PrefixOf(PeriodId period) => $"s|{period}!";

    public static string OutcomesOf(int sample) => $"u|{sample:D6}!";

    public static TableEntity ToEntity(ProgrammeId programme, PeriodId period, Sample sample) => new(programme.Value, $"{PrefixOf(period)}{sample.Number:D6}")
    {
        ["Seed"] = sample.Seed,
        ["PopulationDigest"] = sample.PopulationDigest,
        ["By"] = sample.By.Value,
        ["For"] = sample.For.Value,
        ["At"] = sample.At,
    };

    public static TableEntity ToEntity(ReturnKey key, CheckOutcome outcome) => new(Keys.Partition(key), OutcomesOf(outcome.Sample) + outcome.Award)
    {
        ["Result"] = outcome.Result.ToString(),
        ["Note"] = outcome.Note,
        ["By"] = outcome.By.Value,
        ["At"] = outcome.At,
    };

    public static CheckOutcome ReadOutcome(int sample, TableEntity row) => new(
        sample, Identifier.Parse<AwardId>(row.RowKey[OutcomesOf(sample).Length..]), Enum.Parse<CheckResult>(row.GetString("Result")!), row.GetString("Note")!,
        Identifier.Parse<MemberId>(row.GetString("By")!), row.GetDateTimeOffset("At")!.Value);
}
