using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Registers;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting.Registers;

/// <summary>The register's rules, each by hand and in general: what falls on a year, on an area, on a band, and who grows.</summary>
public sealed class RegisterRulesTests
{
    private static readonly DateOnly Today = new(2026, 10, 10);

    private static readonly Gen<Award> AnyAward =
        from number in Gen.Choose(1, 40)
        from pence in Gen.OneOf(Gen.Choose(1, 300), Gen.Choose(1, 2_000_000_000))
        from start in Gen.Choose(0, 3000)
        from days in Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, 2600))
        from left in Gen.OneOf(Gen.Constant(-1), Gen.Choose(0, days))
        from areas in Gen.SubListOf(Enumerable.Range(1, 9).Select(area => AreaCode.Parse($"E0900000{area}")))
        let first = new DateOnly(2020, 1, 1).AddDays(start)
        select An.Award($"a{number}") with
        {
            Provider = new NamedOrganisation(OrganisationId.Parse($"MR-{number % 7:D6}"), $"Group {number % 7}"),
            Amount = pence / 100m,
            Start = first,
            End = first.AddDays(days),
            EndedOn = left < 0 ? null : first.AddDays(left),
            Areas = [.. areas],
        };

    [Theory]
    [InlineData("2026-03-31", "2025/26")]
    [InlineData("2026-04-01", "2026/27")]
    [InlineData("1999-12-31", "1999/00")]
    public void Year_OfADay_BeginsInApril(string day, string year) => Assert.Equal(year, FinancialYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Name);

    [Fact]
    public void Years_OfAnAwardOfThree_AreAsWorkedOutByHand()
    {
        // 1,096 days, of which the second year has 366.
        Assert.Equal([("2026/27", 9990.88m), ("2027/28", 10018.25m), ("2028/29", 9990.87m)], AwardYears.Of(An.Award(), 30_000).Select(year => (year.Year.Name, year.Pounds)));
        var left = An.Award() with { EndedOn = new DateOnly(2026, 4, 30) };
        Assert.Equal([("2026/27", 821.17m)], AwardYears.Of(left, 30_000).Select(year => (year.Year.Name, year.Pounds)));
        Assert.Empty(AwardYears.Of(left with { EndedOn = new DateOnly(2026, 3, 1) }, 30_000));
    }

    [Fact]
    public void Years_OfAnyAward_AddUpToItToThePenny() => Prop.ForAll(AnyAward.ToArbitrary(), award =>
    {
        var years = AwardYears.Of(award, award.Amount);
        var days = (award.LastDay.DayNumber - award.Start.DayNumber + 1, award.End.DayNumber - award.Start.DayNumber + 1);
        Assert.Equal(decimal.Round(award.Amount * days.Item1 / days.Item2, 2, MidpointRounding.AwayFromZero), years.Sum(year => year.Pounds));
        Assert.Equal(FinancialYear.Of(award.Start), years[0].Year);
        Assert.Equal(FinancialYear.Of(award.LastDay), years[^1].Year);
        Assert.All(years.Zip(years.Skip(1)), pair => Assert.Equal(pair.First.Year, pair.Second.Year.Before));
        foreach (var (year, pounds) in years)
        {
            var first = award.Start > year.First ? award.Start : year.First;
            var last = award.LastDay < year.Last ? award.LastDay : year.Last;
            Assert.InRange(Math.Abs(pounds - (award.Amount * (last.DayNumber - first.DayNumber + 1) / days.Item2)), 0, 0.02m);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Flows_OfAnyAwards_AddUpByBandByAreaAndByYear() => Prop.ForAll(AnyAward.ListOf().ToArbitrary(), awards =>
    {
        var register = Of(awards);
        foreach (var year in register.Years)
        {
            var (bands, all) = (RegisterWords.Bands.Select(band => register.In(band, year)).ToList(), register.In(year));
            Assert.Equal(all, new Flow(bands.Sum(flow => flow.Pounds), bands.Sum(flow => flow.Awards)));
            var areas = Enumerable.Range(1, 9).Select(area => (AreaCode?)AreaCode.Parse($"E0900000{area}")).Append(null).Select(area => register.In(area, year)).ToList();
            Assert.Equal(all.Pounds, areas.Sum(flow => flow.Pounds));
            Assert.True(areas.Sum(flow => flow.Awards) >= all.Awards);
            Assert.Equal(all.Pounds, register.Providers.Sum(provider => provider.In(year)));
        }
        Assert.Equal(awards.Sum(award => AwardYears.Of(award, award.Amount).Sum(year => year.Pounds)), register.Years.Sum(year => register.In(year).Pounds));
        Assert.Equal(awards.Count(award => award.Start <= Today && Today <= award.LastDay), register.Providers.Sum(provider => provider.Running));
        Assert.Equal(register.Awards.Where(award => award.RunsOn(Today)).Sum(award => award.Amount), register.RunningByArea().SelectMany(area => area).Sum(part => part.Pounds));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, 1, Movement.Arrived)]
    [InlineData(1, 0, Movement.Left)]
    [InlineData(365, 366, Movement.Same)]
    [InlineData(100, 101, Movement.Same)]
    [InlineData(100, 101.01, Movement.Grew)]
    [InlineData(100, 98.99, Movement.Shrank)]
    public void Growth_OfTwoYears_IsOneOfFive(double before, double now, Movement? movement) => Assert.Equal(movement, Growth.Of((decimal)before, (decimal)now));

    private static RegisterFigures Of(IEnumerable<Award> awards)
    {
        var register = new RegisterFigures(Enumerable.Range(0, 5).Select(number => new Organisation { Id = OrganisationId.Parse($"MR-{number:D6}"), Name = $"Group {number}", Kind = OrganisationKind.Charity, Income = (IncomeBand)number }), Today);
        foreach (var award in awards)
            register.Add(new RegisteredAward(award.Id, award.Provider, award.Partners, award.Start, award.LastDay, award.Amount, award.Areas, AwardYears.Of(award, award.Amount)));
        return register;
    }
}
