using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Sheets;

namespace MonitoringReturns.Core.Forms;

/// <summary>What must hold in every form version, whoever wrote it.</summary>
internal static class FormRules
{
    /// <summary>As many as a report shows.</summary>
    private const int MostDecimals = 6;

    /// <summary>Names and ids that a section's page has beside its boxes, which are named by their questions.</summary>
    private static readonly HashSet<string> OwnOfPages = new(StringComparer.Ordinal)
    {
        "carried-over", "form-token", "keep-token", "main-content", "banner-title", "error-summary-title",
    };

    public static Dictionary<string, Question> IndexById(IReadOnlyList<Question> questions)
    {
        var byId = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var question in questions)
            if (!byId.TryAdd(question.Id.Value, question))
                throw new FormDefinitionException(question.Id.Value, "two questions have this id");
            else if (OwnOfPages.Contains(question.Id.Value))
                throw new FormDefinitionException(question.Id.Value, "the pages of a form use this name for something of their own: give the question another id");
        return byId;
    }

    public static void Check(FormVersion version)
    {
        if (version.Number < 1)
            throw new FormDefinitionException("version", "versions are numbered from 1");
        if (version.Questions.Count == 0)
            throw new FormDefinitionException("sections", "a form needs a question");
        var sections = new HashSet<SectionId>();
        foreach (var section in version.Sections)
            if (!sections.Add(section.Id))
                throw new FormDefinitionException(section.Id.Value, "two sections have this id");
        var columns = AnswersSheet.OwnColumns.Select(column => column.Id).ToHashSet(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var documents = version.Document.Sections.SelectMany(AgreedOutcomeSections.Expand).SelectMany(section => section.Questions).ToDictionary(question => question.Id);
        foreach (var question in version.Questions)
        {
            CheckAskIf(version, question);
            CheckChoices(question);
            CheckLimits(question);
            CheckGroup(question);
            CheckAskIn(question);
            CheckRequired(question);
            if (question is TableQuestion table)
                TableRules.Check(table, documents[question.Id]);
            if (question is EvidenceQuestion && documents[question.Id].Prefill != Prefill.Never)
                throw new FormDefinitionException(question.Id.Value, "evidence files belong to one return: they can't be filled in beforehand");
            foreach (var column in question.Columns)
                if (!columns.Add(column.Id))
                    throw new FormDefinitionException(question.Id.Value, $"the sheet of all answers has the column “{column.Id}” already");
            if (question.CountsAgreedOutcome && (question.AgreedOutcome is null || question is not (FigureQuestion or TableQuestion { IsFigure: true })))
                throw new FormDefinitionException(question.Id.Value, "only a figure in a section of agreed outcomes can count one");
            if (question.Indicator is not null && !question.IsFigure)
                throw new FormDefinitionException(question.Id.Value, "only a figure, a table with one column, or a group with one figure, can add to an indicator as a whole");
            foreach (var check in question.Checks)
            {
                if (!codes.Add(check.Code))
                    throw new FormDefinitionException(question.Id.Value, $"the check code {check.Code} is used twice");
                CheckReads(version, question, check);
            }
        }
    }

    private static void CheckReads(FormVersion version, Question question, Check check)
    {
        if (check.ChecksFigure && !question.Has(check.Subject))
            throw new FormDefinitionException(question.Id.Value, $"check {check.Code} checks a figure that the question doesn't have; on a table with several columns it names the “column”");
        foreach (var read in check.Reads)
            if (version.Find(read.Question.Value) is not { } other || !other.Has(read))
                throw new FormDefinitionException(question.Id.Value, $"check {check.Code} reads the unknown figure {read}");
        if (check.ReadsDay is { } day && version.Find(day.Value) is not DateQuestion)
            throw new FormDefinitionException(question.Id.Value, $"check {check.Code} reads the unknown day {day}");
    }

    private static void CheckAskIn(Question question)
    {
        if (question.AskIn is not { } askIn)
            return;
        if (askIn.EndingIn.Count == 0 && !askIn.LastOfAward)
            throw new FormDefinitionException(question.Id.Value, "askIn names no period: it needs endingIn or lastOfAward");
        if (askIn.EndingIn.Any(month => month is < 1 or > 12))
            throw new FormDefinitionException(question.Id.Value, "askIn names a month that is not 1 to 12");
    }

    private static void CheckRequired(Question question)
    {
        if (question is { RequiredFrom: not null, Required: false })
            throw new FormDefinitionException(question.Id.Value, "requiredFrom says from when it is required, and it is not required");
        if (question is RepeatingGroupQuestion group && group.Questions.FirstOrDefault(part => part.RequiredFrom is not null) is { } part)
            throw new FormDefinitionException(part.Id.Value, "a question in a repeating group is required in all periods or in none");
    }

    private static void CheckAskIf(FormVersion version, Question question)
    {
        if (question.AskIf is not { } askIf)
            return;
        if (version.Find(askIf.Question.Value) is not { } other || other.Ordinal >= question.Ordinal)
            throw new FormDefinitionException(question.Id.Value, $"askIf names {askIf.Question}, which is no question before it");
        var possible = other switch
        {
            ChoiceQuestion choice => choice.Choices.Select(option => option.Id),
            YesNoQuestion => ["yes", "no"],
            _ => throw new FormDefinitionException(question.Id.Value, $"askIf names {askIf.Question}, which is neither a choice nor yes or no"),
        };
        if (askIf.Is.Count == 0 || askIf.Is.Except(possible, StringComparer.Ordinal).Any())
            throw new FormDefinitionException(question.Id.Value, $"askIf names an answer that {askIf.Question} doesn't have");
    }

    private static void CheckChoices(Question question)
    {
        if (question is not ChoiceQuestion choice)
            return;
        if (choice.Choices.Count < 2)
            throw new FormDefinitionException(question.Id.Value, "a choice needs two answers or more");
        if (choice.Choices.DistinctBy(option => option.Id, StringComparer.Ordinal).Count() != choice.Choices.Count)
            throw new FormDefinitionException(question.Id.Value, "two choices have the same id");
        foreach (var option in choice.Choices)
            if (!Identifier.TryParse<QuestionId>(option.Id, out _))
                throw new FormDefinitionException(question.Id.Value, $"“{option.Id}” is not an identifier for a choice");
    }

    private static void CheckLimits(Question question)
    {
        switch (question)
        {
            case NumberQuestion { Decimals: < 0 or > MostDecimals }:
                throw new FormDefinitionException(question.Id.Value, $"a number has 0 to {MostDecimals} decimals");
            case LongTextQuestion text when text.MaxWords < (text.MinWords ?? 1):
                throw new FormDefinitionException(question.Id.Value, $"no text has at least {text.MinWords ?? 1} and at most {text.MaxWords} words");
            case RepeatingGroupQuestion { MaxRows: < 1 }:
                throw new FormDefinitionException(question.Id.Value, "a repeating group allows 1 row or more");
            case EvidenceQuestion { MaxFiles: < 1 or > EvidenceQuestion.MostFiles }:
                throw new FormDefinitionException(question.Id.Value, $"an evidence question takes 1 to {EvidenceQuestion.MostFiles} files");
        }
    }

    private static void CheckGroup(Question question)
    {
        if (question is not RepeatingGroupQuestion group)
            return;
        if (group.Questions.Count == 0)
            throw new FormDefinitionException(question.Id.Value, "a repeating group needs a question");
        if (group.Questions.FirstOrDefault(part => part is RepeatingGroupQuestion or TableQuestion or EvidenceQuestion or DeclarationQuestion || part.AskIf is not null || part.AskIn is not null || part.VisibleTo.Count > 0 || part.Checks.Count > 0 || part.Indicator is not null) is { } part)
            throw new FormDefinitionException(part.Id.Value, "a question in a repeating group has no group, table, evidence, declaration, condition, check, reader or indicator of its own");
        foreach (var inner in group.Questions)
        {
            CheckChoices(inner);
            CheckLimits(inner);
        }
        IndexById(group.Questions);
    }
}
