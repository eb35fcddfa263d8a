namespace MonitoringReturns.Core.Programmes;

/// <summary>The largest form that awards of a size are asked.</summary>
/// <param name="Cells">Boxes, those of tables counted one by one.</param>
/// <param name="Minutes">Estimated, for a whole return.</param>
public sealed record Ceiling(int Questions, int Cells, int Minutes);

/// <summary>Ceilings by what an award is worth, so that a form is in proportion. A form over its ceiling is refused when it is announced.</summary>
/// <param name="Small">Pounds: an award under this is small.</param>
/// <param name="Large">Pounds: an award over this is large; what lies between is neither.</param>
public sealed record Ceilings(decimal Small, decimal Large, Ceiling OfSmall, Ceiling OfMiddle, Ceiling OfLarge)
{
    public static Ceilings Default { get; } = new(25_000, 100_000, new Ceiling(15, 40, 60), new Ceiling(30, 150, 150), new Ceiling(60, 400, 300));

    /// <summary>The ceiling for an award worth so many pounds.</summary>
    public Ceiling For(decimal amount) => amount < Small ? OfSmall : amount <= Large ? OfMiddle : OfLarge;
}
