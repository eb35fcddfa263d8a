using System.Text.Json.Nodes;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;
using MonitoringReturns.Local.Demo.HouseholdSupport;

namespace MonitoringReturns.Tests.Demo;

/// <summary>The figures of household support, worked out from raw answers, beside what the portal keeps; and what its checks find out.</summary>
public sealed class HouseholdSupportFiguresTests
{
    private const string First = "2021-22-q3";
    private const string Last = "2024-25-q2";

    private static readonly HouseholdSupportCase Case = new();
    private static readonly HouseholdSupportFigures Figures = new(Case);
    private static readonly IReadOnlyList<string> All = Figures.Span(First, Last);

    [Fact]
    public void Figure_OfEveryReturn_IsTheResultThatThePortalKeeps()
    {
        var compared = 0;
        foreach (var newest in DemoReturn.AllOf(Case).GroupBy(filed => (filed.Period.Id, filed.Award.Id)).Select(ofOne => ofOne.Last()))
        {
            var (period, award) = (newest.Period.Id.Value, newest.Award.Id.Value);
            var (key, filing) = (new ReturnKey(Case.Programme.Id, newest.Period.Id, newest.Award.Id), newest.Filing);
            var kept = Results.Of(Revision.Of(key, filing.Revision, newest.Answers, filing.Signatory!, filing.Minutes, filing.At).Answers, newest.Award);
            foreach (var indicator in Case.Programme.Indicators.Select(indicator => indicator.Id))
            {
                Assert.Equal((period, award, indicator, kept.TryGetValue(indicator, out var figure) ? figure : null), (period, award, indicator, Figures.Figure(period, award, indicator.Value)));
                compared++;
            }
        }
        Assert.Equal(All.Sum(period => Figures.In(period).Count) * Case.Programme.Indicators.Count, compared);
    }

    [Fact]
    public void Totals_OfAwardsSpendAndEnergy_RunThroughAllFourVersions() =>
        Assert.All(All, period =>
        {
            Assert.True(Figures.PeriodTotal(period, "awards-value") > 100_000 && Figures.PeriodTotal(period, "awards-number") > 2_000);
            Assert.Equal(Figures.QuestionTotal(period, "total"), Figures.PeriodTotal(period, "awards-value") + Figures.PeriodTotal(period, "administration"));
            Assert.Equal(Figures.RowTotal(period, "by-kind", "energy-water", "value"), Figures.PeriodTotal(period, "energy-value"));
        });

    [Fact]
    public void Totals_OfFood_ContinueAsTheSumOfItsParts() =>
        Assert.All(All, period =>
        {
            var parts = Figures.RowsOf(period, "by-kind").Where(row => row is "food" or "school-meals" or "other-food").ToList();
            Assert.Equal(string.CompareOrdinal(period, "2022-23-q3") < 0 ? ["food"] : ["school-meals", "other-food"], parts);
            Assert.Equal(parts.Sum(row => Figures.RowTotal(period, "by-kind", row, "value")), Figures.PeriodTotal(period, "food-value"));
        });

    [Fact]
    public void Totals_OfHouseholdsWithoutChildren_CanOnlyBeCarriedIntoASum()
    {
        Assert.True(Figures.RowTotal("2021-22-q4", "by-household", "without-children", "number") > 0);
        Assert.Null(Figures.RowTotal("2021-22-q4", "by-household", "with-pensioners", "number"));
        Assert.Null(Figures.RowTotal("2022-23-q1", "by-household", "without-children", "number"));
        Assert.True(Figures.RowTotal("2022-23-q1", "by-household", "with-pensioners", "number") > 0 && Figures.RowTotal("2022-23-q1", "by-household", "other", "number") > 0);
    }

    [Fact]
    public void Totals_OfWhatCameOrWent_AreAbsentAndNotNought()
    {
        Assert.Null(Figures.PeriodTotal("2022-23-q4", "first-time-households"));
        Assert.True(Figures.PeriodTotal("2023-24-q1", "first-time-households") > 0);
        Assert.True(Figures.QuestionTotal("2022-23-q4", "vouchers") > 0);
        Assert.Null(Figures.QuestionTotal("2023-24-q1", "vouchers"));
        Assert.Null(Figures.RowTotal("2022-23-q2", "by-route", "applied", "value"));
        Assert.Equal(
            Figures.TotalToDate("2023-24-q1", Last, "first-time-households"), Figures.TotalToDate(First, Last, "first-time-households"));
    }

    [Fact]
    public void Tables_OfEveryPeriod_AgreeOverAllCharities() =>
        Assert.All(All, period => Assert.All(new[] { "by-household", "by-kind", "by-route" }.Where(table => Figures.RowsOf(period, table).Count > 0), table =>
        {
            Assert.Equal(Figures.PeriodTotal(period, "awards-value"), Figures.RowsOf(period, table).Sum(row => Figures.RowTotal(period, table, row, "value") ?? 0));
            Assert.All(Figures.In(period), award => Assert.Equal(Figures.Figure(period, award, "awards-number"), Figures.ColumnTotal(period, award, table, "number")));
        }));

    [Fact]
    public void ToDate_OfAllCharities_IsTheSumOfTheirOwn()
    {
        Assert.Equal(Case.Awards.Sum(award => Figures.ToDate(First, Last, award.Id.Value, "awards-value")), Figures.TotalToDate(First, Last, "awards-value"));
        Assert.Equal(12, All.Count);
        Assert.Equal(["2022-23-q4", "2023-24-q1"], Figures.Span("2022-23-q4", "2023-24-q1"));
    }

    [Fact]
    public void Profile_WhereAReturnIsMissing_IsLeftOutOfTheTotal()
    {
        var planned = Figures.Profile("2022-23-q4", "hs-09", "awards-value");
        Assert.True(planned > 0);
        Assert.Null(Figures.Figure("2022-23-q4", "hs-09", "awards-value"));
        Assert.Equal(Case.Awards.Sum(award => Figures.Profile("2022-23-q4", award.Id.Value, "awards-value")) - planned, Figures.ProfileLikeForLike("2022-23-q4", "awards-value"));
        Assert.Equal(All.Sum(period => Figures.ProfileLikeForLike(period, "awards-value")), Figures.ProfileToDateLikeForLike(First, Last, "awards-value"));
        Assert.Null(Figures.ProfileLikeForLike(First, "energy-value"));
    }

    [Fact]
    public void Actual_OfEveryPeriod_LiesNearItsProfile() =>
        Assert.All(All, period => Assert.InRange(Figures.PeriodTotal(period, "awards-value")!.Value / Figures.ProfileLikeForLike(period, "awards-value")!.Value, 0.9m, 1.15m));

    [Fact]
    public void Share_OfTheOnlyFunder_IsTheWhole()
    {
        var council = Case.Programme.LeadFunder.Id.Value;
        Assert.All(All, period => Assert.Equal(Figures.PeriodTotal(period, "awards-number"), Figures.ShareOfTotal(period, council, "awards-number")));
        Assert.Equal(0, Figures.Share(First, "hs-01", "GB-LAE-NTT", "awards-number"));
    }

    [Theory]
    [InlineData("by-kind", "number", "HS6")]
    [InlineData("by-kind", "value", "HS5")]
    [InlineData("by-household", "number", "HS4")]
    [InlineData("by-household", "value", "HS3")]
    [InlineData("by-route", "number", "HS8")]
    [InlineData("by-route", "value", "HS7")]
    public void Return_WithATableThatDoesNotAgree_IsFoundOut(string table, string column, string check)
    {
        var altered = Altered("hs-01", answer => answer.Question == table ? InFirstRow(answer, row => row[column] = row[column]!.GetValue<decimal>() + 1) : answer);
        Assert.Equal([check], altered.Findings.Select(finding => finding.Check));
    }

    [Fact]
    public void Return_WithATotalThatDoesNotAgree_IsFoundOut() =>
        Assert.Equal(["HS2"], Altered("hs-01", answer => answer.Question == "total" ? answer with { ValueJson = "1" + answer.ValueJson } : answer).Findings.Select(finding => finding.Check));

    [Fact]
    public void Return_WithAValueAndNoNumber_IsFoundOut() =>
        Assert.Contains(Catalogue.RowIncomplete, Altered("hs-01", answer => answer.Question == "by-kind" ? InFirstRow(answer, row => row["number"] = null) : answer).Findings.Select(finding => finding.Code));

    [Fact]
    public void Return_WithMuchAdministrationAndNoSentence_IsAskedWhy()
    {
        Assert.Empty(Altered("hs-16", answer => answer).Findings);
        Assert.Equal(["HS1"], Altered("hs-16", answer => answer with { Comment = null }).Findings.Select(finding => finding.Check));
    }

    private static DemoReturn Altered(string award, Func<DemoAnswer, DemoAnswer> alter) => Assert.Single(DemoReturn.AllOf(new OneReturn(award, "2022-23-q4", alter)));

    private static DemoAnswer InFirstRow(DemoAnswer answer, Action<JsonObject> alter)
    {
        var table = JsonNode.Parse(answer.ValueJson)!.AsObject();
        alter(table.First().Value!.AsObject());
        return answer with { ValueJson = table.ToJsonString() };
    }

    /// <summary>One filing of the case, altered.</summary>
    private sealed class OneReturn(string award, string period, Func<DemoAnswer, DemoAnswer> alter) : IDemoCase
    {
        public string Name => Case.Name;

        public IReadOnlyList<ReadOnlyMemory<byte>> Forms => Case.Forms;

        public Programme Programme => Case.Programme;

        public IReadOnlyList<Award> Awards => Case.Awards;

        public IReadOnlyList<Filing> Filings(PeriodId of) => of.Value != period ? [] :
            [.. Case.Filings(of).Where(filing => filing.Award.Value == award).Select(filing => filing with { Answers = [.. filing.Answers.Select(alter)] })];
    }
}
