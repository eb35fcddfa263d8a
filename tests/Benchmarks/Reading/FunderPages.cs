using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Language;
using MonitoringReturns.Web.Pages.Programmes.Glance;

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
    private readonly ListFundedProgrammes _programmes;
    private readonly GlanceAtPeriod _glance;
    private readonly ListReturns _returns;
    private readonly ReturnsBehindFigure _behind;

    private FunderPages(StorageAccount account, Programme programme)
    {
        _programme = programme;
        _caller = new Caller(MemberId.NewPerson(), programme.LeadFunder.Id, new OfficersEverywhere());
        var portal = new Portal("A county");
        _renderer = new ServiceCollection().AddLogging().AddPages(portal).BuildServiceProvider().GetRequiredService<PageRenderer>();
        _surroundings = new Surroundings(Texts.English, portal, new Visitor("Ann Lee", programme.LeadFunder.Name, null, "/sign-out"), () => new AntiforgeryToken("token", "token"));
        var (store, forms, periods, returns, clock) = (new ProgrammeStore(account), new FormStore(account), new PeriodStore(account), new ReturnStore(account), new Standing());
        var (report, queue) = (new ReadyReport(programme), new WorkQueue(account));
        var read = new ReadGlance(report, queue);
        var find = new FindReturn(store, forms, periods, new OpenPeriod(periods, clock), returns, new OrganisationStore(account));
        _programmes = new ListFundedProgrammes(store, report, read, clock);
        _glance = new GlanceAtPeriod(store, returns, new AskForReport(store, report, queue, clock), read, new ReadHelp(find, returns, forms, new HelpStore(account), new LookStore(account), clock));
        _returns = new ListReturns(store, periods, returns);
        _behind = new ReturnsBehindFigure(store, forms, periods, returns);
    }

    /// <summary>Measures them in the process that was started for it; prints the times as JSON.</summary>
    public static async Task RunOneAsync(string connectionString, string programme)
    {
        var account = StorageAccount.Connect(connectionString);
        var found = await new ProgrammeStore(account).GetAsync(Identifier.Parse<ProgrammeId>(programme), default) ?? throw new InvalidOperationException($"There is no programme {programme}.");
        var pages = new FunderPages(account, found);
        Console.WriteLine(JsonSerializer.Serialize(new[]
        {
            await pages.MeasureAsync("programmes", pages.ProgrammesAsync),
            await pages.MeasureAsync("a period at a glance", pages.GlanceAsync),
            await pages.MeasureAsync("its returns, a page", () => pages.ReturnsAsync(ReturnsShown.All)),
            await pages.MeasureAsync("its late returns, of which there are none", () => pages.ReturnsAsync(ReturnsShown.Late)),
            await pages.MeasureAsync("returns behind a figure, a page", pages.BehindAsync),
        }));
    }

    private PeriodId Period => _programme.Calendar[^1].Id;

    private async Task<byte[]> ProgrammesAsync()
    {
        var list = await _programmes.RunAsync(null, _caller, default);
        return await RenderAsync<ProgrammesPage>(new ProgrammesModel(list, UkTime.DayOf(Now), IsFirst: true));
    }

    private async Task<byte[]> GlanceAsync() => await RenderAsync<GlancePage>(new GlanceModel(Found(await _glance.RunAsync(_programme.Id, Period, _caller, default)), Now));

    private async Task<byte[]> ReturnsAsync(ReturnsShown shown) =>
        await RenderAsync<ReturnListPage>(new ReturnListModel(Found(await _returns.OfPeriodAsync(_programme.Id, Period, shown, null, 50, _caller, default)), shown, UkTime.DayOf(Now), IsFirst: true));

    private async Task<byte[]> BehindAsync() =>
        await RenderAsync<IndicatorPage>(new IndicatorModel(Found(await _behind.RunAsync(_programme.Id, Period, _programme.Indicators[0].Id, null, _caller, default)), IsFirst: true));

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
