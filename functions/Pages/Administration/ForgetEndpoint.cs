using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Administration;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Administration;

/// <summary>GET, POST /administration/people/forget: whom; GET, POST /administration/people/{person}/forget: asks, then forgets.</summary>
internal static class ForgetEndpoint
{
    public const string ConfirmRoute = "/administration/people/{person}/forget";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(PageAddresses.Forget, PagesFunction.Read, () => PageResult.Of<ForgetPage, ForgetModel>(new ForgetModel(null, [])));
        pages.MapPost(PageAddresses.Forget, ChooseAsync);
        pages.MapMethods(ConfirmRoute, PagesFunction.Read, ConfirmAsync);
        pages.MapPost(ConfirmRoute, ForgetAsync);
    }

    private static async Task<IResult> ChooseAsync(IPeopleStore people, HttpContext http, CancellationToken cancellation)
    {
        var typed = (await http.FormAsync()).Text("person");
        var wrong = !TryPerson(typed, out var person) ? "Enter a person's identifier: p-, then 32 letters and digits, as the record shows it."
            : await people.GetAsync(person, cancellation) is null ? "Nobody has this identifier, or they are forgotten already."
            : null;
        return wrong is null
            ? new SeeOther(PageAddresses.ForgetPerson(person))
            : PageResult.Of<ForgetPage, ForgetModel>(new ForgetModel(typed, [new FieldError(wrong, "person")]), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ConfirmAsync(string person, IPeopleStore people, CancellationToken cancellation) =>
        TryPerson(person, out var id) && await people.GetAsync(id, cancellation) is not null
            ? PageResult.Of<ConfirmForgetPage, ConfirmForgetModel>(new ConfirmForgetModel(id, null))
            : ProblemPages.NotFound;

    private static async Task<IResult> ForgetAsync(string person, ForgetPerson forget, HttpContext http, CancellationToken cancellation)
    {
        if (!TryPerson(person, out var id))
            return ProblemPages.NotFound;
        var forgotten = await forget.RunAsync(id, http.Caller(), cancellation);
        return forgotten.Problem is { } problem
            ? problem.Told((errors, status) => PageResult.Of<ConfirmForgetPage, ConfirmForgetModel>(new ConfirmForgetModel(id, errors[0].Message), status))
            : new SeeOther(DoneWords.At(PageAddresses.Administration, DoneWords.Forgotten));
    }

    private static bool TryPerson(string text, out MemberId person) => Identifier.TryParse(text, out person) && !person.IsClient;
}
