using System.Diagnostics;
using System.Runtime.InteropServices;
using MonitoringReturns.Local;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;

const int Failed = 1;
const int NotUnderstood = 2;

// Years of returns are filed in a minute: a request says what time it is.
var timeTravel = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo__TimeTravel"] = "true", ["Reports__QuietSeconds"] = "2" };
var none = new Dictionary<string, string>(StringComparer.Ordinal);

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
        Options.Verify verify => await VerifyData.RunAsync(verify.DataFolder, Console.Out, stopping.Token) ? 0 : Failed,
        Options.Rebuild rebuild => await RebuildData.RunAsync(rebuild.DataFolder, rebuild.Programme, Console.Out, stopping.Token) ? 0 : Failed,
        Options.Demo demo when !DemoCases.IsKnown(demo.Case) => Refuse(Unknown(demo.Case)),
        Options.Start { DemoCase: { } name } when !DemoCases.IsKnown(name) => Refuse(Unknown(name)),
        Options.Demo demo => await PlayAsync(demo),
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
    var options = new PortalOptions(start.Port, start.DataFolder)
    {
        Progress = Console.WriteLine,
        Log = Log,
        Settings = start.DemoCase is null ? none : timeTravel,
        People = DemoPeople.Of(start.DemoCase),
    };
    await using var portal = await Portal.StartAsync(options, stopping.Token);
    var address = portal.Host.BaseAddress.OriginalString;
    if (start.DemoCase is { } filed)
    {
        var line = ProgressLine.On(Console.Out);
        await DemoRun.LoadAsync(DemoPortal.Of(portal), filed, line.Show, stopping.Token);
        line.Say((await DemoRun.FileAsync(DemoPortal.Of(portal), filed, line.Show, cancellation: stopping.Token)).ToString());
        var present = filed + PresentCase.Suffix;
        await DemoRun.LoadAsync(DemoPortal.Of(portal), present, line.Show, stopping.Token);
        await DemoRun.FileAsync(DemoPortal.Of(portal), present, line.Show, cancellation: stopping.Token);
        var deeds = await DemoRun.PlayAsync(DemoPortal.Of(portal), present, line.Show, stopping.Token);
        line.Say($"Questions, answers, acceptances and notes of the last period: {deeds}.");
        foreach (var demo in DemoCases.Of(present).OfType<PresentCase>())
            line.Say($"To be filled in today: {demo.Programme.Name}, {demo.Open.Name}, due {demo.Open.Due:d MMMM yyyy}.");
    }
    else
    {
        await DemoRun.LoadAdministratorAsync(DemoPortal.Of(portal), stopping.Token);
    }
    Console.WriteLine();
    Console.WriteLine($"Token endpoint: {portal.Provider.TokenEndpoint}");
    Console.WriteLine($"Sign-in provider: {portal.Provider.Issuer}");
    Console.WriteLine($"Mail: {portal.Mail.Page}");
    Console.WriteLine($"Ready: {address}");
    Console.WriteLine("Open it in a browser and sign in as somebody of the demonstration; the provider's page says who may do what. Ctrl-C stops it.");
    if (start.DemoCase is { } shown)
        foreach (var programme in DemoCases.Of(shown).Select(demo => demo.Programme))
        {
            Console.WriteLine($"  {programme.Name}: {address}/api/v1/programmes/{programme.Id}/periods");
            Console.WriteLine($"  A consolidated report (Excel), for {programme.LeadFunder.Name}: {address}/api/v1/reports/{programme.Id}/{programme.Calendar[0].Id}/consolidated.xlsx");
        }

    var ended = await Task.WhenAny(portal.Host.Stopped, Task.Delay(Timeout.InfiniteTimeSpan, stopping.Token));
    if (ended == portal.Host.Stopped)
        throw new CannotStartException(await portal.Host.Stopped);
    Console.WriteLine(start.DataFolder is null ? "Stopping." : "Stopping; saving the data.");
    return 0;
}

async Task<int> PlayAsync(Options.Demo demo)
{
    var options = new PortalOptions(0, null) { Progress = Console.WriteLine, Log = Log, Settings = timeTravel };
    await using var portal = await Portal.StartAsync(options, stopping.Token);
    return await DemoRun.RunAsync(DemoPortal.Of(portal), demo.Case, demo.OutFolder, Console.Out, stopping.Token);
}

async Task<int> MakePackageAsync(Options.MakePackage package)
{
    var layout = await AppLayout.EnsureAsync(AppBuild.Deployable, Console.WriteLine, stopping.Token);
    var digest = await Package.WriteAsync(layout, package.OutFile, "MonitoringReturns.Functions", stopping.Token);
    Console.WriteLine($"{package.OutFile}: {new FileInfo(package.OutFile).Length / 1024 / 1024} MB, SHA-256 {digest}");
    return 0;
}

static string Unknown(string name) => $"There is no demonstration case \"{name}\"; there are {string.Join(", ", DemoRun.CaseNames)}, and {DemoCases.All}.";

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
