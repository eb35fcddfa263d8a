namespace MonitoringReturns.Core.Forms;

/// <summary>A box of a page, or a choice that is ticked, with what stands in it.</summary>
/// <param name="Name">The place of the answer: <c>question</c>, <c>question/row/column</c>, <c>group/1/question</c>; a date has three, <c>question-day</c> and so on.</param>
public readonly record struct Box(string Name, string Text);

/// <summary>
/// What stood in the boxes of a page when it was sent, by their names. A box that isn't there was not shown; one that is there and empty was
/// emptied.
/// </summary>
public sealed class TypedBoxes
{
    private readonly Dictionary<string, IReadOnlyList<string>> _boxes;

    /// <param name="boxes">The texts by name; several where several choices are ticked.</param>
    public TypedBoxes(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> boxes) => _boxes = new(boxes, StringComparer.Ordinal);

    public static TypedBoxes Of(IEnumerable<Box> boxes) =>
        new(boxes.GroupBy(box => box.Name, StringComparer.Ordinal).Select(named => KeyValuePair.Create(named.Key, (IReadOnlyList<string>)[.. named.Select(box => box.Text)])));

    public IEnumerable<string> Names => _boxes.Keys;

    public bool Has(string name) => _boxes.ContainsKey(name);

    /// <summary>The text as it was typed; empty where there is no such box.</summary>
    public string Text(string name) => _boxes.TryGetValue(name, out var texts) && texts.Count > 0 ? texts[0] : "";

    /// <summary>All that is ticked.</summary>
    public IReadOnlyList<string> All(string name) => _boxes.GetValueOrDefault(name, []);

    /// <summary>With other boxes in place of all whose names a test picks out.</summary>
    public TypedBoxes Replacing(Func<string, bool> replaced, IEnumerable<Box> by) =>
        new(_boxes.Where(box => !replaced(box.Key)).Concat(Of(by)._boxes));
}
