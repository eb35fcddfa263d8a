using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Notes that a report is being downloaded, before it is: providers can see which funders had their returns in one.</summary>
public sealed class NoteDownload(ILookStore looks, IPeriodStore periods, IFormStore forms, TimeProvider clock)
{
    public async Task RunAsync(AskedReport report, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(caller);
        var showings = await Task.WhenAll(report.Periods.Select(period => ShowingAsync(report, period, cancellation)));
        await looks.AddAsync(
            report.State.Key, report.Periods.Zip(showings).ToDictionary(one => one.First, one => one.Second),
            new Look(UkTime.DayOf(clock.GetUtcNow()), caller.Id, report.For, LookKind.DownloadedInReport), cancellation);
    }

    private async Task<Showing> ShowingAsync(AskedReport report, PeriodId period, CancellationToken cancellation)
    {
        var (programme, key) = (report.Programme, report.State.Key);
        var number = (await periods.GetAsync(programme.Id, period, cancellation))?.FormVersion ?? programme.PlannedFormVersion(period);
        return await forms.GetAsync(programme.Form, number, cancellation) is { } version ? Showing.InReport(version, new Sight(programme, key.Funder)) : new Showing([], []);
    }
}
