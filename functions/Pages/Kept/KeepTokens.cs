using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions.Pages.Kept;

/// <summary>For whom a post may be kept.</summary>
/// <param name="ActingFor">The organisation's identifier; null where they had chosen none.</param>
/// <param name="Address">Where the form posts to.</param>
internal sealed record KeepToken(MemberId Member, string? ActingFor, string Address);

/// <summary>
/// What a form carries to say whose it is once the session is over: encrypted and sealed, for one person, organisation and address. It lets nobody in;
/// it only lets the portal put by what was sent, for that person to find.
/// </summary>
internal sealed class KeepTokens(IDataProtectionProvider protection)
{
    // As long as what it keeps: somebody may finish a page that they left open over a week end.
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Kept.Token", "v1").ToTimeLimitedDataProtector();

    public string For(HttpContext http, string address) =>
        _protector.Protect($"{http.User.FindFirst(Callers.MemberClaim)!.Value} {http.User.FindFirst(Callers.ActingForClaim)?.Value} {address}", Lasts);

    /// <returns>Null for what is no token, or not of today's keys.</returns>
    public KeepToken? Read(string text)
    {
        if (text.Length == 0)
            return null;
        try
        {
            return _protector.Unprotect(text).Split(' ', 3) is [var member, var organisation, var address] && Identifier.TryParse<MemberId>(member, out var id)
                ? new KeepToken(id, organisation.Length == 0 ? null : organisation, address)
                : null;
        }
        catch (CryptographicException unreadable) when (!StorageAway.Is(unreadable))
        {
            return null;
        }
    }
}
