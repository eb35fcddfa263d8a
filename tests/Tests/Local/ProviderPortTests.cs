using System.Net;
using System.Net.Sockets;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

public sealed class ProviderPortTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string PortFile => _folder.File("provider.port");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Port_InADataFolder_IsTheSameAtTheNextStart() =>
        Assert.Equal(await ProviderPort.OfAsync(PortFile, TestContext.Current.CancellationToken), await ProviderPort.OfAsync(PortFile, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Port_ThatIsInUse_StopsTheStart()
    {
        using var taken = new TcpListener(IPAddress.Loopback, await ProviderPort.OfAsync(PortFile, TestContext.Current.CancellationToken));
        taken.Start();

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ProviderPort.OfAsync(PortFile, TestContext.Current.CancellationToken));

        Assert.StartsWith($"Port {((IPEndPoint)taken.LocalEndpoint).Port} is in use, where the sign-in provider of this data folder must be", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("70000")]
    [InlineData("http")]
    public async Task Port_ThatIsDamaged_StopsTheStartAndNamesTheFile(string content)
    {
        await File.WriteAllTextAsync(PortFile, content, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => ProviderPort.OfAsync(PortFile, TestContext.Current.CancellationToken));

        Assert.StartsWith($"The data folder is damaged: {PortFile} is not a port.", refused.Message, StringComparison.Ordinal);
    }
}
