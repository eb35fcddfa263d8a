using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Downloads;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Papers;
using MonitoringReturns.Core.Reporting.Registers;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Language;
using MonitoringReturns.Web.Pages.Programmes.Glance;
using MonitoringReturns.Web.Pages.Programmes.Papers;
using MonitoringReturns.Web.Pages.Programmes.Registers;
using MonitoringReturns.Web.Pages.Programmes.Reports;
using MonitoringReturns.Web.Pages.Statements;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>A page's time: what it reads, what it works out, and the HTML.</summary>
internal sealed record PageTime(string Name, double Milliseconds, double KiB);

/// <summary>The pages of a lead funder, by the use cases and components that the app answers with.</summary>
internal sealed class FunderPages
{
    private const int WarmUps = 20;
    private const int Rounds = 40;

    private static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PageRenderer _renderer;
    private readonly Surroundings _surroundings;
    private readonly Caller _caller;
    private readonly Programme _programme;
    private readonly ProgrammeStore _store;
    private readonly ListFundedProgrammes _programmes;
    private readonly GlanceAtPeriod _glance;
    private readonly Func<GlanceAtPeriod> _anotherGlance;
    private readonly ListReturns _returns;
    private readonly ReturnsBehindFigure _behind;
    private readonly ListReports _reports;
    private readonly ReadReport _report;
    private readonly RevisionsUsed _used;
    private readonly RestatedSince _since;
    private readonly ReadPaper _paper;
    private readonly ReadTrend _trend;
    private readonly ReadShares _shares;
    private readonly ReadReportingTime _time;
    private readonly ReadRegister _register;
    private readonly ListRegisters _registers;

    private FunderPages(StorageAccount account, Programme programme, IReadOnlyList<AwardBrief> awards)
    {
        _programme = programme;
        _caller = new Caller(MemberId.NewPerson(), programme.LeadFunder.Id, new OfficersEverywhere());
        var portal = new Portal("A county");
        _renderer = new ServiceCollection().AddLogging().AddPages(portal).BuildServiceProvider().GetRequiredService<PageRenderer>();
        _surroundings = new Surroundings(Texts.English, portal, new Visitor("Ann Lee", programme.LeadFunder.Name, null, "/sign-out"), () => new AntiforgeryToken("token", "token"));
        _store = new ProgrammeStore(account);
        var (store, forms, periods, returns, clock) = (_store, new FormStore(account), new PeriodStore(account), new ReturnStore(account), new Standing());
        var (report, queue) = (new ReadyReport(programme, awards), new WorkQueue(account));
        var read = new ReadGlance(report, queue);
        var find = new FindReturn(store, forms, periods, new OpenPeriod(store, periods, clock), returns, new OrganisationStore(account));
        _programmes = new ListFundedProgrammes(store, report, read, clock);
        var (ask, help) = (new AskForReport(store, report, queue, clock), new ReadHelp(find, returns, forms, new HelpStore(account), new LookStore(account), clock));
        _glance = new GlanceAtPeriod(store, returns, ask, read, help);
        _anotherGlance = () => new GlanceAtPeriod(new ProgrammeStore(account), new ReturnStore(account), ask, read, help);
        _returns = new ListReturns(store, returns);
        _behind = new ReturnsBehindFigure(store, forms, periods, returns);
        var kept = new ReadKept(report, queue);
        var open = new OpenPeriodReport(store, ask, kept);
        var newest = new NewestReports(open, store, clock);
        (_paper, _trend, _shares) = (new ReadPaper(open, kept, help, new NoteDownload(new KnownLooks(), periods, forms, clock)), new ReadTrend(open, kept), new ReadShares(open, newest, kept));
        _time = new ReadReportingTime(open, newest, kept, store, new FeedbackStore(account), new HourlyRate(20));
        var openRegister = new OpenRegister(store, report, ask, kept, clock);
        (_register, _registers) = (new ReadRegister(openRegister, kept), new ListRegisters(store, openRegister, kept));
        _reports = new ListReports(store, report, clock);
        var since = new ChangedSince(store, returns);
        _report = new ReadReport(ask, report, store, since, queue, clock);
        _used = new RevisionsUsed(_report, report, store);
        _since = new RestatedSince(_report, since, report, store, new RestatedStore(account), new ProjectRestated(returns, store, forms, new LookStore(account), new RestatedStore(account)));
    }

    /// <summary>Measures them in the process that was started for it; prints the times as JSON.</summary>
    public static async Task RunOneAsync(string connectionString, string programme)
    {
        var account = StorageAccount.Connect(connectionString);
        var found = await new ProgrammeStore(account).GetAsync(Identifier.Parse<ProgrammeId>(programme), default) ?? throw new InvalidOperationException($"There is no programme {programme}.");
        var pages = new FunderPages(account, found, await new ProgrammeStore(account).BriefsAsync(found.Id, default));
        Console.WriteLine(JsonSerializer.Serialize(new[]
        {
            await pages.MeasureAsync("a trivial page: one row read, and words", pages.TrivialAsync),
            await pages.MeasureAsync("programmes", pages.ProgrammesAsync),
            await pages.MeasureAsync("a period at a glance", () => pages.GlanceAsync(pages._glance)),
            await pages.MeasureAsync("the same, awards and returns unpacked anew", () => pages.GlanceAsync(pages._anotherGlance())),
            await pages.MeasureAsync("its returns, a page", () => pages.ReturnsAsync(ReturnsShown.All)),
            await pages.MeasureAsync("its late returns, of which there are none", () => pages.ReturnsAsync(ReturnsShown.Late)),
            await pages.MeasureAsync("returns behind a figure, a page", pages.BehindAsync),
            await pages.MeasureAsync("its reports, a page", pages.ReportsAsync),
            await pages.MeasureAsync("a report, its rows checked", pages.ReportAsync),
            await pages.MeasureAsync("what it was made from, a page", pages.UsedAsync),
            await pages.MeasureAsync("what changed since", pages.SinceAsync),
            await pages.MeasureAsync("the committee paper", pages.PaperAsync),
            await pages.MeasureAsync("figures over twenty quarters", pages.TrendAsync),
            await pages.MeasureAsync("what each funder’s money did", pages.SharesAsync),
            await pages.MeasureAsync("what our money did, over all programmes", pages.OwnSharesAsync),
            await pages.MeasureAsync("what the monitoring takes", pages.TimeAsync),
            await pages.MeasureAsync("the register", pages.RegisterAsync),
            await pages.MeasureAsync("its providers, a page", () => pages.ProvidersAsync(null)),
            await pages.MeasureAsync("its providers of an area, a page", () => pages.ProvidersAsync("Area 7")),
            await pages.MeasureAsync("the registers of all programmes", pages.RegistersAsync),
        }));
    }

    private PeriodId Period => _programme.Calendar[^1].Id;

    private async Task<byte[]> TrivialAsync()
    {
        _ = await _store.GetAsync(_programme.Id, default);
        return await _renderer.RenderAsync(typeof(AccessibilityPage), null, _surroundings);
    }

    private async Task<byte[]> ProgrammesAsync()
    {
        var list = await _programmes.RunAsync(null, _caller, default);
        return await RenderAsync<ProgrammesPage>(new ProgrammesModel(list, UkTime.DayOf(Now), IsFirst: true));
    }

    private async Task<byte[]> GlanceAsync(GlanceAtPeriod glance) => await RenderAsync<GlancePage>(new GlanceModel(Found(await glance.RunAsync(_programme.Id, Period, _caller, default)), Now));

    private async Task<byte[]> ReturnsAsync(ReturnsShown shown) =>
        await RenderAsync<ReturnListPage>(new ReturnListModel(Found(await _returns.OfPeriodAsync(_programme.Id, Period, shown, null, 50, _caller, default)), shown, UkTime.DayOf(Now), IsFirst: true));

    private async Task<byte[]> BehindAsync() =>
        await RenderAsync<IndicatorPage>(new IndicatorModel(Found(await _behind.RunAsync(_programme.Id, Period, _programme.Indicators[0].Id, null, _caller, default)), IsFirst: true));

    private NamedReport Newest => new(_programme.Id, Period, null, null, null, ReportContent.Whole);

    private async Task<byte[]> ReportsAsync()
    {
        var list = Found(await _reports.RunAsync(_programme.Id, 1, _caller, default));
        return await RenderAsync<ReportsPage>(new ReportsModel(list, Now, ChosenReport.Newest(list), []));
    }

    private async Task<byte[]> ReportAsync() => await RenderAsync<ReportPage>(new ReportModel(Found(await _report.RunAsync(Newest, null, null, _caller, default)), Now, IsFirst: true));

    private async Task<byte[]> UsedAsync() => await RenderAsync<UsedPage>(new UsedModel(Found(await _used.RunAsync(Newest, null, 1, _caller, default))));

    private async Task<byte[]> SinceAsync() => await RenderAsync<SincePage>(new SinceModel(Found(await _since.RunAsync(Newest, null, 1, _caller, default)), Seen: false));

    private async Task<byte[]> PaperAsync() => await RenderAsync<PaperPage>(new PaperModel(Found(await _paper.RunAsync(_programme.Id, Period, 0, _caller, default))));

    private async Task<byte[]> TrendAsync() => await RenderAsync<TrendPage>(new TrendModel(Found(await _trend.RunAsync(_programme.Id, Period, 0, _caller, default)), 0));

    private async Task<byte[]> SharesAsync() => await RenderAsync<SharesPage>(new SharesModel(Found(await _shares.RunAsync(_programme.Id, Period, 0, _caller, default))));

    private async Task<byte[]> OwnSharesAsync() => await RenderAsync<OwnSharesPage>(new OwnSharesModel(await _shares.OwnAsync(null, _caller, default), IsFirst: true));

    private async Task<byte[]> TimeAsync() => await RenderAsync<TimePage>(new TimeModel(Found(await _time.RunAsync(_programme.Id, Period, 0, null, _caller, default)), 0, null));

    private async Task<byte[]> RegisterAsync() => await RenderAsync<RegisterPage>(new RegisterModel(Found(await _register.RunAsync(_programme.Id, false, 0, _caller, default))));

    private async Task<byte[]> ProvidersAsync(string? area) => await RenderAsync<ProvidersPage>(new ProvidersModel(Found(await _register.ProvidersAsync(_programme.Id, false, null, area, 0, _caller, default))));

    private async Task<byte[]> RegistersAsync() => await RenderAsync<RegistersPage>(new RegistersModel(await _registers.RunAsync(null, null, _caller, default), null, null));

    private Task<byte[]> RenderAsync<TPage>(object model) => _renderer.RenderAsync(typeof(TPage), model, _surroundings);

    private async Task<PageTime> MeasureAsync(string name, Func<Task<byte[]>> page)
    {
        var (times, size) = (new List<double>(), 0);
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            size = (await page()).Length;
            if (round >= WarmUps)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return new PageTime(name, Figures.Median(times), size / 1024d);
    }

    private static T Found<T>(Core.Problems.Outcome<T> outcome) => outcome.Value ?? throw new InvalidOperationException(outcome.Problem!.Detail);

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class OfficersEverywhere : IMemberships
    {
        public Task<Roles> RolesAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) => Task.FromResult(Roles.Officer);

        public Task<OrganisationId?> BodyAsync(OrganisationId organisation, MemberId member, CancellationToken cancellation) => Task.FromResult<OrganisationId?>(null);

        public Task<IReadOnlyCollection<OrganisationId>> OrganisationsOfAsync(MemberId member, CancellationToken cancellation) => Task.FromResult<IReadOnlyCollection<OrganisationId>>([]);
    }
}
