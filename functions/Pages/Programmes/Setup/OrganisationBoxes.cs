using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Programmes.Setup;

/// <summary>Boxes for an organisation: an identifier stands as it is; any other text is a part of a name, and leads to the organisations that it may mean.</summary>
internal static class OrganisationBoxes
{
    /// <returns>What was typed, with the identifiers of those that were chosen; and for each box that is not settled, with its error, what to choose from.</returns>
    public static async Task<(Typed Typed, OrganisationChoices Choices)> SettleAsync(Typed typed, IEnumerable<string> boxes, FindOrganisations find, List<FieldError> errors, CancellationToken cancellation)
    {
        var (settled, choices) = (typed, new Dictionary<string, OrganisationsOfName>(StringComparer.Ordinal));
        foreach (var box in boxes)
        {
            var text = typed.Text(box);
            if (text.Length == 0 || OrganisationId.TryParse(text.ToUpperInvariant(), out _))
                continue;
            // A choice is of what was looked for; who has typed something else since looks for that.
            if (typed.Text(OrganisationChoices.ForOf(box)) == text && OrganisationId.TryParse(typed.Text(OrganisationChoices.BoxOf(box)), out var chosen))
            {
                settled = settled.With(box, chosen.Value);
                continue;
            }
            var found = await find.RunAsync(text, cancellation);
            if (found.Found.Count > 0)
                choices[box] = found;
            errors.Add(found.Found.Count > 0
                ? new FieldError($"Choose which organisation you mean by “{text}”.", OrganisationChoices.BoxOf(box))
                : new FieldError($"No organisation in the portal has “{text}” in its name. Try another part of the name, or enter the identifier, like GB-CHC-1044239.", box));
        }
        return (settled, new OrganisationChoices(choices));
    }
}
