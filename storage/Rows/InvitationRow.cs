using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Storage.Rows;

/// <summary>An invitation as a row of the organisation. Ids begin so that the newest comes first.</summary>
internal static class InvitationRow
{
    public const string Prefix = "i|";
    public const string SentAt = "SentAt";

    /// <summary>Whether a text may be an invitation's id; a key takes no other.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= Identifier.MaxLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    public static string KeyOf(string invitation) => Prefix + invitation;

    public static TableEntity ToEntity(OrganisationId organisation, Invitation invitation)
    {
        var row = new TableEntity(organisation.Value, KeyOf(invitation.Id))
        {
            ["Roles"] = invitation.Roles.ToString(),
            ["By"] = invitation.By.Value,
            ["At"] = invitation.At,
            ["Expires"] = invitation.Expires,
            ["State"] = invitation.State.ToString(),
        };
        row.Set("Email", invitation.Email);
        row.Set("Body", invitation.Body?.Value);
        row.Set(SentAt, invitation.SentAt);
        row.Set("Member", invitation.Member?.Value);
        return row;
    }

    public static Invitation FromEntity(TableEntity row) =>
        new(row.RowKey[Prefix.Length..], row.GetString("Email"), Enum.Parse<Roles>(row.GetString("Roles")!),
            row.GetString("Body") is { } body ? OrganisationId.Parse(body) : null, Identifier.Parse<MemberId>(row.GetString("By")!),
            row.GetDateTimeOffset("At")!.Value, row.GetDateTimeOffset("Expires")!.Value, Enum.Parse<InvitationState>(row.GetString("State")!),
            row.GetDateTimeOffset(SentAt), row.GetString("Member") is { } member ? Identifier.Parse<MemberId>(member) : null);
}
