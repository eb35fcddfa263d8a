using System.Reflection;
using Microsoft.AspNetCore.Components;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Tests.Web;

/// <summary>Every pattern, and values for all of its parameters that carry one text wherever a text may stand.</summary>
internal static class PatternParameters
{
    public static IEnumerable<Type> Patterns { get; } =
        typeof(Button).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, Namespace: "MonitoringReturns.Web.Patterns" } && type.IsAssignableTo(typeof(IComponent)))
            // What is only the inside of a field is shown with each field.
            .Where(type => type.GetProperty("Of") is null)
            .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(string)) : type)
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <param name="without">Parameters left as they are by default.</param>
    public static Dictionary<string, object?> Filled(Type pattern, string text, params string[] without) =>
        pattern.GetProperties().Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null && !without.Contains(property.Name, StringComparer.Ordinal))
            .ToDictionary(property => property.Name, property => (object?)ValueOf(property.PropertyType, text), StringComparer.Ordinal);

    private static object ValueOf(Type type, string text) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var wanted when wanted == typeof(string) => text,
        var wanted when wanted == typeof(bool) => true,
        var wanted when wanted == typeof(int) => 4,
        var wanted when wanted == typeof(RenderFragment) => Shown.Text(text),
        var wanted when wanted == typeof(RenderFragment<string>) => (RenderFragment<string>)Shown.Text,
        var wanted when wanted == typeof(IReadOnlyList<string>) || wanted == typeof(IReadOnlyCollection<string>) => new[] { text },
        var wanted when wanted == typeof(IReadOnlyList<Choice>) => new[] { new Choice("other", "other"), new Choice(text, text, text) },
        var wanted when wanted == typeof(IReadOnlyList<FieldError>) => new[] { new FieldError(text), new FieldError(text, text) },
        var wanted when wanted == typeof(IReadOnlyList<Link>) => new[] { new Link(text, text, text) },
        var wanted when wanted == typeof(IReadOnlyList<SummaryRow>) => new[]
        {
            new SummaryRow(text, text) { Content = Shown.Text(text), Actions = [new Link(text, text, text)] },
            new SummaryRow(text, text) { Actions = [new Link(text, text, text), new Link(text, text)] },
            new SummaryRow(text, text),
        },
        var wanted when wanted == typeof(IReadOnlyList<TableColumn>) => new[] { new TableColumn(text), new TableColumn(text, Numeric: true, Hidden: true) },
        var wanted when wanted == typeof(IReadOnlyList<TaskItem>) => new[] { new TaskItem(text, text, text, TagColour.Red, text), new TaskItem(text, null, text) },
        var wanted when wanted == typeof(DateEntry) => new DateEntry(text, text, text),
        var wanted when wanted == typeof(AntiforgeryToken) => new AntiforgeryToken(text, text),
        var wanted when wanted.IsEnum => Enum.GetValues(wanted).GetValue(1)!,
        var wanted => throw new InvalidOperationException($"Say here what a {wanted} with a text in it is."),
    };
}
