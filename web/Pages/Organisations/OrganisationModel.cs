using MonitoringReturns.Core.People;

namespace MonitoringReturns.Web.Pages.Organisations;

/// <summary>An organisation's page.</summary>
/// <param name="Today">In the United Kingdom: whether an accreditation has expired.</param>
/// <param name="Reader">Who reads it.</param>
/// <param name="IsFirst">The first page of its members.</param>
/// <param name="Done">What was just done.</param>
public sealed record OrganisationModel(OrganisationOverview Overview, DateOnly Today, MemberId Reader, bool IsFirst, string? Done)
{
    public Organisation Organisation => Overview.Organisation;

    /// <summary>By name; those whom the reader may not name stand last.</summary>
    public IReadOnlyList<NamedMember> People => [.. Ordered(isClient: false)];

    public IReadOnlyList<NamedMember> Programs => [.. Ordered(isClient: true)];

    private IEnumerable<NamedMember> Ordered(bool isClient) =>
        Overview.Members.Items.Where(member => member.Member.Id.IsClient == isClient)
            .OrderBy(member => member.Name is null).ThenBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.Member.Id.Value, StringComparer.Ordinal);
}
