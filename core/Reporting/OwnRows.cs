using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Figures in rows that belong to a funder, such as a borough's, added up over awards: by indicator and funder, in the order of <see cref="Programme.Funders"/>.</summary>
public sealed class OwnRows(Cut cut)
{
    private readonly Comparison[,] _span = new Comparison[cut.Programme.Indicators.Count, cut.Programme.CoFunders.Count + 1];
    private readonly Comparison[,] _toDate = new Comparison[cut.Programme.Indicators.Count, cut.Programme.CoFunders.Count + 1];

    /// <summary>Whether any row has a figure.</summary>
    public bool Any { get; private set; }

    internal void Add(int indicator, int funder, CutPeriod period, decimal figure, decimal? profile)
    {
        // What is counted once, or stands for the time so far, can't be added up over periods row by row.
        var adds = cut.Programme.Indicators[indicator].AddsUp == AddsUpAs.Sum;
        var reported = new IndicatorFigure(FigureStanding.Reported, profile, new Amount(figure));
        Any = true;
        if (period.Reported && (adds || !cut.IsSpan))
            _span[indicator, funder].Add(reported);
        if (adds)
            _toDate[indicator, funder].Add(reported);
    }

    /// <summary>Over the periods reported on.</summary>
    public Comparison Span(int indicator, int funder) => _span[indicator, funder];

    /// <summary>Over all periods up to the last one reported on; nothing where the indicator doesn't add over periods.</summary>
    public Comparison ToDate(int indicator, int funder) => _toDate[indicator, funder];
}
