using Azure;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class StorageAccountTests(OwnStorageFixture storage) : IClassFixture<OwnStorageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Settings_WithAConnectionString_NameItsServices()
    {
        var account = FromSettings(("AzureWebJobsStorage", storage.ConnectionString), ("AzureWebJobsStorage:accountName", "other"));
        Assert.All(Uris(account), uri => Assert.Equal("127.0.0.1", uri.Host));
        Assert.Equal(3, Uris(account).DistinctBy(uri => uri.Port).Count());
    }

    [Fact]
    public void Settings_WithAnAccountName_NameTheUsualAddresses() =>
        Assert.Equal(
            ["https://families.table.core.windows.net/", "https://families.blob.core.windows.net/", "https://families.queue.core.windows.net/"],
            Uris(FromSettings(("AzureWebJobsStorage:accountName", "families"))).Select(uri => uri.AbsoluteUri));

    [Fact]
    public void Settings_WithAddresses_AreTakenBeforeTheName()
    {
        var account = FromSettings(
            ("AzureWebJobsStorage:accountName", "families"), ("AzureWebJobsStorage:clientId", "00000000-0000-0000-0000-000000000001"),
            ("AzureWebJobsStorage:tableServiceUri", "https://tables.example.org"), ("AzureWebJobsStorage:queueServiceUri", "https://queues.example.org"));
        Assert.Equal(
            ["https://tables.example.org/", "https://families.blob.core.windows.net/", "https://queues.example.org/"],
            Uris(account).Select(uri => uri.AbsoluteUri));
    }

    [Theory]
    [InlineData]
    [InlineData("AzureWebJobsStorage")]
    [InlineData("AzureWebJobsStorage:accountName")]
    [InlineData("AzureWebJobsStorage:blobServiceUri")]
    public void Settings_WithoutAnAccount_SayWhatToSet(params string[] empty)
    {
        var error = Assert.Throws<InvalidOperationException>(() => FromSettings([.. empty.Select(name => (name, ""))]));
        Assert.Contains("AzureWebJobsStorage__accountName", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WithSomeAddressesOnly_SayWhatToSet() =>
        Assert.Throws<InvalidOperationException>(() => FromSettings(("AzureWebJobsStorage:tableServiceUri", "https://tables.example.org")));

    [Fact]
    public async Task Tables_ThatAreMissing_FailInsteadOfLookingLikeARival()
    {
        // Nothing is made in this account by any test of this class.
        var key = Samples.Return();
        var save = Samples.Save(Samples.Header(key), null, Samples.Section("people"));
        Assert.Equal("TableNotFound", await CodeAsync(() => new ReturnStore(storage.Account).TrySaveDraftAsync(save, Cancellation)));
        Assert.Equal("TableNotFound", await CodeAsync(() => new ReturnStore(storage.Account).TrySubmitAsync(Samples.Submission(save.Header, "W/\"x\""), Cancellation)));
        var state = ReportState.None(ReportKey.Of(key.Programme, key.Period));
        Assert.Equal("TableNotFound", await CodeAsync(() => new ReportStore(storage.Account).TrySaveAsync(state, null, Cancellation)));
        Assert.Equal("TableNotFound", await CodeAsync(() => new ReportStore(storage.Account).TrySaveAsync(state, "W/\"x\"", Cancellation)));
        Assert.Equal("TableNotFound", await CodeAsync(() => new ProgrammeStore(storage.Account).PutAwardAsync(Samples.Award(key.Programme), Cancellation)));
        Assert.Equal("TableNotFound", await CodeAsync(() => new Outbox(storage.Account).PostponeAsync(save.Outbox!, Samples.Morning, Cancellation)));
    }

    private static StorageAccount FromSettings(params (string Name, string Value)[] settings) =>
        StorageAccount.FromSettings(name => settings.FirstOrDefault(setting => setting.Name == name).Value);

    private static Uri[] Uris(StorageAccount account) => [account.Tables.Uri, account.Blobs.Uri, account.Queues.Uri];

    private static async Task<string?> CodeAsync(Func<Task> call) => (await Assert.ThrowsAnyAsync<RequestFailedException>(call)).ErrorCode;
}
