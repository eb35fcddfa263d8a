using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.SignIn.OpenIdConnect;
using MonitoringReturns.Functions.SignIn.Sessions;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages.SignIn;

namespace MonitoringReturns.Functions.SignIn;

/// <summary>What follows when somebody comes back from a provider: a session for the person, or a page that says why not.</summary>
internal sealed partial class SignInEvents(ProviderList providers, Lazy<IPeopleStore> people, Lazy<OrganisationsOfPerson> organisations, TicketStore sessions, TimeProvider clock, ILogger<SignInEvents> log)
    : RemoteAuthenticationEvents
{
    private const int MostNameCharacters = 200;
    private const int MostEmailCharacters = 254;

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var provider = providers.All.Single(one => string.Equals(SignInScheme.Of(one.Settings), context.Scheme.Name, StringComparison.Ordinal));
        var token = Provider.Read(context.Properties!.GetTokenValue("id_token")!)!;
        // It has said whose it is; the session needs it no more.
        context.Properties!.StoreTokens([]);
        var person = await people.Value.SignInAsync(provider.IdentityOf(token)!, NameIn(token), EmailIn(token), clock.GetUtcNow(), http.RequestAborted);

        // Whoever used this browser before is signed out, and no session that was known before goes on.
        await sessions.EndAsync(http);
        var choices = await organisations.Value.ListAsync(person.Id, http.RequestAborted);
        var remembered = LastOrganisation.Read(http);
        var chosen = choices.FirstOrDefault(choice => choice.Id == remembered) ?? choices.FirstOrDefault();
        context.Principal = SessionPrincipal.Of(person, chosen);
        context.Properties!.Items[SessionPrincipal.ProviderItem] = provider.Settings.Key;
        var next = LocalPath.Of(context.ReturnUri);
        SignedIn(context.Scheme.Name, person.Id.Value);
        context.ReturnUri = choices.Count > 1 && chosen?.Id != remembered ? $"{SwitchOrganisationPage.Route}?next={Uri.EscapeDataString(next)}" : next;
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        var refused = context.Failure as SignInRefusedException;
        var refusal = refused?.Refusal ?? SignInRefusal.NotFromHere;
        Refused(context.Scheme.Name, refusal, refused?.Message ?? context.Failure?.GetType().Name ?? "");
        context.HandleResponse();
        await PageResult.Of<SignInFailedPage, SignInFailure>(FailureOf(refusal), StatusOf(refusal)).ExecuteAsync(context.HttpContext);
    }

    private static SignInFailure FailureOf(SignInRefusal refusal) => refusal switch
    {
        SignInRefusal.TooLate => SignInFailure.TooLate,
        SignInRefusal.Declined => SignInFailure.Declined,
        SignInRefusal.ProviderError or SignInRefusal.ProviderAway => SignInFailure.ProviderAway,
        SignInRefusal.TokenRefused => SignInFailure.NotLetIn,
        _ => SignInFailure.NotFromHere,
    };

    private static int StatusOf(SignInRefusal refusal) => refusal switch
    {
        SignInRefusal.Declined or SignInRefusal.TokenRefused => StatusCodes.Status403Forbidden,
        SignInRefusal.ProviderError or SignInRefusal.ProviderAway => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>What the provider calls them: for pages, and for nothing that is decided.</summary>
    private static string NameIn(JsonWebToken token)
    {
        var name = token.TryGetPayloadValue<string>("name", out var said) && !string.IsNullOrWhiteSpace(said) ? said.Trim() : "Somebody without a name";
        name = string.Concat(name.Where(character => !char.IsControl(character)));
        return name.Length <= MostNameCharacters ? name : name[..MostNameCharacters];
    }

    private static string? EmailIn(JsonWebToken token) =>
        token.TryGetPayloadValue<string>("email", out var said) && said.Length is > 0 and <= MostEmailCharacters && !said.Any(char.IsControl) ? said : null;

    [LoggerMessage(LogLevel.Information, "{Scheme}: {Member} signed in")]
    private partial void SignedIn(string scheme, string member);

    [LoggerMessage(LogLevel.Warning, "{Scheme}: nobody was signed in, {Refusal}: {Detail}")]
    private partial void Refused(string scheme, SignInRefusal refusal, string detail);
}
