using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Functions.Pages.Programmes.Reading;
using MonitoringReturns.Web.Pages.Forms;
using MonitoringReturns.Web.Pages.Problems;

namespace MonitoringReturns.Functions.Pages.Forms;

/// <summary>What the pages about a form have in common.</summary>
internal static class FormPages
{
    public const int Size = 20;

    /// <summary>A page about a programme's form; what no address names is not there.</summary>
    public static Task<IResult> OfAsync(string programme, Func<ProgrammeId, Task<IResult>> page) =>
        Identifier.TryParse<ProgrammeId>(programme, out var id) ? page(id) : Task.FromResult<IResult>(ProblemPages.NotFound);

    /// <summary>The page of what was found, or why it isn't shown.</summary>
    public static async Task<IResult> ShowAsync<T>(Task<Outcome<T>> finding, Func<T, IResult> page)
    {
        var found = await finding;
        return found.Problem is { } problem ? ProblemPages.Of(problem) : page(found.Value!);
    }

    /// <summary>What somebody says, as it stands in the boxes.</summary>
    public static TypedSaying Saying(this IFormCollection form) => new(form.Text("question"), form.Written("text"), form.Text("named") != "no");
}
