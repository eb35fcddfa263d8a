using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Web.Pages.Organisations;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Functions.Pages.Organisations;

/// <summary>Reads an organisation's details from the form: first as they were typed, then as what they say.</summary>
internal static class DetailsForm
{
    public static DetailsEntry Read(IFormCollection form, Organisation current)
    {
        var accreditations = new List<AccreditationEntry>();
        for (var number = 1; form.ContainsKey($"accreditations-{number}-name") && number <= OrganisationDetails.MostAccreditations; number++)
        {
            var prefix = $"accreditations-{number}";
            accreditations.Add(new AccreditationEntry(form.Text($"{prefix}-name"), form.Text($"{prefix}-number"), form.Date($"{prefix}-expires"), form.Text($"{prefix}-remove") == "yes"));
        }
        // The portal's operator has no choice of kinds.
        var kind = current.Kind == OrganisationKind.PortalOperator ? current.Kind.ToString() : form.Text("kind");
        return new DetailsEntry(form.Text("name"), kind, form.Text("income"), form.Text("area"), accreditations);
    }

    /// <returns>What was typed, and what of it says nothing; the rest is for core to judge.</returns>
    public static (Organisation Wanted, IReadOnlyList<FieldError> Errors) Parse(DetailsEntry entry, Organisation current)
    {
        var errors = new List<FieldError>();
        var kind = OrganisationWords.Kinds.Append(current.Kind).Cast<OrganisationKind?>().FirstOrDefault(one => string.Equals(one.ToString(), entry.Kind, StringComparison.Ordinal));
        if (kind is null)
            errors.Add(new FieldError("Choose what the organisation is.", "kind"));
        var income = OrganisationWords.Bands.Cast<IncomeBand?>().FirstOrDefault(band => string.Equals(band.ToString(), entry.Income, StringComparison.Ordinal));
        if (income is null && entry.Income is { Length: > 0 })
            errors.Add(new FieldError("Choose an income from the list.", "income"));
        var area = string.IsNullOrEmpty(entry.Area) ? null : AreaLines.Read(entry.Area);
        if (!string.IsNullOrEmpty(entry.Area) && area is not { Tile: null, CountedBy: null })
            errors.Add(new FieldError($"Enter the area’s code and its name, like {AreaLines.Example}.", "area"));
        var accreditations = entry.Accreditations.Index().Select(one => new Accreditation(one.Item.Name ?? "", Empty(one.Item.Number), ExpiryOf(one.Index + 1, one.Item, errors))).ToList();
        return (current with { Name = entry.Name ?? "", Kind = kind ?? current.Kind, Income = income, Area = area, Accreditations = accreditations }, errors);
    }

    private static DateOnly? ExpiryOf(int number, AccreditationEntry entry, List<FieldError> errors)
    {
        if (entry.Expires.IsEmpty)
            return null;
        if (entry.Expires.TryRead(out var day))
            return day;
        errors.Add(new FieldError($"Enter the last day of accreditation {number} as a real date, like 31 3 2027, or leave it empty.", $"accreditations-{number}-expires-day"));
        return null;
    }

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
