using System.Diagnostics;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Infra;

public sealed class BicepSyntaxTests
{
    private static readonly string TestsFolder = Path.Combine(ProjectFolder.Root, "tests", "Tests");

    [Fact]
    public async Task BicepFiles_AsTheyStand_HaveNoSyntaxError()
    {
        var files = Directory.GetFiles(InfraFiles.Folder, "*.bicep", SearchOption.AllDirectories);
        Assert.Contains(InfraFiles.Main, files);
        var (exit, output) = await CheckAsync(files);
        Assert.Equal("", output);
        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData("var queues = [\n  'a'\n", ":2:6: MISSING ]")]
    [InlineData("param location string =\nparam tags object\n", ":2:")]
    [InlineData("resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {\n  name 'st'\n}\n", ":2:")]
    public async Task BrokenBicep_WhenChecked_IsFoundWithItsLine(string text, string place)
    {
        var file = Path.Combine(Path.GetTempPath(), $"broken-{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(file, text);
        try
        {
            var (exit, output) = await CheckAsync([file]);
            Assert.Equal(1, exit);
            Assert.Contains(file + place, output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int Exit, string Output)> CheckAsync(string[] files)
    {
        await NodePackages.EnsureAsync(TestsFolder, Console.WriteLine);
        var start = new ProcessStartInfo("node", [Path.Combine(TestsFolder, "Infra", "check-bicep.mjs"), .. files])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
