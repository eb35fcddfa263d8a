using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Benchmarks.Parts;

/// <summary>What the app needs to start since it signs people in, and a program that may do everything for an organisation.</summary>
internal static class SignedIn
{
    /// <summary>Settings for an app that nobody will sign in to: nothing of them is asked at the start.</summary>
    public static (string Name, string Value)[] Nowhere { get; } = Settings("https://sign-in.example/tenant", "tenant");

    public static (string Name, string Value)[] At(SignInProvider provider) => Settings(provider.Issuer.OriginalString, provider.Tenant);

    /// <summary>The charities' program of the provider.</summary>
    public static Identity Program(SignInProvider provider) => new(provider.Issuer.OriginalString, DemoClients.Charity);

    /// <summary>Lets the charities' program prepare and sign for an organisation.</summary>
    public static async Task LetInAsync(StorageAccount account, SignInProvider provider, OrganisationId organisation)
    {
        var program = Program(provider);
        var setUp = new SetUp(new OrganisationStore(account), new PeopleStore(account), new WorkQueue(account), TimeProvider.System);
        await setUp.AddAsync(new Organisation { Id = organisation, Name = organisation.Value, Kind = OrganisationKind.CommunityGroup }, default);
        await setUp.LetInAsync(organisation, MemberId.OfClient(program), Roles.Preparer | Roles.Signatory, null, new GrantedClient("Benchmark", program.Issuer, program.Subject), default);
    }

    /// <summary>A client that calls the app with the program's token.</summary>
    public static async Task<HttpClient> CallAsync(SignInProvider provider, Uri address)
    {
        using var asking = new HttpClient();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", DemoClients.Charity), new("client_secret", DemoClients.Charity)]);
        using var answer = await asking.PostAsync(provider.TokenEndpoint, form);
        answer.EnsureSuccessStatusCode();
        var token = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
        return new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private static (string Name, string Value)[] Settings(string authority, string tenant) =>
    [
        ("Portal__Address", "http://localhost:7071"),
        ("SignIn__Providers__entra__Name", "Benchmark"),
        ("SignIn__Providers__entra__Kind", "Entra"),
        ("SignIn__Providers__entra__Authority", authority),
        ("SignIn__Providers__entra__Tenants__0", tenant),
        ("SignIn__Providers__entra__Audience", SignInProvider.Audience),
        ("SignIn__Providers__entra__ClientId", SignInProvider.ClientId),
        ("DataProtection__Keys__0", Convert.ToBase64String(new byte[32])),
        ("Mail__Smtp__Host", "127.0.0.1"),
        ("Mail__Smtp__From", "portal@portal.example"),
        ("Limits__ClientPerMinute", "0"),
    ];
}
