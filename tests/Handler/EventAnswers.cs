using System.Globalization;
using System.Text.Json;

namespace MonitoringReturns.TestHandler;

/// <summary>Answers a queue or timer call as the message (field <c>answer</c>) or the setting TIMER_ANSWER says.</summary>
internal static class EventAnswers
{
    private const string Good = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    public static async Task<IResult> AnswerAsync(string function, HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var answer = Wanted(body.RootElement);
        if (answer.StartsWith("slow:", StringComparison.Ordinal))
        {
            await Task.Delay(int.Parse(answer[5..], CultureInfo.InvariantCulture), context.RequestAborted);
            answer = "good";
        }
        switch (answer)
        {
            case "good":
                return Results.Text(Good, "application/json");
            case "202":
                return Results.Text("{}", "application/json", statusCode: 202);
            case "text":
                return Results.Text("fine");
            case "list":
                return Results.Text("[]", "application/json");
            case "empty":
                return Results.Ok();
            case "nothing":
                return Results.NoContent();
            case "crash":
                Environment.Exit(3);
                return Results.Empty;
            default:
                return Results.Text(function, statusCode: int.Parse(answer, CultureInfo.InvariantCulture));
        }
    }

    private static string Wanted(JsonElement call)
    {
        if (!call.TryGetProperty("Data", out var data) || data.EnumerateObject().First().Value is not { ValueKind: JsonValueKind.String } message)
            return Environment.GetEnvironmentVariable("TIMER_ANSWER") ?? "good";
        var text = JsonSerializer.Deserialize<string>(message.GetString()!)!;
        if (!text.StartsWith('{'))
            return "good";
        using var json = JsonDocument.Parse(text);
        return json.RootElement.TryGetProperty("answer", out var answer) ? answer.GetString()! : "good";
    }
}
