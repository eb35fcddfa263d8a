using System.Text;
using System.Text.Json;

namespace MonitoringReturns.TestHandler;

/// <summary>Writes down each request, a line of JSON each, before it is answered.</summary>
internal sealed class Diary(string file)
{
    private readonly Lock _writing = new();

    private int _underWay;

    /// <summary>Counts a request in, and out when the result is disposed.</summary>
    public IDisposable Enter(out int together)
    {
        together = Interlocked.Increment(ref _underWay);
        return new Leave(this);
    }

    /// <summary>Writes a request down; bodies under /http/ are large and left alone.</summary>
    public async Task WriteAsync(HttpContext context, int together)
    {
        var body = "";
        if (!context.Request.Path.StartsWithSegments("/http", StringComparison.Ordinal))
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
            body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Request.Body.Position = 0;
        }
        var head = context.Features.Get<HeardBytes>()!.Take().Split("\r\n\r\n")[0].Split("\r\n");
        var request = head[0].Split(' ');
        var line = JsonSerializer.Serialize(new
        {
            method = request[0],
            url = request[1],
            headers = head.Skip(1).Select(header => header.Split(": ", 2)),
            body,
            together,
        });
        lock (_writing)
            File.AppendAllText(file, line + "\n");
    }

    private sealed class Leave(Diary diary) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref diary._underWay);
    }
}
