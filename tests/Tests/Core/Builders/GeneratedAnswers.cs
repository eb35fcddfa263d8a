using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Answers that a question can have, as it would keep them.</summary>
internal static class GeneratedAnswers
{
    private const string Choices = """ "choices":[{"id":"n","label":"North"},{"id":"s","label":"South"},{"id":"e","label":"East"}] """;

    /// <summary>A form with a question of every type. The ids stand in another order than their names sort in.</summary>
    public static FormVersion EveryType { get; } = A.Form(
        A.QuestionJson("t", "shortText"), A.QuestionJson("story", "longText"), A.QuestionJson("people", "count"),
        A.QuestionJson("balance", "number", "\"negative\":true,\"decimals\":4"), A.QuestionJson("Spent", "money"), A.QuestionJson("share", "percentage"),
        A.QuestionJson("day", "date"), A.QuestionJson("consortium", "yesNo"), A.QuestionJson("main", "oneChoice", Choices),
        A.QuestionJson("others", "manyChoices", Choices), A.QuestionJson("consent", "declaration"), A.QuestionJson("proof", "evidence", "\"maxFiles\":3"),
        A.QuestionJson("by-kind", "table",
            """
            "rows":[{"id":"who","label":"Who"},{"id":"areas","label":"Areas"},{"id":"Day","label":"Day"}],
            "columns":[{"id":"people","label":"People","type":"count"},{"id":"amount","label":"Amount","type":"money"}]
            """),
        A.QuestionJson("funding", "repeatingGroup",
            $$"""
            "maxRows":4,"questions":[
              {"id":"who","type":"shortText","label":"Who"},{"id":"amount","type":"money","label":"Amount"},{"id":"people","type":"count","label":"People"},
              {"id":"areas","type":"manyChoices","label":"Areas",{{Choices}}},{"id":"day","type":"date","label":"Day"}]
            """));

    public static Gen<Answer> To(Question question) => question switch
    {
        TextQuestion text => TextFor(text),
        FigureQuestion figure => FigureFor(figure),
        DateQuestion => Gen.Choose(0, 109_571).Select(days => (Answer)new DateAnswer(new DateOnly(1900, 1, 1).AddDays(days))),
        YesNoQuestion => Gen.Elements(true, false).Select(yes => (Answer)new YesNoAnswer(yes)),
        DeclarationQuestion => Gen.Constant((Answer)new YesNoAnswer(true)),
        OneChoiceQuestion one => Gen.Elements(one.Choices.AsEnumerable()).Select(choice => (Answer)new ChoicesAnswer([choice.Id])),
        ManyChoicesQuestion many => Gen.SubListOf(many.Choices.AsEnumerable()).Where(chosen => chosen.Count > 0)
            .Select(chosen => (Answer)new ChoicesAnswer([.. many.Choices.Where(chosen.Contains).Select(choice => choice.Id)])),
        RepeatingGroupQuestion group => RowsFor(group),
        EvidenceQuestion evidence => FilesFor(evidence),
        TableQuestion table => CellsFor(table),
        _ => throw new ArgumentException($"No answers to {question.Type} are known.", nameof(question)),
    };

    /// <summary>An answer to some of the questions and a comment on some; null where there is none.</summary>
    public static Gen<IReadOnlyList<(Question Question, Answer? Answer, string? Comment)>> Some(FormVersion version) =>
        Gen.CollectToArray(version.Questions, question =>
            from answer in OrNone(To(question))
            from comment in OrNone(GeneratedJson.Text)
            select (question, answer, comment)).Select(all => (IReadOnlyList<(Question, Answer?, string?)>)all);

    public static AnswerSheet SheetOf(FormVersion version, IEnumerable<(Question Question, Answer? Answer, string? Comment)> answers)
    {
        var sheet = new AnswerSheet(version);
        foreach (var (question, answer, comment) in answers)
        {
            sheet[question] = answer;
            sheet.SetComment(question, comment);
        }
        return sheet;
    }

    /// <summary>Whether two answers say the same, lists too.</summary>
    public static bool Same(Answer? one, Answer? other) => (one, other) switch
    {
        (ChoicesAnswer a, ChoicesAnswer b) => a.Chosen.SequenceEqual(b.Chosen),
        (GroupAnswer a, GroupAnswer b) => a.Rows.Count == b.Rows.Count && a.Rows.Zip(b.Rows).All(rows => rows.First.Zip(rows.Second).All(pair => Same(pair.First, pair.Second))),
        (EvidenceAnswer a, EvidenceAnswer b) => a.Files.SequenceEqual(b.Files),
        (TableAnswer a, TableAnswer b) => a.Cells.SequenceEqual(b.Cells),
        _ => Equals(one, other),
    };

    private static Gen<Answer> TextFor(TextQuestion question) =>
        GeneratedJson.Text.Select(text => text.Trim()).Where(text => text.Length > 0 && text.Length <= question.MaxCharacters)
            .Select(text => (Answer)new TextAnswer(text));

    private static Gen<Answer> FigureFor(FigureQuestion question) =>
        from whole in Gen.Frequency((4, Gen.Choose(0, 5000).Select(number => (decimal)number)), (1, Gen.Elements(0m, 999_999_999_999m)))
        from part in Gen.Choose(0, 9_999)
        from sign in Gen.Elements(question is NumberQuestion ? [1, -1] : new[] { 1 })
        let figure = sign * decimal.Round(Math.Min(whole + (part / 10_000m), FigureQuestion.Largest), question.Decimals, MidpointRounding.ToZero)
        select (Answer)new FigureAnswer(decimal.Parse(figure.ToString("0.####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static Gen<Answer> FilesFor(EvidenceQuestion evidence) =>
        from count in Gen.Choose(1, evidence.MaxFiles)
        from names in GeneratedJson.Text.ArrayOf(count)
        from kinds in Gen.Elements(FileKind.All.AsEnumerable()).ArrayOf(count)
        from sizes in Gen.Choose(1, (int)FileKind.MostBytes).ArrayOf(count)
        select (Answer)new EvidenceAnswer([.. names.Zip(kinds, sizes).Select(file => new AnsweredFile(
            FileId.New(), FileName.Safe(file.First), file.Second.MediaType, file.Third, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file.First)))))]);

    private static Gen<Answer> RowsFor(RepeatingGroupQuestion repeating) =>
        from count in Gen.Choose(1, repeating.MaxRows)
        from rows in Gen.CollectToArray(repeating.Questions, question => OrNone(To(question))).Where(row => row.Any(answer => answer is not null)).ArrayOf(count)
        select (Answer)new GroupAnswer(rows);

    private static Gen<Answer> CellsFor(TableQuestion table) =>
        from cells in Gen.CollectToArray(Enumerable.Range(0, table.Rows.Count * table.TableColumns.Count), cell => OrNone(To(table.TableColumns[cell % table.TableColumns.Count].Cells)))
        where cells.Any(cell => cell is not null)
        select (Answer)new TableAnswer([.. cells.Select(cell => (cell as FigureAnswer)?.Figure)]);

    private static Gen<T?> OrNone<T>(Gen<T> gen) where T : class =>
        Gen.Frequency((2, gen.Select(value => (T?)value)), (1, Gen.Constant<T?>(null)));
}
