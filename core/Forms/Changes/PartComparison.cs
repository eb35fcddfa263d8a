namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>An element with a permanent id, as it is compared.</summary>
/// <param name="Replaces">Ids of the version before that it takes the place of.</param>
/// <param name="Sort">What has to agree for several to become one and their figures to add up.</param>
internal sealed record Part(string Id, string Label, IReadOnlyList<string> Replaces, string Sort = "")
{
    public static Part Of(SectionDocument section) => new(section.Id.Value, section.Title.En, []);

    public static Part Of(QuestionDocument question) => new(question.Id.Value, question.Label.En, [.. question.Replaces.Select(id => id.Value)], question.Type);

    public static Part Of(RowDocument row) => new(row.Id.Value, row.Label.En, [.. row.Replaces.Select(id => id.Value)], row.Funder?.Value ?? "");

    public static Part Of(ColumnDocument column) => new(column.Id.Value, column.Label.En, [.. column.Replaces.Select(id => id.Value)], column.Type);

    public static Part Of(Choice choice) => new(choice.Id, choice.Label.En, choice.Replaces);
}

/// <summary>Compares two lists of elements with ids: what was added, removed, split, merged, replaced and moved.</summary>
/// <param name="Noun">What one of them is called, such as “row”.</param>
/// <param name="Within">The quoted name of what they are in.</param>
internal sealed record PartComparison(ChangedThing Thing, string Noun, string Within, Func<string, ChangePlace> PlaceOf)
{
    public IEnumerable<FormChange> Between(IReadOnlyList<Part> before, IReadOnlyList<Part> after)
    {
        var old = before.Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        var now = after.Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        var gone = before.Where(part => !now.Contains(part.Id)).ToDictionary(part => part.Id, StringComparer.Ordinal);
        var added = after.Where(part => !old.Contains(part.Id)).ToList();
        var told = new HashSet<Part>();
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in added)
        {
            if (told.Contains(part))
                continue;
            var (olds, news) = TogetherWith(part, added, gone);
            told.UnionWith(news);
            replaced.UnionWith(olds.Select(one => one.Id));
            if (olds.Count == 0)
                yield return Change(ChangeKind.Added, part.Id, $"{Words.Quote(part.Label)} is a new {Noun} in {Within}.");
            else
                foreach (var change in Replacement(olds, news))
                    yield return change;
        }
        foreach (var part in before)
            if (gone.ContainsKey(part.Id) && !replaced.Contains(part.Id))
                yield return Change(ChangeKind.Removed, part.Id, $"{Words.Quote(part.Label)} is no longer a {Noun} in {Within}.");
    }

    /// <summary>Whether those that stay stand in another order.</summary>
    public static bool IsReordered(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        return !old.Where(now.Contains).SequenceEqual(now.Where(old.Contains), StringComparer.Ordinal);
    }

    private FormChange Change(ChangeKind kind, string id, string sentence) => new(Thing, kind, PlaceOf(id), sentence);

    /// <summary>Each new question is told by itself, so that it has a place; rows, columns and choices are told together.</summary>
    private IEnumerable<FormChange> Replacement(IReadOnlyList<Part> olds, IReadOnlyList<Part> news)
    {
        var kind = (olds.Count, news.Count) switch
        {
            (1, > 1) => ChangeKind.Split,
            ( > 1, 1) when olds.All(old => old.Sort == news[0].Sort) => ChangeKind.Merged,
            _ => ChangeKind.Replaced,
        };
        var sentence = $"{Words.Quoted(olds.Select(old => old.Label))} in {Within} {(olds.Count == 1 ? "is" : "are")} replaced by {Words.Quoted(news.Select(part => part.Label))}.";
        return (Thing == ChangedThing.Question ? news : news.Take(1)).Select(part => Change(kind, part.Id, sentence));
    }

    /// <summary>All that went and all that came that hang together with a new part.</summary>
    private static (List<Part> Olds, List<Part> News) TogetherWith(Part part, List<Part> added, Dictionary<string, Part> gone)
    {
        var olds = new HashSet<string>(StringComparer.Ordinal);
        var news = new HashSet<Part> { part };
        var more = true;
        while (more)
        {
            more = false;
            foreach (var one in news.ToList())
                foreach (var id in one.Replaces.Where(gone.ContainsKey))
                    more |= olds.Add(id);
            foreach (var one in added.Where(one => one.Replaces.Any(olds.Contains)))
                more |= news.Add(one);
        }
        return ([.. gone.Values.Where(old => olds.Contains(old.Id))], [.. added.Where(news.Contains)]);
    }
}
