using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return in a provider's list: which, and where it stood at a change. A projection; the return itself is the truth.</summary>
public sealed record Pointer(OrganisationId Provider, ReturnKey Key, ReturnStatus Status, int Revision, long Change);

/// <summary>Keeps each provider's list of returns.</summary>
public interface IPointerStore
{
    /// <summary>Stores a pointer unless a newer one is there.</summary>
    Task PutAsync(Pointer pointer, CancellationToken cancellation);

    /// <param name="after">Programme, period and award, <c>|</c> between them, that the page before ended with; null for the first page.</param>
    Task<PageOf<Pointer>> ListAsync(OrganisationId provider, string? after, int size, CancellationToken cancellation);
}
