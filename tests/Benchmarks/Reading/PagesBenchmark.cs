using System.Text.Json;
using MonitoringReturns.Benchmarks.Growth;
using MonitoringReturns.Benchmarks.Parts;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Benchmarks.Reading;

/// <summary>
/// How the time of a funder's pages grows with the awards of a programme: by themselves, and as a browser gets them. Each size in processes of its own, the
/// rows ready in this one.
/// </summary>
internal static class PagesBenchmark
{
    private const int Periods = 8;

    public static async Task RunAsync()
    {
        var (alone, atDoor) = (new List<PageTime[]>(), new List<PageTime[]>());
        foreach (var awards in new[] { 20, 200, 2_000 })
        {
            var name = FormattableString.Invariant($"pages-{awards}");
            await using var tables = await SortedTables.StartAsync();
            new GrowingProgramme(name, LargeForm.Document(name), awards, Periods, LargeForm.Indicators, Boroughs: 0).AddTo(tables);
            alone.Add(JsonSerializer.Deserialize<PageTime[]>(await OwnProcess.RunAsync("pages-child", tables.ConnectionString, name))!);
            await using var azurite = await Azurite.StartAsync(null, line => Console.Error.WriteLine(line));
            // The app says who signs in before.
            var said = await OwnProcess.RunAsync("pages-door-child", azurite.ConnectionString, tables.ConnectionString, name);
            atDoor.Add(JsonSerializer.Deserialize<PageTime[]>(said.TrimEnd().Split('\n')[^1])!);
        }
        Write("page by itself", alone);
        Figures.Line($"");
        Write("page as a browser gets it", atDoor);
    }

    private static void Write(string title, IReadOnlyList<PageTime[]> times)
    {
        Figures.Line($"| {title} | ms at 20 awards | at 200 | at 2,000 | 2,000 over 20 | over the trivial page | KiB at 2,000 |");
        Figures.Line($"|---|---|---|---|---|---|---|");
        for (var page = 0; page < times[0].Length; page++)
            Figures.Line($"| {times[0][page].Name} | {times[0][page].Milliseconds:0.0} | {times[1][page].Milliseconds:0.0} | {times[2][page].Milliseconds:0.0} | {times[2][page].Milliseconds / times[0][page].Milliseconds:0.0} | {times[2][page].Milliseconds / times[2][0].Milliseconds:0.0} | {times[2][page].KiB:0} |");
    }
}
