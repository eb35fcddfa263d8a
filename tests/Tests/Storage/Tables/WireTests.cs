using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using MonitoringReturns.Storage.Tables;
using static MonitoringReturns.Tests.Storage.Tables.TestTables;

namespace MonitoringReturns.Tests.Storage.Tables;

public sealed class WireTests
{
    private const string Error =
        """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"The specified entity already exists.\nRequestId:1"}}}""";

    [Theory]
    [InlineData(Error)]
    [InlineData("\uFEFF " + Error)]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Error><Code>EntityAlreadyExists</Code><Message>The specified entity already exists.</Message></Error>")]
    [InlineData("<m:error xmlns:m=\"urn:m\"><m:code>EntityAlreadyExists</m:code><m:message xml:lang=\"en\">The specified entity already exists.</m:message></m:error>")]
    public async Task Error_InEitherFormat_TellsItsCode(string body)
    {
        var refusal = await RefusalAsync(() => new CannedTransport(new CannedAnswer(409, body)).Table().AddEntityAsync(Row("r")));
        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.ErrorCode));
        Assert.Contains("The specified entity already exists.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bad gateway")]
    [InlineData("{\"error\":1}")]
    [InlineData("{\"odata.error\":{\"code\":1,\"message\":2}}")]
    [InlineData("{\"odata.error\":")]
    [InlineData("<html><p>Bad gateway")]
    public async Task Error_InNoKnownFormat_TellsItsStatus(string body) =>
        Assert.Equal(400, (await RefusalAsync(() => new CannedTransport(new CannedAnswer(400, body)).Table().DeleteEntityAsync("p", "r"))).Status);

    [Fact]
    public async Task Request_WhenRetried_IsDatedAndSignedAnew()
    {
        var service = new CannedTransport(new CannedAnswer(503), new CannedAnswer(204));
        await service.Table().UpsertEntityAsync(Row("r's", "p|q"));
        Assert.Equal(2, service.Requests.Count);
        Assert.NotEqual(service.Requests[0].Headers["x-ms-date"], service.Requests[1].Headers["x-ms-date"]);
        Assert.Equal(service.Requests[0].Body, service.Requests[1].Body);
        foreach (var request in service.Requests)
        {
            Assert.Equal("/Returns(PartitionKey='p%7Cq',RowKey='r%27%27s')", request.Uri.AbsolutePath);
            Assert.True(DateTimeOffset.TryParseExact(request.Headers["x-ms-date"], "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            var signed = $"{request.Headers["x-ms-date"]}\n/account{request.Uri.AbsolutePath}";
            var signature = HMACSHA256.HashData(Convert.FromBase64String(CannedTransport.Key), Encoding.UTF8.GetBytes(signed));
            Assert.Equal($"SharedKeyLite account:{Convert.ToBase64String(signature)}", request.Headers["Authorization"]);
        }
    }

    [Fact]
    public async Task Request_WithATokenCredential_BearsItsToken()
    {
        var service = new CannedTransport(new CannedAnswer(204));
        var credential = new FixedCredential();
        await service.Table(credential).AddEntityAsync(Row("r"));
        Assert.Equal("Bearer token", service.Requests.Single().Headers["Authorization"]);
        Assert.Equal("https://storage.azure.com/.default", Assert.Single(credential.Scopes));
    }

    [Fact]
    public async Task Request_OfARow_IsWrittenAsTheServiceWantsIt()
    {
        var service = new CannedTransport(new CannedAnswer(204));
        await service.Table().AddEntityAsync(new TableEntity("p", "r")
        {
            ["L"] = 5L,
            ["D"] = 5.0,
            ["B"] = new byte[] { 0xFB, 0xEF },
            ["T"] = new DateTimeOffset(2027, 4, 1, 1, 0, 0, TimeSpan.FromHours(1)),
            ["I"] = 5,
            ["N"] = null,
        });
        var request = service.Requests.Single();
        Assert.Equal(
            """{"PartitionKey":"p","RowKey":"r","L@odata.type":"Edm.Int64","L":"5","D@odata.type":"Edm.Double","D":5,"""
            + """
              "B@odata.type":"Edm.Binary","B":"++8=","T@odata.type":"Edm.DateTime","T":"2027-04-01T00:00:00.0000000Z","I":5}
              """,
            request.Body);
        Assert.Equal(("POST", "/Returns"), (request.Method, request.Uri.AbsolutePath));
        Assert.Equal(
            ["2019-02-02", "3.0", "application/json;odata=minimalmetadata", "application/json", "return-no-content"],
            new[] { "x-ms-version", "DataServiceVersion", "Accept", "Content-Type", "Prefer" }.Select(name => request.Headers[name]));
    }

    [Theory]
    [InlineData("\r\n", "batchresponse_1f", "changesetresponse_2e")]
    [InlineData("\n", "\"b:1\"", "c'2")]
    public async Task TransactionAnswer_OfTheService_GivesStatusesAndETags(string lineEnd, string batch, string changes)
    {
        var answer = Answer(lineEnd, batch, changes, Part(204, "ETag: W/\"datetime'1'\""), Part(204, "etag: W/\"2\""), Part(204));
        var done = (await SubmitAsync(answer, 3)).Value;
        Assert.Equal([204, 204, 204], done.Select(part => part.Status));
        Assert.Equal(["W/\"datetime'1'\"", "W/\"2\"", null], done.Select(part => part.Headers.ETag?.ToString()));
    }

    [Theory]
    [InlineData("1:The specified entity already exists.\\nRequestId:1", 1)]
    [InlineData("The specified entity already exists.", null)]
    public async Task TransactionAnswer_WithAnError_SaysWhichActionFailed(string message, int? index)
    {
        var body = $$$$"""{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"{{{{message}}}}"}}}""";
        var answer = Answer("\r\n", "batchresponse_1f", "changesetresponse_2e", Part(409, "Content-Type: application/json", "", body));
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => SubmitAsync(answer, 3));
        Assert.Equal((409, "EntityAlreadyExists", index), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task TransactionAnswer_WithoutAnAnswerForEachAction_IsAnError()
    {
        Assert.Equal(202, (await RefusalAsync(() => SubmitAsync(Answer("\r\n", "b_1", "c_1", Part(204)), 2))).Status);
        Assert.Equal(202, (await RefusalAsync(() => SubmitAsync(new CannedAnswer(202, "", ("Content-Type", "text/plain")), 1))).Status);
    }

    private static string[] Part(int status, params string[] rest) => [$"HTTP/1.1 {status} Reason", "DataServiceVersion: 1.0;", .. rest, "", ""];

    private static CannedAnswer Answer(string lineEnd, string batch, string changes, params string[][] parts)
    {
        string[] lines =
        [
            $"--{batch.Trim('"')}", $"Content-Type: multipart/mixed; boundary={changes}", "",
            .. parts.SelectMany(part => (string[])[$"--{changes}", "Content-Type: application/http", "Content-Transfer-Encoding: binary", "", .. part]),
            $"--{changes}--", $"--{batch.Trim('"')}--", "",
        ];
        return new(202, string.Join(lineEnd, lines), ("Content-Type", $"multipart/mixed; boundary={batch}"));
    }

    private static Task<Response<IReadOnlyList<Response>>> SubmitAsync(CannedAnswer answer, int actions) =>
        new CannedTransport(answer).Table().SubmitTransactionAsync(
            Enumerable.Range(0, actions).Select(n => new TableTransactionAction(TableTransactionActionType.UpsertMerge, Row($"{n}"))));

    private sealed class FixedCredential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new(new AccessToken("token", DateTimeOffset.MaxValue));
        }
    }
}
