using System.Diagnostics;
using System.IO.Compression;
using MonitoringReturns.Local.Packaging;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;
using AppSettings = MonitoringReturns.Tests.Parts.AppSettings;

namespace MonitoringReturns.Tests.Local;

public sealed class PackageTests : IDisposable
{
    private const string Program = "MonitoringReturns.Functions";
    private readonly string _folder = Directory.CreateTempSubdirectory("monitoring-returns-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Compiled at run time here, to save minutes; the deployable differs in that alone.</summary>
    [Fact]
    public async Task Package_UnpackedInAnEmptyFolder_StartsAndAnswers()
    {
        var layout = await AppLayout.EnsureAsync(AppBuild.SelfContained, Console.WriteLine);
        var (zip, place) = (Path.Combine(_folder, "app.zip"), Path.Combine(_folder, "unpacked"));
        await Package.WriteAsync(layout, zip, Program);
        await ZipFile.ExtractToDirectoryAsync(zip, place);

        var port = ChildProcess.FreePort();
        var start = new ProcessStartInfo(Path.Combine(place, Program)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // No .NET of this machine may help it.
        start.Environment["DOTNET_ROOT"] = _folder;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        foreach (var (name, value) in await AppSettings.WithAsync())
            start.Environment[name] = value;
        using var app = await ChildProcess.StartAsync(start, "KILL");
        app.BeginOutputReadLine();
        app.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await TestApp.UntilAsync(async () => await AnswersAsync(client));
        }
        finally
        {
            app.Kill();
        }
    }

    [Fact]
    public async Task Package_MadeTwice_HasTheSameBytes()
    {
        var layout = await AppLayout.EnsureAsync(AppBuild.Quick, Console.WriteLine);

        var first = await Package.WriteAsync(layout, Path.Combine(_folder, "one.zip"), Program);
        foreach (var file in Directory.GetFiles(layout.Folder))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        var second = await Package.WriteAsync(layout, Path.Combine(_folder, "two.zip"), Program);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Package_OfTheApp_IsLaidOutAsTheHostReadsIt()
    {
        var layout = await AppLayout.EnsureAsync(AppBuild.Quick, Console.WriteLine);
        var file = Path.Combine(_folder, "app.zip");
        await Package.WriteAsync(layout, file, Program);

        using var zip = ZipFile.OpenRead(file);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Contains("host.json", names);
        var functions = Directory.GetDirectories(Path.Combine(ProjectFolder.Root, "functions"))
            .Where(folder => File.Exists(Path.Combine(folder, "function.json"))).Select(Path.GetFileName);
        foreach (var function in functions)
            Assert.Equal([$"{function}/function.json"], names.Where(name => name.StartsWith($"{function}/", StringComparison.Ordinal)));
        Assert.All(zip.Entries, entry => Assert.Equal(entry.FullName == Program ? 0x81ED : 0x81A4, entry.ExternalAttributes >>> 16));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
