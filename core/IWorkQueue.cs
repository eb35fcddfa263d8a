using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core;

/// <summary>Sends work to the queue functions. Messages may arrive twice, late, or in another order.</summary>
public interface IWorkQueue
{
    Task SendAsync(ConsolidateReportMessage message, TimeSpan delay, CancellationToken cancellation);

    Task SendAsync(ApplyProjectionsMessage message, CancellationToken cancellation);

    Task SendAsync(NotifyPeopleMessage message, TimeSpan delay, CancellationToken cancellation);

    Task SendAsync(ScanFileMessage message, CancellationToken cancellation);

    Task SendAsync(FollowSetupMessage message, CancellationToken cancellation);

    /// <summary>As <see cref="SendAsync(ApplyProjectionsMessage, CancellationToken)"/>, for work that the sweeper sends again where the queue is away.</summary>
    /// <returns>Whether it was sent.</returns>
    Task<bool> TrySendAsync(ApplyProjectionsMessage message, CancellationToken cancellation);

    /// <inheritdoc cref="TrySendAsync(ApplyProjectionsMessage, CancellationToken)"/>
    Task<bool> TrySendAsync(FollowSetupMessage message, CancellationToken cancellation);
}
