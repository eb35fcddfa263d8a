using System.Collections.Frozen;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Setup;

/// <summary>What stands in the boxes of a page, by their names: as it is kept, or as somebody typed it.</summary>
public sealed class Typed(IEnumerable<KeyValuePair<string, string>> boxes)
{
    public static readonly Typed Nothing = new([]);

    private readonly FrozenDictionary<string, string> _boxes = boxes.ToFrozenDictionary(StringComparer.Ordinal);

    public string Text(string name) => _boxes.GetValueOrDefault(name, "");

    /// <summary>All that is ticked of one name.</summary>
    public IReadOnlyList<string> All(string name) => Text(name).Split('|', StringSplitOptions.RemoveEmptyEntries);

    public DateEntry Date(string name) => new(Text($"{name}-day"), Text($"{name}-month"), Text($"{name}-year"));

    /// <summary>With another text in a box.</summary>
    public Typed With(string name, string text) => new(_boxes.Where(box => box.Key != name).Append(new(name, text)));

    public bool Has(string name) => _boxes.ContainsKey(name);

    public IEnumerable<string> Names => _boxes.Keys;

    /// <summary>The boxes of a date.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string name, DateOnly? day)
    {
        var entry = DateEntry.Of(day);
        return [new($"{name}-day", entry.Day ?? ""), new($"{name}-month", entry.Month ?? ""), new($"{name}-year", entry.Year ?? "")];
    }
}
