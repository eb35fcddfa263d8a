using System.Globalization;
using System.Net;
using MonitoringReturns.TestHandler;

// A custom handler for tests of the host's stand-in: writes down what it is asked and answers as the request tells it to.
if (Environment.GetEnvironmentVariable("EXIT_AT_START") is { } exitCode)
{
    await Console.Error.WriteLineAsync("told to end at once");
    return int.Parse(exitCode, CultureInfo.InvariantCulture);
}
var port = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")!, CultureInfo.InvariantCulture);
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Limits.MaxRequestBodySize = null;
    kestrel.Listen(IPAddress.Loopback, port, endpoint => endpoint.Use(HeardBytes.Listen));
});
var app = builder.Build();
var released = new TaskCompletionSource();
var diary = new Diary(Environment.GetEnvironmentVariable("DIARY")!);
app.Use(async (context, next) =>
{
    using var underWay = diary.Enter(out var together);
    await diary.WriteAsync(context, together);
    await next(context);
    // A body that the diary left alone must not stand before the next request on this connection.
    context.Features.Get<HeardBytes>()!.Take();
});
app.MapGet("/", () => "ok");
app.MapPost("/{function}", (string function, HttpContext context) => EventAnswers.AnswerAsync(function, context));
app.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
app.MapGet("/redirect", () => Results.Redirect("/elsewhere"));
app.MapGet("/cookies", (HttpContext context) =>
{
    context.Response.Headers.Append("Set-Cookie", "one=1; path=/; httponly");
    context.Response.Headers.Append("Set-Cookie", "two=2; path=/");
    return $"{context.Request.Headers.Cookie}";
});
app.MapPost("/http/length", async (HttpContext context) =>
{
    var length = 0L;
    var buffer = new byte[64 * 1024];
    int read;
    while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        length += read;
    return $"{length}";
});
app.MapGet("/stream", async (HttpContext context) =>
{
    await context.Response.WriteAsync("first ", context.RequestAborted);
    await context.Response.Body.FlushAsync(context.RequestAborted);
    await released.Task.WaitAsync(context.RequestAborted);
    await context.Response.WriteAsync("last", context.RequestAborted);
});
app.MapGet("/release", () => released.TrySetResult());
app.MapGet("/never", (HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));
app.MapGet("/exit/{code:int}", (int code) => Environment.Exit(code));
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "(not set)");
app.MapGet("/noise", () =>
{
    Console.WriteLine("said aloud");
    Console.Error.WriteLine("complained");
});
await app.RunAsync();
return 0;
