using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Tests.Core.Reporting;

public sealed class SharesTests
{
    private static readonly Gen<(decimal Whole, decimal[] Parts)> Any =
        from whole in Gen.OneOf(Gen.Choose(-5000, 5000).Select(pence => pence / 100m), Gen.Choose(0, 2_000_000_000).Select(pence => pence / 100m), Gen.Choose(-300, 300).Select(part => part / 7m))
        from count in Gen.Choose(1, 8)
        from parts in Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(0, 1_000_000)).Select(part => (decimal)part).ArrayOf(count)
        select (whole, parts);

    [Fact]
    public void Of_AnyParts_AddsUpToTheWholeExactly() => ForAny((whole, parts) => Assert.Equal(Rounded(whole), Shares.Of(whole, parts).Sum()));

    [Fact]
    public void Of_AnyParts_GivesEachWithinAHundredthOfItsDue() => ForAny((whole, parts) =>
    {
        if (parts.Sum() == 0)
            return;
        Assert.All(Shares.Of(whole, parts).Zip(parts), share =>
        {
            Assert.Equal(decimal.Round(share.First, 2), share.First);
            Assert.InRange(Math.Abs(share.First - (Rounded(whole) * share.Second / parts.Sum())), 0, 0.01m);
        });
    });

    [Fact]
    public void Of_PartsOfNothing_GivesThemNothing() => ForAny((whole, parts) =>
    {
        if (parts.Sum() > 0)
            Assert.All(Shares.Of(whole, parts).Zip(parts).Where(share => share.Second == 0), share => Assert.Equal(0, share.First));
    });

    [Fact]
    public void Of_PartsInAnotherOrder_GivesEachTheSameButForTies()
    {
        var orders = from any in Any from order in Gen.Shuffle(Enumerable.Range(0, any.Parts.Length).ToArray()) select (any.Whole, any.Parts, Order: order);
        Prop.ForAll(orders.ToArbitrary(), any =>
        {
            if (any.Parts.Sum() == 0)
                return;
            var (one, other) = (Shares.Of(any.Whole, any.Parts), Shares.Of(any.Whole, [.. any.Order.Select(place => any.Parts[place])]));
            // Of equal remainders it is the first that has the hundredth more.
            for (var place = 0; place < any.Order.Length; place++)
                if (any.Parts.Count(part => RemainderOf(any, part) == RemainderOf(any, any.Parts[any.Order[place]])) == 1)
                    Assert.Equal(one[any.Order[place]], other[place]);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("10", "1 1 1", "3.34 3.33 3.33")]
    [InlineData("-10", "1 1 1", "-3.34 -3.33 -3.33")]
    [InlineData("100", "2 1", "66.67 33.33")]
    [InlineData("0.01", "0 5 5", "0 0.01 0")]
    [InlineData("5", "0 0", "5 0")]
    [InlineData("0.005", "1 1", "0.01 0")]
    public void Of_SmallWholes_IsAsWorkedOutByHand(string whole, string parts, string shares) => Assert.Equal(Numbers(shares), Shares.Of(Numbers(whole)[0], Numbers(parts)));

    [Fact]
    public void Of_NoParts_IsNothing() => Assert.Empty(Shares.Of(5, []));

    private static void ForAny(Action<decimal, decimal[]> holds) => Prop.ForAll(Any.ToArbitrary(), any => holds(any.Whole, any.Parts)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static decimal RemainderOf((decimal Whole, decimal[] Parts, int[] Order) any, decimal part) => Math.Abs(Rounded(any.Whole)) * 100 * part / any.Parts.Sum() % 1;

    private static decimal Rounded(decimal whole) => decimal.Round(whole, 2, MidpointRounding.AwayFromZero);

    private static decimal[] Numbers(string text) => [.. text.Split(' ').Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
