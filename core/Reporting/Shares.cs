namespace MonitoringReturns.Core.Reporting;

/// <summary>Divides a whole into shares that add up to it exactly.</summary>
public static class Shares
{
    /// <summary>
    /// Largest remainder: each share is rounded down to hundredths (pence), and the hundredths left over go to the largest remainders; among
    /// equals, to the first. Below zero it works from the other side.
    /// </summary>
    /// <param name="whole">Rounded to hundredths first.</param>
    /// <param name="parts">Not below zero. Where all are zero, the first gets the whole.</param>
    public static decimal[] Of(decimal whole, IReadOnlyList<decimal> parts)
    {
        var shares = new decimal[parts.Count];
        if (parts.Count == 0)
            return shares;
        var pence = decimal.Round(whole * 100, MidpointRounding.AwayFromZero);
        var sum = parts.Sum();
        if (sum == 0)
        {
            shares[0] = pence / 100;
            return shares;
        }
        var (sign, left) = (pence < 0 ? -1 : 1, Math.Abs(pence));
        var remainders = new decimal[parts.Count];
        var size = left;
        for (var place = 0; place < shares.Length; place++)
        {
            var exact = size * parts[place] / sum;
            shares[place] = decimal.Floor(exact);
            remainders[place] = exact - shares[place];
            left -= shares[place];
        }
        foreach (var place in Enumerable.Range(0, shares.Length).OrderByDescending(place => remainders[place]).ThenBy(place => place))
        {
            if (left <= 0)
                break;
            shares[place]++;
            left--;
        }
        for (var place = 0; place < shares.Length; place++)
            shares[place] = sign * shares[place] / 100;
        return shares;
    }
}
