using System.Diagnostics;
using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Local.Demo;

/// <summary>What was filed of one or more cases.</summary>
/// <param name="Submissions">Returns and their corrections; drafts are not among them.</param>
/// <param name="Earlier">Submissions and drafts that were there already.</param>
public sealed record DemoResult(int Submissions, int Drafts, int Earlier, double Seconds)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Filed {Submissions} returns and corrections in {Seconds:0.0} s; left unsent as drafts: {Drafts}; there already: {Earlier}.");
}

/// <summary>A consolidated report that was made of what was filed.</summary>
/// <param name="Returns">Awards that report for the period.</param>
/// <param name="Revisions">Revisions that it was made from.</param>
/// <param name="Rows">Rows in all of its sheets.</param>
/// <param name="Seconds">What the portal took to make it.</param>
public sealed record DemoReport(string Programme, string Period, int Returns, int Revisions, long Rows, double Seconds, string Path)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Programme} {Period}: {Revisions} of {Returns} returns in, {Rows:N0} rows, made in {Seconds:0.0} s: {Path}");
}

/// <summary>
/// Plays a demonstration: puts the programme and its awards into storage, files every return over the API as a charity's own system would,
/// and fetches the reports that come of it. Played again over the same storage, it files only what is not there yet.
/// </summary>
public static class DemoRun
{
    /// <summary>The cases there are; <see cref="DemoCases.All"/> stands for all of them.</summary>
    public static IReadOnlyList<string> CaseNames => DemoCases.Names;

    /// <summary>Stores organisations with their people, forms, programmes and awards.</summary>
    /// <exception cref="CannotStartException">There is no such case.</exception>
    public static async Task LoadAsync(DemoPortal portal, string caseName, Action<string> progress, CancellationToken cancellation = default)
    {
        var account = StorageAccount.Connect(portal.ConnectionString);
        await account.CreateAllAsync(cancellation);
        var (forms, programmes) = (new AddFormVersion(new FormStore(account)), new ProgrammeStore(account));
        progress("Storing organisations and people");
        await new LoadPeople(account, portal.Issuer).RunAsync([.. DemoCases.Of(caseName)], cancellation);
        foreach (var demo in DemoCases.Of(caseName))
        {
            foreach (var form in demo.Forms)
                await forms.RunAsync(form, SetUp.Portal, demo.Programme.LeadFunder.Id, cancellation);
            // What was changed on pages since stays as it is.
            var standing = await programmes.GetAsync(demo.Programme.Id, cancellation);
            if (standing?.Calendar.Select(period => period.Id).SequenceEqual(demo.Programme.Calendar.Select(period => period.Id)) != true)
                standing = null;
            await programmes.PutAsync(standing ?? demo.Programme, cancellation);
            var stored = 0;
            await Parallel.ForEachAsync(demo.Awards, Side(cancellation), async (award, stop) =>
            {
                if (standing is null || await programmes.GetAwardAsync(award.Programme, award.Id, stop) is null)
                    await programmes.PutAwardAsync(award, stop);
                progress($"Storing awards of {demo.Name}: {Interlocked.Increment(ref stored)} of {demo.Awards.Count}");
            });
        }
    }

    /// <summary>Stores the portal's operator with its administrator, and nothing else.</summary>
    public static async Task LoadAdministratorAsync(DemoPortal portal, CancellationToken cancellation = default)
    {
        var account = StorageAccount.Connect(portal.ConnectionString);
        await account.CreateAllAsync(cancellation);
        await new LoadPeople(account, portal.Issuer).RunAsync([], cancellation);
    }

    /// <summary>Files every return of a case over HTTP, each at its own moment of the past: the app must run with <c>Demo:TimeTravel</c>.</summary>
    /// <param name="upTo">The last period that is filed for; null for all.</param>
    /// <exception cref="CannotStartException">The portal does not answer, or refuses a return.</exception>
    public static async Task<DemoResult> FileAsync(DemoPortal portal, string caseName, Action<string> progress, PeriodId? upTo = null, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        using var api = new ReturnsApi(portal);
        var (submissions, drafts, earlier) = (0, 0, 0);
        foreach (var demo in DemoCases.Of(caseName))
        {
            var work = demo.Programme.Calendar.Take(upTo is { } last ? demo.Programme.PlaceOf(last) + 1 : int.MaxValue).Select(period => (Period: period, Filings: demo.Filings(period.Id))).ToList();
            var (done, all) = (0, work.Sum(period => period.Filings.Count));
            // A period after the other, because a return is compared with the one before; in it, award beside award.
            foreach (var (period, filings) in work)
                await Parallel.ForEachAsync(filings.GroupBy(filing => filing.Award), Side(cancellation), async (ofAward, stop) =>
                {
                    foreach (var filing in ofAward.OrderBy(filing => filing.Revision))
                    {
                        if (!await api.FileAsync(demo.Programme.Id, period.Id, filing, stop))
                            Interlocked.Increment(ref earlier);
                        else if (filing.Signatory is null)
                            Interlocked.Increment(ref drafts);
                        else
                            Interlocked.Increment(ref submissions);
                        progress($"Filing returns of {demo.Name}: {Interlocked.Increment(ref done)} of {all}");
                    }
                });
        }
        return new DemoResult(submissions, drafts, earlier, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Does what funders and charities did about the returns of a demonstration in the present, on the portal's pages, each at its own moment.</summary>
    /// <returns>How many deeds were done; those of an earlier start are not done again.</returns>
    /// <exception cref="CannotStartException">The portal does not answer, or refuses one.</exception>
    public static async Task<int> PlayAsync(DemoPortal portal, string presentName, Action<string> progress, CancellationToken cancellation = default)
    {
        var done = 0;
        foreach (var demo in DemoCases.Of(presentName).OfType<PresentCase>())
            done += await new PlayDeeds(portal, demo, progress).RunAsync(cancellation);
        return done;
    }

    /// <summary>Waits until every report holds all that was filed, and saves them as <c>{programme}-{period}-consolidated.xlsx</c>.</summary>
    /// <exception cref="CannotStartException">The reports do not come.</exception>
    public static async Task<IReadOnlyList<DemoReport>> DownloadAsync(
        DemoPortal portal, string caseName, string folder, Action<string> progress, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        using var api = new ReturnsApi(portal);
        var reports = new List<DemoReport>();
        foreach (var demo in DemoCases.Of(caseName))
            reports.AddRange(await new DownloadReports(api, demo, folder, progress).RunAsync(cancellation));
        return reports;
    }

    /// <summary>Loads, files and downloads, and says how it went.</summary>
    /// <returns>0.</returns>
    /// <exception cref="CannotStartException">What a person must put right, in a sentence.</exception>
    public static async Task<int> RunAsync(
        DemoPortal portal, string caseName, string folder, TextWriter output, CancellationToken cancellation = default)
    {
        var line = ProgressLine.On(output);
        await LoadAsync(portal, caseName, line.Show, cancellation);
        var filed = await FileAsync(portal, caseName, line.Show, cancellation: cancellation);
        line.Say(filed.ToString());
        foreach (var report in await DownloadAsync(portal, caseName, folder, line.Show, cancellation))
            line.Say(report.ToString());
        return 0;
    }

    private static ParallelOptions Side(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = 8, CancellationToken = cancellation };
}
