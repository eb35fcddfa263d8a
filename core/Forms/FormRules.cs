using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms;

/// <summary>What must hold in every form version, whoever wrote it.</summary>
internal sealed class FormRules(FormVersion version, FormFaults faults)
{
    /// <summary>As many as a report shows.</summary>
    private const int MostDecimals = 6;

    /// <summary>Names and ids that a section's page has beside its boxes, which are named by their questions.</summary>
    private static readonly HashSet<string> OwnOfPages = new(StringComparer.Ordinal)
    {
        "carried-over", "form-token", "keep-token", "main-content", "banner-title", "error-summary-title",
    };

    public static Dictionary<string, Question> IndexById(IReadOnlyList<Question> questions, FormFaults faults)
    {
        var byId = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var question in questions)
            if (!byId.TryAdd(question.Id.Value, question))
                faults.Add(question.Id.Value, "two questions have this id");
            else if (OwnOfPages.Contains(question.Id.Value))
                faults.Add(question.Id.Value, "the pages of a form use this name for something of their own: give the question another id");
        return byId;
    }

    /// <param name="definitions">Of the version's questions, in their order.</param>
    public void Check(IReadOnlyList<QuestionDocument> definitions)
    {
        if (version.Number < 1)
            faults.Add("version", "versions are numbered from 1");
        if (version.Questions.Count == 0)
            faults.Add("sections", "a form needs a question");
        var sections = new HashSet<SectionId>();
        foreach (var section in version.Sections)
            if (!sections.Add(section.Id))
                faults.Add(section.Id.Value, "two sections have this id");
        var columns = AnswersSheet.OwnColumns.Select(column => column.Id).ToHashSet(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (question, definition) in version.Questions.Zip(definitions))
        {
            CheckAskIf(question);
            CheckChoices(question);
            CheckLimits(question);
            CheckGroup(question);
            CheckAskIn(question);
            CheckRequired(question);
            if (question is TableQuestion table)
                TableRules.Check(table, definition, faults);
            if (question is EvidenceQuestion && definition.Prefill != Prefill.Never)
                faults.Add(question.Id.Value, "evidence files belong to one return: they can't be filled in beforehand");
            foreach (var column in ColumnsOf(question))
                if (!columns.Add(column.Id))
                    faults.Add(question.Id.Value, $"the sheet of all answers has the column “{column.Id}” already");
            if (question.CountsAgreedOutcome && (question.AgreedOutcome is null || question is not (FigureQuestion or TableQuestion { IsFigure: true })))
                faults.Add(question.Id.Value, "only a figure in a section of agreed outcomes can count one");
            if (question.Indicator is not null && !question.IsFigure)
                faults.Add(question.Id.Value, "only a figure, a table with one column, or a group with one figure, can add to an indicator as a whole");
            foreach (var check in question.Checks)
            {
                if (!codes.Add(check.Code))
                    faults.Add(question.Id.Value, $"the check code {check.Code} is used twice");
                CheckReads(question, check);
            }
        }
    }

    /// <summary>None of a table that has no columns, or no rows, yet.</summary>
    private static IReadOnlyList<Column> ColumnsOf(Question question) => question is TableQuestion { TableColumns.Count: 0 } ? [] : question.Columns;

    private void CheckReads(Question question, Check check)
    {
        if (check.ChecksFigure && !question.Has(check.Subject))
            faults.Add(question.Id.Value, $"check {check.Code} checks a figure that the question doesn't have; on a table with several columns it names the “column”");
        foreach (var read in check.Reads)
            if (version.Find(read.Question.Value) is not { } other || !other.Has(read))
                faults.Add(question.Id.Value, $"check {check.Code} reads the unknown figure {read}");
        if (check.ReadsDay is { } day && version.Find(day.Value) is not DateQuestion)
            faults.Add(question.Id.Value, $"check {check.Code} reads the unknown day {day}");
    }

    private void CheckAskIn(Question question)
    {
        if (question.AskIn is not { } askIn)
            return;
        if (askIn.EndingIn.Count == 0 && !askIn.LastOfAward)
            faults.Add(question.Id.Value, "it is asked in some periods only, and names none: choose months, or the last period of an award");
        if (askIn.EndingIn.Any(month => month is < 1 or > 12))
            faults.Add(question.Id.Value, "it is asked in a month that is not 1 to 12");
    }

    private void CheckRequired(Question question)
    {
        if (question is { RequiredFrom: not null, Required: false })
            faults.Add(question.Id.Value, "it says from when it is required, and it is not required");
        if (question is RepeatingGroupQuestion group && group.Questions.FirstOrDefault(part => part.RequiredFrom is not null) is { } part)
            faults.Add(part.Id.Value, "a question in a repeating group is required in all periods or in none");
    }

    private void CheckAskIf(Question question)
    {
        if (question.AskIf is not { } askIf)
            return;
        if (version.Find(askIf.Question.Value) is not { } other || other.Ordinal >= question.Ordinal)
        {
            faults.Add(question.Id.Value, $"it is asked only after some answers to {askIf.Question}, which is no question before it");
            return;
        }
        string[]? possible = other switch
        {
            ChoiceQuestion choice => [.. choice.Choices.Select(option => option.Id)],
            YesNoQuestion => ["yes", "no"],
            _ => null,
        };
        if (possible is null)
            faults.Add(question.Id.Value, $"it is asked only after some answers to {askIf.Question}, which is neither a choice nor yes or no");
        else if (askIf.Is.Count == 0 || askIf.Is.Except(possible, StringComparer.Ordinal).Any())
            faults.Add(question.Id.Value, $"it is asked only after an answer that {askIf.Question} doesn't have");
    }

    private void CheckChoices(Question question)
    {
        if (question is not ChoiceQuestion choice)
            return;
        if (choice.Choices.Count < 2)
            faults.Add(question.Id.Value, "a choice needs two answers or more");
        if (choice.Choices.DistinctBy(option => option.Id, StringComparer.Ordinal).Count() != choice.Choices.Count)
            faults.Add(question.Id.Value, "two choices have the same id");
        foreach (var option in choice.Choices)
            if (!Identifier.TryParse<QuestionId>(option.Id, out _))
                faults.Add(question.Id.Value, $"“{option.Id}” is not an identifier for a choice");
    }

    private void CheckLimits(Question question)
    {
        switch (question)
        {
            case NumberQuestion { Decimals: < 0 or > MostDecimals }:
                faults.Add(question.Id.Value, $"a number has 0 to {MostDecimals} decimals");
                break;
            case LongTextQuestion text when text.MaxWords < (text.MinWords ?? 1):
                faults.Add(question.Id.Value, $"no text has at least {text.MinWords ?? 1} and at most {text.MaxWords} words");
                break;
            case RepeatingGroupQuestion { MaxRows: < 1 }:
                faults.Add(question.Id.Value, "a repeating group allows 1 row or more");
                break;
            case EvidenceQuestion { MaxFiles: < 1 or > EvidenceQuestion.MostFiles }:
                faults.Add(question.Id.Value, $"an evidence question takes 1 to {EvidenceQuestion.MostFiles} files");
                break;
        }
    }

    private void CheckGroup(Question question)
    {
        if (question is not RepeatingGroupQuestion group)
            return;
        if (group.Questions.Count == 0)
            faults.Add(question.Id.Value, "a repeating group needs a question");
        if (group.Questions.FirstOrDefault(part => part is RepeatingGroupQuestion or TableQuestion or EvidenceQuestion or DeclarationQuestion || part.AskIf is not null || part.AskIn is not null || part.VisibleTo.Count > 0 || part.Checks.Count > 0 || part.Indicator is not null) is { } part)
            faults.Add(part.Id.Value, "a question in a repeating group has no group, table, evidence, declaration, condition, check, reader or indicator of its own");
        foreach (var inner in group.Questions)
        {
            CheckChoices(inner);
            CheckLimits(inner);
        }
        IndexById(group.Questions, faults);
    }
}
