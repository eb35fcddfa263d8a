using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Web.Pages.Record;

/// <summary>The page of an organisation's record.</summary>
/// <param name="Shown">Entries on this page, the newest first.</param>
/// <param name="Newer">Where newer ones are; null: these are the newest.</param>
/// <param name="Older">Where older ones are; null: these are the oldest.</param>
public sealed record OrganisationRecordModel(OrganisationRecord Record, IReadOnlyList<Named<RecordEntry>> Shown, string? Newer, string? Older);

/// <summary>The page of a return's record.</summary>
public sealed record ReturnRecordModel(ReturnRecord Record, IReadOnlyList<Named<RecordEntry>> Shown, string? Newer, string? Older);
