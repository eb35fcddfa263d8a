using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages;

/// <summary>Where pages are, said once for the links to them and for the endpoints behind them.</summary>
public static class PageAddresses
{
    public const string Home = "/home";
    public const string Administration = "/administration";
    public const string NewOrganisation = "/administration/organisations/new";
    public const string GoToOrganisation = "/administration/organisations/go";
    public const string VerifyRecord = "/administration/record";
    public const string Forget = "/administration/people/forget";
    public const string Accessibility = "/accessibility";
    public const string Privacy = "/privacy";
    public const string Cookies = "/cookies";
    public const string SwitchOrganisation = "/organisations/switch";

    public static string Organisation(OrganisationId id) => $"/organisations/{id}";

    public static string Details(OrganisationId id) => $"{Organisation(id)}/details";

    public static string Record(OrganisationId id) => $"{Organisation(id)}/record";

    public static string Record(ReturnKey key) => $"/returns/{key}/record";

    public static string NewInvitation(OrganisationId id) => $"{Organisation(id)}/invitations/new";

    public static string OpenInvitation(OrganisationId id, string invitation) => $"{Organisation(id)}/invitations/{invitation}";

    public static string SendAgain(OrganisationId id, string invitation) => $"{OpenInvitation(id, invitation)}/send";

    public static string Withdraw(OrganisationId id, string invitation) => $"{OpenInvitation(id, invitation)}/withdraw";

    public static string NewProgram(OrganisationId id) => $"{Organisation(id)}/programs/new";

    public static string Member(OrganisationId id, MemberId member) => $"{Organisation(id)}/members/{member}";

    public static string RemoveMember(OrganisationId id, MemberId member) => $"{Member(id, member)}/remove";

    /// <summary>The link of an invitation.</summary>
    public static string Invitation(string secret) => $"/invitations/{secret}";

    public static string ForgetPerson(MemberId person) => $"/administration/people/{person}/forget";
}
