using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Administration;

/// <summary>Administration is for administrators; to everybody else it is not there.</summary>
internal sealed class Administrators : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var right = await OrganisationRight.OfAsync(http.Caller(), Organisation.Portal, http.RequestAborted);
        return right.Administers ? await next(context) : ProblemPages.NotFound;
    }
}
