using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class KeyRingStoreTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    [Fact]
    public void Documents_OnceAdded_AreReadBackByAnotherInstance()
    {
        var (one, other) = ($"<key id='{Guid.NewGuid()}'>Ūdens</key>", $"<key id='{Guid.NewGuid()}' />");
        new KeyRingStore(storage.Account).Add($"key-{Guid.NewGuid()}", one);
        new KeyRingStore(storage.Account).Add($"key-{Guid.NewGuid()}", other);
        var all = new KeyRingStore(storage.Account).ReadAll();
        Assert.Contains(one, all);
        Assert.Contains(other, all);
    }

    [Fact]
    public void Document_AddedAgain_IsThereOnce()
    {
        var (name, xml) = ($"../key {Guid.NewGuid()}", $"<key id='{Guid.NewGuid()}' />");
        new KeyRingStore(storage.Account).Add(name, xml);
        new KeyRingStore(storage.Account).Add(name, xml);
        Assert.Single(new KeyRingStore(storage.Account).ReadAll(), xml);
    }
}
