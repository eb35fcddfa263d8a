using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What the report was made from: the manifest in words, the rows of each sheet, every question, and every return with its digest.</summary>
internal sealed class AboutSheet
{
    private readonly Cut _cut;
    private readonly string _manifestDigest;

    public AboutSheet(Cut cut, string manifestDigest, IReportWriter report)
    {
        _cut = cut;
        _manifestDigest = manifestDigest;
        Writer = report.AddSheet(new ReportSheet("About", "About this report", ["What it was made from. The same manifest always gives the same workbook."]));
    }

    public IReportSheetWriter Writer { get; }

    public void Complete(IReadOnlyList<(string Sheet, long Rows)> sheets)
    {
        WriteManifest();
        Writer.BeginTable(new ReportTable("RowCounts", "Rows", [new("sheet", "Sheet", CellKind.Text, 24), new("rows", "Rows", CellKind.Count, 44)]));
        Span<Cell> row = new Cell[2];
        foreach (var (sheet, rows) in sheets)
        {
            row[0] = Cell.OfText(sheet);
            row[1] = Cell.OfCount(rows);
            Writer.WriteRow(row);
        }
        WriteQuestions();
        WriteReturns();
    }

    private void WriteManifest()
    {
        var (manifest, programme) = (_cut.Manifest, _cut.Programme);
        Writer.BeginTable(new ReportTable("Manifest", "Manifest", [new("fact", "Fact", CellKind.Text, 24), new("value", "Value", CellKind.Text, 44)]));
        Fact("Programme", Cell.OfText($"{programme.Name} ({programme.Id})"));
        Fact("Programme version", Cell.OfCount(manifest.ProgrammeVersion));
        Fact("Lead funder", Cell.OfText($"{programme.LeadFunder.Name} ({programme.LeadFunder.Id})"));
        Fact("Period", Cell.OfText($"{_cut.Period.Name} ({_cut.Period.Id})"));
        Fact("First day", Cell.OfDate(_cut.Period.Start));
        Fact("Last day", Cell.OfDate(_cut.Period.End));
        Fact("Due", Cell.OfDate(_cut.Period.Due));
        Fact("Form", Cell.OfText($"{_cut.Version.Title} ({manifest.Form}), version {manifest.FormVersion}"));
        Fact("Form digest (SHA-256)", Cell.OfText(manifest.FormHash));
        Fact("Rules version", Cell.OfCount(manifest.Rules));
        Fact("Cut number", Cell.OfCount(manifest.Cut));
        Fact("Cut taken (UK time)", ReturnWords.Moment(manifest.CutAt));
        Fact("Awards", Cell.OfCount(manifest.Returns.Count));
        Fact("Returns in", Cell.OfCount(manifest.Returns.Count(entry => entry.Revision > 0)));
        Fact("Manifest digest (SHA-256)", Cell.OfText(_manifestDigest));
    }

    private void Fact(string fact, Cell value) => Writer.WriteRow([Cell.OfText(fact), Cell.OfText(ReadableCell.Of(value))]);

    private void WriteQuestions()
    {
        Writer.BeginTable(new ReportTable("Questions", "Questions",
        [
            new("id", "Question", CellKind.Text, 24), new("label", "Label", CellKind.Text, 44, Wrap: true), new("section", "Section", CellKind.Text, 24, Wrap: true),
            new("type", "Type", CellKind.Text, 16), new("indicator", "Indicator", CellKind.Text, 24), new("required", "Required", CellKind.Text, 10),
            new("why", "Why it is asked", CellKind.Text, 50, Wrap: true), new("used-by", "Used by", CellKind.Text, 24, Wrap: true),
        ]));
        Span<Cell> row = new Cell[8];
        foreach (var section in _cut.Version.Sections)
            foreach (var question in section.Questions)
            {
                row[0] = Cell.OfText(question.Id.Value);
                row[1] = Cell.OfText(question.Label);
                row[2] = Cell.OfText(section.Title);
                row[3] = Cell.OfText(question.Type);
                row[4] = Cell.OfText(question.CountsAgreedOutcome ? "as agreed in the award" : question.Indicator?.Value);
                row[5] = Cell.OfText(question.Required ? "Yes" : "No");
                row[6] = Cell.OfText(question.Why);
                row[7] = Cell.OfText(question.UsedBy);
                Writer.WriteRow(row);
            }
    }

    private void WriteReturns()
    {
        Writer.BeginTable(new ReportTable("ManifestReturns", "Returns used",
        [
            new("award", "Award", CellKind.Text, 24), new("digest", "Digest of the revision (SHA-256)", CellKind.Text, 44), new("status", "Status", CellKind.Text, 24),
            new("revision", "Revision", CellKind.Count, 16), new("award-version", "Award version", CellKind.Count, 16),
        ]));
        Span<Cell> row = new Cell[5];
        foreach (var entry in _cut.Manifest.Returns)
        {
            row[0] = Cell.OfText(entry.Award.Value);
            row[1] = Cell.OfText(entry.Digest);
            row[2] = Cell.OfText(ReturnWords.StatusOf(entry.Status));
            row[3] = entry.Revision > 0 ? Cell.OfCount(entry.Revision) : Cell.Empty;
            row[4] = Cell.OfCount(entry.AwardVersion);
            Writer.WriteRow(row);
        }
    }
}
