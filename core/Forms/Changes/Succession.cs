namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>Something that a version asks: a question, with a row or choice and a column or part of it where there is one.</summary>
internal readonly record struct AskedId(QuestionId Question, string? Row, string? Column);

/// <summary>Something that a version asks, as it is followed over versions.</summary>
/// <param name="Place">Its place among all things of its kind in the version.</param>
/// <param name="Sort">What has to agree between things that are joined.</param>
/// <param name="Adds">Whether it may be added to others.</param>
/// <param name="Names">Its own id and those of the things that it takes the place of.</param>
internal sealed record Asked(int Place, AskedId Id, object Sort, bool Adds, IReadOnlyList<AskedId> Names);

/// <summary>
/// Follows what versions ask from each to the next. A step leads from a set of things to all that they are linked with, and only
/// where the way back leads to the very same set: so no part is lost or won, and a line is the same wherever one starts.
/// </summary>
internal sealed class Succession
{
    private readonly IReadOnlyList<IReadOnlyList<Asked>> _versions;
    private readonly Dictionary<AskedId, int>[] _byId;
    private readonly List<int>[][] _after;
    private readonly List<int>[][] _before;

    public Succession(IReadOnlyList<IReadOnlyList<Asked>> versions)
    {
        _versions = versions;
        _byId = [.. versions.Select(version => version.Index().ToDictionary(asked => asked.Item.Id, asked => asked.Index))];
        _after = [.. versions.Select(NoLinks)];
        _before = [.. versions.Select(NoLinks)];
        for (var version = 1; version < versions.Count; version++)
            Link(version);
    }

    /// <summary>Every line that starts at a single thing, once: the places of its parts in each version, none where it is not asked.</summary>
    public IEnumerable<IReadOnlyList<IReadOnlyList<int>>> Lines()
    {
        var met = _versions.Select(version => new bool[version.Count]).ToArray();
        for (var version = _versions.Count - 1; version >= 0; version--)
            for (var single = 0; single < _versions[version].Count; single++)
                if (!met[version][single])
                {
                    var sets = new int[_versions.Count][];
                    Array.Fill(sets, []);
                    sets[version] = [single];
                    Follow(sets, version, 1);
                    Follow(sets, version, -1);
                    for (var passed = 0; passed < sets.Length; passed++)
                        if (sets[passed] is [var alone])
                            met[passed][alone] = true;
                    yield return [.. sets.Select((set, asking) => set.Select(one => _versions[asking][one].Place).ToArray())];
                }
    }

    private static List<int>[] NoLinks(IReadOnlyList<Asked> version) => [.. version.Select(_ => new List<int>())];

    private void Link(int version)
    {
        for (var place = 0; place < _versions[version].Count; place++)
            foreach (var name in _versions[version][place].Names)
                if (_byId[version - 1].TryGetValue(name, out var old) && Agree(version - 1, old, version, place) && !_before[version][place].Contains(old))
                {
                    _before[version][place].Add(old);
                    _after[version - 1][old].Add(place);
                }
    }

    private bool Agree(int version, int place, int otherVersion, int otherPlace) =>
        _versions[version][place].Sort.Equals(_versions[otherVersion][otherPlace].Sort);

    private void Follow(int[][] sets, int version, int direction)
    {
        while (Next(version, sets[version], direction) is var (next, set))
        {
            sets[next] = set;
            version = next;
        }
    }

    private (int Version, int[] Set)? Next(int version, int[] set, int direction) =>
        Step(version, set, direction) is { } next ? (version + direction, next) : AfterGap(version, set, direction);

    private int[]? Step(int version, int[] set, int direction)
    {
        if (version + direction < 0 || version + direction >= _versions.Count)
            return null;
        var next = Linked(version, set, direction);
        return next.Length > 0 && (next.Length == 1 || next.All(one => _versions[version + direction][one].Adds))
            && Linked(version + direction, next, -direction).AsSpan().SequenceEqual(set) ? next : null;
    }

    private int[] Linked(int version, int[] set, int direction)
    {
        var links = direction > 0 ? _after[version] : _before[version];
        return set is [var alone] && links[alone] is [var other] ? [other] : [.. set.SelectMany(one => links[one]).Distinct().Order()];
    }

    /// <summary>The same ids asked again after versions that ask none of them: an id means the same for ever.</summary>
    private (int Version, int[] Set)? AfterGap(int version, int[] set, int direction)
    {
        for (var other = version + direction; other >= 0 && other < _versions.Count; other += direction)
        {
            var again = set.Where(one => _byId[other].ContainsKey(_versions[version][one].Id))
                .Select(one => (Old: one, New: _byId[other][_versions[version][one].Id])).ToArray();
            if (again.Length == 0)
                continue;
            int[] found = [.. again.Select(one => one.New).Order()];
            return other != version + direction && again.Length == set.Length && Array.TrueForAll(again, one => Agree(version, one.Old, other, one.New))
                && Step(other, found, -direction) is null ? (other, found) : null;
        }
        return null;
    }
}
