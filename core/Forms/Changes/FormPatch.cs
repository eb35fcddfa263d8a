using System.Text.Json.Nodes;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>
/// What makes one JSON object of a form definition into another: properties that are set or go, and lists whose elements have ids.
/// </summary>
/// <param name="Set">New values, as JSON.</param>
internal sealed record ObjectPatch(IReadOnlyDictionary<string, string> Set, IReadOnlyList<string> Removed, IReadOnlyDictionary<string, ListPatch> Lists)
{
    /// <summary>Lists of a definition, and the property that is the permanent id of their elements.</summary>
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["sections"] = "id",
        ["questions"] = "id",
        ["rows"] = "id",
        ["columns"] = "id",
        ["choices"] = "id",
        ["checks"] = "code",
    };

    public bool IsEmpty => Set.Count == 0 && Removed.Count == 0 && Lists.Count == 0;

    public static ObjectPatch Between(JsonObject before, JsonObject after)
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, ListPatch>(StringComparer.Ordinal);
        foreach (var (name, value) in after)
        {
            if (Ids.TryGetValue(name, out var id) && before[name] is JsonArray old && value is JsonArray now)
            {
                if (ListPatch.Between(old, now, id) is { IsEmpty: false } list)
                    lists.Add(name, list);
            }
            else if (!before.TryGetPropertyValue(name, out var was) || !string.Equals(Text(was), Text(value), StringComparison.Ordinal))
                set.Add(name, Text(value));
        }
        return new ObjectPatch(set, [.. before.Select(property => property.Key).Where(name => !after.ContainsKey(name))], lists);
    }

    public JsonObject ApplyTo(JsonObject before)
    {
        var after = before.DeepClone().AsObject();
        foreach (var name in Removed)
            after.Remove(name);
        foreach (var (name, value) in Set)
            after[name] = JsonNode.Parse(value);
        foreach (var (name, list) in Lists)
            after[name] = list.ApplyTo(before[name] as JsonArray ?? throw ListPatch.Misfit(name), Ids[name]);
        return after;
    }

    // As text: 1.5 and 1.50 are one number, but not one document.
    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}

/// <summary>What makes one list of elements with ids into another.</summary>
/// <param name="Order">The ids that stay, in their new order; null where it is the old one.</param>
/// <param name="Added">New elements as JSON, and the place each has in the end.</param>
internal sealed record ListPatch(
    IReadOnlyList<string> Removed, IReadOnlyDictionary<string, ObjectPatch> Changed, IReadOnlyList<string>? Order, IReadOnlyList<(int Place, string Element)> Added)
{
    public bool IsEmpty => Removed.Count == 0 && Changed.Count == 0 && Order is null && Added.Count == 0;

    public static ListPatch Between(JsonArray before, JsonArray after, string id)
    {
        var (old, now) = (ById(before, id), ById(after, id));
        var changed = new Dictionary<string, ObjectPatch>(StringComparer.Ordinal);
        var added = new List<(int, string)>();
        var place = 0;
        foreach (var (key, element) in now)
        {
            if (!old.TryGetValue(key, out var was))
                added.Add((place, element.ToJsonString()));
            else if (ObjectPatch.Between(was, element) is { IsEmpty: false } patch)
                changed.Add(key, patch);
            place++;
        }
        string[] staying = [.. now.Keys.Where(old.ContainsKey)];
        var order = old.Keys.Where(now.ContainsKey).SequenceEqual(staying, StringComparer.Ordinal) ? null : staying;
        return new ListPatch([.. old.Keys.Where(key => !now.ContainsKey(key))], changed, order, added);
    }

    public JsonArray ApplyTo(JsonArray before, string id)
    {
        var elements = ById(before, id);
        foreach (var gone in Removed)
            if (!elements.Remove(gone))
                throw Misfit(gone);
        foreach (var (key, patch) in Changed)
            elements[key] = patch.ApplyTo(elements.GetValueOrDefault(key) ?? throw Misfit(key));
        List<JsonNode?> after = [.. (Order ?? [.. elements.Keys]).Select(key => (elements.GetValueOrDefault(key) ?? throw Misfit(key)).DeepClone())];
        foreach (var (place, element) in Added)
            after.Insert(place, JsonNode.Parse(element));
        return new JsonArray([.. after]);
    }

    public static ArgumentException Misfit(string before) => new($"The difference is one of other versions: it names {before}, which isn't there.", nameof(before));

    private static OrderedDictionary<string, JsonObject> ById(JsonArray elements, string id)
    {
        var byId = new OrderedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var element in elements.OfType<JsonObject>())
            if (!byId.TryAdd(element[id]!.GetValue<string>(), element))
                throw new FormDefinitionException(element[id]!.GetValue<string>(), "this id stands twice in one list, so what changed can't be told");
        return byId;
    }
}
