using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MonitoringReturns.Local.Host;

/// <summary>Calls queue and timer functions: POST to the function's name, headers and success as with the real host.</summary>
internal sealed class Invoker(Handler handler, HttpMessageInvoker http, FunctionsHostOptions options, TimeSpan functionTimeout)
{
    public const string HostVersion = "4.1037.0.0";

    /// <summary>Runs a function to its end.</summary>
    /// <returns>True when it answered 2xx with a JSON object; anything else is a failure.</returns>
    public async Task<bool> InvokeAsync(FunctionSettings function, string body, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(functionTimeout);
        try
        {
            var address = await handler.WhenReadyAsync(patience.Token);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, function.Name)) { Version = new Version(1, 1) };
            request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", HostVersion);
            request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", $"{Guid.NewGuid()}");
            request.Headers.TryAddWithoutValidation("User-Agent", $"Azure-Functions-Host/{HostVersion}");
            request.Headers.TransferEncodingChunked = true;
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

            using var answer = await http.SendAsync(request, patience.Token);
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            if (answer.IsSuccessStatusCode && text.Length == 0)
            {
                Say(function, $"answered {(int)answer.StatusCode} with no body: such an invocation never completes");
                await Task.Delay(Timeout.InfiniteTimeSpan, patience.Token);
            }
            return Succeeded(function, answer, text);
        }
        catch (HttpRequestException broken)
        {
            Say(function, $"got no answer: {broken.Message}");
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Say(function, $"did not complete within {functionTimeout}");
            return false;
        }
    }

    private bool Succeeded(FunctionSettings function, HttpResponseMessage answer, string text)
    {
        if (!answer.IsSuccessStatusCode)
        {
            Say(function, $"answered {(int)answer.StatusCode}");
            return false;
        }
        if (answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            Say(function, $"answered {(int)answer.StatusCode} without JSON");
            return false;
        }
        try
        {
            using var said = JsonDocument.Parse(text);
            if (said.RootElement.ValueKind == JsonValueKind.Object)
                return true;
        }
        catch (JsonException)
        {
            // Said below: it is not the object that the host wants.
        }
        Say(function, "answered with something other than a JSON object");
        return false;
    }

    private void Say(FunctionSettings function, string what) =>
        options.Log(new HostLine(FromHandler: false, IsError: true, $"{function.Name} {what}."));
}
