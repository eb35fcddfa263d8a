using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Returns;

/// <summary>A section of a return as its page shows it.</summary>
/// <param name="Section">As it is saved.</param>
public sealed record SectionModel(SectionToFill Section)
{
    private readonly Dictionary<string, TypedBoxes> _boxes = new(StringComparer.Ordinal);

    /// <summary>What stood in the boxes of the page that came back; null: nothing came back.</summary>
    public TypedBoxes? Typed { get; init; }

    /// <summary>Why answers on it were not saved.</summary>
    public IReadOnlyList<Finding> Refused { get; init; } = [];

    /// <summary>Answers on it that somebody else changed meanwhile.</summary>
    public IReadOnlyList<AnswerConflict> Conflicts { get; init; } = [];

    /// <summary>The group that shows one more empty row.</summary>
    public string? More { get; init; }

    public ReturnKey Key => Section.Return.Key;

    public bool MayEdit => Section.WhyReadOnly is null;

    public bool IsInvalid => Refused.Count > 0 || Conflicts.Count > 0;

    public AnswerConflict? ConflictOf(Question question) => Conflicts.FirstOrDefault(conflict => conflict.Question == question.Id);

    /// <summary>Whether its boxes show what was typed, because that is not saved.</summary>
    public bool IsAsTyped(QuestionToFill question) =>
        Typed is not null && (question.IsCarriedOver || ConflictOf(question.Question) is not null || RefusedOf(question.Question).Any());

    public IEnumerable<Finding> RefusedOf(Question question) => Refused.Where(finding => IsOf(finding.Place, question));

    /// <summary>Answers that somebody else changed while the person was writing.</summary>
    public IReadOnlyList<ChangedMeanwhile> Meanwhile { get; init; } = [];

    /// <summary>What those who changed answers are called; not there who has no name.</summary>
    public IReadOnlyDictionary<MemberId, string> Names { get; init; } = new Dictionary<MemberId, string>();

    /// <summary>Null for who is not known.</summary>
    public string? NameOf(MemberId? member) => member is { } id ? Names.GetValueOrDefault(id) : null;

    /// <summary>The version that the next save is based on; an answer that is not saved keeps the one that it was typed over.</summary>
    public string VersionOf(QuestionToFill question) => IsAsTyped(question) ? Typed!.Text(SaveSection.VersionOf(question.Question.Id)) : $"{question.Draft.Version}";

    /// <summary>What is saved where the boxes show it; an answer that is not saved keeps what it was typed over.</summary>
    public string ShownOf(QuestionToFill question) =>
        IsAsTyped(question) ? Typed!.Text(SaveSection.ShownOf(question.Question.Id)) : SaveSection.ShownText(question.Draft.ValueJson);

    public string? ShownCommentOf(QuestionToFill question) => IsAsTyped(question) ? Typed!.Text(SaveSection.ShownCommentOf(question.Question.Id)) : question.Draft.Comment;

    /// <summary>The boxes of a question with what stands in them.</summary>
    public TypedBoxes BoxesOf(QuestionToFill question)
    {
        var id = question.Question.Id.Value;
        if (!_boxes.TryGetValue(id, out var boxes))
            _boxes.Add(id, boxes = ConflictOf(question.Question) is { } conflict ? TypedBoxes.Of(DraftAnswer.Understood(question.Question, conflict.YoursJson) is { } yours ? question.Question.Boxes(yours, id) : [])
                : IsAsTyped(question) ? Typed! : TypedBoxes.Of(question.Shown is { } answer ? question.Question.Boxes(answer, id) : []));
        return boxes;
    }

    public string? CommentOf(QuestionToFill question) =>
        IsAsTyped(question) ? Typed!.Text(SaveSection.CommentOf(question.Question.Id)) : question.Draft.Comment;

    /// <summary>What is wrong at a box: what was refused, else what has to be put right before the return can be submitted. Null: nothing.</summary>
    public string? ErrorAt(QuestionToFill question, string place)
    {
        var at = RefusedOf(question.Question).Any() ? Refused : question.Findings.Where(finding => finding.Kind == FindingKind.PutRight);
        var sentences = at.Where(finding => string.Equals(finding.Place, place, StringComparison.Ordinal)).Select(finding => finding.Message).Distinct(StringComparer.Ordinal).ToList();
        return sentences.Count == 0 ? null : string.Join(" ", sentences);
    }

    private static bool IsOf(string place, Question question) =>
        place.StartsWith(question.Id.Value, StringComparison.Ordinal) && (place.Length == question.Id.Value.Length || place[question.Id.Value.Length] == '/');
}
