using System.Security.Cryptography;
using System.Text.Json;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Parts;

/// <summary>For whom the sign-in provider signs people in, and whom it knows.</summary>
/// <param name="Portals">Where the portal may run; a person is sent back to none but these.</param>
public sealed record SignInProviderOptions(IReadOnlyList<Uri> Portals)
{
    /// <summary>Where to listen on localhost; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The portal's key among its providers: it names the paths that a person is sent back to.</summary>
    public string Key { get; init; } = "entra";

    /// <summary>The one tenant whose people sign in here.</summary>
    public string Tenant { get; init; } = "7c1f1f4c-5b0e-4c55-9a53-3d6f2e1a5b90";

    public IReadOnlyList<DemoPerson> People { get; init; } = [];

    /// <summary>Machines that may fetch a token; each one's secret is its id.</summary>
    public IReadOnlyList<string> Clients { get; init; } = DemoClients.All;

    /// <summary>Whether anyone may <c>POST /test/roll-keys</c>: a new key signs, the one before stays published, an older one goes.</summary>
    public bool ForTests { get; init; }
}

/// <summary>Stands in for Microsoft Entra ID on this machine: npm's oidc-provider, with a page of people to pick from.</summary>
public sealed class SignInProvider : IAsyncDisposable
{
    private readonly NodeProgram _program;

    private SignInProvider(NodeProgram program, SignInProviderOptions options, int port, string secret)
    {
        _program = program;
        Tenant = options.Tenant;
        Issuer = new Uri($"http://localhost:{port}/{options.Tenant}");
        ClientSecret = secret;
    }

    /// <summary>The portal's id there.</summary>
    public static string ClientId => "portal";

    /// <summary>For whom access tokens are.</summary>
    public static string Audience => "api://monitoring-returns";

    /// <summary>The portal's secret there, another one at every start.</summary>
    public string ClientSecret { get; }

    public string Tenant { get; }

    public Uri Issuer { get; }

    /// <summary>Where a machine fetches its token: client credentials, no scope needed.</summary>
    public Uri TokenEndpoint => new($"{Issuer.OriginalString}/oauth2/v2.0/token");

    /// <exception cref="CannotStartException">Node is missing, or it did not start.</exception>
    public static async Task<SignInProvider> StartAsync(SignInProviderOptions options, Action<string> progress, CancellationToken cancellation = default)
    {
        var port = options.Port == 0 ? ChildProcess.FreePort() : options.Port;
        var secret = RandomNumberGenerator.GetHexString(64);
        var setup = JsonSerializer.Serialize(new
        {
            options.Tenant,
            Audience,
            secret,
            redirectUris = options.Portals.Select(portal => new Uri(portal, $"sign-in/{options.Key}/callback")),
            signedOutUris = options.Portals.Select(portal => new Uri(portal, "signed-out")),
            options.Clients,
            people = options.People.Select(person => new { person.Subject, person.Name, person.Email, person.Organisation, person.About }),
        }, JsonSerializerOptions.Web);
        string[] test = options.ForTests ? ["--test"] : [];
        var program = await NodeProgram.StartAsync(
            "The sign-in provider", ["provider/provider.mjs", "--port", $"{port}", .. test], ports: [], setup, lockFile: null, progress, cancellation);
        return new SignInProvider(program, options, port, secret);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
