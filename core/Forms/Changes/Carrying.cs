using System.Buffers;
using System.Text.Json;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>
/// Carries the answers to one version of a form to a later one: to the question, row, column or choice of the same id and type, or to the one
/// that takes its place. Figures that were joined are added up; what was split carries nothing, because nobody can tell the parts.
/// </summary>
public sealed class Carrying
{
    private readonly FormVersion _from;
    private readonly FormVersion _to;
    private readonly List<(Question Question, IReadOnlyDictionary<int, IReadOnlyList<int>> Sources)> _questions = [];
    private readonly List<(Question Question, int Cell)> _oldPlaces;
    private readonly Dictionary<QuestionId, QuestionDocument> _definitions;

    /// <param name="versions">All from the one that was answered to the one that is asked, in the order of their numbers.</param>
    public Carrying(IReadOnlyList<FormVersion> versions)
    {
        (_from, _to) = (versions[0], versions[^1]);
        _oldPlaces = [.. PlacesOf(_from)];
        _definitions = AskedNames.Defined(_to).ToDictionary(defined => defined.Question.Id, defined => defined.Definition);
        var sources = new Dictionary<int, IReadOnlyList<int>>();
        foreach (var line in new Succession([.. versions.Select(AskedOf)]).Lines())
            if (line[^1] is [var place] && line[0].Count > 0)
                sources[place] = line[0];
        var first = 0;
        foreach (var question in _to.Questions)
        {
            var count = CellsOf(question);
            _questions.Add((question, Enumerable.Range(first, count).Where(sources.ContainsKey).ToDictionary(place => place - first, place => sources[place])));
            first += count;
        }
    }

    /// <summary>The old answers as answers to the later version; what that one would not take is left out.</summary>
    public AnswerSheet Carry(AnswerSheet answers)
    {
        var carried = new AnswerSheet(_to);
        foreach (var (question, sources) in _questions)
            if (sources.Count > 0 && (question is TableQuestion table ? CellsFrom(table, sources, answers) : AnswerFrom(question, sources[0], answers)) is { } answer)
                carried[question] = Taken(question, answer);
        return carried;
    }

    private static int CellsOf(Question question) => question is TableQuestion table ? table.Rows.Count * table.TableColumns.Count : 1;

    private static IEnumerable<(Question Question, int Cell)> PlacesOf(FormVersion version) =>
        version.Questions.SelectMany(question => Enumerable.Range(0, CellsOf(question)).Select(cell => (question, cell)));

    private static List<Asked> AskedOf(FormVersion version)
    {
        var asked = new List<Asked>();
        foreach (var (question, definition) in AskedNames.Defined(version))
        {
            var names = new AskedNames(question, definition);
            if (question is TableQuestion table)
                foreach (var row in table.Rows)
                    foreach (var column in table.TableColumns)
                        Add(new AskedId(question.Id, row.Id.Value, column.Id.Value), (question.Type, column.Cells.Type), adds: true);
            else
                Add(new AskedId(question.Id, null, null), (question.Type, ""), question is FigureQuestion and not PercentageQuestion);

            void Add(AskedId id, object sort, bool adds) => asked.Add(new Asked(asked.Count, id, sort, adds, names.Of(id)));
        }
        return asked;
    }

    private decimal? FigureAt(int place, AnswerSheet answers) => (answers[_oldPlaces[place].Question], _oldPlaces[place].Cell) switch
    {
        (TableAnswer table, var cell) => table.Cells[cell],
        (FigureAnswer figure, _) => figure.Figure,
        _ => null,
    };

    private decimal? Sum(IReadOnlyList<int> places, AnswerSheet answers)
    {
        decimal? sum = null;
        foreach (var place in places)
            if (FigureAt(place, answers) is { } figure)
                sum = (sum ?? 0) + figure;
        return sum;
    }

    private TableAnswer? CellsFrom(TableQuestion table, IReadOnlyDictionary<int, IReadOnlyList<int>> sources, AnswerSheet answers)
    {
        var cells = new decimal?[CellsOf(table)];
        foreach (var (cell, places) in sources)
            cells[cell] = Sum(places, answers);
        return Array.Exists(cells, cell => cell is not null) ? new TableAnswer(cells) : null;
    }

    private Answer? AnswerFrom(Question question, IReadOnlyList<int> places, AnswerSheet answers)
    {
        if (places.Count > 1)
            return Sum(places, answers) is { } sum ? new FigureAnswer(sum) : null;
        var old = _oldPlaces[places[0]].Question;
        return answers[old] is { } answer ? Translated(old, question, _definitions[question.Id], answer) : null;
    }

    private static Answer? Translated(Question old, Question question, QuestionDocument definition, Answer answer) => answer switch
    {
        ChoicesAnswer choices => Chosen((ChoiceQuestion)question, choices),
        GroupAnswer group => Rows((RepeatingGroupQuestion)old, (RepeatingGroupQuestion)question, definition, group),
        _ => answer,
    };

    private static ChoicesAnswer? Chosen(ChoiceQuestion question, ChoicesAnswer answer)
    {
        var now = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in answer.Chosen)
            if (question.Choices.Where(choice => choice.Id == id || choice.Replaces.Contains(id, StringComparer.Ordinal)).ToList() is [var only])
                now.Add(only.Id);
        return now.Count == 0 ? null : new ChoicesAnswer([.. question.Choices.Select(choice => choice.Id).Where(now.Contains)]);
    }

    private static GroupAnswer? Rows(RepeatingGroupQuestion old, RepeatingGroupQuestion group, QuestionDocument definition, GroupAnswer answer)
    {
        var from = group.Questions.Zip(definition.Questions, (part, defined) => old.Questions.Index()
            .Where(was => was.Item.Type == part.Type && (was.Item.Id == part.Id || defined.Replaces.Contains(was.Item.Id))).ToList()).ToList();
        var rows = answer.Rows.Select(row => group.Questions.Zip(from, definition.Questions)
            .Select(part => part.Second is [var only] && row[only.Index] is { } value ? Translated(only.Item, part.First, part.Third, value) : null).ToArray())
            .Where(row => Array.Exists(row, value => value is not null)).ToList();
        return rows.Count == 0 ? null : new GroupAnswer(rows);
    }

    /// <summary>The answer where the question takes it.</summary>
    private static Answer? Taken(Question question, Answer answer)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(bytes))
            question.Write(writer, answer);
        return AnswerJson.Read(question, bytes.WrittenMemory, new Findings());
    }
}
