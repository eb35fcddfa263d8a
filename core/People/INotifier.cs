using MonitoringReturns.Core.Notices;

namespace MonitoringReturns.Core.People;

/// <summary>A notice to somebody, by e-mail.</summary>
/// <param name="Reference">The same for every try at the same notice.</param>
/// <param name="Body">Plain text; addresses in it stand alone on their lines.</param>
public sealed record Notice(string To, string Subject, string Body, string Reference);

/// <summary>Sends notices. One that can't be sent now throws and is tried again.</summary>
public interface INotifier
{
    Task SendAsync(Notice notice, CancellationToken cancellation);
}

/// <summary>Makes the links of invitations, which nobody else can make, and reads them again.</summary>
public interface IInvitationLinks
{
    /// <summary>The absolute address.</summary>
    string LinkTo(OrganisationId organisation, string invitation);

    /// <summary>Which invitation a link's secret names; false where it was not made here.</summary>
    bool TryRead(string secret, out OrganisationId organisation, out string invitation);
}

/// <summary>
/// Asks for an invitation's link to be sent, or for news. An invitation's is sent before it is stored, so that no stored one is forgotten; news follows
/// from an outbox item, which stays until all messages about it are sent.
/// </summary>
/// <param name="Invitation">Null for news.</param>
/// <param name="Asked">When; where the invitation doesn't come to be, the message ends some minutes later.</param>
/// <param name="News">Null for an invitation.</param>
/// <param name="Member">Who is told the news.</param>
public sealed record NotifyPeopleMessage(OrganisationId Organisation, string? Invitation, DateTimeOffset Asked, News? News = null, MemberId? Member = null);
