using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Functions.SignIn.Protection;

/// <summary>Links of invitations. What stands in one is encrypted and sealed, and ends after fourteen days by itself.</summary>
internal sealed class InvitationLinks(SignInSettings settings, IDataProtectionProvider protection) : IInvitationLinks
{
    public const string Root = "/invitations/";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Invitation.Link", "v1").ToTimeLimitedDataProtector();

    public string LinkTo(OrganisationId organisation, string invitation) =>
        new Uri(settings.Portal, Root + _protector.Protect($"{organisation} {invitation}", Invitation.Lasts)).AbsoluteUri;

    public bool TryRead(string secret, out OrganisationId organisation, out string invitation)
    {
        (organisation, invitation) = (default, "");
        try
        {
            if (_protector.Unprotect(secret).Split(' ', 2) is not [var named, var id] || !OrganisationId.TryParse(named, out organisation))
                return false;
            invitation = id;
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
