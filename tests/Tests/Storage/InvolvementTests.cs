using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

/// <summary>Which organisation has a part in which programmes.</summary>
public sealed class InvolvementTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ProgrammeStore _store = new(storage.Account);
    private readonly OrganisationId _provider = Samples.NewProvider();
    private readonly ProgrammeId _programme = new(Samples.NewId());

    [Fact]
    public async Task Funders_OfAProgramme_HaveAPartAndNoAward()
    {
        var funder = Samples.NewProvider();
        await _store.PutAsync(Samples.Programme(_programme.Value) with { CoFunders = [new NamedOrganisation(funder, "Trust")] }, Cancellation);
        Assert.Equal([_programme], (await _store.ListOfAsync(funder, null, 10, Cancellation)).Items);
        Assert.Contains(_programme, (await _store.ListOfAsync(Samples.Programme("any").LeadFunder.Id, _programme.Value[..^1], 1000, Cancellation)).Items);
        Assert.False(await _store.HasAwardAsync(funder, _programme, Cancellation));
    }

    [Fact]
    public async Task ProviderAndPartners_OfAnAward_HaveOne()
    {
        var partner = Samples.NewProvider();
        await PutAsync(_programme, "award-1", partner);
        foreach (var organisation in new[] { _provider, partner })
        {
            Assert.True(await _store.HasAwardAsync(organisation, _programme, Cancellation));
            Assert.Equal([_programme], (await _store.ListOfAsync(organisation, null, 10, Cancellation)).Items);
        }
        Assert.False(await _store.HasAwardAsync(_provider, new ProgrammeId(Samples.NewId()), Cancellation));
        Assert.False(await _store.HasAwardAsync(Samples.NewProvider(), _programme, Cancellation));
    }

    [Fact]
    public async Task FunderThatProvidesToo_WhicheverIsStoredFirst_HasBoth()
    {
        await PutAsync(_programme, "award-1");
        await new ProgrammeStore(storage.Account).PutAsync(Samples.Programme(_programme.Value) with { CoFunders = [new NamedOrganisation(_provider, "Both")] }, Cancellation);
        Assert.True(await _store.HasAwardAsync(_provider, _programme, Cancellation));
        Assert.Equal([_programme], (await _store.ListOfAsync(_provider, null, 10, Cancellation)).Items);
    }

    [Fact]
    public async Task Programmes_OfAProviderWithManyAwards_ComePageByPageEachOnce()
    {
        string[] ids = ["ab", "a1", "B", "a", "a-1"];
        foreach (var id in ids)
            for (var award = 1; award <= 3; award++)
                await PutAsync(new ProgrammeId(id), $"award-{award}-{_provider}");
        var pages = Pages.AllAsync<ProgrammeId>((after, stop) => _store.ListOfAsync(_provider, after, 2, stop), Cancellation);
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await pages.ToListAsync()).Select(id => id.Value));
    }

    [Fact]
    public async Task Award_WhosePartIsNotWritten_IsNotStored()
    {
        var killed = InterruptedTransport.Before(
            request => request.Uri.Path.Contains(StorageNames.Involvements, StringComparison.Ordinal), () => throw new InvalidOperationException("killed"));
        var award = Samples.Award(_programme) with { Provider = new NamedOrganisation(_provider, "Bow") };
        await Assert.ThrowsAsync<InvalidOperationException>(() => new ProgrammeStore(storage.ConnectBy(killed)).PutAwardAsync(award, Cancellation));
        Assert.Null(await _store.GetAwardAsync(_programme, award.Id, Cancellation));
    }

    private async Task PutAsync(ProgrammeId programme, string award, params OrganisationId[] partners) =>
        await _store.PutAwardAsync(
            Samples.Award(programme, award) with
            {
                Provider = new NamedOrganisation(_provider, "Bow Family Centre"),
                Partners = [.. partners.Select(partner => new NamedOrganisation(partner, "Partner"))],
            },
            Cancellation);
}
