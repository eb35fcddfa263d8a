using System.Net;
using Microsoft.Extensions.Configuration;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Functions.Scanning;
using MonitoringReturns.Functions.SignIn;

namespace MonitoringReturns.Tests.Evidence;

/// <summary>The scanner of a deployment's own, asked over HTTP.</summary>
public sealed class ScannerTests
{
    [Theory]
    [InlineData("clean", Verdict.Clean)]
    [InlineData("infected\n", Verdict.Infected)]
    public async Task Scanner_ThatAnswersAWord_IsBelieved(string word, Verdict verdict)
    {
        using var heard = new Ear(HttpStatusCode.OK, word);
        using var content = new MemoryStream(SampleFiles.Png);

        Assert.Equal(verdict, await ScannerOf(heard).ScanAsync(content, default));

        Assert.Equal(SampleFiles.Png, heard.Body);
        Assert.Equal(("https://scanner.example/scan", "Bearer secret"), (heard.Address, heard.Authorization));
        // The file is needed afterwards.
        Assert.True(content.CanRead);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "who knows")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.NoContent, "clean")]
    [InlineData(HttpStatusCode.Found, "clean")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "clean")]
    public async Task Scanner_ThatAnswersAnythingElse_HasNotAnswered(HttpStatusCode status, string word)
    {
        using var heard = new Ear(status, word);
        using var content = new MemoryStream(SampleFiles.Png);

        await Assert.ThrowsAnyAsync<Exception>(() => ScannerOf(heard).ScanAsync(content, default));
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("none", "site", null)]
    [InlineData("https://scanner.example/scan", "site", "https://scanner.example/scan")]
    [InlineData("http://127.0.0.1:3310/scan", "", "http://127.0.0.1:3310/scan")]
    public void Settings_OfAScanner_AreRead(string endpoint, string instance, string? read) => Assert.Equal(read, ScanSettings.Read(Settings(endpoint, instance)).Endpoint?.OriginalString);

    [Theory]
    [InlineData("", "site")]
    [InlineData("http://scanner.example/scan", "")]
    [InlineData("scanner", "")]
    public void Settings_ThatNameNoScannerOrAnOpenOne_AreRefused(string endpoint, string instance) =>
        Assert.Contains("Scan", Assert.Throws<UnusableSettingException>(() => ScanSettings.Read(Settings(endpoint, instance))).Message, StringComparison.Ordinal);

    private static IConfiguration Settings(string endpoint, string instance) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Scan:Endpoint", endpoint), KeyValuePair.Create<string, string?>("WEBSITE_INSTANCE_ID", instance)]).Build();

    private static HttpScanner ScannerOf(Ear ear) => new(new ScanSettings(new Uri("https://scanner.example/scan"), "secret"), new HttpClient(ear, disposeHandler: false));

    /// <summary>In place of the network.</summary>
    private sealed class Ear(HttpStatusCode status, string word) : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        public string? Address { get; private set; }

        public string? Authorization { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            (Address, Authorization) = (request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString());
            return new HttpResponseMessage(status) { Content = new StringContent(word) };
        }
    }
}
