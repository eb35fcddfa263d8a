using System.Globalization;
using System.Text.Json;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Host;

/// <summary>A JSON object read strictly: a property that nobody asked for is refused, naming the file and the place.</summary>
internal sealed class StrictObject
{
    private readonly JsonElement _element;
    private readonly string _file;
    private readonly string _place;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private StrictObject(JsonElement element, string file, string place)
    {
        _file = file;
        _place = place;
        _element = element.ValueKind == JsonValueKind.Object ? element : throw Refuse("must be a JSON object");
    }

    public static StrictObject Read(string file)
    {
        if (!File.Exists(file))
            throw new CannotStartException($"{file}: the file is missing.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new StrictObject(document.RootElement.Clone(), file, "");
        }
        catch (JsonException notJson)
        {
            throw new CannotStartException($"{file}: not valid JSON: {notJson.Message}");
        }
    }

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public string? Text(string name) => Find(name, "a string", JsonValueKind.String)?.GetString();

    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw Refuse($"\"{name}\" is missing");

    public bool? Flag(string name) => Find(name, "true or false", JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public int? Number(string name, int least, int most)
    {
        if (Find(name, "a number", JsonValueKind.Number) is not { } found)
            return null;
        return found.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Refuse($"\"{name}\" must be a whole number from {least} to {most}");
    }

    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return TimeSpan.TryParseExact(text, ["c", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero
            ? duration
            : throw Refuse($"\"{name}\" must be a duration like \"00:00:30\", not \"{text}\"");
    }

    public StrictObject? Object(string name) =>
        Find(name, "an object", JsonValueKind.Object) is { } found ? new StrictObject(found, _file, Place(name)) : null;

    public IReadOnlyList<StrictObject>? Objects(string name) =>
        Find(name, "a list", JsonValueKind.Array) is { } found
            ? [.. found.EnumerateArray().Select((item, index) => new StrictObject(item, _file, Place($"{name}[{index}]")))]
            : null;

    public IReadOnlyList<string>? Texts(string name) =>
        Find(name, "a list", JsonValueKind.Array) is { } found
            ? [.. found.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Refuse($"\"{name}\" must hold strings"))]
            : null;

    /// <summary>Accepts a property without looking into it.</summary>
    public void Ignore(string name) => _asked.Add(name);

    public void NothingElse()
    {
        foreach (var property in _element.EnumerateObject())
            if (!_asked.Contains(property.Name))
                throw Refuse($"\"{property.Name}\" is not understood");
    }

    public CannotStartException Refuse(string reason) =>
        new($"{_file}: {(_place.Length == 0 ? "" : $"{_place}: ")}{reason}.");

    private string Place(string name) => _place.Length == 0 ? name : $"{_place}.{name}";

    private JsonElement? Find(string name, string what, params ReadOnlySpan<JsonValueKind> kinds)
    {
        _asked.Add(name);
        if (!_element.TryGetProperty(name, out var found))
            return null;
        return kinds.Contains(found.ValueKind) ? found : throw Refuse($"\"{name}\" must be {what}");
    }
}
