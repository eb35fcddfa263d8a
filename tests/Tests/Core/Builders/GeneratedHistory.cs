using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>
/// The history of a form whose officers try anything: ids that were there before, other types, what replaces what is still there, or itself. What the rules
/// for drafts let pass becomes a version; some versions are withdrawn before anybody was asked.
/// </summary>
internal sealed class GeneratedHistory
{
    private const int Versions = 6;

    private static readonly string[] Types = ["count", "money", "shortText", "oneChoice", "table", "repeatingGroup"];

    private readonly Dice _dice;
    private readonly List<FormVersion> _kept = [];
    private readonly List<FormPlan> _plan = [];

    private int _fresh;

    private GeneratedHistory(Dice dice) => _dice = dice;

    /// <summary>The versions that were asked, the first first.</summary>
    public IReadOnlyList<FormDocument> Asked => [.. _plan.Select(plan => _kept.Single(version => version.Number == plan.Version).Document)];

    /// <summary>Edits that the rules turned down.</summary>
    public int TurnedDown { get; private set; }

    public int Withdrawn => _kept.Count - _plan.Count;

    public static GeneratedHistory Of(int[] draws)
    {
        var history = new GeneratedHistory(new Dice(draws));
        while (history._kept.Count < Versions)
            history.Publish();
        return history;
    }

    private void Publish()
    {
        var before = _plan.Count == 0 ? null : _kept.Single(version => version.Number == _plan[^1].Version);
        var now = (before?.Document.WithNothingReplaced() ?? First) with { Version = _kept.Count + 1 };
        for (var edits = _dice.Below(6); edits > 0 && before is not null; edits--)
        {
            var edited = Edited(now);
            // As the announcing page asks: nothing may be left to put right.
            if (DraftProblems.Of(edited, _kept, before, Programme).Count == 0)
                now = edited;
            else
                TurnedDown++;
        }
        _kept.Add(FormVersion.Read(now.ToJson()));
        if (before is null || !_dice.Once(7))
            _plan.Add(new FormPlan(now.Version, Programme.Calendar[0].Id));
    }

    private Programme Programme => A.Programme() with { Form = First.Form, FormVersions = [.. _plan] };

    private static FormDocument First { get; } = new()
    {
        Form = new FormId("f"),
        Version = 1,
        Title = "Return",
        Sections = [new SectionDocument { Id = new SectionId("s"), Title = "Section", Questions = [.. Types.Select((type, place) => Question($"q{place}", type))] }],
    };

    private static QuestionDocument Question(string id, string type) => new()
    {
        Id = new QuestionId(id),
        Type = type,
        Label = $"The {id}",
        Choices = type == "oneChoice" ? [.. Enumerable.Range(0, 3).Select(place => new Choice($"p{place}", $"Choice {place}"))] : [],
        Rows = type == "table" ? [.. Enumerable.Range(0, 3).Select(place => Row($"p{place}", []))] : [],
        Columns = type == "table" ? [.. Enumerable.Range(0, 2).Select(place => Column($"p{place}", "count", []))] : [],
        Questions = type == "repeatingGroup" ? [.. Enumerable.Range(0, 2).Select(place => Part($"p{place}", "count", []))] : [],
    };

    private static RowDocument Row(string id, IReadOnlyList<string> replaces) => new() { Id = new RowId(id), Label = $"Row {id}", Replaces = [.. replaces.Select(one => new RowId(one))] };

    private static ColumnDocument Column(string id, string type, IReadOnlyList<string> replaces) =>
        new() { Id = new ColumnId(id), Label = $"Column {id}", Type = type, Replaces = [.. replaces.Select(one => new ColumnId(one))] };

    private static QuestionDocument Part(string id, string type, IReadOnlyList<string> replaces) =>
        new() { Id = new QuestionId(id), Type = type, Label = $"Part {id}", Replaces = [.. replaces.Select(one => new QuestionId(one))] };

    private FormDocument Edited(FormDocument now)
    {
        var section = now.Sections[0];
        var place = _dice.Below(Math.Max(section.Questions.Count, 1));
        var questions = section.Questions.ToList();
        switch (_dice.Below(6))
        {
            case 0 when questions.Count > 0:
                questions.RemoveAt(place);
                break;
            case 1:
                questions.Add(Question(QuestionId(), _dice.Of(Types)) with { Replaces = [.. Some(QuestionId).Select(id => new QuestionId(id))] });
                break;
            case 2 when questions.Count > 0:
                // One takes the place of another at once.
                questions[place] = Question(QuestionId(), _dice.Of(questions[place].Type, _dice.Of(Types))) with { Replaces = [questions[place].Id] };
                break;
            case 3 when questions.Count > 0:
                questions[place] = questions[place] with { Type = _dice.Of(Types) };
                break;
            default:
                if (questions.Count > 0)
                    questions[place] = WithOtherPieces(questions[place]);
                break;
        }
        return now with { Sections = [section with { Questions = questions }] };
    }

    private QuestionDocument WithOtherPieces(QuestionDocument question) => question.Type switch
    {
        "oneChoice" => question with { Choices = Changed(question.Choices, choice => choice.Id, (id, replaces) => new Choice(id, $"Choice {id}") { Replaces = replaces }) },
        "table" when _dice.Once(3) => question with { Columns = Changed(question.Columns, column => column.Id.Value, (id, replaces) => Column(id, _dice.Of("count", "money"), replaces)) },
        "table" => question with { Rows = Changed(question.Rows, row => row.Id.Value, Row) },
        "repeatingGroup" => question with { Questions = Changed(question.Questions, part => part.Id.Value, (id, replaces) => Part(id, _dice.Of("count", "money"), replaces)) },
        _ => question with { Label = $"The {question.Id}, once more" },
    };

    /// <summary>One goes, one comes, one is split, or two become one.</summary>
    private List<T> Changed<T>(IReadOnlyList<T> pieces, Func<T, string> idOf, Func<string, IReadOnlyList<string>, T> made)
    {
        var changed = pieces.ToList();
        var place = _dice.Below(Math.Max(changed.Count, 1));
        switch (_dice.Below(4))
        {
            case 0 when changed.Count > 0:
                changed.RemoveAt(place);
                break;
            case 1 when changed.Count > 0:
                var split = idOf(changed[place]);
                changed.RemoveAt(place);
                changed.AddRange([made(PieceId(), [split]), made(PieceId(), [split])]);
                break;
            case 2 when changed.Count > 1:
                var (one, other) = (idOf(changed[0]), idOf(changed[1]));
                changed.RemoveRange(0, _dice.Of(2, 1));
                changed.Add(made(PieceId(), [one, other]));
                break;
            default:
                changed.Add(made(PieceId(), Some(PieceId)));
                break;
        }
        return changed;
    }

    /// <summary>New or from long ago.</summary>
    private string QuestionId() => _dice.Once(2) ? $"q{_dice.Below(9)}" : $"new-q{_fresh++}";

    private string PieceId() => _dice.Once(2) ? $"p{_dice.Below(5)}" : $"new-p{_fresh++}";

    private List<string> Some(Func<string> id) => [.. Enumerable.Range(0, _dice.Of(0, 0, 1, 2)).Select(_ => id()).Distinct(StringComparer.Ordinal)];
}
