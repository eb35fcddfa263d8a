using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What lists read of an award's row, beside its content.</summary>
internal static class AwardRow
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The properties that a brief is read from.</summary>
    public static readonly string[] Brief = ["RowKey", "Provider", "ProviderName", "Project", "Start", "End", "EndedOn", "Funders", "Partners"];

    public static void Describe(TableEntity row, Award award)
    {
        var brief = AwardBrief.Of(award);
        row["Provider"] = brief.Provider.Id.Value;
        row["ProviderName"] = brief.Provider.Name;
        row["Start"] = brief.Start.ToString(Day);
        row["End"] = brief.End.ToString(Day);
        row["Funders"] = string.Join(' ', brief.Funders.Select(funder => funder.Value));
        row.Set("Project", brief.Project);
        row.Set("EndedOn", brief.EndedOn?.ToString(Day));
        row.Set("Partners", brief.Partners.Count == 0 ? null : string.Join(' ', brief.Partners.Select(partner => partner.Value)));
    }

    /// <summary>Null for a row that was stored before lists read it: then the content says it.</summary>
    public static AwardBrief? ReadBrief(TableEntity row) => row.GetString("Provider") is not { } provider
        ? null
        : new AwardBrief(
            Keys.AwardOf(row.RowKey), new NamedOrganisation(OrganisationId.Parse(provider), row.GetString("ProviderName")!), row.GetString("Project"),
            DayOf(row, "Start")!.Value, DayOf(row, "End")!.Value, DayOf(row, "EndedOn"), OrganisationsIn(row, "Funders"), OrganisationsIn(row, "Partners"));

    private static DateOnly? DayOf(TableEntity row, string property) => row.GetString(property) is { } day ? DateOnly.ParseExact(day, Day) : null;

    private static OrganisationId[] OrganisationsIn(TableEntity row, string property) =>
        row.GetString(property) is { Length: > 0 } list ? [.. list.Split(' ').Select(OrganisationId.Parse)] : [];
}
