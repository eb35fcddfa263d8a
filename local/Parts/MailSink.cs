namespace MonitoringReturns.Local.Parts;

/// <summary>Takes the portal's mail, passes none on, and shows it on a page of this machine.</summary>
public sealed class MailSink : IAsyncDisposable
{
    private readonly NodeProgram _program;

    private MailSink(NodeProgram program, int smtpPort, int pagePort)
    {
        _program = program;
        SmtpPort = smtpPort;
        Page = new Uri($"http://localhost:{pagePort}/");
    }

    /// <summary>On this host it takes mail: no password, no TLS.</summary>
    public static string SmtpHost => "127.0.0.1";

    public int SmtpPort { get; }

    /// <summary>The page with what came, newest first; <c>messages.json</c> beside it is the same for programs.</summary>
    public Uri Page { get; }

    /// <exception cref="CannotStartException">Node is missing, or it did not start.</exception>
    public static async Task<MailSink> StartAsync(Action<string> progress, CancellationToken cancellation = default)
    {
        var (smtp, page) = (ChildProcess.FreePort(), ChildProcess.FreePort());
        var program = await NodeProgram.StartAsync(
            "The mail sink", ["mail/sink.mjs", "--smtp-port", $"{smtp}", "--page-port", $"{page}"], ports: [], input: null, lockFile: null, progress, cancellation);
        return new MailSink(program, smtp, page);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
