using System.Globalization;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting;

/// <summary>
/// One submitted return as a workbook, as far as its reader may see it: a line a question, then each table and repeating group as it stands on
/// the form, then what it was submitted with.
/// </summary>
public sealed class ReturnWorkbook
{
    private const string InTables = "See the sheet “Tables”";

    private readonly ShownReturn _shown;
    private readonly IReportWriter _writer;
    private readonly ILookup<QuestionId, ShownAnswer> _answers;

    private ReturnWorkbook(ShownReturn shown, IReportWriter writer)
    {
        _shown = shown;
        _writer = writer;
        _answers = shown.Shown.Answers.ToLookup(answer => answer.Question);
    }

    private Revision Revision => _shown.Shown.Revision;

    private FoundReturn Return => _shown.Return;

    /// <summary>What the file says of itself.</summary>
    public static ReportProperties PropertiesOf(ShownReturn shown) => new(
        $"Return of {shown.Return.Award.Provider.Name}, {shown.Return.Period.Name}", shown.Return.Programme.Name, shown.Return.Award.Provider.Name, shown.Shown.Revision.SubmittedAt);

    /// <summary>Writes all sheets and completes the file.</summary>
    public static void Write(ShownReturn shown, IReportWriter writer)
    {
        var workbook = new ReturnWorkbook(shown, writer);
        workbook.WriteAnswers();
        workbook.WriteTables();
        workbook.WriteAbout();
        writer.Complete();
    }

    private void WriteAnswers()
    {
        var sheet = _writer.AddSheet(new ReportSheet("Answers", "", [], Large: true));
        sheet.BeginTable(new ReportTable("Answers", "",
        [
            new("section", "Section", CellKind.Text, 30, Wrap: true), new("question", "Question", CellKind.Text, 44, Wrap: true), new("answer", "Answer", CellKind.Text, 50, Wrap: true),
            new("comment", "Comment", CellKind.Text, 44, Wrap: true), new("id", "Id", CellKind.Text, 24),
        ]));
        foreach (var section in Revision.Answers.Version.Sections)
            foreach (var question in section.Questions)
                if (IsPut(question) && _answers[question.Id].ToList() is [var first, ..] cells)
                    sheet.WriteRow(
                    [
                        Cell.OfText(TitleOf(section)), Cell.OfText(question.Label), cells.Count == 1 || first.Value.Kind == CellKind.NotAsked ? first.Value : AnswerIn(question),
                        Cell.OfText(_shown.Shown.Comments.GetValueOrDefault(question.Id)), Cell.OfText(question.Id.Value),
                    ]);
    }

    private Cell AnswerIn(Question question) => Revision.Answers[question] is null ? Cell.Empty : Cell.OfText(InTables);

    /// <summary>Whether the question was put, or depends on another answer; one about an outcome or funder that the award doesn't have is left out.</summary>
    private bool IsPut(Question question) => !Revision.NotAsked[question.Ordinal] || AskedAnswers.IsAskedOf(question, Return.Award, Return.Period);

    private string TitleOf(Forms.Section section) =>
        section.Questions.FirstOrDefault()?.AgreedOutcome is { } number && number <= Return.Award.AgreedOutcomes.Count
            ? $"{section.Title}: {Return.Award.AgreedOutcomes[number - 1].Title}"
            : section.Title;

    private void WriteTables()
    {
        IReportSheetWriter? sheet = null;
        foreach (var question in Revision.Answers.Version.Questions)
            if (Revision.Answers[question] is { } answer && _answers.Contains(question.Id))
            {
                if (question is not (TableQuestion or RepeatingGroupQuestion))
                    continue;
                sheet ??= _writer.AddSheet(new ReportSheet("Tables", "Tables", ["Totals are worked out from the rows."]));
                if (question is TableQuestion table)
                    WriteTable(sheet, table);
                else
                    WriteGroup(sheet, (RepeatingGroupQuestion)question, (Forms.GroupAnswer)answer);
            }
    }

    /// <summary>The cells that the reader sees, as the form has them: a row a row, totals last.</summary>
    private void WriteTable(IReportSheetWriter sheet, TableQuestion table)
    {
        var cells = _answers[table.Id].ToDictionary(answer => answer.Column.Id, answer => answer.Value, StringComparer.Ordinal);
        sheet.BeginTable(new ReportTable(IdOf(table), table.Label,
        [
            new("row", "Row", CellKind.Text, 44, Wrap: true),
            .. table.TableColumns.Select(column => new Column(column.Id.Value, column.Label, column.Cells.Columns[0].Kind, 16)),
            .. table.RowTotals ? [new Column("row-total", "Total", table.TableColumns[0].Cells.Columns[0].Kind, 16)] : Array.Empty<Column>(),
        ]));
        // A column's id may be empty between its strokes: that row is the totals'.
        foreach (var (id, label) in table.Rows.Select(row => (row.Id.Value, row.Label)).Append(("", "Total")))
        {
            var row = table.TableColumns.Select(column => cells.TryGetValue($"{table.Id}/{id}/{column.Id}", out var cell) ? cell : (Cell?)null).ToList();
            if (!row.Any(cell => cell is not null))
                continue;
            if (table.RowTotals)
                row.Add(cells.GetValueOrDefault(id.Length == 0 ? $"{table.Id}//" : $"{table.Id}/{id}"));
            sheet.WriteRow([Cell.OfText(label), .. row.Select(cell => cell ?? Cell.Empty)]);
        }
    }

    private static void WriteGroup(IReportSheetWriter sheet, RepeatingGroupQuestion group, Forms.GroupAnswer answer)
    {
        sheet.BeginTable(new ReportTable(IdOf(group), group.Label, [.. group.Questions.Select(question => question.Columns[0] with { Wrap = true })]));
        foreach (var row in answer.Rows)
        {
            var cells = new Cell[group.Questions.Count];
            for (var place = 0; place < cells.Length; place++)
                if (row[place] is { } value)
                    group.Questions[place].Export(value, cells.AsSpan(place, 1));
            sheet.WriteRow(cells);
        }
    }

    private static string IdOf(Question question) => string.Create(CultureInfo.InvariantCulture, $"Question{question.Ordinal + 1}");

    private void WriteAbout()
    {
        var (programme, award, period) = (Return.Programme, Return.Award, Return.Period);
        var sheet = _writer.AddSheet(new ReportSheet("About", "About this return", []));
        sheet.BeginTable(new ReportTable("About", "", [new("fact", "Fact", CellKind.Text, 32), new("value", "Value", CellKind.Text, 60, Wrap: true)]));
        void Fact(string fact, Cell value) => sheet.WriteRow([Cell.OfText(fact), Cell.OfText(ReadableCell.Of(value))]);
        Fact("Reference", Cell.OfText($"{Return.Key}/{Revision.Number}"));
        Fact("Provider", Cell.OfText($"{award.Provider.Name} ({award.Provider.Id})"));
        if (award.Project is { } project)
            Fact("Project", Cell.OfText(project));
        Fact("Programme", Cell.OfText(programme.Name));
        Fact("Period", Cell.OfText(period.Name));
        Fact("First day", Cell.OfDate(period.Start));
        Fact("Last day", Cell.OfDate(period.End));
        Fact("Revision", Cell.OfCount(Revision.Number));
        Fact("Signed by", Cell.OfText(Revision.Signatory.Name));
        Fact("Signed as", Cell.OfText(Revision.Signatory.Role));
        Fact("Submitted (UK time)", ReturnWords.Moment(Revision.SubmittedAt));
        Fact("Minutes it took", Revision.Minutes is { } minutes ? Cell.OfCount(minutes) : Cell.OfText("Not said"));
        if (_shown.Digest is { } digest)
            Fact("Digest (SHA-256)", Cell.OfText(digest));
        Fact("Form", Cell.OfText($"{Revision.Answers.Version.Title}, version {Revision.Answers.Version.Number.ToString(CultureInfo.InvariantCulture)}"));
        foreach (var funder in programme.Funders.Where(funder => funder.Id == programme.LeadFunder.Id || award.IsFundedBy(funder.Id)))
            Fact(funder.Id == programme.LeadFunder.Id ? "Lead funder" : "Co-funder", Cell.OfText($"{funder.Name} ({funder.Id})"));
    }
}
