using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Organisations;

/// <summary>The page that changes an organisation's details.</summary>
/// <param name="Organisation">As it is kept.</param>
/// <param name="Entry">As it stands in the boxes.</param>
public sealed record DetailsModel(Organisation Organisation, DetailsEntry Entry, IReadOnlyList<FieldError> Errors);

/// <summary>Details as a person typed them.</summary>
/// <param name="Income">Empty: not said.</param>
/// <param name="Area">The code and name of the area that its office is in; empty: not said.</param>
public sealed record DetailsEntry(string? Name, string? Kind, string? Income, string? Area, IReadOnlyList<AccreditationEntry> Accreditations)
{
    /// <summary>As it is kept, with a row to fill in where there is none.</summary>
    public static DetailsEntry Of(Organisation organisation) => new(
        organisation.Name, organisation.Kind.ToString(), organisation.Income?.ToString() ?? "", organisation.Area is { } area ? AreaLines.Write(area) : "",
        organisation.Accreditations.Count == 0 ? [AccreditationEntry.Empty] : [.. organisation.Accreditations.Select(AccreditationEntry.Of)]);
}

/// <summary>An accreditation as a person typed it.</summary>
/// <param name="Remove">It is to go.</param>
public sealed record AccreditationEntry(string? Name, string? Number, DateEntry Expires, bool Remove)
{
    public static readonly AccreditationEntry Empty = new(null, null, DateEntry.Empty, false);

    public static AccreditationEntry Of(Accreditation accreditation) => new(accreditation.Name, accreditation.Number, DateEntry.Of(accreditation.Expires), false);

    /// <summary>Nothing was typed, or it is to go.</summary>
    public bool IsLeftOut => Remove || (string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Number) && Expires.IsEmpty);
}
