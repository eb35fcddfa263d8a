using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Tests.Core.SpotChecks;

/// <summary>A sample is drawn by lot, and can be drawn again by anybody.</summary>
public sealed class SampleTests
{
    private static readonly AwardId[] Awards = [.. Enumerable.Range(1, 40).Select(number => Identifier.Parse<AwardId>($"award-{number:D3}"))];

    [Fact]
    public void Draw_WithTheSameSeed_IsTheSameInWhateverOrderTheyStand() =>
        Prop.ForAll<NonEmptyString, int>((seed, order) =>
        {
            var shuffled = Awards.ToArray();
            new Random(order).Shuffle(shuffled);
            return Sample.Draw(Awards, 7, seed.Get).SequenceEqual(Sample.Draw(shuffled, 7, seed.Get));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Draw_OfAnyCount_HasSoManyAndNoneTwiceAndAllOfThePopulation() =>
        Prop.ForAll<NonNegativeInt, NonEmptyString>((count, seed) =>
        {
            var drawn = Sample.Draw(Awards, count.Get, seed.Get);
            return drawn.Count == Math.Min(count.Get, Awards.Length) && drawn.Distinct().Count() == drawn.Count && drawn.All(Awards.Contains);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Draw_OverManySeeds_DrawsEachAboutAsOften()
    {
        const int draws = 4_000;
        var times = Awards.ToDictionary(award => award, _ => 0);
        for (var seed = 0; seed < draws; seed++)
            foreach (var award in Sample.Draw(Awards, 10, $"{seed}"))
                times[award]++;
        // A quarter of 4,000, with a standard deviation of 27: none is further off than six of them.
        Assert.All(times.Values, often => Assert.InRange(often, 1_000 - 165, 1_000 + 165));
    }

    [Fact]
    public void Draw_ByHand_GivesWhatTheMethodSays()
    {
        var lots = Awards.ToDictionary(award => award, award => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"0123abcd\n{award}"))));
        Assert.Equal(lots.OrderBy(lot => lot.Value, StringComparer.Ordinal).Take(3).Select(lot => lot.Key), Sample.Draw(Awards, 3, "0123abcd"));
    }

    [Theory]
    [InlineData("5", 200, 5)]
    [InlineData(" 5 ", 3, 3)]
    [InlineData("10%", 200, 20)]
    [InlineData("10 %", 11, 2)] // rounded up
    [InlineData("1%", 3, 1)]
    [InlineData("100%", 7, 7)]
    public void Size_AsItIsTyped_IsSoManyOfThosePresent(string typed, int population, int drawn) => Assert.Equal(drawn, SampleSize.Parse(typed)!.Value.Of(population));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0%")]
    [InlineData("101%")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("ten")]
    [InlineData(null)]
    public void Size_ThatIsNone_IsRefused(string? typed) => Assert.Null(SampleSize.Parse(typed));

    [Fact]
    public void Digest_OfAPopulation_ChangesWithEachReturnAndRevision()
    {
        SampledReturn[] population = [new(Awards[0], 1, "A", null), new(Awards[1], 2, "B", null)];
        Assert.Equal(Sample.DigestOf(population), Sample.DigestOf(population.Reverse()));
        Assert.NotEqual(Sample.DigestOf(population), Sample.DigestOf([population[0], population[1] with { Revision = 3 }]));
        Assert.NotEqual(Sample.DigestOf(population), Sample.DigestOf([population[0]]));
    }
}
