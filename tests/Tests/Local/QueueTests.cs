using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using MonitoringReturns.Local.Host;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Local;

public sealed class QueueTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TestApp _app = new();
    private readonly string _name = $"q-{Guid.NewGuid():N}";

    private QueueClient Queue => new(azurite.ConnectionString, _name);

    private QueueClient Poison => new(azurite.ConnectionString, $"{_name}-poison");

    public ValueTask InitializeAsync()
    {
        _app.Queue("Work", _name);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("good")]
    [InlineData("202")]
    public async Task Message_WhenAnsweredWithJson_IsDeleted(string answer)
    {
        await StartAsync();
        await SendAsync(answer);

        await TestApp.UntilAsync(async () => await CountAsync(Queue) == 0);
        Assert.Single(_app.Heard("/Work"));
        Assert.False(await Poison.ExistsAsync());
    }

    [Theory]
    [InlineData("404")]
    [InlineData("500")]
    [InlineData("text")]
    [InlineData("list")]
    public async Task Message_WhenFailedAtEveryTry_GoesToThePoisonQueueAsItWas(string answer)
    {
        await StartAsync();
        var text = await SendAsync(answer);

        Assert.Equal(text, await PoisonedAsync());
        Assert.Equal(["1", "2"], _app.Heard("/Work").Select(call => Metadata(call).GetProperty("DequeueCount").GetString()));
        Assert.Equal(0, await CountAsync(Queue));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("nothing")]
    public async Task Message_WhenAnsweredWithoutBody_HangsUntilTheFunctionsTimeout(string answer)
    {
        await StartAsync(options => options with { FunctionTimeout = TimeSpan.FromSeconds(1) });
        await SendAsync(answer);

        await TestApp.UntilAsync(() => _app.Log.Any(line => line.Text.Contains("never completes", StringComparison.Ordinal)));
        Assert.Single(_app.Heard("/Work"));
        await PoisonedAsync();
        Assert.Equal(2, _app.Heard("/Work").Count);
    }

    [Fact]
    public async Task Message_NotInBase64_GoesToThePoisonQueueWithoutACall()
    {
        await StartAsync();
        await Queue.SendMessageAsync("{\"plain\":true}");

        Assert.Equal("{\"plain\":true}", await PoisonedAsync());
        Assert.Empty(_app.Heard("/Work"));
    }

    [Fact]
    public async Task Message_WhoseRunOutlastsTheLease_IsRenewedAndRunsOnce()
    {
        await StartAsync(options => options with { MessageLease = TimeSpan.FromSeconds(2) });
        await SendAsync("slow:3500");

        await TestApp.UntilAsync(() => _app.Heard("/Work").Count == 1);
        await TestApp.UntilAsync(async () => await CountAsync(Queue) == 0);
        Assert.Single(_app.Heard("/Work"));
    }

    [Fact]
    public async Task Message_WhenTheHandlerIsKilled_ComesAgain()
    {
        await StartAsync();
        await SendAsync("slow:2000");
        await TestApp.UntilAsync(() => _app.Heard("/Work").Count == 1);

        await _app.Host.KillHandlerAsync();

        await TestApp.UntilAsync(async () => await CountAsync(Queue) == 0);
        Assert.Equal(["1", "2"], _app.Heard("/Work").Select(call => Metadata(call).GetProperty("DequeueCount").GetString()));
    }

    [Fact]
    public async Task Messages_ManyAtOnce_RunUpToBatchAndThresholdTogether()
    {
        await StartAsync();
        for (var message = 0; message < 8; message++)
            await SendAsync("slow:300");

        await TestApp.UntilAsync(async () => await CountAsync(Queue) == 0);

        Assert.Equal(8, _app.Heard("/Work").Count);
        Assert.InRange(_app.Heard("/Work").Max(call => call.Together), 2, 3);
    }

    [Fact]
    public async Task Message_WithFieldNamedLikeTheHosts_HidesTheHosts()
    {
        await StartAsync();
        await SendTextAsync("""{"id":"mine","late":true,"none":null,"list":[1],"part":{"a":1}}""");
        await TestApp.UntilAsync(() => _app.Heard("/Work").Count == 1);

        var metadata = Metadata(_app.Heard("/Work")[0]);
        Assert.Equal("\"mine\"", metadata.GetProperty("Id").GetString());
        Assert.False(metadata.TryGetProperty("id", out _));
        Assert.Equal("\"True\"", metadata.GetProperty("late").GetString());
        Assert.Equal("\"\"", metadata.GetProperty("none").GetString());
        Assert.False(metadata.TryGetProperty("list", out _));
        Assert.Equal(1, metadata.GetProperty("part").GetProperty("a").GetInt32());
    }

    [Theory]
    [InlineData("plain words, née ☃")]
    [InlineData("{ not json")]
    public async Task Message_ThatIsNotJson_ArrivesAsAString(string text)
    {
        await StartAsync();
        await SendTextAsync(text);
        await TestApp.UntilAsync(() => _app.Heard("/Work").Count >= 1);

        using var body = JsonDocument.Parse(_app.Heard("/Work")[0].Body);
        var data = body.RootElement.GetProperty("Data").GetProperty("message").GetString()!;
        Assert.Equal(text, JsonSerializer.Deserialize<string>(data));
    }

    private static JsonElement Metadata(HeardRequest call)
    {
        using var body = JsonDocument.Parse(call.Body);
        return body.RootElement.GetProperty("Metadata").Clone();
    }

    private static async Task<int> CountAsync(QueueClient queue) => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private Task StartAsync(Func<FunctionsHostOptions, FunctionsHostOptions>? change = null) => _app.StartAsync(azurite.ConnectionString, change);

    private Task<string> SendAsync(string answer) => SendTextAsync($$"""{"answer":"{{answer}}"}""");

    private async Task<string> SendTextAsync(string text)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        await Queue.SendMessageAsync(encoded);
        return encoded;
    }

    private async Task<string> PoisonedAsync()
    {
        await TestApp.UntilAsync(async () => await Poison.ExistsAsync() && await CountAsync(Poison) == 1);
        await TestApp.UntilAsync(async () => await CountAsync(Queue) == 0);
        return (await Poison.PeekMessageAsync()).Value.MessageText;
    }
}
