using MonitoringReturns.Core.Problems;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages;

/// <summary>How a refusal of core is told to who posted a form.</summary>
internal static class PageRefusals
{
    /// <summary>What can be put right in the form is told on its page, with what was entered; all else is a page of its own.</summary>
    /// <param name="again">The page with the errors and this status.</param>
    /// <param name="field">What a refusal without findings is about; null: no single field.</param>
    public static IResult Told(this Problem problem, Func<IReadOnlyList<FieldError>, int, IResult> again, string? field = null) =>
        problem.Refusal.Kind switch
        {
            RefusalKind.Unprocessable => again(problem.Errors(field), StatusCodes.Status422UnprocessableEntity),
            RefusalKind.Conflict or RefusalKind.Stale => again(problem.Errors(field), StatusCodes.Status409Conflict),
            _ => ProblemPages.Of(problem),
        };

    /// <summary>What a refusal says, each linked to its box.</summary>
    /// <param name="field">What a refusal without findings is about; null: no single field.</param>
    public static IReadOnlyList<FieldError> Errors(this Problem problem, string? field = null) => problem.Findings.Count == 0
        ? [new FieldError(problem.Detail, field)]
        : [.. problem.Findings.Select(finding => new FieldError(finding.Message, finding.Place.Replace('/', '-')))];
}
