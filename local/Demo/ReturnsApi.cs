using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo;

/// <summary>The portal's API as the systems of charities and funders use it: nothing but HTTP, JSON and access tokens.</summary>
internal sealed class ReturnsApi : IDisposable
{
    private const string TimeHeader = "X-Demo-Time";
    private const int Tries = 4;

    private readonly HttpClient _http;
    private readonly AccessTokens _tokens;

    public ReturnsApi(DemoPortal portal)
    {
        _http = new HttpClient { BaseAddress = portal.Address, Timeout = TimeSpan.FromSeconds(100) };
        _tokens = new AccessTokens(_http, portal.TokenEndpoint);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Reads the return, sends its answers, and submits it where it is signed.</summary>
    /// <returns>False where it had been filed before; then it is left as it is.</returns>
    public async Task<bool> FileAsync(ProgrammeId programme, PeriodId period, Filing filing, CancellationToken cancellation)
    {
        var place = $"api/v1/returns/{programme}/{period}/{filing.Award}";
        var (before, _) = await SendAsync(DemoClients.Charity, () => Request(HttpMethod.Get, place, filing), cancellation);
        var revision = before["revision"]!.GetValue<int>();
        if (revision >= filing.Revision || (filing.Signatory is null && before["status"]!.GetValue<string>() != "NotStarted"))
            return false;

        if (filing.ReopenedBecause is { } reason)
            await ReopenAsync(place, filing, reason, cancellation);
        var answers = AnswersOf(filing, before["answers"]!.AsObject());
        var (_, state) = await SendAsync(DemoClients.Charity, () => Request(HttpMethod.Put, $"{place}/answers", filing, new JsonObject { ["answers"] = answers }), cancellation);
        if (filing.Signatory is not { } signatory)
            return true;
        var submission = new JsonObject
        {
            ["signatory"] = new JsonObject { ["name"] = signatory.Name, ["role"] = signatory.Role },
            ["minutes"] = filing.Minutes,
        };
        if (filing.SecondSignatory is { } second)
            submission["secondSignatory"] = new JsonObject { ["name"] = second.Name, ["role"] = second.Role };
        await SendAsync(
            DemoClients.Charity,
            () =>
            {
                var request = Request(HttpMethod.Post, $"{place}/submission", filing, submission);
                request.Headers.IfMatch.Add(state!);
                request.Headers.Add("Idempotency-Key", $"demo-{programme}-{period}-{filing.Award}-{filing.Revision}");
                return request;
            },
            cancellation);
        return true;
    }

    /// <summary>Where a report stands; asking for a cut or a span has it made.</summary>
    public async Task<JsonObject> ReportAsync(ReportKey report, CancellationToken cancellation)
    {
        var query = (report.From == report.To ? "" : $"?from={report.From}&to={report.To}") + (report.Funder is { } funder ? $"{(report.From == report.To ? "?" : "&")}funder={funder}" : "");
        return (await SendAsync(ReaderOf(report), () => new HttpRequestMessage(HttpMethod.Get, $"api/v1/reports/{report.Programme}/{report.To}{query}"), cancellation)).Answer;
    }

    /// <summary>Accepts the return as the lead funder does, where it is not yet, and reopens it.</summary>
    private async Task ReopenAsync(string place, Filing filing, string reason, CancellationToken cancellation)
    {
        var (found, state) = await SendAsync(DemoClients.LeadFunder, () => Request(HttpMethod.Get, place, filing), cancellation);
        var status = found["status"]!.GetValue<string>();
        if (status == "Reopened")
            return;
        if (status != "Accepted")
            (_, state) = await SendAsync(DemoClients.LeadFunder, () => On(state!, Request(HttpMethod.Post, $"{place}/acceptance", filing)), cancellation);
        await SendAsync(DemoClients.LeadFunder, () => On(state!, Request(HttpMethod.Post, $"{place}/reopening", filing, new JsonObject { ["reason"] = reason })), cancellation);
    }

    private static HttpRequestMessage On(EntityTagHeaderValue state, HttpRequestMessage request)
    {
        request.Headers.IfMatch.Add(state);
        return request;
    }

    /// <summary>Saves a file of a report's.</summary>
    public async Task SaveAsync(ReportKey report, string address, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.OfAsync(ReaderOf(report)));
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new CannotStartException($"The portal answered {(int)answer.StatusCode} for {address}.");
        await using var file = File.Create(path);
        await answer.Content.CopyToAsync(file, cancellation);
    }

    private static string ReaderOf(ReportKey report) => report.Funder is null ? DemoClients.LeadFunder : DemoClients.CoFunder;

    private static JsonObject AnswersOf(Filing filing, JsonObject stored)
    {
        var answers = new JsonObject();
        foreach (var answer in filing.Answers)
            answers[answer.Question] = new JsonObject
            {
                ["value"] = JsonNode.Parse(answer.ValueJson),
                ["basedOn"] = stored[answer.Question]?["version"]?.GetValue<int>() ?? 0,
                ["comment"] = answer.Comment,
            };
        return answers;
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, Filing filing, JsonObject? body = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add(TimeHeader, filing.At.ToString("O", CultureInfo.InvariantCulture));
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return request;
    }

    /// <summary>Sends, and again where the portal was away or busy: every request here may arrive twice.</summary>
    private async Task<(JsonObject Answer, EntityTagHeaderValue? State)> SendAsync(string client, Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = make();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.OfAsync(client));
            HttpResponseMessage answer;
            try
            {
                answer = await _http.SendAsync(request, cancellation);
            }
            catch (HttpRequestException error)
            {
                if (attempt == Tries)
                    throw new CannotStartException($"The portal at {_http.BaseAddress} does not answer: {error.Message}");
                await Task.Delay(TimeSpan.FromMilliseconds(300 * attempt), cancellation);
                continue;
            }
            using (answer)
            {
                if (answer.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests && attempt < Tries)
                {
                    await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(300 * attempt), cancellation);
                    continue;
                }
                var text = await answer.Content.ReadAsStringAsync(cancellation);
                if (!answer.IsSuccessStatusCode)
                    throw new CannotStartException(Refused(request, answer.StatusCode, text));
                return (JsonNode.Parse(text)!.AsObject(), answer.Headers.ETag);
            }
        }
    }

    private static string Refused(HttpRequestMessage request, HttpStatusCode status, string text)
    {
        var about = $"{request.Method} {request.RequestUri!.OriginalString} was answered with {(int)status}";
        if (Problem(text) is not { } problem)
            return $"{about}.";
        var findings = (problem["findings"] as JsonArray ?? []).Select(finding => $" {finding!["place"]}: {finding["message"]}");
        var travel = problem["code"]?.ToString() is "MR2103" or "MR2104" ? " Does the app run with the setting Demo__TimeTravel=true?" : "";
        return $"{about}: {problem["title"]}. {problem["detail"]}{string.Concat(findings)}{travel}";
    }

    private static JsonObject? Problem(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
