namespace MonitoringReturns.Tests.Parts;

public sealed class AzuriteTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Azurite_WhenStarted_AnswersOnItsTablePort()
    {
        var endpoint = azurite.ConnectionString.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..];
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(endpoint + "/Tables"));
        Assert.NotEmpty(answer.Headers.GetValues("x-ms-request-id"));
    }
}
