using System.Diagnostics;
using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Reporting;
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
        var newest = demo.Programme.Calendar.ToDictionary(period => period.Id, period => demo.Filings(period.Id).Where(filing => filing.Signatory is not null)
            .GroupBy(filing => filing.Award).ToDictionary(ofAward => ofAward.Key.Value, ofAward => ofAward.Max(filing => filing.Revision), StringComparer.Ordinal));
        var waiting = demo.Programme.Calendar.Where(period => newest[period.Id].Count > 0)
            .Select(period => new Waiting(period, demo.Programme.Calendar.Take(demo.Programme.PlaceOf(period.Id) + 1)
                .SelectMany(upTo => newest[upTo.Id].Select(filed => (Return: $"{upTo.Id}/{filed.Key}", Revision: filed.Value)))
                .ToDictionary(filed => filed.Return, filed => filed.Revision, StringComparer.Ordinal)))
            .ToList();
        var (all, before) = (waiting.Sum(period => period.Expected.Count), 0);
        var reports = new List<DemoReport>();
        var lastChange = Stopwatch.GetTimestamp();
        while (waiting.Count > 0)
        {
            foreach (var period in waiting.ToList())
            {
                var report = await api.ReportAsync(ReportKey.Of(demo.Programme.Id, period.Period.Id), cancellation);
                period.Covered = period.Count(report);
                if (period.Covered < period.Expected.Count)
                    continue;
                reports.Add(await SaveAsync(ReportKey.Of(demo.Programme.Id, period.Period.Id), report, cancellation));
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
        reports = [.. reports.OrderBy(report => report.Period, StringComparer.Ordinal)];
        foreach (var cut in demo.Cuts)
            reports.Add(await WaitForAsync(cut, cancellation));
        return reports;
    }

    /// <summary>Asks for a cut, and waits until it is as new as the lead funder's reports, which hold everything by now.</summary>
    private async Task<DemoReport> WaitForAsync(DemoCut cut, CancellationToken cancellation)
    {
        var key = new ReportKey(demo.Programme.Id, cut.From, cut.To, cut.Funder);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            progress($"Waiting for the cut {key.Name} of {demo.Name}");
            var report = await api.ReportAsync(key, cancellation);
            if (report["state"]!.GetValue<string>() == "Published" && !report["stale"]!.GetValue<bool>())
                return await SaveAsync(key, report, cancellation);
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new CannotStartException($"The cut {key.Name} of {demo.Name} was asked for and did not come in {Patience.TotalSeconds:0} seconds: is the queue consolidate-report being read?");
            await Task.Delay(Often, cancellation);
        }
    }

    private async Task<DemoReport> SaveAsync(ReportKey key, JsonObject report, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, $"{demo.Programme.Id}-{key.Name}-consolidated.xlsx");
        await api.SaveAsync(key, report["workbook"]!.GetValue<string>(), path, cancellation);
        var published = report["published"]!;
        return new DemoReport(
            demo.Programme.Id.Value, key.Name, published["returns"]!.GetValue<int>(), published["revisions"]!.GetValue<int>(),
            published["rows"]!.GetValue<long>(), published["seconds"]!.GetValue<double>(), path);
    }

    /// <param name="Expected">The newest revision filed, by period and award: of this period and those before it.</param>
    private sealed record Waiting(ReportingPeriod Period, IReadOnlyDictionary<string, int> Expected)
    {
        public int Covered { get; set; }

        /// <summary>How many of the returns filed the published report uses.</summary>
        public int Count(JsonObject report) => CountIn(report, "returns") + CountIn(report, "earlier");

        private int CountIn(JsonObject report, string list) =>
            report["manifest"]?[list] is JsonArray entries
                ? entries.Count(entry => Expected.TryGetValue($"{entry!["period"]}/{entry["award"]}", out var revision) && entry["revision"]!.GetValue<int>() >= revision)
                : 0;
    }
}
