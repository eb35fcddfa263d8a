using System.Globalization;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Glance;

/// <summary>Figures of indicators as people read them, by the same rules as in a report.</summary>
public static class IndicatorWords
{
    /// <summary>Such as 1,204 or £1,250.50 or 80%; empty where there is none.</summary>
    public static string Of(Indicator indicator, decimal? figure) => ReadableCell.Of(IndicatorCells.Of(indicator, figure));

    /// <summary>How far above or below the profile, such as “12.5% below”; null where nothing can be compared.</summary>
    public static string? Against(decimal? difference) => IndicatorCells.ToOneDecimal(difference) switch
    {
        null => null,
        0 => "as planned",
        { } far => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(far):0.#}% {(far < 0 ? "below" : "above")}"),
    };

    /// <summary>The same in a sentence, such as “12.5% below profile”.</summary>
    public static string? AgainstProfile(decimal? difference) => Against(difference) is { } against ? IndicatorCells.ToOneDecimal(difference) == 0 ? against : $"{against} profile" : null;
}
