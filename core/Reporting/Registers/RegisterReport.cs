using MonitoringReturns.Core.Reporting.Registers.Sheets;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>
/// The register of a programme as far as its reader may see it: providers, flows by income band and by area, who grows and who leaves, and areas that nobody
/// reaches. Returns are read for what the areas' own rows count, no more.
/// </summary>
internal sealed class RegisterReport : IReportTables
{
    private readonly Cut _cut;
    private readonly RegisterFigures _register;
    private readonly AwardFigures _figures;
    private readonly (string Name, RegisterSheet Sheet)[] _sheets;
    private readonly AboutSheet _about;
    private int _revisions;

    public RegisterReport(Cut cut, string manifestDigest, IReportWriter writer)
    {
        _cut = cut;
        _register = new RegisterFigures(cut.Manifest.Organisations ?? [], UkTime.DayOf(cut.Manifest.CutAt));
        _figures = new AwardFigures(cut);
        _sheets =
        [
            ("Totals", new TotalsSheet(cut, writer)), ("Providers", new ProvidersSheet(cut, writer)), ("Bands and areas", new GroupsSheet(cut, writer)), ("Flows by band", new BandFlowsSheet(cut, writer)),
            ("Flows by area", new AreaFlowsSheet(cut, writer)), ("Growth", new GrowthSheet(cut, writer)), ("Who moved", new MovedSheet(cut, writer)), ("Areas", new AreasSheet(cut, writer)),
        ];
        _about = new AboutSheet(cut, manifestDigest, writer);
    }

    public ReportCount Count => new(_revisions, RowsBySheet.Sum(sheet => sheet.Rows));

    public IReadOnlyList<SheetRows> RowsBySheet => [.. Sheets, new(AboutSheet.Name, _about.Writer.Rows)];

    private IEnumerable<SheetRows> Sheets => _sheets.Select(one => new SheetRows(one.Name, one.Sheet.Writer.Rows));

    public void Add(ReportLine line)
    {
        _revisions += line.Returns.Count(filed => filed?.Revision is not null);
        _figures.Read(line);
        _register.Add(RegisteredAward.Of(line.Award, _cut.Sight));
    }

    public void Complete()
    {
        foreach (var (_, sheet) in _sheets)
            sheet.Write(_register, _figures.OwnRows);
        _about.Complete([.. Sheets.Select(sheet => (sheet.Sheet, sheet.Rows))]);
    }
}
