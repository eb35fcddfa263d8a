using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Storage;

/// <summary>The order in which returns arrive changes nothing, and a report cut from storage shows what one worked out from the answers shows.</summary>
public sealed class ArrivalOrderTests(OwnStorageFixture first, ArrivalOrderTests.OtherStorage second) : IClassFixture<OwnStorageFixture>, IClassFixture<ArrivalOrderTests.OtherStorage>
{
    private static readonly string[] Figures = ["IndicatorTotals", "Indicators", "Attributed", "OwnRows", "IndicatorTrend", "Trend", "AnswerCells"];

    [Fact]
    public async Task Reports_OfReturnsThatArrivedInTwoOrders_AreTheSame()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var all = GeneratedProgrammes.Of(Seed);
        var arrivals = all.Filed.Keys.OrderBy(key => key.Award.Value, StringComparer.Ordinal).ThenBy(key => key.Period).ToList();
        await first.Account.CreateAllAsync(cancellation);
        await second.Fixture.Account.CreateAllAsync(cancellation);
        var (one, other) = (new StoredCase(first.Account, all), new StoredCase(second.Fixture.Account, all));
        await one.PutAsync(cancellation);
        await other.PutAsync(cancellation);
        foreach (var (award, period) in arrivals)
            await one.FileAsync(award, period, cancellation);
        new Random(Seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(arrivals));
        foreach (var (award, period) in arrivals)
            await other.FileAsync(award, period, cancellation);

        var reports = from to in Enumerable.Range(0, all.Programme.Calendar.Count)
                      from start in Enumerable.Range(0, to + 1)
                      from funder in GeneratedProgrammes.CoFunders.Select(id => (MonitoringReturns.Core.People.OrganisationId?)id).Prepend(null)
                      select new CaseReport(start, to, funder);
        foreach (var report in reports)
        {
            var (here, there) = (await one.ReportAsync(report, cancellation), await other.ReportAsync(report, cancellation));
            Assert.Equal(here.Manifest.ToJson(), there.Manifest.ToJson());
            Assert.Equal(here.Written.Tables.SelectMany(table => table.Shown), there.Written.Tables.SelectMany(table => table.Shown));
            var worked = all.Write(report);
            foreach (var id in Figures)
                Assert.Equal(
                    worked.Tables.Where(table => table.Table.Id == id).SelectMany(table => table.Shown.Prepend($"{report} {id}")),
                    here.Written.Tables.Where(table => table.Table.Id == id).SelectMany(table => table.Shown.Prepend($"{report} {id}")));
        }
    }

    /// <summary>The first case with enough in it: two co-funders, both versions of the form, corrections, and a dozen returns.</summary>
    private static int Seed { get; } = Enumerable.Range(1, 10_000).First(seed => GeneratedProgrammes.Of(seed) is
    {
        Programme.CoFunders.Count: 2,
        Programme.Calendar.Count: 3,
        Filed: { Count: >= 9 and <= 14 } filed,
        Forms: var forms,
        Awards: var awards,
    } && forms[0] != forms[^1] && filed.Values.Any(one => one.Revision > 1) && awards.Any(award => award.EndedOn is not null));

    /// <summary>A second account, empty as well.</summary>
    public sealed class OtherStorage : IAsyncLifetime
    {
        public OwnStorageFixture Fixture { get; } = new();

        public ValueTask InitializeAsync() => Fixture.InitializeAsync();

        public ValueTask DisposeAsync() => Fixture.DisposeAsync();
    }
}
