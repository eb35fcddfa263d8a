using System.Diagnostics;
using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo;

/// <summary>Waits for the reports of one case and saves them.</summary>
internal sealed class DownloadReports(ReturnsApi api, IDemoCase demo, string folder, Action<string> progress)
{
    /// <summary>How long nothing may change before this gives up: several rebuilds of a report fit into it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(400);

    public async Task<IReadOnlyList<DemoReport>> RunAsync(CancellationToken cancellation)
    {
        var waiting = demo.Programme.Calendar
            .Select(period => new Waiting(period, demo.Filings(period.Id).Where(filing => filing.Signatory is not null)
                .GroupBy(filing => filing.Award).ToDictionary(ofAward => ofAward.Key.Value, ofAward => ofAward.Max(filing => filing.Revision), StringComparer.Ordinal)))
            .Where(period => period.Expected.Count > 0)
            .ToList();
        var (all, before) = (waiting.Sum(period => period.Expected.Count), 0);
        var reports = new List<DemoReport>();
        var lastChange = Stopwatch.GetTimestamp();
        while (waiting.Count > 0)
        {
            foreach (var period in waiting.ToList())
            {
                var report = await api.ReportAsync(demo.Programme.Id, period.Period.Id, cancellation);
                period.Covered = period.Count(report);
                if (period.Covered < period.Expected.Count)
                    continue;
                reports.Add(await SaveAsync(period, report, cancellation));
                waiting.Remove(period);
            }
            var covered = all - waiting.Sum(period => period.Expected.Count - period.Covered);
            progress($"Waiting for the reports of {demo.Name}: they hold {covered} of {all} returns");
            if (covered != before)
                (before, lastChange) = (covered, Stopwatch.GetTimestamp());
            else if (waiting.Count > 0 && Stopwatch.GetElapsedTime(lastChange) > Patience)
                throw new CannotStartException(
                    $"The report of {waiting[0].Period.Name} holds {waiting[0].Covered} of {waiting[0].Expected.Count} returns and did not change for " +
                    $"{Patience.TotalSeconds:0} seconds: are the queues apply-projections and consolidate-report being read?");
            if (waiting.Count > 0)
                await Task.Delay(Often, cancellation);
        }
        return [.. reports.OrderBy(report => report.Period, StringComparer.Ordinal)];
    }

    private async Task<DemoReport> SaveAsync(Waiting period, JsonObject report, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, $"{demo.Programme.Id}-{period.Period.Id}-consolidated.xlsx");
        await api.SaveAsync(report["workbook"]!.GetValue<string>(), path, cancellation);
        var published = report["published"]!;
        return new DemoReport(
            demo.Programme.Id.Value, period.Period.Id.Value, published["returns"]!.GetValue<int>(), published["revisions"]!.GetValue<int>(),
            published["rows"]!.GetValue<long>(), published["seconds"]!.GetValue<double>(), path);
    }

    /// <param name="Expected">The newest revision filed, by award.</param>
    private sealed record Waiting(ReportingPeriod Period, IReadOnlyDictionary<string, int> Expected)
    {
        public int Covered { get; set; }

        /// <summary>How many of the returns filed the published report holds.</summary>
        public int Count(JsonObject report) =>
            report["manifest"]?["returns"] is JsonArray entries
                ? entries.Count(entry => Expected.TryGetValue(entry!["award"]!.GetValue<string>(), out var revision) && entry["revision"]!.GetValue<int>() >= revision)
                : 0;
    }
}
