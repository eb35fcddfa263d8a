using MonitoringReturns.Core.People;
using MonitoringReturns.Local;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.PortalPages;

namespace MonitoringReturns.Tests.Local;

/// <summary>The command that verifies a data folder's record.</summary>
public sealed class VerifyDataTests
{
    private static readonly OrganisationId Wren = OrganisationId.Parse("GB-CHC-1044239");

    [Fact]
    public async Task Verify_OfAFolder_CountsChainsAndNamesTheBrokenOne()
    {
        using var folder = new TemporaryFolder();
        await KeepAsync(folder.Path, async storage =>
        {
            var account = StorageAccount.Connect(storage);
            await account.CreateAllAsync();
            var setUp = new SetUp(new OrganisationStore(account), new PeopleStore(account), new WorkQueue(account), TimeProvider.System);
            await setUp.AddAsync(new Organisation { Id = Wren, Name = "Wren House", Kind = OrganisationKind.Charity }, default);
            await setUp.LetInAsync(Wren, MemberId.NewPerson(), Roles.ProviderLead, null, null, default);
        });

        var (whole, said) = await RunAsync(folder.Path);
        Assert.True(whole);
        Assert.Equal("Chains: 1. Entries in order: 2. Broken chains: 0.", said);

        await KeepAsync(folder.Path, storage => AdministrationTests.ChangeEntryAsync(storage, Wren, 2));
        var (after, broken) = await RunAsync(folder.Path);
        Assert.False(after);
        Assert.Equal("organisation GB-CHC-1044239: Entry 2 was changed after it was written.\nChains: 1. Entries in order: 1. Broken chains: 1.", broken);
    }

    [Fact]
    public async Task Verify_OfAFolderThatIsNotThere_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var missing = folder.File("nothing");
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => VerifyData.RunAsync(missing, TextWriter.Null));
        Assert.Equal($"There is no data folder {missing}.", refused.Message);
        Assert.False(Directory.Exists(missing));
    }

    private static async Task KeepAsync(string folder, Func<string, Task> change)
    {
        using var data = await DataFolder.OpenAsync(folder);
        await using var azurite = await Azurite.StartAsync(data.Azurite, Console.WriteLine);
        await change(azurite.ConnectionString);
    }

    private static async Task<(bool Whole, string Said)> RunAsync(string folder)
    {
        await using var said = new StringWriter { NewLine = "\n" };
        var whole = await VerifyData.RunAsync(folder, said);
        return (whole, string.Join('\n', said.ToString().TrimEnd().Split('\n').Where(line => line.Contains("hain", StringComparison.Ordinal) || line.Contains("Entry", StringComparison.Ordinal))));
    }
}
