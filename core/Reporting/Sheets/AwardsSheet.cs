using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>A row an award: who, how much, whether the return is in, and every indicator against its profile.</summary>
internal sealed class AwardsSheet
{
    private const int FirstIndicator = 13;

    private readonly Cut _cut;
    private readonly Cell[] _row;

    public AwardsSheet(Cut cut, IReportWriter report)
    {
        _cut = cut;
        Column[] facts =
        [
            .. ReturnWords.AwardColumns, new("provider-id", "Provider’s identifier", CellKind.Text, 18), new("project", "Project", CellKind.Text, 36),
            new("amount", "Amount", CellKind.Money), new("funders", "Funders", CellKind.Text, 46, Wrap: true), new("status", "Status", CellKind.Text, 14),
            new("punctuality", "In time", CellKind.Text, 10), new("first", "First submitted", CellKind.Moment), new("newest", "Newest revision", CellKind.Moment),
            new("revision", "Revision", CellKind.Count), new("minutes", "Minutes taken", CellKind.Count), new("signed", "Signed by", CellKind.Text, 36),
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
        _row = new Cell[columns.Length];
        Writer = report.AddSheet(new ReportSheet("Awards", "", [], Large: true));
        Writer.BeginTable(new ReportTable("Awards", "", columns));
    }

    public IReportSheetWriter Writer { get; }

    public void Add(ReportLine line, IndicatorFigure[] figures)
    {
        var (entry, award) = (line.Entry, line.Award);
        ReturnWords.WriteAward(_row, line);
        _row[2] = Cell.OfText(award.Provider.Id.Value);
        _row[3] = Cell.OfText(award.Project);
        _row[4] = Cell.OfMoney(award.Amount);
        _row[5] = Cell.OfText(Funders(line));
        _row[6] = Cell.OfText(ReturnWords.StatusOf(entry.Status));
        _row[7] = Cell.OfText(ReturnWords.PunctualityOf(entry, _cut.Period));
        _row[8] = ReturnWords.Moment(entry.FirstSubmittedAt);
        _row[9] = ReturnWords.Moment(entry.SubmittedAt);
        _row[10] = entry.Revision > 0 ? Cell.OfCount(entry.Revision) : Cell.Empty;
        _row[11] = line.Revision?.Minutes is { } minutes ? Cell.OfCount(minutes) : Cell.Empty;
        _row[12] = Cell.OfText(line.Revision is { Signatory: var by } ? $"{by.Name}, {by.Role}" : null);
        for (var place = 0; place < figures.Length; place++)
        {
            var indicator = _cut.Programme.Indicators[place];
            _row[FirstIndicator + (2 * place)] = figures[place].ProfileCell(indicator);
            _row[FirstIndicator + (2 * place) + 1] = figures[place].ActualCell(indicator);
        }
        Writer.WriteRow(_row);
    }

    private string Funders(ReportLine line)
    {
        var contributions = line.Award.Contributions;
        return contributions.Count == 1
            ? NameOf(contributions[0].Funder)
            : string.Join("; ", contributions.Select(part => $"{NameOf(part.Funder)} {ReadableCell.Of(Cell.OfMoney(part.Amount))}"));
    }

    private string NameOf(People.OrganisationId funder) =>
        funder == _cut.Programme.LeadFunder.Id
            ? _cut.Programme.LeadFunder.Name
            : _cut.Programme.CoFunders.FirstOrDefault(organisation => organisation.Id == funder)?.Name ?? funder.Value;
}
