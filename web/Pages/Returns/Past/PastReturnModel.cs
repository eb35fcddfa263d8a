using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.History;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Returns.Past;

/// <summary>A past return as its page shows it: the boxes that the form of today has, none of them required.</summary>
/// <param name="Period">The id of one that is there already; empty for a new one.</param>
public sealed record PastReturnModel(FoundHistory History, string Period, string Name, DateEntry Start, DateEntry End)
{
    // Beside the boxes of a form, whose questions may have any id: none has this sign.
    public const string PeriodBox = "past/period";
    public const string NameBox = "past/name";
    public const string StartBox = "past/start";
    public const string EndBox = "past/end";

    /// <summary>A filled-in template that was saved as a file.</summary>
    public const string FileBox = "file";

    /// <summary>Its pasted lines.</summary>
    public const string LinesBox = "lines";

    /// <summary>What stood in the boxes of the page that came back.</summary>
    public TypedBoxes? Typed { get; init; }

    /// <summary>What the boxes show.</summary>
    public IReadOnlyDictionary<QuestionId, Answer> Answers { get; init; } = new Dictionary<QuestionId, Answer>();

    /// <summary>Why answers can't be kept.</summary>
    public IReadOnlyList<Finding> Refused { get; init; } = [];

    /// <summary>What else is wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Lines of a template that came back.</summary>
    public string? Pasted { get; init; }

    /// <summary>It shows what was pasted, and nothing of it is kept yet.</summary>
    public bool IsPreview { get; init; }

    public bool IsNew => Period.Length == 0;

    public static PastReturnModel Empty(FoundHistory history) => new(history, "", "", DateEntry.Empty, DateEntry.Empty);

    public static IReadOnlyDictionary<QuestionId, Answer> AnswersOf(FoundHistory history, PastReturn past)
    {
        // What another version asked is not asked again here.
        var sheet = past.FormVersion == history.Version.Number ? past.Read(history.Version) : new AnswerSheet(history.Version);
        return history.Questions.Where(question => sheet[question] is not null).ToDictionary(question => question.Id, question => sheet[question]!);
    }

    /// <summary>The form's sections as pages of sections show them.</summary>
    public IReadOnlyList<SectionModel> Sections
    {
        get
        {
            var asked = History.Questions.Where(question => question is not RepeatingGroupQuestion).ToHashSet();
            var sections = History.Version.Sections.Where(section => section.Questions.Any(asked.Contains)).ToList();
            var day = History.Programme.Calendar[0];
            var period = new ReportingPeriod(new PeriodId("past"), Name, day.Start, day.End, day.Due, day.Closed, day.AmendUntil);
            var found = new FoundReturn(
                new ReturnKey(History.Programme.Id, period.Id, History.Award.Id), History.Programme, History.Award, period, null, History.Version, new ReturnAtWork(null, null, [], null), History.Access);
            var checkedReturn = found.Check(found.Ask(found.DraftAnswers()));
            return
            [
                .. sections.Select(section => new SectionModel(new SectionToFill(
                    found, sections, section,
                    [.. section.Questions.Where(asked.Contains).Select(question => new QuestionToFill(question, DraftAnswer.None, Answers.GetValueOrDefault(question.Id), null, null, true, false, []))],
                    checkedReturn, null, null)) { Typed = Typed, Refused = Refused }),
            ];
        }
    }
}
