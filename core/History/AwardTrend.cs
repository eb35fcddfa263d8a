using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.History;

/// <summary>A time that a trend has figures for.</summary>
/// <param name="IsHistory">Entered later, and signed by nobody.</param>
public sealed record TrendPoint(string Name, bool IsHistory);

/// <summary>A figure over time.</summary>
/// <param name="Figures">One a point; null where it was not asked or not answered.</param>
public sealed record TrendLine(string Label, CellKind Unit, IReadOnlyList<decimal?> Figures);

/// <summary>A provider's own figures of one award over time, those from before the portal among them.</summary>
/// <param name="Points">The oldest first.</param>
public sealed record AwardTrend(FoundHistory History, IReadOnlyList<TrendPoint> Points, IReadOnlyList<TrendLine> Lines);

/// <summary>Works out a provider's trend from its submitted returns and its history.</summary>
public sealed class FindTrend(KeepHistory history, IReturnStore returns, IFormStore forms)
{
    /// <summary>The newest that are shown.</summary>
    private const int MostPoints = 24;

    public async Task<Outcome<AwardTrend>> RunAsync(ProgrammeId programme, AwardId award, Caller caller, CancellationToken cancellation)
    {
        var found = await history.FindAsync(programme, award, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        var sheets = new List<(TrendPoint Point, DateOnly Start, AnswerSheet Answers)>();
        foreach (var past in current.Past)
            sheets.Add((new TrendPoint(past.Period.Name, IsHistory: true), past.Period.Start, past.Read(await VersionAsync(current, past.FormVersion, cancellation))));
        foreach (var header in current.Headers.Where(header => header.Revision > 0))
            if (await returns.GetRevisionAsync(header.Key, header.Revision, cancellation) is { } stored && current.Programme.Period(header.Key.Period) is { } period)
                sheets.Add((new TrendPoint(period.Name, IsHistory: false), period.Start, RevisionJson.Read(stored, await VersionAsync(current, RevisionJson.FormVersionOf(stored), cancellation)).Answers));
        var points = sheets.OrderBy(one => one.Start).TakeLast(MostPoints).ToList();
        return new AwardTrend(current, [.. points.Select(one => one.Point)], LinesOf([.. points.Select(one => one.Answers)]));
    }

    /// <summary>What has a figure anywhere; the cells of tables are left out, their columns' totals stand for them.</summary>
    public static IReadOnlyList<TrendLine> LinesOf(IReadOnlyList<AnswerSheet> sheets)
    {
        var versions = sheets.Select(sheet => sheet.Version).DistinctBy(version => version.Number).OrderBy(version => version.Number).ToList();
        if (versions.Count == 0)
            return [];
        var counted = sheets.Select(sheet => (Version: versions.FindIndex(version => version.Number == sheet.Version.Number), Figures: CountedMeasures.Of(sheet))).ToList();
        var lines = new List<TrendLine>();
        foreach (var line in Lineage.LinesOf(versions))
        {
            var last = line.Parts.Count - 1;
            while (line.Parts[last].Count == 0)
                last--;
            if (line.Returns || line.Parts[last].Any(part => versions[last].Measures[part].Kind is not (MeasureKind.Figure or MeasureKind.ColumnTotal)))
                continue;
            var figures = counted.Select(one => SumOf(one.Figures, line.Parts[one.Version])).ToList();
            if (figures.Exists(figure => figure is not null))
                lines.Add(new TrendLine(line.Label, line.Unit, figures));
        }
        return lines;
    }

    private static decimal? SumOf(decimal?[] figures, IReadOnlyList<int> parts)
    {
        decimal? sum = null;
        foreach (var part in parts)
            if (figures[part] is { } figure)
                sum = (sum ?? 0) + figure;
        return sum;
    }

    private async Task<FormVersion> VersionAsync(FoundHistory current, int number, CancellationToken cancellation) =>
        number == current.Version.Number
            ? current.Version
            : await forms.GetAsync(current.Programme.Form, number, cancellation) ?? throw new InvalidDataException($"Version {number} of form {current.Programme.Form} is not stored.");
}
