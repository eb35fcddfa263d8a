using Azure;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Figures kept beside the answers are used only where they are of the revision that the manifest names; else it is counted anew.</summary>
public sealed class KeptResultsTests(OwnStorageFixture storage) : IClassFixture<OwnStorageFixture>
{
    private static readonly AwardId Award = new("a1");

    [Theory]
    [InlineData(1, CountedMeasures.CurrentRules, true)]
    [InlineData(2, CountedMeasures.CurrentRules, false)]
    [InlineData(1, CountedMeasures.CurrentRules - 1, false)]
    [InlineData(1, CountedMeasures.CurrentRules + 1, false)]
    [InlineData(1, null, false)]
    [InlineData(null, null, false)]
    public async Task Lines_OfAnEarlierPeriod_UseKeptFiguresOnlyOfTheSameRevisionAndRules(int? revision, int? rules, bool areUsed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await storage.Account.CreateAllAsync(cancellation);
        var all = CaseOf($"t{Guid.NewGuid():N}");
        var stored = new StoredCase(storage.Account, all);
        await stored.PutAsync(cancellation);
        await stored.FileAsync(Award, 0, cancellation);
        await stored.FileAsync(new AwardId("a2"), 0, cancellation);
        await TamperAsync(all.Programme.Id, revision, rules, cancellation);

        var cut = await stored.Cuts.TakeAsync(ReportKey.Of(all.Programme.Id, new PeriodId("q2")), 1, Reports.Late, cancellation);
        var counted = new List<decimal?>();
        await foreach (var line in stored.Cuts.LinesAsync(cut!, cancellation))
            counted.Add(line.Counted[0]![0]);

        Assert.Equal([areUsed ? 7 : 42, 7], counted);
    }

    /// <summary>Puts the other award's figures in place of the first's, as of a revision and rules; where neither is given, takes its row away.</summary>
    private async Task TamperAsync(ProgrammeId programme, int? revision, int? rules, CancellationToken cancellation)
    {
        var table = storage.Account.Tables.GetTableClient(StorageNames.Returns);
        if (revision is null)
        {
            await table.DeleteEntityAsync($"{programme}|q1", $"x|{Award}", cancellationToken: cancellation);
            return;
        }
        var row = (await table.GetEntityAsync<TableEntity>($"{programme}|q1", "x|a2", cancellationToken: cancellation)).Value;
        var other = new TableEntity(row) { RowKey = $"x|{Award}", ["Revision"] = revision };
        if (rules is { } number)
            other["Rules"] = number;
        else
            other.Remove("Rules");
        other.Timestamp = null;
        await table.UpdateEntityAsync(other, ETag.All, TableUpdateMode.Replace, cancellation);
    }

    private static ProgrammeCase CaseOf(string programme)
    {
        var form = A.Form(A.QuestionJson("staff", "count"));
        var id = new ProgrammeId(programme);
        var awards = new[] { "a1", "a2" }.Select(award => An.Award(award) with { Programme = id }).ToList();
        return new ProgrammeCase(
            A.Programme() with { Id = id, Calendar = [GeneratedProgrammes.Quarter(0), GeneratedProgrammes.Quarter(1)], FormVersions = [new(1, new PeriodId("q1"))] }, [form, form], awards,
            new Dictionary<(AwardId, int), FiledReturn> { [(Award, 0)] = Return("42"), [(new AwardId("a2"), 0)] = Return("7") });
    }

    private static FiledReturn Return(string staff) =>
        new(1, new Dictionary<string, string>(StringComparer.Ordinal) { ["staff"] = staff }, new Dictionary<string, string>(StringComparer.Ordinal));
}
