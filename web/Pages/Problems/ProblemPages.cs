using Microsoft.AspNetCore.Http;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Web.Pages.Problems;

/// <summary>The pages that say why something was not done, and what to do next.</summary>
public static class ProblemPages
{
    /// <summary>Nothing is there, or it is not for the one who asks: the two look alike.</summary>
    public static PageResult NotFound { get; } = PageResult.Of<NotFoundPage>(StatusCodes.Status404NotFound);

    public static PageResult ServerError { get; } = PageResult.Of<ServerErrorPage>(StatusCodes.Status500InternalServerError);

    public static PageResult ServiceAway { get; } = PageResult.Of<ServiceAwayPage>(StatusCodes.Status503ServiceUnavailable);

    public static PageResult TooManyRequests(TimeSpan retryAfter) =>
        PageResult.Of<TooManyRequestsPage>(StatusCodes.Status429TooManyRequests, retryAfter);

    /// <summary>A refusal of core, in its own words.</summary>
    public static PageResult Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        // A page has no ETag that failed: what it was made from has changed.
        return problem.Refusal.Kind == RefusalKind.NotFound ? NotFound
            : PageResult.Of<RefusalPage, Problem>(problem, problem.Refusal.Kind == RefusalKind.Stale ? StatusCodes.Status409Conflict : (int)problem.Refusal.Kind);
    }
}
