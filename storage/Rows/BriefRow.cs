using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage.Content;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>What lists read of an award, as a row beside its own.</summary>
internal static class BriefRow
{
    private const string Day = "yyyy-MM-dd";

    public static readonly GatheredKind<AwardBrief> Kind = new(
        'b', ["Version", "Provider", "ProviderName", "Project", "Start", "End", "EndedOn", "Funders", "Partners", "Pence", "AgreedOutcomes"],
        FromEntity, brief => brief.Id, brief => brief.Version, StoredJson.Default.AwardBriefArray);

    public static TableEntity ToEntity(Award award)
    {
        var brief = AwardBrief.Of(award);
        var row = new TableEntity(award.Programme.Value, Kind.KeyOf(award.Id))
        {
            ["Version"] = brief.Version,
            ["Provider"] = brief.Provider.Id.Value,
            ["ProviderName"] = brief.Provider.Name,
            ["Start"] = brief.Start.ToString(Day),
            ["End"] = brief.End.ToString(Day),
            ["Pence"] = (long)decimal.Round(brief.Amount * 100),
            ["AgreedOutcomes"] = brief.AgreedOutcomes,
            ["Funders"] = string.Join(' ', brief.Funders.Select(funder => funder.Value)),
        };
        row.Set("Project", brief.Project);
        row.Set("EndedOn", brief.EndedOn?.ToString(Day));
        row.Set("Partners", brief.Partners.Count == 0 ? null : string.Join(' ', brief.Partners.Select(partner => partner.Value)));
        return row;
    }

    private static AwardBrief FromEntity(TableEntity row) => new(
        Keys.AwardOf(row.RowKey), row.GetInt32("Version")!.Value, new NamedOrganisation(OrganisationId.Parse(row.GetString("Provider")!), row.GetString("ProviderName")!), row.GetString("Project"),
        DayOf(row, "Start")!.Value, DayOf(row, "End")!.Value, DayOf(row, "EndedOn"), OrganisationsIn(row, "Funders"), OrganisationsIn(row, "Partners"))
    {
        Amount = (row.GetInt64("Pence") ?? 0) / 100m,
        AgreedOutcomes = row.GetInt32("AgreedOutcomes") ?? 0,
    };

    private static DateOnly? DayOf(TableEntity row, string property) => row.GetString(property) is { } day ? DateOnly.ParseExact(day, Day) : null;

    private static OrganisationId[] OrganisationsIn(TableEntity row, string property) =>
        row.GetString(property) is { Length: > 0 } list ? [.. list.Split(' ').Select(OrganisationId.Parse)] : [];
}
