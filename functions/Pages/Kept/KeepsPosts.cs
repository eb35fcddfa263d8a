using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web.Pages.Kept;

namespace MonitoringReturns.Functions.Pages.Kept;

/// <summary>Marks an endpoint whose posts are never lost: one that comes after its session ended is kept, and one that storage does not take is shown to whoever sent it.</summary>
internal sealed class KeepsPosts
{
    private static readonly KeepsPosts Instance = new();

    private KeepsPosts()
    {
    }

    public static bool Of(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<KeepsPosts>() is not null;

    /// <summary>Lets an endpoint that takes posts of a form with <c>Keeps</c> keep them.</summary>
    public static void Mark(RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Instance).AddEndpointFilter(DoneAsync);

    /// <summary>What was kept is done with once it has led on; what comes back as a page is kept until it is put right or its time is over.</summary>
    private static async ValueTask<object?> DoneAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var http = context.HttpContext;
        if (result is SeeOther && (await http.FormAsync()).Text(KeptFields.Kept) is { Length: > 0 } id)
            await http.RequestServices.GetRequiredService<KeptPosts>().RemoveAsync(http, id);
        return result;
    }
}
