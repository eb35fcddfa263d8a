using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Figures in rows that belong to a co-funder, such as a borough's, added up over awards: by indicator and co-funder.</summary>
internal sealed class OwnRows(Cut cut)
{
    private readonly Comparison[,] _span = new Comparison[cut.Programme.Indicators.Count, cut.Programme.CoFunders.Count];
    private readonly Comparison[,] _toDate = new Comparison[cut.Programme.Indicators.Count, cut.Programme.CoFunders.Count];

    /// <summary>Whether any row has a figure.</summary>
    public bool Any { get; private set; }

    public void Add(int indicator, int funder, CutPeriod period, decimal figure, decimal? profile)
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

    public Comparison Span(int indicator, int funder) => _span[indicator, funder];

    public Comparison ToDate(int indicator, int funder) => _toDate[indicator, funder];
}
