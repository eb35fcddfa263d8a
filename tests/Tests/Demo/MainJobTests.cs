using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Demo.Proof;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Workbooks;

namespace MonitoringReturns.Tests.Demo;

/// <summary>
/// The main job, end to end, of every demonstration: the deployable's zip unpacked into an empty folder, behind the stand-in for the host, on real
/// storage; every return filed over HTTP, every report and cut built by the queue function, and every figure of every workbook, as LibreOffice
/// shows it, compared with the raw answers; one report of each case as CSV and JSON too. Slow (some minutes): it is everything at once.
/// </summary>
public sealed class MainJobTests
{
    [Fact]
    public async Task Cases_FromThePackage_GiveWorkbooksWhoseFiguresAreTheAnswers()
    {
        using var folder = new TemporaryFolder();
        var (zip, app) = (folder.File("app.zip"), folder.File("app"));
        await Package.WriteAsync(await AppLayout.EnsureAsync(AppBuild.SelfContained, Console.WriteLine), zip, "MonitoringReturns.Functions");
        await ZipFile.ExtractToDirectoryAsync(zip, app);
        await using var azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);
        await using var host = await FunctionsHost.StartAsync(new FunctionsHostOptions
        {
            AppFolder = app,
            StorageConnectionString = azurite.ConnectionString,
            Settings = await AppSettings.WithAsync(("Demo__TimeTravel", "true"), ("Reports__QuietSeconds", "1")),
        });

        var portal = DemoPortal.Of(azurite.ConnectionString, host.BaseAddress, await ProviderFixture.Instance.ProviderAsync());
        await DemoRun.LoadAsync(portal, DemoCases.All, _ => { });
        await DemoRun.FileAsync(portal, DemoCases.All, _ => { });
        var wrong = new List<string>();
        foreach (var demo in DemoCases.Of(DemoCases.All))
            await new MadeReports(demo, portal, folder.File(demo.Name), wrong).CheckAsync();

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    /// <summary>The reports of one case, as the app made them.</summary>
    private sealed class MadeReports(IDemoCase demo, DemoPortal portal, string folder, List<string> wrong)
    {
        private readonly IReadOnlyDictionary<(string Award, string Period), string> _digests = ReportProof.DigestsOf(demo);
        private readonly PlainCase _data = PlainCase.Of(demo.Name);

        public async Task CheckAsync()
        {
            var keys = ReportProof.ReportsOf(demo);
            var started = Stopwatch.GetTimestamp();
            var made = await DemoRun.DownloadAsync(portal, demo.Name, folder, _ => { });
            Assert.Equal(keys.Select(key => key.Name), made.Select(report => report.Period));
            var opened = await LibreOffice.ToCsvAsync([.. made.Select(report => report.Path)]);
            Console.WriteLine($"{demo.Name}: {made.Count} workbooks made, fetched and opened in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
            foreach (var (key, report) in keys.Zip(made))
            {
                wrong.AddRange(ReportProof.FaultOf(() => Assert.Equal((key, new PlainReport(_data, key).In.Count), (key, report.Revisions))));
                wrong.AddRange(WorkbookFiles.Faults(await File.ReadAllBytesAsync(report.Path)));
                wrong.AddRange(ReportProof.Faults(_data, key, OpenedReport.OfSheets(opened[report.Path]), _digests));
            }
            await CheckFilesAsync(keys[^1]);
        }

        /// <summary>The same report for programs: every figure of the JSON by the same proofs, and the CSV cell by cell as the JSON.</summary>
        private async Task CheckFilesAsync(ReportKey key)
        {
            using var http = await ProviderFixture.Instance.CallAsAsync(key.Funder is null ? DemoClients.LeadFunder : DemoClients.CoFunder, portal.Address);
            var query = $"from={key.From}&to={key.To}{(key.Funder is { } funder ? $"&funder={funder}" : "")}";
            var json = JsonNode.Parse(await http.GetStringAsync(new Uri($"api/v1/reports/{key.Programme}/{key.To}/consolidated.json?{query}", UriKind.Relative)))!;
            var csv = await http.GetByteArrayAsync(new Uri($"api/v1/reports/{key.Programme}/{key.To}/consolidated.csv?{query}", UriKind.Relative));
            wrong.AddRange(ReportProof.Faults(_data, key, ReportAsJson.Open(json), _digests));
            wrong.AddRange(ReportProof.FaultOf(() => ReportAsJson.CheckAnswerCells(json)));
            foreach (var id in json["tables"]!.AsArray().Select(table => table!["id"]!.ToString()))
                wrong.AddRange(ReportProof.FaultOf(() => Assert.Equal(
                    ReportAsJson.Table(json, id).Rows.SelectMany(row => row.Cells).Select(cell => (id, ShownCell.Plain(cell.TrimStart('\'')))),
                    TextFiles.Records(csv, $"{id}.csv").Skip(1).SelectMany(cells => cells).Select(cell => (id, ShownCell.Plain(cell.TrimStart('\'')))))));
        }
    }
}
