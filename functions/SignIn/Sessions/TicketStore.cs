using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions.SignIn.Sessions;

/// <summary>
/// Keeps sessions in storage, so that one that was ended is over everywhere; the cookie holds the member's id and the session's, protected. Which
/// organisation somebody acts for stands beside the ticket, so that a renewal never takes a switch back.
/// </summary>
internal sealed class TicketStore(Lazy<SessionStore> sessions, Lazy<OrganisationsOfPerson> organisations, IDataProtectionProvider protection, ClientAddress addresses, TimeProvider clock) : ITicketStore
{
    public const string StartedItem = "started";

    private const int IdBytes = 32;

    private static readonly object KeyItem = new();

    private readonly IDataProtector _protector = protection.CreateProtector("Session.Ticket", "v1");

    private readonly TicketDataFormat _references = new(protection.CreateProtector("Session.Reference", "v1"));

    /// <summary>How the cookie's reference is protected.</summary>
    public ISecureDataFormat<AuthenticationTicket> References => _references;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("Sessions are started by requests.");

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (member, id, now) = (SessionPrincipal.MemberOf(ticket.Principal), Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(IdBytes)), clock.GetUtcNow());
        ticket.Properties.Items[StartedItem] = now.ToString("O", CultureInfo.InvariantCulture);
        var (address, header) = addresses.Of(httpContext);
        await sessions.Value.AddAsync(
            id,
            new StoredSession(member, Bytes(ticket), now, now + SessionCookie.Idle)
            {
                ActingFor = ticket.Principal.FindFirst(Api.Callers.ActingForClaim)?.Value,
                Address = address,
                AddressHeader = header,
                UserAgent = httpContext.Request.Headers.UserAgent.FirstOrDefault(),
            },
            cancellationToken);
        return new Reference(member, id).ToString();
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (Reference.Parse(key) is not { } reference)
            return;
        var latest = DateTimeOffset.Parse(ticket.Properties.Items[StartedItem]!, CultureInfo.InvariantCulture) + SessionCookie.Most;
        var expires = clock.GetUtcNow() + SessionCookie.Idle;
        await sessions.Value.RenewAsync(reference.Member, reference.Id, Bytes(ticket), expires < latest ? expires : latest, CancellationToken.None);
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException("Sessions are asked for by requests.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (Reference.Parse(key) is not { } reference || await sessions.Value.GetAsync(reference.Member, reference.Id, cancellationToken) is not { } session)
            return null;
        if (TicketSerializer.Default.Deserialize(Unprotected(session.Ticket)) is not { } ticket || SessionPrincipal.MemberOf(ticket.Principal) != reference.Member)
            return null;
        httpContext.Items[KeyItem] = reference;
        if (ticket.Principal.FindFirst(Api.Callers.ActingForClaim)?.Value != session.ActingFor && OrganisationId.TryParse(session.ActingFor, out var organisation))
            SessionPrincipal.ActFor(
                (ClaimsIdentity)ticket.Principal.Identity!,
                await organisations.Value.FindAsync(reference.Member, organisation, cancellationToken) ?? new PersonsOrganisation(organisation, organisation.Value, Roles.None));
        return ticket;
    }

    public async Task RemoveAsync(string key)
    {
        if (Reference.Parse(key) is { } reference)
            await sessions.Value.RemoveAsync(reference.Member, reference.Id, CancellationToken.None);
    }

    /// <summary>Ends the session that the browser brings along, whoever's it is; its cookie is replaced or goes elsewhere.</summary>
    public async Task EndAsync(HttpContext http)
    {
        if (http.Request.Cookies[SessionCookie.Name] is { } cookie && References.Unprotect(cookie)?.Principal.Claims.Select(claim => Reference.Parse(claim.Value)).FirstOrDefault() is { } reference)
            await sessions.Value.RemoveAsync(reference.Member, reference.Id, http.RequestAborted);
    }

    /// <summary>The session that a request came with.</summary>
    /// <exception cref="InvalidOperationException">It came with none.</exception>
    public static Reference Current(HttpContext http) => http.Items[KeyItem] as Reference ?? throw new InvalidOperationException("Nobody is signed in.");

    private byte[] Bytes(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private byte[] Unprotected(byte[] bytes)
    {
        try
        {
            return _protector.Unprotect(bytes);
        }
        catch (CryptographicException)
        {
            // Its key was taken away: the session is over.
            return [];
        }
    }

    /// <summary>Which session is meant.</summary>
    internal sealed record Reference(MemberId Member, string Id)
    {
        public static Reference? Parse(string text) =>
            text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && Identifier.TryParse<MemberId>(text[..dot], out var member) ? new Reference(member, text[(dot + 1)..]) : null;

        public override string ToString() => $"{Member}.{Id}";
    }
}
