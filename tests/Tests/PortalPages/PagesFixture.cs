using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages;
using MonitoringReturns.Tests.SignIn;

[assembly: AssemblyFixture(typeof(PagesFixture))]

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>A portal of the pages' own: storage, a real sign-in provider that sends people back to it, and a place for its mail. Started by the first test that asks.</summary>
public sealed class PagesFixture : IAsyncDisposable
{
    /// <summary>What people choose their provider by.</summary>
    public const string SignInName = "Sign in at work";

    private const int PeopleCount = 960;

    /// <summary>People whom no test has used yet; each belongs nowhere.</summary>
    private static readonly IReadOnlyList<DemoPerson> Pool =
        [.. Enumerable.Range(1, PeopleCount).Select(number => new DemoPerson(
            new Guid(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]).ToString(), $"Person {InWords(number)}", $"person{number}@people.example", "People", "Somebody for one test."))];

    private readonly Lazy<Task<Site>> _site = new(StartAsync);
    private readonly HttpClient _http = new();
    private int _people;
    private int _organisations;

    public async Task<string> StorageAsync() => (await _site.Value).Azurite.ConnectionString;

    /// <summary>As browsers reach it.</summary>
    public async Task<Uri> AddressAsync() => (await _site.Value).Address;

    internal async Task<RunningApp> AppAsync() => (await _site.Value).App;

    internal DemoPerson NewPerson() => Pool[Interlocked.Increment(ref _people) - 1];

    /// <summary>A browser in which nobody is signed in.</summary>
    internal async Task<PortalBrowser> BrowserAsync() => new(await AppAsync());

    /// <summary>Signs somebody in at the provider, as a person does, and gives the browser and the address they land on.</summary>
    internal async Task<PortalBrowser> SignInAsync(DemoPerson person, string next = "/home", PortalBrowser? browser = null)
    {
        var site = await _site.Value;
        browser ??= new PortalBrowser(site.App);
        using var visit = new SignInVisit(site.Provider, site.Address);
        using var begun = await browser.GetAsync($"/sign-in/people?next={Uri.EscapeDataString(next)}");
        using var choose = await visit.GoAsync(begun.Headers.Location!);
        var back = await visit.PickAsync(await SignInVisit.PageAsync(choose), person.Name);
        using var landed = await browser.GetAsync(back.PathAndQuery);
        Assert.Equal(HttpStatusCode.Found, landed.StatusCode);
        return browser;
    }

    /// <summary>An organisation that no other test knows.</summary>
    internal async Task<NamedOrganisation> NewOrganisationAsync(string name = "Wren House Community Association")
    {
        var organisation = new NamedOrganisation(OrganisationId.Parse($"GB-CHC-{2_000_000 + Interlocked.Increment(ref _organisations)}"), name);
        await SetUpFor(await StorageAsync()).AddAsync(new Organisation { Id = organisation.Id, Name = name, Kind = OrganisationKind.Charity }, default);
        return organisation;
    }

    /// <summary>Lets somebody in whose way in is not what the test is about.</summary>
    internal async Task<MemberId> LetInAsync(NamedOrganisation organisation, DemoPerson person, Roles roles, OrganisationId? body = null)
    {
        var site = await _site.Value;
        var known = await new PeopleStore(StorageAccount.Connect(site.Azurite.ConnectionString))
            .SignInAsync(new Identity(site.Provider.Issuer.OriginalString, person.Subject), person.Name, person.Email, TimeProvider.System.GetUtcNow(), default);
        await SetUpFor(site.Azurite.ConnectionString).LetInAsync(organisation.Id, known.Id, roles, body, null, default);
        return known.Id;
    }

    /// <summary>An organisation with one lead, signed in.</summary>
    internal async Task<(NamedOrganisation Organisation, DemoPerson Lead, PortalBrowser Browser)> LedAsync(Roles roles = Roles.ProviderLead)
    {
        var (organisation, lead) = (await NewOrganisationAsync(), NewPerson());
        await LetInAsync(organisation, lead, roles);
        return (organisation, lead, await SignInAsync(lead));
    }

    /// <summary>A new administrator of the portal, signed in.</summary>
    internal async Task<PortalBrowser> AdministratorAsync(DemoPerson? known = null)
    {
        var person = known ?? NewPerson();
        await SetUpFor(await StorageAsync()).AddAsync(new Organisation { Id = Organisation.Portal, Name = "The portal's operator", Kind = OrganisationKind.PortalOperator }, default);
        await LetInAsync(new NamedOrganisation(Organisation.Portal, "The portal's operator"), person, Roles.Administrator);
        return await SignInAsync(person);
    }

    /// <summary>Runs the queue's function on what lies there, as the host does, and gives the newest mail to somebody.</summary>
    internal async Task<string> MailToAsync(string address)
    {
        var site = await _site.Value;
        var queue = StorageAccount.Connect(site.Azurite.ConnectionString).Queues.GetQueueClient(StorageNames.NotifyPeople);
        while ((await queue.ReceiveMessageAsync()).Value is { } message)
        {
            var body = JsonSerializer.Serialize(new { Data = new { message = JsonSerializer.Serialize(message.MessageText) }, Metadata = new { } });
            using var request = new HttpRequestMessage(HttpMethod.Post, "/NotifyPeople") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add(SmallCase.FromHost.Name, SmallCase.FromHost.Value);
            using var answer = await site.App.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
        // Another test may have taken the message and be at it.
        for (var tries = 0; ; tries++)
        {
            var mail = await _http.GetFromJsonAsync<JsonArray>(new Uri(site.Mail.Page, "messages.json"));
            if (mail!.FirstOrDefault(one => one!["to"]!.AsArray().Any(to => to!.GetValue<string>() == address)) is { } found)
                return found["text"]!.GetValue<string>();
            Assert.True(tries < 100, $"No mail came to {address}.");
            await Task.Delay(100);
        }
    }

    /// <summary>What lies in the portal's place for mail to somebody, as it came; nothing is delivered for it.</summary>
    internal async Task<IReadOnlyList<string>> MailsToAsync(string address)
    {
        var mail = await _http.GetFromJsonAsync<JsonArray>(new Uri((await _site.Value).Mail.Page, "messages.json"));
        return [.. mail!.Where(one => one!["to"]!.AsArray().Any(to => to!.GetValue<string>() == address)).Select(one => $"{one!["subject"]!.GetValue<string>()}\n{one["text"]!.GetValue<string>()}")];
    }

    /// <summary>The path of the link in a mail.</summary>
    internal static string LinkIn(string mail) =>
        new Uri(mail.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http://localhost:", StringComparison.Ordinal))).PathAndQuery;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_site.IsValueCreated)
            await (await _site.Value).DisposeAsync();
    }

    private static SetUp SetUpFor(string storage)
    {
        var account = StorageAccount.Connect(storage);
        return new SetUp(new OrganisationStore(account), new PeopleStore(account), new WorkQueue(account), TimeProvider.System);
    }

    private static string InWords(int number)
    {
        string[] tens = ["Ash", "Birch", "Cedar", "Elder", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan"];
        string[] ones = ["Alder", "Brook", "Croft", "Dale", "Fell", "Garth", "Heath", "Knoll", "Lea", "Moor"];
        string[] before = ["", "Kit ", "Sam ", "Lee ", "Max ", "Joe ", "Ida ", "Eve "];
        return $"{before[(number - 1) / 120]}{tens[(number - 1) / 10 % 12]} {ones[(number - 1) % 10]}";
    }

    private static async Task<Site> StartAsync()
    {
        var azurite = await Azurite.StartAsync(dataFolder: null, Console.WriteLine);
        await StorageAccount.Connect(azurite.ConnectionString).CreateAllAsync();
        var port = ChildProcess.FreePort();
        var address = new Uri($"http://localhost:{port}");
        var provider = await SignInProvider.StartAsync(new SignInProviderOptions([address]) { People = Pool, Key = "people" }, Console.WriteLine);
        var mail = await MailSink.StartAsync(Console.WriteLine);
        // Beside the run's provider, whose programs call the API.
        var settings = AppSettings.Of(provider).Where(setting => setting.Key.StartsWith("SignIn__", StringComparison.Ordinal))
            .Select(setting => $"{setting.Key.Replace("__", ":", StringComparison.Ordinal).Replace(":entra:", ":people:", StringComparison.Ordinal)}={setting.Value}");
        var app = await RunningApp.StartAsync(
            azurite.ConnectionString,
            [.. settings, $"SignIn:Providers:people:Name={SignInName}", $"FUNCTIONS_CUSTOMHANDLER_PORT={port}", $"Portal:Address={address.OriginalString}",
             string.Create(CultureInfo.InvariantCulture, $"Mail:Smtp:Port={mail.SmtpPort}"), "Reports:QuietSeconds=0.1"]);
        return new Site(azurite, provider, mail, app, address);
    }

    private sealed record Site(Azurite Azurite, SignInProvider Provider, MailSink Mail, RunningApp App, Uri Address) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Mail.DisposeAsync();
            await Provider.DisposeAsync();
            await Azurite.DisposeAsync();
        }
    }
}
