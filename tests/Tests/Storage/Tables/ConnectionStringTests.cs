using MonitoringReturns.Storage.Tables;

namespace MonitoringReturns.Tests.Storage.Tables;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("AccountName=a;AccountKey=a2V5", "https://a.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5;EndpointSuffix=example.org", "https://a.table.example.org/")]
    [InlineData("accountname=a; accountkey=a2U=; TableEndpoint=http://localhost:1/a/;", "http://localhost:1/a")]
    public void ConnectionString_WithAccountAndKey_GivesTheTablesAddress(string text, string address) =>
        Assert.Equal(new Uri(address), new TableServiceClient(text).Uri);

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=a")]
    [InlineData("TableEndpoint=https://a.table.example.org;SharedAccessSignature=sv=1&sig=2")]
    [InlineData("AccountName=a;AccountKey=a2V5;TableEndpoint=tables")]
    [InlineData("AccountName=a;AccountKey=not base64")]
    public void ConnectionString_LackingAPart_IsRefused(string text) => Assert.Throws<FormatException>(() => new TableServiceClient(text));
}
