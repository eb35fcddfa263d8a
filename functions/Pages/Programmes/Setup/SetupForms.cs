using System.Globalization;
using System.Text.RegularExpressions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>Reads the boxes of the set-up's pages: first as they were typed, then as what they say.</summary>
internal static partial class SetupForms
{
    /// <summary>Parts of a page that an error may be about beside boxes that were sent.</summary>
    private static readonly HashSet<string> Anchors = new(StringComparer.Ordinal) { "to", "length", "kind", "adds-up", "contributions", "priorities", "indicators", "frameworks", "partners", "outcomes", "profile", "areas" };

    public static Typed Typed(this IFormCollection form) => new(form.Keys.Select(name => KeyValuePair.Create(name, form[name].Count > 1 ? string.Join('|', form[name].ToArray()) : name == AreasPage.Box ? form.Text(name).ReplaceLineEndings("\n") : OneLine(form, name))));

    /// <summary>The version that the page showed; -1 where the form names none.</summary>
    public static int Version(this IFormCollection form) => int.TryParse(form.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>A number as people type it: pounds with their sign, commas before three digits.</summary>
    public static bool TryFigure(string text, out decimal figure)
    {
        figure = 0;
        var plain = text.Replace('−', '-').TrimStart('£').Trim().TrimEnd('%').Trim();
        return Figure().IsMatch(plain)
            && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out figure);
    }

    public static decimal Figure(this Typed typed, string name, string wrong, List<FieldError> errors)
    {
        if (!TryFigure(typed.Text(name), out var figure))
            errors.Add(new FieldError(wrong, name));
        return figure;
    }

    public static int Whole(this Typed typed, string name, int least, int most, string wrong, List<FieldError> errors)
    {
        if (!int.TryParse(typed.Text(name).Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            errors.Add(new FieldError(wrong, name));
        return number;
    }

    public static DateOnly Day(this Typed typed, string name, string what, List<FieldError> errors)
    {
        if (!typed.Date(name).TryRead(out var day))
            errors.Add(new FieldError($"Enter {what} as a real date, like 31 7 2026.", $"{name}-day"));
        return day;
    }

    /// <summary>What is wrong, each linked to its box where the page has it.</summary>
    public static IReadOnlyList<FieldError> ErrorsOf(Problem problem, Typed typed) => problem.Findings.Count == 0
        ? [new FieldError(problem.Detail)]
        : [.. problem.Findings.Select(finding => new FieldError(finding.Message, FieldOf(finding.Place, typed)))];

    private static string? FieldOf(string place, Typed typed)
    {
        var own = place[(place.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return typed.Has(place) || Anchors.Contains(place) ? place : typed.Has(own) ? own : null;
    }

    /// <summary>What is kept is one line wherever it is read.</summary>
    private static string OneLine(IFormCollection form, string name) => string.Join(' ', form.Text(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{1,6})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}
