using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo.SharedCommissions;

namespace MonitoringReturns.Tests.Demo;

/// <summary>Who is commissioned, who pays and what was planned, in the demonstration of 33 boroughs.</summary>
public sealed class SharedCommissionsAwardTests
{
    private static readonly SharedCommissionsCase Case = new();

    [Fact]
    public void Programme_HasOneLeadBodyThirtyThreeBoroughsThreePrioritiesAndTwentyQuarters()
    {
        Assert.Equal(33, Case.Programme.CoFunders.Count);
        Assert.Distinct(Case.Programme.Funders.Select(funder => funder.Id));
        Assert.Distinct(Case.Programme.Funders.Select(funder => funder.Name));
        Assert.All(Case.Programme.CoFunders, funder => Assert.StartsWith("GB-LAE-", funder.Id.Value, StringComparison.Ordinal));
        Assert.Equal(3, Case.Programme.Priorities.Count);
        Assert.Equal(20, Case.Programme.Calendar.Count);
        Assert.Equal(("2017-18-q1", new DateOnly(2017, 4, 1)), (Case.Programme.Calendar[0].Id.Value, Case.Programme.Calendar[0].Start));
        Assert.Equal(("2021-22-q4", new DateOnly(2022, 3, 31)), (Case.Programme.Calendar[^1].Id.Value, Case.Programme.Calendar[^1].End));
        Assert.All(Case.Programme.Calendar, period => Assert.Equal(period.End.AddDays(28), period.Due));
    }

    [Fact]
    public void Awards_AreThirteenWithFortyCharities()
    {
        Assert.Equal(Enumerable.Range(1, 13).Select(number => $"sc-{number:D2}"), Case.Awards.Select(award => award.Id.Value));
        var charities = Case.Awards.SelectMany(award => award.Partners.Append(award.Provider)).Distinct().ToList();
        Assert.Equal(40, charities.Count);
        Assert.Distinct(charities.Select(charity => charity.Id));
        Assert.Distinct(charities.Select(charity => charity.Name));
        Assert.Equal(6, Case.Awards.Max(award => award.Partners.Count));
    }

    [Fact]
    public void Charities_AreNumberedWhereTheRegistersHaveNotArrived() =>
        Assert.All(Case.Awards.SelectMany(award => award.Partners.Append(award.Provider)), charity => Assert.Matches("^GB-(CHC-937|COH-9937)", charity.Id.Value));

    [Fact]
    public void Contributions_OfThirtyThreeBoroughs_AddUpToTheAmountToThePenny()
    {
        Assert.All(Case.Awards, award => Assert.Equal(Case.Programme.CoFunders.Select(funder => funder.Id), award.Contributions.Select(part => part.Funder)));
        Assert.All(Case.Awards, award => Assert.Equal(award.Amount, award.Contributions.Sum(part => part.Amount)));
        Assert.All(Case.Awards.SelectMany(award => award.Contributions), part => Assert.True(part.Amount > 0 && decimal.Round(part.Amount, 2) == part.Amount));
    }

    [Fact]
    public void Outcomes_OfAnAward_AreTwoToFourOfOnePriority()
    {
        Assert.All(Case.Awards, award => Assert.InRange(award.AgreedOutcomes.Count, 2, 4));
        Assert.All(Case.Awards, award => Assert.Single(award.AgreedOutcomes.Select(outcome => Case.Programme.Indicator(outcome.Indicator!.Value)!.Priority).Distinct(StringComparer.Ordinal)));
        Assert.All(Case.Awards, award => Assert.Distinct(award.AgreedOutcomes.Select(outcome => outcome.Indicator!.Value)));
        var asked = FormVersion.Read(Case.Forms[0].Span).Questions.Select(question => question.Indicator).OfType<IndicatorId>();
        Assert.All(asked, indicator => Assert.NotNull(Case.Programme.Indicator(indicator)));
    }

    [Fact]
    public void Profiles_AreOfEveryOutcomeQuarterAndBorough()
    {
        foreach (var award in Case.Awards)
        {
            var boroughs = award.Id.Value == "sc-08" ? 32 : 33;
            var first = award.Profiles.Where(planned => planned.Version == 1).ToList();
            Assert.Equal(award.AgreedOutcomes.Count * 20 * boroughs, first.Count);
            Assert.Equal(first.Count, first.DistinctBy(planned => (planned.Indicator, planned.Period, planned.Funder)).Count());
            Assert.All(first, planned => Assert.True(planned.Funder is not null && planned.Figure >= 0 && decimal.Truncate(planned.Figure) == planned.Figure));
        }
        var all = Case.Awards.SelectMany(award => award.Profiles).ToList();
        Assert.InRange(all.Count(planned => planned.Figure <= 20) * 100 / all.Count, 75, 99);
    }

    [Fact]
    public void Profile_OfOneAward_IsChangedByAgreementFromQuarterNineOnAndNeverBackwards()
    {
        var award = Assert.Single(Case.Awards, award => award.ProfileChanges.Count > 0);
        var change = Assert.Single(award.ProfileChanges);
        Assert.Equal((2, "2019-20-q1"), (change.Version, change.From.Value));
        var from = Case.Programme.Period(change.From)!;
        Assert.True(change.AgreedOn < from.Start);
        var second = award.Profiles.Where(planned => planned.Version == 2).ToList();
        Assert.Equal(award.AgreedOutcomes.Count * 12 * 33, second.Count);
        Assert.All(second, planned => Assert.True(Case.Programme.Period(planned.Period)!.Start >= from.Start));
        Assert.NotEqual(
            award.Profiles.Where(planned => planned.Version == 1 && planned.Period == change.From).Sum(planned => planned.Figure), second.Where(planned => planned.Period == change.From).Sum(planned => planned.Figure));
        Assert.DoesNotContain(Case.Awards, other => other != award && other.Profiles.Any(planned => planned.Version > 1));
    }

    [Fact]
    public void Provider_InAdministration_StopsBothItsAwardsAndKeepsTheirEarlierReturns()
    {
        var left = Case.Awards.Where(award => award.EndedOn is not null).ToList();
        Assert.Equal(["sc-12", "sc-13"], left.Select(award => award.Id.Value));
        Assert.Single(left.Select(award => award.Provider).Distinct());
        foreach (var award in left)
        {
            Assert.Equal(9, Case.Programme.Calendar.Count(award.ReportsFor));
            Assert.Equal(Case.Programme.Calendar.Take(8), Case.Programme.Calendar.Where(period => Case.Filings(period.Id).Any(filing => filing.Award == award.Id)));
        }
    }

    [Fact]
    public void Awards_WrittenAsJson_StayWellUnderWhatAnEntityHolds() =>
        Assert.All(Case.Awards, award => Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(award).Length, 100_000, 900_000));
}
