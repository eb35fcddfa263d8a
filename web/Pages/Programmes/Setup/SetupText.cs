using System.Globalization;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Web.Pages.Programmes.Setup;

/// <summary>Figures of a programme and its awards as people read them, and as they stand in boxes.</summary>
public static class SetupText
{
    public static string Pounds(decimal amount) => ReadableCell.Of(Cell.OfMoney(amount));

    public static string Percent(decimal percent) => ReadableCell.Of(Cell.OfPercentage(percent));

    /// <summary>A figure of an indicator; a dash where there is none.</summary>
    public static string Figure(Indicator? indicator, decimal? figure) => figure is not { } known ? "–"
        : indicator?.Unit == "£" ? Pounds(known)
        : indicator?.AddsUp == AddsUpAs.Ratio ? Percent(known)
        : ReadableCell.Of(Cell.OfNumber(known));

    public static string InBox(decimal? figure) => figure?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Pounds, and pence where there are any.</summary>
    public static string MoneyInBox(decimal? pounds) => pounds is { } known ? known.ToString(decimal.Truncate(known) == known ? "0" : "0.00", CultureInfo.InvariantCulture) : "";

    /// <summary>The name of the box of a planned figure.</summary>
    public static string BoxOf(ProfileRow row, Core.PeriodId period) => row.Funder is { } funder ? $"{row.Indicator.Id}/{period}/{funder.Id}" : $"{row.Indicator.Id}/{period}";
}

/// <summary>A row of an award's profile: an indicator, or an indicator and a funder whose rows of the form count it.</summary>
public sealed record ProfileRow(Indicator Indicator, NamedOrganisation? Funder)
{
    /// <summary>The rows of an award: those that may be planned, and those that were.</summary>
    public static IReadOnlyList<ProfileRow> Of(FoundAward found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var rows = new List<ProfileRow>();
        foreach (var indicator in found.Programme.Indicators)
        {
            var funders = found.Counted.FundersOf(indicator.Id);
            var own = found.Programme.Funders.Where(funder => found.Award.IsFundedBy(funder.Id) && funders.Contains(funder.Id) && Sees(found, funder)).ToList();
            rows.AddRange(own.Select(funder => new ProfileRow(indicator, funder)));
            if (funders.Count == 0 || found.Award.Profiles.Any(profile => profile.Indicator == indicator.Id && profile.Funder is null))
                rows.Add(new ProfileRow(indicator, null));
        }
        return rows;
    }

    private static bool Sees(FoundAward found, NamedOrganisation funder) => found.Access.IsProvider || found.Access.Sight?.SeesRowOf(funder.Id) == true;
}
