namespace MonitoringReturns.Core.Forms.Checks;

/// <summary>Two sides of a form that have to add up to the same.</summary>
/// <param name="Subject">The one side.</param>
/// <param name="SubjectName">What it is called in a sentence.</param>
/// <param name="Figure">Its figure now; null where it is not answered.</param>
/// <param name="Of">The figures of the other side, which are added up.</param>
/// <param name="OfName">What they are called in a sentence.</param>
/// <param name="Total">Their sum now; null where none of them is answered.</param>
public sealed record Agreement(FigureReference Subject, string SubjectName, decimal? Figure, IReadOnlyList<FigureReference> Of, string OfName, decimal? Total)
{
    /// <summary>Null while one side is not answered.</summary>
    public bool? Holds => Figure is { } figure && Total is { } total ? figure == total : null;
}
