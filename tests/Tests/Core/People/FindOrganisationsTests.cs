using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.People;

/// <summary>Organisations found by parts of their names, in real storage.</summary>
public sealed class FindOrganisationsTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("St Mary’s Children's Centre", "st marys childrens centre")]
    [InlineData("Café Olé & Co-op (2019) Ltd", "cafe ole co op 2019 ltd")]
    [InlineData("ŁÓDŹ Tŷ Gŵyr", "lodz ty gwyr")]
    [InlineData("The the THE, a B", "the")]
    [InlineData("東京", "")]
    public void Words_OfAName_ArePlain(string name, string words) => Assert.Equal(words, string.Join(' ', NameWords.Of(name)));

    [Fact]
    public async Task Organisation_Renamed_IsFoundByItsNewNameAlone()
    {
        var mark = Samples.NewId();
        var (id, store) = (Samples.NewProvider(), new OrganisationStore(storage.Account));
        await PutAsync(store, id, $"Old {mark} barn");
        await PutAsync(store, id, $"New {mark} shed");

        Assert.Equal([id], (await FindAsync(store, $"{mark} she")).Found.Select(one => one.Id));
        Assert.Equal($"New {mark} shed", (await FindAsync(store, mark[..20])).Found.Single().Name);
        Assert.Empty((await FindAsync(store, $"barn {mark}")).Found);
        Assert.Empty((await FindAsync(store, "...")).Found);
    }

    [Fact]
    public async Task Organisations_OfOneName_AreOfferedTenAtMost()
    {
        var (mark, store) = (Samples.NewId(), new OrganisationStore(storage.Account));
        for (var number = 1; number <= 12; number++)
            await PutAsync(store, OrganisationId.Parse($"GB-CHC-{Random.Shared.Next(1_000_000, 10_000_000)}-{number}"), $"{mark} {number:D2}");

        var found = await FindAsync(store, mark);

        Assert.Equal((10, true, $"{mark} 01"), (found.Found.Count, found.More, found.Found[0].Name));
        Assert.Equal((1, false), (await FindAsync(store, $"11 {mark}")) is var one ? (one.Found.Count, one.More) : default);
    }

    private static Task<OrganisationsOfName> FindAsync(OrganisationStore store, string text) => new FindOrganisations(store).RunAsync(text, Cancellation);

    private static async Task PutAsync(OrganisationStore store, OrganisationId id, string name)
    {
        var organisation = new Organisation { Id = id, Name = name, Kind = OrganisationKind.Charity };
        var found = await store.GetAsync(id, Cancellation) ?? new FoundOrganisation(organisation, null, default, RecordHead.Empty);
        var entry = RecordChain.Of(id).Next(found.Record, new Done(Samples.Morning, Samples.Ann, null, Deed.OrganisationChanged));
        Assert.True(await store.TryWriteAsync(new OrganisationWrite(found, organisation, default, entry), Cancellation));
    }
}
