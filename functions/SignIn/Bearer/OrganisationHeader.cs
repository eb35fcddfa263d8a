using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Api;

namespace MonitoringReturns.Functions.SignIn.Bearer;

/// <summary>The header by which a client says that it acts for one of its organisations only.</summary>
internal sealed class OrganisationHeader(RequestDelegate next)
{
    public const string Name = "X-Organisation";

    private static readonly Problem Unusable = new(Catalogue.BadParameter, $"Give one organisation's identifier in {Name}, such as GB-CHC-1044239, or leave it out.");

    public static OrganisationId? Read(HttpRequest request) =>
        request.Headers[Name] is [var text] && OrganisationId.TryParse(text, out var organisation) ? organisation : null;

    public Task InvokeAsync(HttpContext http) =>
        http.User.Identity?.AuthenticationType == SignInScheme.Bearer && http.Request.Headers.ContainsKey(Name) && Read(http.Request) is null
            ? ProblemAnswers.WriteAsync(http, Unusable)
            : next(http);
}
