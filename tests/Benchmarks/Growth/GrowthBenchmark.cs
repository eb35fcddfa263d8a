using System.Text.Json;
using MonitoringReturns.Benchmarks.Parts;

namespace MonitoringReturns.Benchmarks.Growth;

/// <summary>
/// How a report's time and memory grow: with returns, with earlier periods, and with large tables. Each size is built in a process of its own,
/// the rows ready behind the table service's protocol in this one.
/// </summary>
internal static class GrowthBenchmark
{
    private const string WarmUp = "warm-up";

    /// <param name="series"><c>returns</c>, <c>to-date</c> or <c>tables</c>; null for all three.</param>
    /// <param name="most">The most returns of a period, a power of ten from 100.</param>
    public static async Task RunAsync(string? series, int most, int rounds)
    {
        if (series is null or "returns")
            await ReturnsAsync(most, rounds);
        if (series is null or "to-date")
        {
            await ToDateAsync(Math.Min(most, 1_000), [1, 4, 12, 20], rounds);
            if (most >= 10_000)
                await ToDateAsync(10_000, [1, 4], rounds);
        }
        if (series is null or "tables")
            await TablesAsync(Math.Min(most, 1_000), rounds);
    }

    private static async Task ReturnsAsync(int most, int rounds)
    {
        Figures.Line($"| returns | s | µs a return | processor, µs a return | cut, lines, tables, completing: µs a return | peak, MiB | over 1,000 | allocated, KiB a return | workbook, MiB | manifest, bytes an entry: held, as JSON | read, ms |");
        Figures.Line($"|---|---|---|---|---|---|---|---|---|---|---|");
        var sizes = new[] { 1_000, 100, 10_000, 100_000 }.Where(size => size <= most).ToList();
        double? peak = null;
        foreach (var returns in sizes)
        {
            var growth = await MeasureAsync(Plain(returns, periods: 1), returns > 10_000 ? 1 : rounds);
            if (returns == 1_000)
                peak = growth.PeakMiB;
            Figures.Line($"| {returns:N0} | {growth.Seconds:0.00} | {Each(growth.Seconds, returns):N0} | {Each(growth.Processor, returns):N0} | {Each(growth.Cut, returns):N0}, {Each(growth.Lines, returns):N0}, {Each(growth.Tables, returns):N0}, {Each(growth.Complete, returns):N0} | {growth.PeakMiB:N0} | {growth.PeakMiB - peak:+0;-0;0} | {growth.AllocatedMiB * 1024 / returns:N0} | {growth.WorkbookMiB:0.0} | {growth.EntryBytes:N0}, {growth.EntryJsonBytes:N0} | {growth.ManifestReadMs:N1} |");
        }
    }

    private static async Task ToDateAsync(int awards, int[] periods, int rounds)
    {
        Figures.Line($"");
        Figures.Line($"| {awards:N0} awards: periods | s | processor, s | µs an earlier return | processor, µs an earlier return | peak, MiB | full collections |");
        Figures.Line($"|---|---|---|---|---|---|---|");
        GrowthFigures? alone = null;
        foreach (var count in periods)
        {
            var growth = await MeasureAsync(Plain(awards, count), rounds);
            alone ??= growth;
            var earlier = (count - 1) * awards;
            var (each, processor) = earlier == 0 ? ("", "") : (Words(Each(growth.Seconds - alone.Seconds, earlier)), Words(Each(growth.Processor - alone.Processor, earlier)));
            Figures.Line($"| {count} | {growth.Seconds:0.00} | {growth.Processor:0.00} | {each} | {processor} | {growth.PeakMiB:N0} | {growth.FullCollections} |");
        }
    }

    private static async Task TablesAsync(int returns, int rounds)
    {
        Figures.Line($"");
        Figures.Line($"| {returns:N0} returns of | cells | s | processor, s | µs a cell | processor, µs a cell | peak, MiB | workbook, MiB |");
        Figures.Line($"|---|---|---|---|---|---|---|---|");
        (string Words, GrowingProgramme Programme)[] shapes =
        [
            ("60 answers", Plain(returns, periods: 1)),
            ("33 × 12", new GrowingProgramme("one-table", TableForms.Document("one-table", 1, 12, LargeForm.Indicators), returns, 1, LargeForm.Indicators, TableForms.Boroughs)),
            ("4 of 33 × 1", new GrowingProgramme("four-tables", TableForms.Document("four-tables", 4, 1, 4), returns, 1, 4, TableForms.Boroughs)),
        ];
        foreach (var (words, programme) in shapes)
        {
            var growth = await MeasureAsync(programme, rounds);
            var cells = returns * programme.Cells;
            Figures.Line($"| {words} | {programme.Cells} | {growth.Seconds:0.00} | {growth.Processor:0.00} | {Each(growth.Seconds, cells):0.00} | {Each(growth.Processor, cells):0.00} | {growth.PeakMiB:N0} | {growth.WorkbookMiB:0.0} |");
        }
    }

    /// <summary>The form of sixty questions, of which eight count indicators.</summary>
    private static GrowingProgramme Plain(int awards, int periods)
    {
        var name = FormattableString.Invariant($"growth-{awards}-{periods}");
        return new GrowingProgramme(name, LargeForm.Document(name), awards, periods, LargeForm.Indicators, Boroughs: 0);
    }

    private static async Task<GrowthFigures> MeasureAsync(GrowingProgramme programme, int rounds)
    {
        await using var tables = await SortedTables.StartAsync();
        (programme with { Name = WarmUp, Awards = Math.Min(programme.Awards, 1_000) }).AddTo(tables);
        programme.AddTo(tables);
        var said = await OwnProcess.RunAsync("growth-child", tables.ConnectionString, programme.Name, WarmUp, FormattableString.Invariant($"{rounds}"));
        return JsonSerializer.Deserialize<GrowthFigures>(said)!;
    }

    private static double Each(double seconds, int number) => seconds * 1_000_000 / number;

    private static string Words(double microseconds) => FormattableString.Invariant($"{microseconds:N0}");
}
