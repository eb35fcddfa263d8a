using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>One line of a trend over several versions.</summary>
/// <param name="Returns">It counts returns, not what is in them.</param>
/// <param name="Parts">
/// Per version, in the order given, the places in <see cref="FormVersion.Measures"/> whose figures are added up; empty where this version
/// doesn't ask it.
/// </param>
public sealed record MeasureLine(string Label, CellKind Unit, bool Returns, IReadOnlyList<IReadOnlyList<int>> Parts);

/// <summary>One column of the sheet of all answers over several versions.</summary>
/// <param name="Places">
/// Per version, the column's place among all columns of the version (all questions' columns one after another in the form's order); null
/// where this version doesn't ask it.
/// </param>
public sealed record JoinedColumn(Column Column, IReadOnlyList<int?> Places);

/// <summary>What can be joined over several versions of one form, by permanent ids and by what names what it replaces.</summary>
public static class Lineage
{
    /// <summary>
    /// The lines of all measures but those of agreed outcomes, which mean something else in each award: those of the newest version in its
    /// order, a sum before its parts; then those that ended, the last to end first.
    /// </summary>
    /// <param name="versions">In the order of their numbers.</param>
    public static IReadOnlyList<MeasureLine> LinesOf(IReadOnlyList<FormVersion> versions) =>
    [
        .. new Succession([.. versions.Select(MeasuresOf)]).Lines()
            .Select(parts => (Parts: parts, Last: LastOf(parts)))
            .OrderByDescending(line => line.Last).ThenBy(line => line.Parts[line.Last][0]).ThenByDescending(line => line.Parts[line.Last].Count)
            .Select(line => LineOf(versions, line.Parts)),
    ];

    /// <summary>
    /// The columns of all versions: joined where one takes the place of one of the same type, else side by side. In the newest version's
    /// order; a column that only older versions have stands after the one that stood before it there.
    /// </summary>
    /// <param name="versions">In the order of their numbers.</param>
    public static IReadOnlyList<JoinedColumn> ColumnsOf(IReadOnlyList<FormVersion> versions)
    {
        var columns = versions.Select(version => version.Questions.SelectMany(question => question.Columns).ToArray()).ToArray();
        var joined = new Succession([.. versions.Select(AskedColumnsOf)]).Lines().Select(parts => parts.Select(part => part is [var place] ? place : (int?)null).ToArray());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var named = new Dictionary<int?[], Column>(ReferenceEqualityComparer.Instance);
        var order = InOrder(columns, [.. joined]);
        foreach (var places in order.OrderByDescending(LastOf))
        {
            var last = LastOf(places);
            var column = columns[last][places[last]!.Value];
            var id = column.Id;
            while (!ids.Add(id))
                id = $"{id}-v{versions[last].Number}";
            named.Add(places, column with { Id = id });
        }
        return [.. order.Select(places => new JoinedColumn(named[places], places))];
    }

    private static int LastOf(IReadOnlyList<IReadOnlyList<int>> parts)
    {
        var last = parts.Count - 1;
        while (parts[last].Count == 0)
            last--;
        return last;
    }

    private static int LastOf(int?[] places) => Array.FindLastIndex(places, place => place is not null);

    /// <summary>Named as in the newest version where it is a single measure; every line is one somewhere.</summary>
    private static MeasureLine LineOf(IReadOnlyList<FormVersion> versions, IReadOnlyList<IReadOnlyList<int>> parts)
    {
        var newest = parts.Count - 1;
        while (parts[newest].Count != 1)
            newest--;
        var measure = versions[newest].Measures[parts[newest][0]];
        return new MeasureLine(measure.Label, measure.Unit, measure.Returns, parts);
    }

    private static List<int?[]> InOrder(Column[][] columns, IReadOnlyList<int?[]> joined)
    {
        var at = columns.Select(version => new int?[version.Length][]).ToArray();
        foreach (var places in joined)
            for (var version = 0; version < places.Length; version++)
                if (places[version] is { } place)
                    at[version][place] = places;
        var order = new LinkedList<int?[]>();
        var nodes = new Dictionary<int?[], LinkedListNode<int?[]>>(ReferenceEqualityComparer.Instance);
        for (var version = columns.Length - 1; version >= 0; version--)
        {
            LinkedListNode<int?[]>? before = null;
            foreach (var places in at[version])
            {
                if (!nodes.TryGetValue(places, out var node))
                    nodes.Add(places, node = before is null ? order.AddFirst(places) : order.AddAfter(before, places));
                before = node;
            }
        }
        return [.. order];
    }

    private static List<Asked> MeasuresOf(FormVersion version)
    {
        var asked = new List<Asked>();
        foreach (var (question, definition) in AskedNames.Defined(version))
            if (question.AgreedOutcome is null)
            {
                var names = new AskedNames(question, definition);
                for (var place = 0; place < question.Measures.Count; place++)
                {
                    var measure = question.Measures[place];
                    // A return that chose two of many would be counted twice by their sum; percentages don't add up.
                    var adds = question is not ManyChoicesQuestion && measure.Unit != CellKind.Percentage;
                    object sort = (measure.Kind, measure.Unit, measure.Kind == MeasureKind.Choice ? question.Type : "");
                    var id = new AskedId(question.Id, measure.Id.Row, measure.Id.Column);
                    asked.Add(new Asked(question.FirstMeasure + place, id, sort, adds, names.Of(id)));
                }
            }
        return asked;
    }

    private static List<Asked> AskedColumnsOf(FormVersion version)
    {
        var asked = new List<Asked>();
        foreach (var (question, definition) in AskedNames.Defined(version))
        {
            var names = new AskedNames(question, definition);
            foreach (var column in question.Columns)
            {
                // What follows the question's id: nothing, a group's or the files' -part, or a table's /row/column.
                var rest = column.Id[question.Id.Value.Length..];
                var parts = rest.Split('/');
                var id = question is RepeatingGroupQuestion or EvidenceQuestion
                    ? new AskedId(question.Id, null, rest.Length > 0 ? rest[1..] : null)
                    : new AskedId(question.Id, parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
                asked.Add(new Asked(asked.Count, id, (question.Type, column.Kind), Adds: false, names.Of(id)));
            }
        }
        return asked;
    }
}
