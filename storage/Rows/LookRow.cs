using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Storage.Rows;

/// <summary>A look as a row key: the later the day, the lower the number that stands for it, so that the newest comes first.</summary>
internal static class LookRow
{
    public const string ReportPrefix = "r|";

    public static string PrefixOf(AwardId award) => $"l|{award}!";

    public static string KeyOf(AwardId award, Look look) => PrefixOf(award) + Rest(look);

    /// <summary>Of a report, which every award of the period may be in.</summary>
    public static string KeyInReport(Look look) => ReportPrefix + Rest(look);

    public static Look Read(string key, int prefix)
    {
        var parts = key[prefix..].Split('|');
        return new Look(
            DateOnly.FromDayNumber(DateOnly.MaxValue.DayNumber - int.Parse(parts[0], CultureInfo.InvariantCulture)), Identifier.Parse<MemberId>(parts[1]),
            OrganisationId.Parse(parts[2]), Enum.Parse<LookKind>(parts[3]));
    }

    private static string Rest(Look look) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateOnly.MaxValue.DayNumber - look.Day.DayNumber:D7}|{look.By}|{look.For}|{look.Kind}");
}
