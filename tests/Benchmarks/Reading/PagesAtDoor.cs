using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Functions.Start;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Web.Pages.Programmes;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>
/// The same pages as a browser gets them: a person who has signed in, over HTTP from the whole app. The programme's rows and its report are the ready ones
/// of <see cref="FunderPages"/>; sessions, roles and limits are in Azurite.
/// </summary>
internal static class PagesAtDoor
{
    private const int WarmUps = 15;
    private const int Rounds = 40;

    /// <summary>Measures them in the process that was started for it, the app beside them; prints the times as JSON.</summary>
    /// <param name="connectionString">Of Azurite.</param>
    /// <param name="rows">Where the programme's rows are.</param>
    public static async Task RunOneAsync(string connectionString, string rows, string programme)
    {
        var port = FormattableString.Invariant($"{ChildProcess.FreePort()}");
        var portal = new Uri($"http://localhost:{port}");
        var account = StorageAccount.Connect(connectionString);
        await account.CreateAllAsync();
        var routed = StorageAccount.Connect(connectionString, new RowsElsewhere(StorageAccount.Connect(rows).Tables.Uri));
        var store = new ProgrammeStore(routed);
        var found = await store.GetAsync(Identifier.Parse<ProgrammeId>(programme), default) ?? throw new InvalidOperationException($"There is no programme {programme}.");
        var report = new ReadyReport(found, await store.BriefsAsync(found.Id, default));
        var officer = DemoPerson.In(found.LeadFunder, "Ann Lee", "Reads what a lead officer reads.", nameof(Roles.LeadOfficer), nameof(Roles.Officer));
        await using var provider = await SignInProvider.StartAsync(new SignInProviderOptions([portal]) { People = [officer] }, Console.Error.WriteLine);
        await new SetUp(new OrganisationStore(account), new PeopleStore(account), new WorkQueue(account), TimeProvider.System)
            .AddAsync(new Organisation { Id = found.LeadFunder.Id, Name = found.LeadFunder.Name, Kind = OrganisationKind.Council }, default);
        await new LoadPeople(account, provider.Issuer).LetInAsync(officer, default);

        (string Name, string Value)[] settings =
        [
            .. SignedIn.At(provider), ("SignIn__Providers__entra__ClientSecret", provider.ClientSecret), ("Portal__Address", portal.OriginalString), ("FUNCTIONS_CUSTOMHANDLER_PORT", port),
            ("Limits__PersonPerMinute", "0"), ("Limits__AddressPerMinute", "0"),
        ];
        await using var app = App.Build([.. settings.Select(one => $"--{one.Name.Replace("__", ":", StringComparison.Ordinal)}={one.Value}")], routed, services => services.AddSingleton<IReportStore>(report).AddSingleton<IReportFiles>(report));
        await app.StartAsync();
        using var visitor = await PortalVisitor.SignInAsync(DemoPortal.Of(connectionString, portal, provider), officer, default);
        Console.WriteLine(JsonSerializer.Serialize(await MeasureAsync(visitor, found)));
    }

    private static async Task<PageTime[]> MeasureAsync(PortalVisitor visitor, Programme programme)
    {
        var (id, period) = (programme.Id, programme.Calendar[^1].Id);
        var report = ReportKey.Of(id, period);
        (string Name, string Address)[] pages =
        [
            ("a trivial page: who is signed in, and words", SessionEndingPage.Route),
            ("programmes", ProgrammeAddresses.List),
            ("a period at a glance", ProgrammeAddresses.Period(id, period)),
            ("its returns, a page", ProgrammeAddresses.Returns(id, period)),
            ("its late returns, of which there are none", ProgrammeAddresses.Returns(id, period, ReturnsShown.Late)),
            ("returns behind a figure, a page", ProgrammeAddresses.Indicator(id, period, programme.Indicators[0].Id)),
            ("its reports, a page", ProgrammeAddresses.Reports(id)),
            ("a report, its rows checked", ProgrammeAddresses.Report(report)),
            ("what it was made from, a page", ProgrammeAddresses.Report(report, "/revisions")),
            ("what changed since", ProgrammeAddresses.Report(report, "/since")),
            ("the committee paper", ProgrammeAddresses.Paper(id, period)),
            ("figures over twenty quarters", ProgrammeAddresses.Trend(id, period)),
            ("what each funder’s money did", ProgrammeAddresses.Shares(id, period)),
            ("what our money did, over all programmes", ProgrammeAddresses.OwnShares),
            ("what the monitoring takes", ProgrammeAddresses.ReportingTime(id, period)),
            ("what it takes over all programmes", ProgrammeAddresses.OwnReportingTime),
            ("the register", ProgrammeAddresses.Register(id)),
            ("its providers, a page", ProgrammeAddresses.RegisterProviders(id)),
            ("its providers of an area, a page", ProgrammeAddresses.RegisterProviders(id) + "?area=Area%207"),
            ("the registers of all programmes", ProgrammeAddresses.Registers),
        ];
        var (times, sizes) = (pages.Select(_ => new List<double>()).ToArray(), new int[pages.Length]);
        // In turn, so that what slows the machine down for a moment slows them all.
        for (var round = 0; round < WarmUps + Rounds; round++)
            foreach (var (place, page) in pages.Index())
            {
                var began = Stopwatch.GetTimestamp();
                var html = await visitor.ReadAsync(page.Address, null, default);
                if (round >= WarmUps)
                    times[place].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                sizes[place] = Encoding.UTF8.GetByteCount(html);
            }
        return [.. pages.Select((page, place) => new PageTime(page.Name, Figures.Median(times[place]), sizes[place] / 1024d))];
    }
}
