using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>Bands and areas as a register says them.</summary>
public static class RegisterWords
{
    public const string NotSaid = "Not said";

    /// <summary>From the smallest to the largest, then those that have not said.</summary>
    public static IReadOnlyList<IncomeBand?> Bands { get; } = [.. OrganisationWords.Bands.Cast<IncomeBand?>(), null];

    public static string Of(IncomeBand? band) => band switch
    {
        IncomeBand.Micro => "Micro: under £10,000",
        IncomeBand.Small => "Small: £10,000 to £100,000",
        IncomeBand.Medium => "Medium: over £100,000, to £1 million",
        IncomeBand.Large => "Large: over £1 million, to £10 million",
        IncomeBand.Major => "Major: over £10 million",
        _ => NotSaid,
    };

    /// <summary>A band's column in tables.</summary>
    public static string ColumnOf(IncomeBand? band) => band?.ToString().ToLowerInvariant() ?? "not-said";

    /// <summary>An area as the programme calls it, else as the organisation does.</summary>
    public static string Of(Area? area, Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return area is null ? NotSaid : programme.Areas.FirstOrDefault(one => one.Code == area.Code)?.Name ?? area.Name;
    }

    public static string Of(Accreditation accreditation)
    {
        ArgumentNullException.ThrowIfNull(accreditation);
        var number = accreditation.Number is { } known ? $" ({known})" : "";
        var expires = accreditation.Expires is { } last ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", until {last:d MMMM yyyy}") : "";
        return $"{accreditation.Name}{number}{expires}";
    }
}
