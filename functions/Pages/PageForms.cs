using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages;

/// <summary>What a page's form sent.</summary>
internal static class PageForms
{
    private const int MostCharacters = 1_000;

    public static async Task<IFormCollection> FormAsync(this HttpContext http) =>
        http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;

    /// <summary>A box's text, without the blanks around it, and never so long that a page could not show it again; empty where it was not sent.</summary>
    public static string Text(this IFormCollection form, string name) =>
        form[name].FirstOrDefault()?.Trim() is { } text ? (text.Length <= MostCharacters ? text : text[..MostCharacters]) : "";

    public static DateEntry Date(this IFormCollection form, string name) => new(form.Text($"{name}-day"), form.Text($"{name}-month"), form.Text($"{name}-year"));
}
