using FsCheck;
using FsCheck.Fluent;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Numbers that were drawn, one after another; when they are used up, the last possibility is taken.</summary>
internal sealed class Dice(int[] draws)
{
    private int _next;

    /// <summary>Fewer numbers make less happen, so what fails can be made small.</summary>
    public static Arbitrary<int[]> Draws(int most) =>
        Arb.From(Gen.Choose(0, 999).ListOf().Resize(most).Select(draws => draws.ToArray()), ArbMap.Default.ArbFor<int[]>().Shrinker);

    public int Below(int most) => _next < draws.Length ? Math.Abs(draws[_next++] % most) : most - 1;

    public T Of<T>(params T[] possible) => possible[Below(possible.Length)];

    public bool Once(int inSo) => Below(inSo) == 0;

    /// <summary>Some of the items, in another order at times.</summary>
    public List<T> Some<T>(IEnumerable<T> items)
    {
        var some = new List<T>();
        foreach (var item in items)
            if (Once(2))
                some.Insert(Once(4) ? 0 : some.Count, item);
        return some;
    }
}
