using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>Which partner fills in what of an award's returns, as a row of its provider.</summary>
internal static class PartsRow
{
    public static string KeyOf(ProgrammeId programme, AwardId award) => $"c|{programme}|{award}";

    public static TableEntity ToEntity(OrganisationId provider, ConsortiumParts parts) => new(provider.Value, KeyOf(parts.Programme, parts.Award))
    {
        ["Sections"] = JsonSerializer.SerializeToUtf8Bytes(parts.Sections, StoredJson.Default.IReadOnlyDictionarySectionIdOrganisationId),
    };

    public static ConsortiumParts FromEntity(ProgrammeId programme, AwardId award, TableEntity row) => new(programme, award)
    {
        Sections = JsonSerializer.Deserialize(row.GetBinary("Sections"), StoredJson.Default.IReadOnlyDictionarySectionIdOrganisationId)!,
    };
}
