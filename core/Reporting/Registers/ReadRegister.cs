using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>A programme's register: the tables are the report's own.</summary>
/// <param name="Tables">By id; empty where none is made yet.</param>
/// <param name="Moved">A page of who left, arrived, shrank or grew.</param>
public sealed record ShownRegister(RegisterOfProgramme Of, IReadOnlyDictionary<string, KeptRows> Tables, KeptRows? Moved);

/// <summary>A page of the providers in a register.</summary>
/// <param name="Groups">How many there are of each band in each area.</param>
/// <param name="Band">As the rows say it; null for all.</param>
/// <param name="Area">As the rows say it; null for all.</param>
/// <param name="From">The place of the first row among those that are shown, from 0.</param>
/// <param name="Count">How many there are of this band and area.</param>
public sealed record ShownProviders(RegisterOfProgramme Of, KeptRows? Groups, KeptRows? Rows, string? Band, string? Area, int From, int Count);

/// <summary>Reads a programme's register: blocks of kept rows, never more than a page shows.</summary>
public sealed class ReadRegister(OpenRegister open, ReadKept kept)
{
    public const int OnAPage = KeepTables.RowsInBlock;

    private static readonly string[] OnThePage =
        [RegisterTables.Totals, RegisterTables.FlowsByBand, RegisterTables.AwardsByBand, RegisterTables.FlowsByArea, RegisterTables.AwardsByArea, RegisterTables.Growth, RegisterTables.Areas];

    /// <param name="published">As others read it, whose lead funder published it.</param>
    /// <param name="from">The place of the first of those who moved, from 0.</param>
    public async Task<Outcome<ShownRegister>> RunAsync(ProgrammeId programme, bool published, int from, Caller caller, CancellationToken cancellation)
    {
        var found = await OpenAsync(programme, published, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        if (of.Report is not { } report)
            return new ShownRegister(of, new Dictionary<string, KeptRows>(StringComparer.Ordinal), null);
        var moved = kept.SomeAsync(report, RegisterTables.Moved, from, OnAPage, cancellation);
        // What rows count may be few people, and the lead funder alone sees them all.
        var tables = await kept.AllAsync(report, published ? OnThePage : [.. OnThePage, RegisterTables.AreaFigures], cancellation);
        return new ShownRegister(of, tables, await moved);
    }

    public async Task<Outcome<ShownProviders>> ProvidersAsync(ProgrammeId programme, bool published, string? band, string? area, int from, Caller caller, CancellationToken cancellation)
    {
        var found = await OpenAsync(programme, published, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        if (of.Report is not { } report || (await kept.AllAsync(report, [RegisterTables.Groups], cancellation)).GetValueOrDefault(RegisterTables.Groups) is not { } groups)
            return new ShownProviders(of, null, null, band, area, 0, 0);
        var runs = RunsOf(groups, band, area);
        var rows = await Task.WhenAll(Cut(runs, from).Select(run => kept.SomeAsync(report, RegisterTables.Providers, run.From, run.Rows, cancellation)));
        return new ShownProviders(of, groups, rows is [{ } first, ..] ? first with { Rows = [.. rows.SelectMany(run => run!.Rows)] } : null, band, area, from, runs.Sum(run => run.Rows));
    }

    private Task<Outcome<RegisterOfProgramme>> OpenAsync(ProgrammeId programme, bool published, Caller caller, CancellationToken cancellation) =>
        published ? open.PublishedAsync(programme, caller, cancellation) : open.OwnAsync(programme, caller, cancellation);

    /// <summary>Where the providers of a band and an area stand in the list, neighbours together.</summary>
    private static List<Run> RunsOf(KeptRows groups, string? band, string? area)
    {
        var (runs, at) = (new List<Run>(), 0);
        foreach (var group in groups.Rows)
        {
            var count = (int)groups.FigureOf(group, "providers")!.Value;
            if ((band is null || groups.WordsOf(group, "band") == band) && (area is null || groups.WordsOf(group, "area") == area))
                if (runs.Count > 0 && runs[^1].From + runs[^1].Rows == at)
                    runs[^1] = runs[^1] with { Rows = runs[^1].Rows + count };
                else
                    runs.Add(new Run(at, count));
            at += count;
        }
        return runs;
    }

    /// <summary>The part of the runs that a page shows.</summary>
    private static IEnumerable<Run> Cut(List<Run> runs, int from)
    {
        var (skip, left) = (from, OnAPage);
        foreach (var run in runs)
        {
            if (skip < run.Rows && left > 0)
            {
                var rows = Math.Min(run.Rows - skip, left);
                yield return new Run(run.From + skip, rows);
                left -= rows;
            }
            skip = Math.Max(0, skip - run.Rows);
        }
    }

    private readonly record struct Run(int From, int Rows);
}
