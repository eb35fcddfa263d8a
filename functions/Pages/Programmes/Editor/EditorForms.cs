using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Pages.Programmes.Setup;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>Reads and fills the boxes of the editor's pages.</summary>
internal static class EditorForms
{
    private const int MostLabel = 400;
    private const int MostWords = 2_000;

    /// <summary>What was typed, each on one line; of several that are ticked all.</summary>
    public static Typed Boxes(this IFormCollection form) => new(form.Keys.Select(name => KeyValuePair.Create(name, string.Join('|', form[name].Select(OneLine)))));

    /// <summary>The edit that the page showed; none where the form names none.</summary>
    public static DraftMark Mark(this Typed typed) => DraftMark.TryParse(typed.Text("mark"), out var mark) ? mark : default;

    /// <summary>Words in English, with their translation where there is one; null where there are none.</summary>
    public static LocalText? Words(this Typed typed, string name, List<FieldError> errors, int most = MostWords)
    {
        var (english, welsh) = (typed.Text(name), typed.Text($"{name}-cy"));
        if (english.Length > most)
            errors.Add(new FieldError($"Enter {most:#,##0} characters or fewer.", name));
        if (welsh.Length > most)
            errors.Add(new FieldError($"Enter {most:#,##0} characters or fewer.", $"{name}-cy"));
        if (english.Length == 0 && welsh.Length > 0)
            errors.Add(new FieldError("Enter it in English too: reports are in English.", name));
        return english.Length == 0 ? (LocalText?)null : new LocalText(english, welsh.Length == 0 ? null : welsh);
    }

    /// <summary>As <see cref="Words"/>, and it has to be there.</summary>
    public static LocalText Label(this Typed typed, string name, string missing, List<FieldError> errors)
    {
        if (typed.Words(name, errors, MostLabel) is { } words)
            return words;
        if (!errors.Exists(error => error.Field == name))
            errors.Add(new FieldError(missing, name));
        return "";
    }

    public static IEnumerable<KeyValuePair<string, string>> BoxesOf(string name, LocalText? text) => [new(name, OneLine(text?.En)), new($"{name}-cy", OneLine(text?.Cy))];

    public static KeyValuePair<string, string> Box(string name, string? text) => new(name, text ?? "");

    public static KeyValuePair<string, string> Box(string name, int? number) => new(name, number?.ToString(CultureInfo.InvariantCulture) ?? "");

    public static KeyValuePair<string, string> Box(string name, IEnumerable<string> ticked) => new(name, string.Join('|', ticked));

    public static KeyValuePair<string, string> Box(string name, decimal? figure) => new(name, SetupText.InBox(figure));

    /// <summary>A whole number; null where the box is empty.</summary>
    public static int? Number(this Typed typed, string name, int least, int most, List<FieldError> errors)
    {
        if (typed.Text(name).Length == 0)
            return null;
        return typed.Whole(name, least, most, $"Enter a whole number from {least} to {most:#,##0}, or nothing.", errors);
    }

    /// <summary>A short name that the author chose; null to have it made.</summary>
    public static string? Id(this Typed typed) => typed.Text("id") is { Length: > 0 } id ? id : null;

    public static IReadOnlyList<OrganisationId> Funders(this Typed typed, FoundDraft found, string name, List<FieldError> errors)
    {
        var ticked = typed.All(name);
        var funders = found.Programme.Funders.Select(funder => funder.Id).Where(funder => ticked.Contains(funder.Value, StringComparer.Ordinal)).ToList();
        if (funders.Count != ticked.Count)
            errors.Add(new FieldError("Choose funders of the programme.", name));
        return funders;
    }

    public static OrganisationId? Funder(this Typed typed, FoundDraft found, string name, List<FieldError> errors)
    {
        var text = typed.Text(name);
        if (text.Length == 0)
            return null;
        if (found.Programme.Funders.FirstOrDefault(funder => funder.Id.Value == text) is { } known)
            return known.Id;
        errors.Add(new FieldError("Choose a funder of the programme.", name));
        return null;
    }

    public static IndicatorId? Indicator(this Typed typed, string name, List<FieldError> errors)
    {
        if (typed.Text(name).Length == 0)
            return null;
        if (Identifier.TryParse<IndicatorId>(typed.Text(name), out var indicator))
            return indicator;
        errors.Add(new FieldError("Choose an indicator of the programme.", name));
        return null;
    }

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
