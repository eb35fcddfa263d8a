using System.Globalization;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Web.Pages.Programmes.Reading;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Reading;

/// <summary>What the pages on which a funder decides have in common: they send back what they showed, and tell what happened meanwhile.</summary>
internal static class DecidingForms
{
    /// <summary>More than is taken, so that a person who wrote too much still has all of it.</summary>
    private const int MostShown = 20_000;

    /// <summary>The revision that the page showed; 0 where the form names none.</summary>
    public static int Revision(this IFormCollection form) => Number(form, "revision");

    /// <summary>All that was written in a large box.</summary>
    public static string Written(this IFormCollection form, string name) => form[name].ToString() is { Length: > MostShown } text ? text[..MostShown] : form[name].ToString();

    /// <summary>The page as it comes back after a refusal: with what happened since it was opened.</summary>
    public static async Task<Deciding> AgainAsync(FoundReturn current, IFormCollection form, Problem? whyNot, IReadOnlyList<FieldError> errors, bool conflict, ReadRecord record, HttpContext http) =>
        new(current, current.Header.Revision, whyNot, errors) { Meanwhile = conflict ? await record.SinceAsync(current, Number(form, "entries"), http.RequestAborted) : [] };

    private static int Number(IFormCollection form, string name) => int.TryParse(form.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
