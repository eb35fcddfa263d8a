namespace MonitoringReturns.Core.People;

/// <summary>A person or client with roles in an organisation.</summary>
/// <param name="By">Who let them in.</param>
/// <param name="Body">A supporter's own organisation, the local infrastructure body; null for everybody else.</param>
/// <param name="Client">What the organisation calls a client, and which it is; null for a person, whose name is kept elsewhere.</param>
public sealed record Member(MemberId Id, Roles Roles, DateTimeOffset Since, MemberId By, OrganisationId? Body = null, GrantedClient? Client = null);

/// <summary>A program that an organisation lets call the API for it.</summary>
/// <param name="Name">What the organisation calls it.</param>
/// <param name="Issuer">Who issues its tokens.</param>
/// <param name="ClientId">Its client id there.</param>
public sealed record GrantedClient(string Name, string Issuer, string ClientId);

/// <summary>A person, as the one place knows them that keeps names.</summary>
/// <param name="Email">For notices only; it identifies nobody.</param>
public sealed record Person(MemberId Id, string Name, string? Email, DateTimeOffset LastSignIn);

public enum InvitationState
{
    Open,
    Accepted,
    Withdrawn,
}

/// <summary>An invitation into an organisation. Its link works once, until it expires, for whoever opens it and signs in.</summary>
/// <param name="Email">Where the link is sent; gone when the invitation is closed.</param>
/// <param name="SentAt">When the link was last sent; null where it is still on its way.</param>
/// <param name="Member">Who accepted it.</param>
public sealed record Invitation(
    string Id, string? Email, Roles Roles, OrganisationId? Body, MemberId By, DateTimeOffset At, DateTimeOffset Expires, InvitationState State,
    DateTimeOffset? SentAt = null, MemberId? Member = null)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>An id that sorts the newest first.</summary>
    public static string NewId(DateTimeOffset at) => $"{long.MaxValue - at.UtcTicks:D19}-{Guid.NewGuid():N}"[..36];

    public bool IsOpenAt(DateTimeOffset now) => State == InvitationState.Open && now < Expires;
}
