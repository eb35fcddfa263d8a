using System.Globalization;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>A row an award: who, how much, whether the return is in, where it stands beside the provider's own words, and every indicator against its profile.</summary>
internal sealed class AwardsSheet
{
    private readonly Cut _cut;
    private readonly Cell[] _row;
    private readonly int _firstIndicator;
    private readonly CutPeriod? _before;

    public AwardsSheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        _before = cut.Last.Place > 0 ? cut.Periods[cut.Last.Place - 1] : null;
        Column[] facts =
        [
            .. ReturnWords.AwardColumns, new("provider-id", "Provider’s identifier", CellKind.Text, 18), new("partners", "Partners", CellKind.Text, 30),
            new("project", "Project", CellKind.Text, 36),
            new("amount", "Amount", CellKind.Money), new("funders", cut.Sight.IsLead ? "Funders" : "Your part", CellKind.Text, 46, Wrap: true),
            new("status", "Status", CellKind.Text, 14), new("punctuality", "In time", CellKind.Text, 10), new("first", "First submitted", CellKind.Moment),
            new("newest", "Newest revision", CellKind.Moment), new("revision", "Revision", CellKind.Count), new("in", "Returns in", CellKind.Text, 12),
            new("minutes", "Minutes taken", CellKind.Count), new("signed", "Signed by", CellKind.Text, 36),
            new("standing", "To date: above or below profile, mean", CellKind.Percentage, 16), new("direction", "Direction", CellKind.Text, 10),
            .. cut.Programme.Bands is null ? (Column[])[] : [new("band", "Band", CellKind.Text, 10)],
            new("words", "In their words", CellKind.Text, 60, Wrap: true),
        ];
        Column[] columns =
        [
            .. facts,
            .. cut.Programme.Indicators.SelectMany(indicator => new Column[]
            {
                new($"{indicator.Id}-profile", $"{indicator.Name}: profile", CellKind.Number),
                new($"{indicator.Id}-actual", $"{indicator.Name}: actual", CellKind.Number),
            }),
        ];
        _firstIndicator = facts.Length;
        _row = new Cell[columns.Length];
        Writer = report.AddSheet(new ReportSheet("Awards", "", [], Large: true, OnPages: true));
        Writer.BeginTable(new ReportTable("Awards", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, AwardFigures figures)
    {
        var award = line.Award;
        var due = _cut.Reported.Select(period => line.Returns[period.Place]).OfType<ReturnInReport>().ToList();
        var newest = due.LastOrDefault(one => one.Revision is not null) ?? due.LastOrDefault();
        var indicators = _cut.Programme.Indicators;
        _row.AsSpan().Clear();
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfText(award.Provider.Id.Value);
        _row[3] = Cell.OfText(string.Join("; ", award.Partners.Select(partner => partner.Name)));
        _row[4] = Cell.OfText(award.Project);
        _row[5] = Cell.OfMoney(award.Amount);
        _row[6] = Cell.OfText(Funders(award));
        _row[7] = Cell.OfText(newest is null ? NotDue(award) : ReturnWords.StatusOf(newest.Entry.Status));
        if (newest is not null)
        {
            _row[8] = Cell.OfText(Punctuality(due));
            _row[9] = ReturnWords.Moment(newest.Entry.FirstSubmittedAt);
            _row[10] = ReturnWords.Moment(newest.Entry.SubmittedAt);
            _row[11] = newest.Entry.Revision > 0 ? Cell.OfCount(newest.Entry.Revision) : Cell.Empty;
            _row[12] = Cell.OfText(string.Create(CultureInfo.InvariantCulture, $"{due.Count(one => one.Revision is not null)} of {due.Count}"));
            _row[13] = due.Exists(one => one.Revision?.Minutes is not null) ? Cell.OfCount(due.Sum(one => one.Revision?.Minutes ?? 0)) : Cell.Empty;
            _row[14] = Cell.OfText(newest.Revision is { Signatory: var by } ? $"{by.Name}, {by.Role}" : null);
        }
        var standing = AwardBand.ToDate(figures, indicators);
        var place = 15;
        _row[place++] = IndicatorCells.PercentageOrEmpty(standing);
        _row[place++] = Cell.OfText(_before is null ? null : Direction.Of(AwardBand.In(_before, figures, indicators), AwardBand.In(_cut.Last, figures, indicators), _cut.Programme.Bands));
        if (_cut.Programme.Bands is { } bands)
            _row[place++] = Cell.OfText(AwardBand.NameOf(standing, bands));
        _row[place] = Cell.OfText(newest?.Revision is { } revision ? ReturnWords.Explanation(revision, _cut.Sight) : null);
        for (var indicator = 0; indicator < indicators.Count; indicator++)
            WriteIndicator(figures, indicator);
        Writer.WriteRow(_row);
    }

    private void WriteIndicator(AwardFigures figures, int place)
    {
        var indicator = _cut.Programme.Indicators[place];
        var cells = _row.AsSpan(_firstIndicator + (2 * place), 2);
        if (!_cut.IsSpan)
        {
            var figure = figures.In(_cut.Last)[place];
            (cells[0], cells[1]) = (figure.ProfileCell(indicator), figure.ActualCell(indicator));
            return;
        }
        cells[0] = IndicatorCells.OverPeriods(indicator, figures.Span[place].Profile?.Value, several: true);
        cells[1] = _cut.Reported.All(period => figures.In(period)[place].Standing == FigureStanding.NotAsked)
            ? Cell.NotAsked
            : IndicatorCells.OverPeriods(indicator, figures.Span[place].Actual?.Value, several: true);
    }

    private string NotDue(Award award) => award.EndedOn is { } left && left <= _cut.Last.Period.End ? "Ended early" : award.End < _cut.Last.Period.Start ? "Ended" : "Not due";

    private string Punctuality(List<ReturnInReport> due)
    {
        var first = due.Find(one => one.Entry.FirstSubmittedAt is null) ?? due.Find(one => ReturnWords.IsLate(one.Entry, one.Period.Period)) ?? due[0];
        return ReturnWords.PunctualityOf(first.Entry, first.Period.Period);
    }

    private string Funders(Award award)
    {
        var contributions = award.Contributions.Where(part => _cut.Sight.SeesSharesOf(part.Funder)).ToList();
        return contributions.Count switch
        {
            1 when _cut.Sight.IsLead => NameOf(contributions[0].Funder),
            1 => ReadableCell.Of(Cell.OfMoney(contributions[0].Amount)),
            // Thirty-three boroughs are on a sheet of their own.
            > 6 => $"{contributions.Count} funders",
            _ => string.Join("; ", contributions.Select(part => $"{NameOf(part.Funder)} {ReadableCell.Of(Cell.OfMoney(part.Amount))}")),
        };
    }

    private string NameOf(People.OrganisationId funder) => _cut.Programme.Funders.FirstOrDefault(organisation => organisation.Id == funder)?.Name ?? funder.Value;
}
