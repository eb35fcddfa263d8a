using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>How much a form asks: questions, boxes and minutes. The rule is in decision 28.</summary>
/// <param name="Cells">Boxes, those of tables counted one by one, those of a repeating group once.</param>
/// <param name="Estimated">Minutes, estimated from the questions.</param>
/// <param name="Stated">Minutes as the form's author says; null where nothing is said.</param>
public sealed record FormSize(int Questions, int Cells, int Estimated, int? Stated)
{
    private const int WordsAMinute = 25;
    private const int MinutesOfText = 5;
    private const int MinutesOfFiles = 5;
    private const int RowsOfGroup = 3;

    /// <summary>What is held against a ceiling: nobody gets below it by stating less.</summary>
    public int Minutes => Math.Max(Estimated, Stated ?? 0);

    public bool FitsIn(Ceiling ceiling)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        return Questions <= ceiling.Questions && Cells <= ceiling.Cells && Minutes <= ceiling.Minutes;
    }

    /// <summary>What an award is asked at most in a period: the core form, the modules of its funders, and its agreed outcomes.</summary>
    public static FormSize For(FormDocument document, Award award)
    {
        ArgumentNullException.ThrowIfNull(award);
        return For(document, award.IsFundedBy, award.AgreedOutcomes.Count);
    }

    /// <inheritdoc cref="For(FormDocument, Award)"/>
    public static FormSize For(FormDocument document, AwardBrief award)
    {
        ArgumentNullException.ThrowIfNull(award);
        return For(document, award.Funders.Contains, award.AgreedOutcomes);
    }

    /// <summary>What an award of these funders is asked at most, with as many agreed outcomes as the form has room for.</summary>
    public static FormSize For(FormDocument document, IReadOnlySet<OrganisationId> funders)
    {
        ArgumentNullException.ThrowIfNull(funders);
        return Of(document, section => section.Module is { } funder && !funders.Contains(funder) ? 0 : Math.Clamp(section.AgreedOutcomes ?? 1, 1, 9));
    }

    private static FormSize For(FormDocument document, Func<OrganisationId, bool> pays, int outcomes) =>
        Of(document, section => section.Module is { } funder && !pays(funder) ? 0 : section.AgreedOutcomes is { } most ? Math.Min(most, outcomes) : 1);

    private static FormSize Of(FormDocument document, Func<SectionDocument, int> times)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (questions, cells, halves) = (0, 0, 0);
        foreach (var section in document.Sections)
        {
            var often = times(section);
            questions += often * section.Questions.Count;
            cells += often * section.Questions.Sum(CellsOf);
            halves += often * section.Questions.Sum(HalfMinutesOf);
        }
        return new FormSize(questions, cells, (halves + 1) / 2, document.Minutes);
    }

    private static int CellsOf(QuestionDocument question) => question.Type switch
    {
        TableQuestion.Name => question.Rows.Count * question.Columns.Count,
        RepeatingGroupQuestion.Name => question.Questions.Count,
        _ => 1,
    };

    private static int HalfMinutesOf(QuestionDocument question) => question.Type switch
    {
        TableQuestion.Name => Math.Max(4, CellsOf(question)),
        RepeatingGroupQuestion.Name => RowsOfGroup * question.Questions.Sum(HalfMinutesOf),
        LongTextQuestion.Name => 2 * Math.Max(MinutesOfText, ((question.MaxWords ?? 0) + WordsAMinute - 1) / WordsAMinute),
        CountQuestion.Name or NumberQuestion.Name or MoneyQuestion.Name or PercentageQuestion.Name => 4,
        EvidenceQuestion.Name => 2 * MinutesOfFiles,
        _ => 2,
    };
}
