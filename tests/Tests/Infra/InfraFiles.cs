using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Infra;

/// <summary>Reads names out of what is deployed: the Bicep of <c>infra/</c> and the function.json files.</summary>
internal static partial class InfraFiles
{
    public static readonly string Folder = Path.Combine(ProjectFolder.Root, "infra");
    public static readonly string Main = Path.Combine(Folder, "main.bicep");

    /// <summary>The quoted values of <c>var name = [ … ]</c>.</summary>
    public static string[] ListIn(string bicep, string name)
    {
        var list = Regex.Match(bicep, $@"^var {Regex.Escape(name)} = \[(?<items>[^\]]*)\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(list.Success, $"main.bicep has no list named {name}.");
        return [.. Quoted().Matches(list.Groups["items"].Value).Select(item => item.Groups["value"].Value)];
    }

    /// <summary>Queue and connection of each queue trigger among the function.json files directly below a folder of <paramref name="folder"/>.</summary>
    public static IEnumerable<QueueTrigger> QueueTriggersBelow(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "function.json", SearchOption.AllDirectories).Where(IsSource))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var binding in json.RootElement.GetProperty("bindings").EnumerateArray())
                if (binding.GetProperty("type").GetString() == "queueTrigger")
                    yield return new(Path.GetFileName(Path.GetDirectoryName(file)!), binding.GetProperty("queueName").GetString()!, binding.GetProperty("connection").GetString()!);
        }

        bool IsSource(string file)
        {
            var parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
            return !parts.Contains("bin") && !parts.Contains("obj");
        }
    }

    /// <summary>Names given as text to a storage client in C#: <c>GetTableClient("returns")</c>, <c>TableName = "returns"</c>.</summary>
    public static string[] NamesInCode(string code, string kind) =>
        [.. NameInCode().Matches(code).Where(match => match.Groups["kind"].Value == kind).Select(match => match.Groups["value"].Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"'(?<value>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(Get(Blob)?(?<kind>Table|Queue|Container)Client\(\s*|(?<kind>Table|Queue|Container)(Name)?\s*=\s*)""(?<value>[a-z0-9][a-z0-9-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameInCode();
}

internal sealed record QueueTrigger(string Function, string Queue, string Connection);
