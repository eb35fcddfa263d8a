using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A row of a table question.</summary>
/// <param name="Funder">The funder whose row it is; null where it belongs to nobody.</param>
public sealed record TableRow(RowId Id, string Label, OrganisationId? Funder)
{
    internal byte[] IdUtf8 { get; } = System.Text.Encoding.ASCII.GetBytes(Id.Value);
}
