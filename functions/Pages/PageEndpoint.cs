namespace MonitoringReturns.Functions.Pages;

/// <summary>Marks an endpoint that the host reaches by the catch-all route, so it needs no <c>function.json</c> of its own.</summary>
internal sealed class PageEndpoint
{
    public static readonly PageEndpoint Instance = new();

    private PageEndpoint()
    {
    }
}
