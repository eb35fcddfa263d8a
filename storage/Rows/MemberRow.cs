using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>A member as a row of the organisation.</summary>
internal static class MemberRow
{
    public const string Prefix = "m|";

    public static string KeyOf(MemberId member) => Prefix + member.Value;

    public static TableEntity ToEntity(OrganisationId organisation, Member member)
    {
        var row = new TableEntity(organisation.Value, KeyOf(member.Id))
        {
            ["Roles"] = member.Roles.ToString(),
            ["Since"] = member.Since,
            ["By"] = member.By.Value,
        };
        row.Set("Body", member.Body?.Value);
        row.Set("ClientName", member.Client?.Name);
        row.Set("ClientIssuer", member.Client?.Issuer);
        row.Set("ClientId", member.Client?.ClientId);
        return row;
    }

    public static Member FromEntity(TableEntity row) =>
        new(Identifier.Parse<MemberId>(row.RowKey[Prefix.Length..]), Enum.Parse<Roles>(row.GetString("Roles")!), row.GetDateTimeOffset("Since")!.Value,
            Identifier.Parse<MemberId>(row.GetString("By")!), row.GetString("Body") is { } body ? OrganisationId.Parse(body) : null,
            row.GetString("ClientName") is { } name ? new GrantedClient(name, row.GetString("ClientIssuer")!, row.GetString("ClientId")!) : null);
}
