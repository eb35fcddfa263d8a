namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>A figure, or a part and the whole that it is divided by, each added up by itself.</summary>
internal sealed record PlainPartOf(decimal Part, decimal? Whole = null)
{
    /// <summary>Not rounded; of a part its per cent, null where nothing is divided by.</summary>
    public decimal? Value => Whole is null ? Part : Whole == 0 ? null : Part * 100 / Whole;

    public static PlainPartOf? Sum(IEnumerable<PlainPartOf?> parts) => parts.OfType<PlainPartOf>().ToList() is { Count: > 0 } known
        ? new PlainPartOf(known.Sum(one => one.Part), known[0].Whole is null ? null : known.Sum(one => one.Whole))
        : null;
}

/// <summary>Figures of an indicator beside what was planned for those that are in.</summary>
/// <param name="Compared">Those of the figures that have a profile.</param>
internal sealed record PlainSum(PlainPartOf? Actual, PlainPartOf? Compared, PlainPartOf? Profile)
{
    public static readonly PlainSum Nothing = new(null, null, null);

    /// <summary>Per cent above profile, or, negative, below it; not rounded.</summary>
    public decimal? Above => Profile?.Value is { } planned and not 0 && Compared?.Value is { } done ? (done - planned) * 100 / planned : null;

    public static PlainSum Of(IEnumerable<PlainSum> parts)
    {
        var all = parts.ToList();
        return new PlainSum(PlainPartOf.Sum(all.Select(one => one.Actual)), PlainPartOf.Sum(all.Select(one => one.Compared)), PlainPartOf.Sum(all.Select(one => one.Profile)));
    }
}

/// <summary>An indicator of one award in one period.</summary>
/// <param name="Standing">As a report says it: Reported, Not answered, No return or Not asked.</param>
internal sealed record PlainFigure(string Standing, PlainPartOf? Counted, decimal? Profile)
{
    public bool IsAsked => Standing != "Not asked";

    /// <summary>A share that is planned is so many of those it was divided by.</summary>
    public PlainSum Beside => Counted is null || Profile is null
        ? new PlainSum(Counted, null, null)
        : new PlainSum(Counted, Counted, Counted.Whole is { } whole ? new PlainPartOf(Profile.Value * whole / 100, whole) : new PlainPartOf(Profile.Value));
}
