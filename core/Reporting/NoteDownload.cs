using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Notes that a report is being downloaded, before it is: providers can see which funders had their returns in one.</summary>
public sealed class NoteDownload(ILookStore looks, TimeProvider clock)
{
    public Task RunAsync(AskedReport report, Caller caller, CancellationToken cancellation) =>
        looks.AddAsync(
            report.State.Key, report.Periods, new Look(UkTime.DayOf(clock.GetUtcNow()), caller.Id, report.For, LookKind.DownloadedInReport), cancellation);
}
