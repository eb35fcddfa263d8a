namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>What a charity spent in a quarter, and what it counted beside the tables.</summary>
/// <param name="Vouchers">Null where it keeps no count of them.</param>
/// <param name="FirstTime">Households that it had not helped before.</param>
internal sealed record Spend(decimal Value, int Number, decimal Administration, int? Vouchers, int FirstTime)
{
    private static readonly Spend Nothing = new(0, 0, 0, null, 0);

    public decimal Total => Value + Administration;

    /// <summary>More than this goes on administration: the form asks for a sentence.</summary>
    public bool AsksWhyAdministration => Administration * 100 > 10 * Total;

    /// <param name="place">The period's place in the calendar, from 0.</param>
    public static Spend Of(Charity charity, int place)
    {
        var turn = Happenings.FactorOf(charity, place);
        if (turn == 0)
            return Nothing with { Vouchers = charity.CountsVouchers ? 0 : null };
        var seeds = new SeededNumbers(charity.Award, $"{place}", "spend");
        var value = decimal.Round((HouseholdSupportAward.PlannedFor(charity, place) * seeds.Factor(0.86m, 1.07m) * turn) - (seeds.Between(1, 9_999) / 100m), 2);
        var rate = charity.Administration * seeds.Factor(0.88m, 1.08m);
        var number = (int)(value / Weights.AverageAward(charity.Focus) * seeds.Factor(0.9m, 1.1m));
        return new Spend(
            value, number, decimal.Round(value * rate / (100 - rate), 2),
            charity.CountsVouchers ? (int)(number * Weights.VouchersOf(charity.Focus) * seeds.Factor(0.8m, 1.1m)) : null,
            (int)(number * seeds.Factor(0.18m, 0.42m)));
    }
}
