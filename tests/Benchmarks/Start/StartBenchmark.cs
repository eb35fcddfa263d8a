using System.Globalization;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Benchmarks.Start;

/// <summary>
/// From a process's start to its first answer: the function app as it is deployed, against an empty ASP.NET Core app published the same way.
/// They take turns.
/// </summary>
internal static class StartBenchmark
{
    private const int Starts = 15;

    public static async Task RunAsync()
    {
        // Nothing of storage is asked at the start, so none needs to be there: the address is one that nobody listens on.
        var storage = ("AzureWebJobsStorage", "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;");
        (string, string)[] settings = [storage, .. SignedIn.Nowhere];
        var layout = await AppLayout.EnsureAsync(AppBuild.Deployable, line => Console.Error.WriteLine(line));
        (string Name, string Program)[] apps = [("the function app", Path.Combine(layout.Folder, "MonitoringReturns.Functions")), ("an empty ASP.NET Core app", await EmptyAppAsync())];

        var took = apps.ToDictionary(app => app.Name, _ => new List<(double Clock, double Processor)>(), StringComparer.Ordinal);
        for (var round = -1; round < Starts; round++)
        {
            foreach (var (name, program) in apps)
            {
                await using var running = await AppProcess.StartAsync([program], settings);
                if (round >= 0)
                    took[name].Add((running.Started, running.StartProcessor));
            }
        }
        var empty = Median(took[apps[1].Name]);
        Figures.Line($"| start to first answer, medians of {Starts} in turn | ms | fastest, ms | ÷ empty app | processor ms | ÷ empty app | methods compiled at run time | ms of that | assemblies | memory, MiB |");
        Figures.Line($"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, program) in apps)
        {
            var file = Path.GetTempFileName();
            double memory;
            await using (var running = await AppProcess.StartAsync([program], [.. settings, ("DOTNET_STARTUP_HOOKS", typeof(StartBenchmark).Assembly.Location), (StartupHook.FileVariable, file)]))
                memory = Figures.MiB(running.Id, "VmRSS");
            var counted = (await File.ReadAllTextAsync(file)).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            File.Delete(file);
            var median = Median(took[name]);
            Figures.Line($"| {name} | {median.Clock:N0} | {took[name].Min(one => one.Clock):N0} | {median.Clock / empty.Clock:0.00} | {median.Processor:N0} | {median.Processor / empty.Processor:0.00} | {counted[0]:N0} | {counted[1]:N0} | {counted[2]:N0} | {memory:N0} |");
        }
    }

    private static (double Clock, double Processor) Median(List<(double Clock, double Processor)> all) =>
        (Figures.Median(all.Select(one => one.Clock)), Figures.Median(all.Select(one => one.Processor)));

    /// <summary>The empty app's program, published once in the way the function app is.</summary>
    private static async Task<string> EmptyAppAsync()
    {
        var folder = Path.Combine(ProjectFolder.Root, "artifacts", "benchmarks", "empty-app");
        var program = Path.Combine(folder, "EmptyApp");
        if (File.Exists(program))
            return program;
        var (exit, said) = await ChildProcess.RunAsync("dotnet",
            ["publish", Path.Combine(ProjectFolder.Root, "tests", "Benchmarks", "EmptyApp"), "--configuration", "Release",
                "--artifacts-path", Path.Combine(ProjectFolder.Root, "artifacts", "build", "empty-app"), "--output", folder,
                "--runtime", "linux-x64", "--self-contained", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true",
                "--nologo", "--verbosity", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
            ProjectFolder.Root, CancellationToken.None);
        return exit == 0 ? program : throw new InvalidOperationException($"The empty app could not be published: {said}");
    }
}
