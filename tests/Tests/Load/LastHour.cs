using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.GrantAid;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Journeys;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages;
using MonitoringReturns.Tests.SignIn;
using MonitoringReturns.Web.Pages.Returns;

namespace MonitoringReturns.Tests.Load;

/// <summary>
/// Charities that all file in the same hour, each as a person at a browser does: list, task list, every section, check, sign, receipt. Bounded: so
/// many charities, so many of them at once, on this machine alone.
/// </summary>
internal sealed class LastHour : IAsyncDisposable
{
    private const int AtOnce = 24;

    private static readonly PresentCase Case = new(new GrantAidCase(), UkTime.DayOf(TimeProvider.System.GetUtcNow()));
    private static readonly ProgrammeId Id = Identifier.Parse<ProgrammeId>("last-hour");
    private static readonly ReportingPeriod Period = Case.Open;

    private readonly Portal _portal;
    private readonly RunningApp _app;
    private readonly FormVersion _version;
    private readonly IReadOnlyList<Filer> _filers;
    private readonly ConcurrentBag<(string Step, double Milliseconds)> _steps = [];

    private LastHour(Portal portal, FormVersion version, IReadOnlyList<Filer> filers)
    {
        (_portal, _version, _filers) = (portal, version, filers);
        _app = RunningApp.At(portal.Host.BaseAddress, portal.ConnectionString);
    }

    /// <summary>What went wrong, a sentence each.</summary>
    public ConcurrentBag<string> Faults { get; } = [];

    public static async Task<LastHour> SetUpAsync(int charities)
    {
        var filings = Case.ToFile(Period.Id).OrderBy(filing => filing.Award.Value, StringComparer.Ordinal).ToList();
        var awards = Case.Awards.ToDictionary(award => award.Id);
        var filers = Enumerable.Range(1, charities).Select(number =>
        {
            var filing = filings[number % filings.Count];
            var provider = new NamedOrganisation(OrganisationId.Parse($"MR-{700_000 + number}"), $"Charity {number}");
            var award = awards[filing.Award] with { Id = Identifier.Parse<AwardId>($"lh-{number:D4}"), Programme = Id, Provider = provider };
            var person = new DemoPerson(new Guid(number, 9, 9, [1, 2, 3, 4, 5, 6, 7, 8]).ToString(), $"Filer {number}", $"filer{number}@load.example", provider.Name, "Files in the last hour.");
            return new Filer(number, award, person, filing);
        }).ToList();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits__AddressPerMinute"] = "0" };
        var portal = await Portal.StartAsync(new PortalOptions(0, null) { People = [.. filers.Select(filer => filer.Person)], Settings = settings });
        var account = StorageAccount.Connect(portal.ConnectionString);
        var (programmes, forms, people) = (new ProgrammeStore(account), new FormStore(account), new PeopleStore(account));
        foreach (var form in Case.Forms)
            await new AddFormVersion(forms).RunAsync(form, MonitoringReturns.Core.People.SetUp.Portal, Case.Programme.LeadFunder.Id, default);
        await programmes.PutAsync(Case.Programme with { Id = Id, Name = "The last hour" }, default);
        var setUp = new SetUp(new OrganisationStore(account), people, new WorkQueue(account), TimeProvider.System);
        await Parallel.ForEachAsync(filers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (filer, stop) =>
        {
            await programmes.PutAwardAsync(filer.Award, stop);
            await setUp.AddAsync(new Organisation { Id = filer.Award.Provider.Id, Name = filer.Award.Provider.Name, Kind = OrganisationKind.CommunityGroup }, stop);
            var known = await people.SignInAsync(new Identity(portal.Provider.Issuer.OriginalString, filer.Person.Subject), filer.Person.Name, filer.Person.Email, TimeProvider.System.GetUtcNow(), stop);
            await setUp.LetInAsync(filer.Award.Provider.Id, known.Id, Roles.Preparer | Roles.Signatory, null, null, stop);
        });
        var version = (await forms.GetAsync(Case.Programme.Form, Case.Programme.PlannedFormVersion(Period.Id), default))!;
        return new LastHour(portal, version, filers);
    }

    /// <summary>Lets all file, and says where the time went.</summary>
    public async Task<string> RunAsync()
    {
        var browsers = new ConcurrentDictionary<int, PortalBrowser>();
        await Parallel.ForEachAsync(_filers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (filer, _) => browsers[filer.Number] = await SignInAsync(filer));
        var (appBefore, storageBefore, started) = (Processor(_portal.Host.HandlerProcessId), Processor(_portal.StorageProcessId), Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(_filers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (filer, _) =>
        {
            try
            {
                await FileAsync(filer, browsers[filer.Number]);
            }
            catch (Exception fault) when (fault is HttpRequestException or UnexpectedAnswerException)
            {
                Faults.Add($"{filer.Award.Id}: {fault.Message}");
            }
        });
        var took = Stopwatch.GetElapsedTime(started);
        return Table(took, Processor(_portal.Host.HandlerProcessId) - appBefore, Processor(_portal.StorageProcessId) - storageBefore);
    }

    /// <summary>Every return as it is stored, against what its charity meant; what differs becomes a fault.</summary>
    public async Task CheckAsync()
    {
        var returns = new ReturnStore(StorageAccount.Connect(_portal.ConnectionString));
        foreach (var filer in _filers)
        {
            if (await returns.GetRevisionAsync(KeyOf(filer), 1, default) is not { } stored)
            {
                Faults.Add($"{filer.Award.Id}: nothing was submitted.");
                continue;
            }
            var revision = RevisionJson.Read(stored, _version);
            foreach (var question in TypedFiling.Differing(filer.Filing, revision))
                Faults.Add($"{filer.Award.Id}: {question} is not as it was meant.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _portal.DisposeAsync();
    }

    private static ReturnKey KeyOf(Filer filer) => new(Id, Period.Id, filer.Award.Id);

    private async Task<PortalBrowser> SignInAsync(Filer filer)
    {
        var browser = new PortalBrowser(_app);
        using var visit = new SignInVisit(_portal.Provider, _portal.Host.BaseAddress);
        using var begun = await browser.GetAsync("/sign-in/entra?next=%2Freturns");
        using var choose = await visit.GoAsync(begun.Headers.Location!);
        var back = await visit.PickAsync(await SignInVisit.PageAsync(choose), filer.Person.Name);
        using var landed = await browser.GetAsync(back.PathAndQuery);
        return browser;
    }

    private async Task FileAsync(Filer filer, PortalBrowser browser)
    {
        var (key, boxes) = (KeyOf(filer), TypedFiling.Of(_version, filer.Filing));
        await ReadAsync("your returns", browser, ReturnAddresses.List);
        var tasks = await ReadAsync("task list", browser, ReturnAddresses.Return(key));
        var next = tasks.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith($"{ReturnAddresses.Return(key)}/sections/", StringComparison.Ordinal));
        for (var saves = 0; next.Contains("/sections/", StringComparison.Ordinal); saves++)
        {
            if (saves > 60)
                throw new UnexpectedAnswerException($"{next} can't be left.");
            var page = await ReadAsync("section", browser, next);
            var form = FilledForm.On(browser, page, next.Split('#', '?')[0]);
            var then = Then.Continue;
            foreach (var group in page.QuerySelectorAll("[data-group]"))
                if (boxes.Count(box => box.Key.StartsWith($"{group.GetAttribute("data-group")}/", StringComparison.Ordinal)) is var has && has > 0
                    && boxes.Any(box => box.Key.StartsWith($"{group.GetAttribute("data-group")}/{group.QuerySelectorAll("[data-group-row]").Length + 1}/", StringComparison.Ordinal)))
                    then = Then.Add + group.GetAttribute("data-group");
            foreach (var name in page.QuerySelectorAll("main form input, main form textarea, main form select").Select(box => box.GetAttribute("name")!).Distinct(StringComparer.Ordinal))
                if (boxes.Contains(name))
                    form.With(name, [.. boxes[name]]);
            next = await SendAsync("save a section", form.With(Then.Name, then), key);
        }
        var check = await ReadAsync("check", browser, ReturnAddresses.Check(key));
        if (check.QuerySelectorAll("main textarea").Select(area => area.GetAttribute("name")!).ToList() is { Count: > 0 } asked)
        {
            var form = FilledForm.On(browser, check, ReturnAddresses.Check(key));
            foreach (var name in asked)
                form.With(name, boxes[name].FirstOrDefault() ?? "It is as we counted it.");
            await SendAsync("explain", form, key);
        }
        var sign = FilledForm.On(browser, await ReadAsync("sign", browser, ReturnAddresses.Sign(key)), ReturnAddresses.Sign(key));
        var receipt = await SendAsync("submit", sign.With("role", "Trustee").With("minutes", "60").With("declare", "yes"), key);
        await ReadAsync("receipt", browser, receipt);
    }

    private async Task<IHtmlDocument> ReadAsync(string step, PortalBrowser browser, string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await browser.GetAsync(address);
        _steps.Add((step, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        return answer.StatusCode == HttpStatusCode.OK
            ? await PortalBrowser.PageOfAsync(answer)
            : throw new UnexpectedAnswerException($"GET {address} was answered {(int)answer.StatusCode}.");
    }

    private async Task<string> SendAsync(string step, FilledForm form, ReturnKey key)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await form.SendAsync();
        _steps.Add((step, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? answer.Headers.Location!.OriginalString
            : throw new UnexpectedAnswerException($"{step} of {key} was answered {(int)answer.StatusCode}: {string.Join(' ', (await PortalBrowser.PageOfAsync(answer)).Errors())}");
    }

    private string Table(TimeSpan took, double app, double storage)
    {
        var text = new StringBuilder();
        var all = _steps.Sum(step => step.Milliseconds);
        text.AppendLine(CultureInfo.InvariantCulture, $"{_filers.Count} charities, {AtOnce} at once: {_steps.Count:N0} requests in {took.TotalSeconds:0} s, {_steps.Count / took.TotalSeconds:0} a second");
        text.AppendLine(CultureInfo.InvariantCulture, $"processor time: the app {app / _steps.Count:0.0} ms a request, storage (the emulator) {storage / _steps.Count:0.0} ms");
        text.AppendLine("| step | requests | median ms | 95% within | longest | share of all waiting |").AppendLine("|---|---|---|---|---|---|");
        foreach (var step in _steps.GroupBy(step => step.Step, StringComparer.Ordinal).OrderByDescending(step => step.Sum(one => one.Milliseconds)))
        {
            var times = step.Select(one => one.Milliseconds).Order().ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"| {step.Key} | {times.Count:N0} | {times[times.Count / 2]:0} | {times[(int)(times.Count * 0.95)]:0} | {times[^1]:0} | {times.Sum() / all:0%} |");
        }
        return text.ToString();
    }

    /// <summary>Milliseconds of processor time that a process has used.</summary>
    private static double Processor(int process) => Process.GetProcessById(process).TotalProcessorTime.TotalMilliseconds;

    private sealed record Filer(int Number, Award Award, DemoPerson Person, Filing Filing);

    private sealed class UnexpectedAnswerException(string message) : Exception(message);
}
