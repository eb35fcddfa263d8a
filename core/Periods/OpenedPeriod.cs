namespace MonitoringReturns.Core.Periods;

/// <summary>
/// The registry row of a period that was opened: it exists before the period's first return does, and fixes the form version once for all.
/// </summary>
/// <param name="Before">The period before it in the programme's calendar, for comparison; null for the first.</param>
/// <param name="SweepUntil">Until when unsent work of the period's returns is looked for.</param>
/// <param name="CloseHandled">Whether what follows from its closing was set going.</param>
public sealed record OpenedPeriod(
    ProgrammeId Programme, PeriodId Period, int FormVersion, PeriodId? Before, DateTimeOffset OpenedAt, DateTimeOffset SweepUntil, bool CloseHandled = false);

/// <summary>The registry of opened periods.</summary>
public interface IPeriodStore
{
    Task<OpenedPeriod?> GetAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <summary>Registers a period unless it is registered already; gives the row that stands, whoever wrote it.</summary>
    Task<OpenedPeriod> OpenAsync(OpenedPeriod period, CancellationToken cancellation);

    Task<PageOf<OpenedPeriod>> ListAsync(string? continuation, int size, CancellationToken cancellation);

    /// <summary>As <see cref="GetAsync"/>, never from memory: where extra time was given, another instance may have changed the row.</summary>
    Task<OpenedPeriod?> GetNewestAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);

    /// <summary>Moves on until when unsent work is looked for; nothing where the period was not opened, or it is looked for longer already.</summary>
    /// <param name="closesAgain">It closes on a later day, so what follows from its closing is set going again.</param>
    Task ExtendAsync(ProgrammeId programme, PeriodId period, DateTimeOffset sweepUntil, bool closesAgain, CancellationToken cancellation);

    Task MarkCloseHandledAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);
}
