using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

public sealed class ProtectionKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string KeyFile => _folder.File("protection.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Key_InADataFolder_IsTheSameAtTheNextStartAndOnlyItsOwners()
    {
        var first = await ProtectionKey.OfAsync(KeyFile, TestContext.Current.CancellationToken);

        Assert.Equal(32, Convert.FromBase64String(first).Length);
        Assert.Equal(first, await ProtectionKey.OfAsync(KeyFile, TestContext.Current.CancellationToken));
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Key_WithoutADataFolder_IsAnotherEachTime() =>
        Assert.NotEqual(await ProtectionKey.OfAsync(null, TestContext.Current.CancellationToken), await ProtectionKey.OfAsync(null, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    public async Task Key_ThatIsDamaged_StopsTheStartAndNamesTheFile(string content)
    {
        await File.WriteAllTextAsync(KeyFile, content, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ProtectionKey.OfAsync(KeyFile, TestContext.Current.CancellationToken));

        Assert.StartsWith($"The data folder is damaged: {KeyFile} is not a key of 32 bytes.", refused.Message, StringComparison.Ordinal);
    }
}
