using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>A return as one of its funders reads it: what was submitted, as far as it sees that, and what came of it. Nothing of a draft.</summary>
/// <param name="Return">Where it stands; its draft is not for the reader.</param>
/// <param name="Submitted">The revision that is read; null where none is in.</param>
public sealed record FundersReturn(FoundReturn Return, SeenRevision? Submitted, Correspondence Correspondence)
{
    /// <summary>Which funders opened or downloaded it, and the last day; the newest first.</summary>
    public IReadOnlyList<(string Funder, DateOnly Day)> Readers { get; init; } = [];

    public IReadOnlyList<ListedRevision> Revisions { get; init; } = [];

    /// <summary>What the reader's own organisation answered to the newest revision; null where it has not.</summary>
    public AnswerBack? Own => Correspondence.Answers.FirstOrDefault(shown => shown.Answer.Funder == Return.Access.Funder && shown.Answer.Revision == Return.Header.Revision)?.Answer;

    public bool IsNewest => Submitted?.Number == Return.Header.Revision;
}

/// <summary>A submitted revision as far as a funder sees it.</summary>
/// <param name="Last">What the period before is called, whose answers stand beside; null where there is nothing to compare with.</param>
public sealed record SeenRevision(
    int Number, DateTimeOffset SubmittedAt, Signatory Signatory, Signatory? Second, int? Minutes, string? Last, IReadOnlyList<SeenSection> Sections, IReadOnlyList<SeenIndicator> Indicators)
{
    public IEnumerable<SeenAnswer> Answers => Sections.SelectMany(section => section.Answers);

    /// <summary>What would help, in the provider's own words.</summary>
    public IEnumerable<SeenAnswer> HelpAsked => Answers.Where(answer => answer is { Question: LongTextQuestion { AsksForHelp: true }, Answer: not null });

    /// <summary>What the provider explains.</summary>
    public IEnumerable<SeenAnswer> Explained => Answers.Where(answer => answer.Comment is not null);
}

/// <summary>The questions of a section that the reader may see.</summary>
public sealed record SeenSection(Section Section, IReadOnlyList<SeenAnswer> Answers)
{
    public bool IsNotAsked => Answers.All(answer => !answer.Asked);
}

/// <summary>A question with its answer as the reader may see it.</summary>
/// <param name="Asked">False where it was not put to the award: not the same as not answered.</param>
/// <param name="Answer">Null where it is not answered, and for a table.</param>
/// <param name="Last">The answer of the period before; null for none, and for a table.</param>
public sealed record SeenAnswer(Question Question, bool Asked, Answer? Answer, string? Comment, Answer? Last)
{
    /// <summary>Null for all but a table that is answered.</summary>
    public SeenTable? Table { get; init; }

    /// <summary>The one indicator that the answer alone counts towards; null for none.</summary>
    public SeenIndicator? Indicator { get; init; }
}

/// <summary>A table's rows and columns that the reader may see, small numbers hidden where they are from them.</summary>
public sealed record SeenTable(IReadOnlyList<string> Columns, IReadOnlyList<SeenRow> Rows, bool HasLast);

/// <param name="Label">Null for the totals.</param>
public sealed record SeenRow(string? Label, IReadOnlyList<Cell> Now, IReadOnlyList<Cell> Last);

/// <summary>An indicator of a return beside the period before and what was planned, as people read figures; empty where there is none.</summary>
/// <param name="Difference">Per cent above (or, negative, below) profile, to one decimal; null where there is nothing to compare.</param>
public sealed record SeenIndicator(Indicator Indicator, string Now, string Last, string Profile, decimal? Difference);
