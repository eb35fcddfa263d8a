using System.IO.Compression;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.GrantAid;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.Workbooks;

namespace MonitoringReturns.Tests.Demo;

/// <summary>
/// The main job, end to end: the deployable's zip unpacked into an empty folder, behind the stand-in for the host, on real storage; every
/// return filed over HTTP, every report built by the queue function, and every figure in it, as LibreOffice shows it, compared with the raw
/// answers. Slow (some half a minute): it is everything at once.
/// </summary>
public sealed class MainJobTests
{
    private static readonly GrantAidCase Case = new();

    [Fact]
    public async Task GrantAid_FromThePackage_GivesWorkbooksWhoseFiguresAreTheAnswers()
    {
        using var folder = new TemporaryFolder();
        var (zip, app) = (folder.File("app.zip"), folder.File("app"));
        await Package.WriteAsync(await AppLayout.EnsureAsync(AppBuild.SelfContained, Console.WriteLine), zip, "MonitoringReturns.Functions");
        await ZipFile.ExtractToDirectoryAsync(zip, app);
        await using var azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);
        await DemoRun.LoadAsync(azurite.ConnectionString, Case.Name, _ => { });
        await using var host = await FunctionsHost.StartAsync(new FunctionsHostOptions
        {
            AppFolder = app,
            StorageConnectionString = azurite.ConnectionString,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo__TimeTravel"] = "true", ["Reports__QuietSeconds"] = "1" },
        });

        await DemoRun.FileAsync(host.BaseAddress, Case.Name, _ => { });
        var reports = await DemoRun.DownloadAsync(host.BaseAddress, Case.Name, folder.File("out"), _ => { });

        Assert.Equal(Case.Programme.Calendar.Where(period => Case.Filings(period.Id).Any(filing => filing.Signatory is not null)).Select(period => period.Id.Value), reports.Select(report => report.Period));
        foreach (var report in reports)
        {
            Assert.Empty(WorkbookFiles.Faults(await File.ReadAllBytesAsync(report.Path)));
            var sheets = await LibreOffice.ToCsvAsync(report.Path);
            var raw = new RawAnswers(Case, report.Period);
            Assert.Equal(raw.ByAward.Count, report.Revisions);
            CheckAnswers(sheets["Answers"], raw);
            CheckIndicators(sheets["Indicators"], raw);
            CheckSummary(sheets["Summary"], raw);
        }
    }

    private static void CheckAnswers(List<string[]> sheet, RawAnswers raw)
    {
        Assert.Equal(raw.ByAward.Keys.Order(StringComparer.Ordinal), sheet.Skip(1).Select(row => row[0]));
        var compared = 0;
        foreach (var row in sheet.Skip(1))
            foreach (var (question, value) in raw.ByAward[row[0]])
            {
                var (label, definition) = raw.Questions[question];
                if (RawAnswers.Shown(definition, value) is not { } expected)
                    continue;
                var cell = row[Array.IndexOf(sheet[0], label)];
                compared++;
                if (expected is decimal figure)
                    Assert.Equal((row[0], question, figure), (row[0], question, RawAnswers.Number(cell)));
                else
                    Assert.Equal((row[0], question, expected), (row[0], question, (object)cell));
            }
        Assert.InRange(compared, raw.ByAward.Count * 15, int.MaxValue);
    }

    private static void CheckIndicators(List<string[]> sheet, RawAnswers raw)
    {
        int Column(string heading) => Array.IndexOf(sheet[0], heading);
        var ids = Case.Programme.Indicators.ToDictionary(indicator => indicator.Name, indicator => indicator.Id.Value, StringComparer.Ordinal);
        foreach (var row in sheet.Skip(1))
        {
            var reported = row[Column("Standing")] == "Reported";
            var expected = raw.ByAward.ContainsKey(row[0]) ? raw.Figure(row[0], ids[row[Column("Indicator")]]) : null;
            Assert.Equal((row[0], row[Column("Indicator")], expected), (row[0], row[Column("Indicator")], reported ? RawAnswers.Number(row[Column("Actual")]) : null));
        }
    }

    private static void CheckSummary(List<string[]> sheet, RawAnswers raw)
    {
        var head = sheet.FindIndex(row => row[0] == "Indicator");
        var actual = Array.IndexOf(sheet[head], "Actual, all");
        for (var place = 0; place < Case.Programme.Indicators.Count; place++)
        {
            var (indicator, row) = (Case.Programme.Indicators[place], sheet[head + 1 + place]);
            var figures = raw.ByAward.Keys.Select(award => raw.Figure(award, indicator.Id.Value)).OfType<decimal>().ToList();
            Assert.Equal((indicator.Name, figures.Count == 0 ? (decimal?)null : figures.Sum()), (row[0], row[actual].Length == 0 ? null : RawAnswers.Number(row[actual])));
        }
    }
}
