using System.Diagnostics;
using System.Runtime.InteropServices;
using MonitoringReturns.Local;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;

const int Failed = 1;
const int NotUnderstood = 2;

using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
ParentWatch.Start(stopping);
try
{
    return Options.Parse(args) switch
    {
        Options.Help => Say(Options.Usage),
        Options.Wrong wrong => Refuse(wrong.Sentence),
        Options.MakePackage package => await MakePackageAsync(package),
        Options.Demo demo => Refuse($"There is no demonstration case \"{demo.Case}\"."),
        Options.Start start => await RunAsync(start),
        _ => throw new UnreachableException(),
    };
}
catch (CannotStartException cannot)
{
    await Console.Error.WriteLineAsync(cannot.Message);
    return Failed;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 0;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}

async Task<int> RunAsync(Options.Start start)
{
    var options = new PortalOptions(start.Port, start.DataFolder) { Progress = Console.WriteLine, Log = Log };
    await using var portal = await Portal.StartAsync(options, stopping.Token);
    Console.WriteLine();
    Console.WriteLine($"Ready: {portal.Host.BaseAddress.OriginalString}");
    Console.WriteLine("Open it in a browser. Ctrl-C stops it.");

    var ended = await Task.WhenAny(portal.Host.Stopped, Task.Delay(Timeout.InfiniteTimeSpan, stopping.Token));
    if (ended == portal.Host.Stopped)
        throw new CannotStartException(await portal.Host.Stopped);
    Console.WriteLine(start.DataFolder is null ? "Stopping." : "Stopping; saving the data.");
    return 0;
}

async Task<int> MakePackageAsync(Options.MakePackage package)
{
    var layout = await AppLayout.EnsureAsync(AppBuild.Deployable, Console.WriteLine, stopping.Token);
    var digest = await Package.WriteAsync(layout, package.OutFile, "MonitoringReturns.Functions", stopping.Token);
    Console.WriteLine($"{package.OutFile}: {new FileInfo(package.OutFile).Length / 1024 / 1024} MB, SHA-256 {digest}");
    return 0;
}

static int Say(string text)
{
    Console.WriteLine(text);
    return 0;
}

static int Refuse(string sentence)
{
    Console.Error.WriteLine(sentence);
    Console.Error.WriteLine();
    Console.Error.WriteLine(Options.Usage);
    return NotUnderstood;
}

static void Log(HostLine line) =>
    (line.IsError ? Console.Error : Console.Out).WriteLine(line.FromHandler ? line.Text : $"host: {line.Text}");
