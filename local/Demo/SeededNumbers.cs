using System.Text;

namespace MonitoringReturns.Local.Demo;

/// <summary>
/// Numbers that look random and are the same on every machine and for all time: SplitMix64, started from words. Each piece of a demonstration
/// has its own, so that a change to one leaves the others as they were.
/// </summary>
public sealed class SeededNumbers
{
    private ulong _state;

    /// <param name="words">What the numbers are for, such as an award, a period and "figures".</param>
    public SeededNumbers(params ReadOnlySpan<string> words)
    {
        // FNV-1a.
        _state = 14695981039346656037;
        foreach (var word in words)
            foreach (var part in Encoding.UTF8.GetBytes(word + "|"))
                _state = (_state ^ part) * 1099511628211;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>A factor in thousandths, such as 0.93 to 1.08.</summary>
    public decimal Factor(decimal least, decimal most) => Between((int)(least * 1000), (int)(most * 1000)) / 1000m;

    public bool Chance(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> list) => list[Between(0, list.Count - 1)];

    /// <summary>All of the list in another order.</summary>
    public T[] Shuffle<T>(IEnumerable<T> list)
    {
        T[] order = [.. list];
        for (var place = order.Length - 1; place > 0; place--)
        {
            var other = Between(0, place);
            (order[place], order[other]) = (order[other], order[place]);
        }
        return order;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
