using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Returns;
using MonitoringReturns.Web.Pages.Returns.Signing;
using MonitoringReturns.Web.Pages.Returns.Tasks;

namespace MonitoringReturns.Functions.Pages.Returns;

/// <summary>GET, POST /returns/{programme}/{period}/{award}/sign and POST …/send-back: a signatory reads the whole, and signs it or sends it back.</summary>
internal static class SignEndpoint
{
    private const string Route = ReturnAddresses.Route + "/sign";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Route, PagesFunction.Read, (string programme, string period, string award, ReadToSign read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => ShowAsync(key, read, clock, http)));
        pages.MapPost(Route, (string programme, string period, string award, SignReturn sign, ReadToSign read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => SignAsync(key, sign, read, clock, http)));
        // Only the note is kept: a signature is given by somebody who is there, under what they see.
        KeepsPosts.Mark(pages.MapPost(ReturnAddresses.Route + "/send-back", (string programme, string period, string award, SendBack send, ReadToSign read, TimeProvider clock, HttpContext http) =>
            ReturnPages.OfAsync(programme, period, award, key => SendBackAsync(key, send, read, clock, http))));
    }

    private static async Task<IResult> ShowAsync(
        ReturnKey key, ReadToSign read, TimeProvider clock, HttpContext http, Func<SignModel, SignModel>? change = null, int status = StatusCodes.Status200OK)
    {
        var found = await read.RunAsync(key, http.Caller(), http.RequestAborted);
        if (found.Value is not { } toSign)
            return ProblemPages.Of(found.Problem!);
        var name = http.User.Identity?.Name ?? "";
        var minutes = toSign.Return.Header.FirstSignature?.Minutes;
        var boxes = new SignBoxes(name, toSign.RoleOf(name) ?? "", minutes is { } first ? $"{first}" : "", Declared: false, Guid.NewGuid().ToString("N"));
        var model = new SignModel(CheckModel.Of(toSign.Return, clock.GetUtcNow()) with { Open = toSign.Open }, http.Caller().Id, boxes, toSign.LastMinutes);
        return PageResult.Of<SignPage, SignModel>(change?.Invoke(model) ?? model, status);
    }

    private static async Task<IResult> SignAsync(ReturnKey key, SignReturn sign, ReadToSign read, TimeProvider clock, HttpContext http)
    {
        var form = await http.FormAsync();
        var boxes = new SignBoxes(form.Text("name"), form.Text("role"), form.Text("minutes"), form.Text("declare") == "yes", form.Text("key"));
        if (boxes.Faults != SignFaults.None || boxes.Key.Length == 0)
            return await ShowAsync(key, read, clock, http, model => model with { Boxes = Kept(model, boxes), Faults = boxes.Faults }, StatusCodes.Status422UnprocessableEntity);

        var submission = new Submission(key, form.Change(), boxes.Key, new Signatory(boxes.Name, boxes.Role), boxes.MinutesRead);
        var done = await sign.RunAsync(submission, http.Caller(), http.RequestAborted);
        if (done.Value is { } signed)
            return new SeeOther(signed.Receipt is { } receipt ? ReturnAddresses.Revision(key, receipt.Revision) : DoneWords.At(ReturnAddresses.Return(key), TaskDone.FirstSigned));
        var problem = done.Problem!;
        return problem.Refusal.Kind switch
        {
            // What was declared was declared of what is no longer there.
            RefusalKind.Stale => await ShowAsync(key, read, clock, http, model => model with
            {
                Boxes = Kept(model, boxes with { Declared = false }),
                ChangedSince = SignModel.ChangedSinceSeen(model.Return, form["seen"].ToString()),
            }, StatusCodes.Status409Conflict),
            RefusalKind.Conflict or RefusalKind.Unprocessable => await ShowAsync(
                key, read, clock, http, model => model with { Boxes = Kept(model, boxes), Refused = problem }, (int)problem.Refusal.Kind),
            _ => ProblemPages.Of(problem),
        };
    }

    private static async Task<IResult> SendBackAsync(ReturnKey key, SendBack send, ReadToSign read, TimeProvider clock, HttpContext http)
    {
        var form = await http.FormAsync();
        var note = form["note"].ToString();
        var done = await send.RunAsync(key, form.Change(), note, http.Caller(), http.RequestAborted);
        if (done.Problem is not { } problem)
            return new SeeOther(DoneWords.At(ReturnAddresses.Return(key), TaskDone.SentBack));
        return problem.Refusal.Kind switch
        {
            RefusalKind.Stale => await ShowAsync(key, read, clock, http, model => model with { Note = note, ChangedSince = [] }, StatusCodes.Status409Conflict),
            RefusalKind.Unprocessable => await ShowAsync(key, read, clock, http, model => model with { Note = note, NoteError = problem.Detail }, StatusCodes.Status422UnprocessableEntity),
            _ => ProblemPages.Of(problem),
        };
    }

    /// <summary>What was typed; a try that named no key gets one.</summary>
    private static SignBoxes Kept(SignModel model, SignBoxes typed) => typed.Key.Length == 0 ? typed with { Key = model.Boxes.Key } : typed;
}
