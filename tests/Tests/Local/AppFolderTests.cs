using System.Text.Json.Nodes;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Tests.Local;

/// <summary>Settings that the stand-in would not honour as the real host does must not pass unnoticed.</summary>
public sealed class AppFolderTests
{
    private const string Out = """{"type":"http","direction":"out","name":"res"}""";
    private const string Storage = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData("""{"type":"blobTrigger","direction":"in","name":"b","path":"x"}""", "binding type \"blobTrigger\"")]
    [InlineData(Out, "exactly one trigger, this one 0")]
    [InlineData("""{"type":"queueTrigger","direction":"in","name":"m","queueName":"work","connection":"AzureWebJobsStorage"},{"type":"timerTrigger","direction":"in","name":"t","schedule":"* * * * * *"}""", "exactly one trigger, this one 2")]
    [InlineData("""{"type":"queueTrigger","direction":"in","name":"m","queueName":"work","connection":"AzureWebJobsStorage"},{"type":"queue","direction":"out","name":"q"}""", "binding type \"queue\"")]
    [InlineData("""{"type":"queueTrigger","direction":"in","name":"m","queueName":"work","connection":"Other"}""", "\"connection\" must be \"AzureWebJobsStorage\"")]
    [InlineData("""{"type":"queueTrigger","direction":"in","name":"m","queueName":"Work","connection":"AzureWebJobsStorage"}""", "queue's name")]
    [InlineData("""{"type":"queueTrigger","direction":"in","name":"m","queueName":"work","connection":"AzureWebJobsStorage","batchSize":3}""", "\"batchSize\" is not understood")]
    [InlineData("""{"type":"queueTrigger","direction":"in","name":"m","connection":"AzureWebJobsStorage"}""", "\"queueName\" is missing")]
    [InlineData("""{"type":"queueTrigger","direction":"out","name":"m","queueName":"work","connection":"AzureWebJobsStorage"}""", "\"direction\" is \"in\"")]
    [InlineData("""{"type":"timerTrigger","direction":"in","name":"t","schedule":"*/5 * * * *"}""", "not a six-field NCRONTAB expression: it has 5 fields")]
    [InlineData("""{"type":"timerTrigger","direction":"in","name":"t","schedule":"0 0 0 * * MON"}""", "\"MON\" is not a day of the week")]
    [InlineData("""{"type":"timerTrigger","direction":"in","name":"t","schedule":"* * * * * *","runOnStartup":true}""", "\"runOnStartup\" must be false")]
    [InlineData("""{"type":"timerTrigger","direction":"in","name":"t","schedule":"* * * * * *","useMonitor":"yes"}""", "\"useMonitor\" must be true or false")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"anonymous"}""", "exactly one other binding")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"anonymous"},""" + Out + "," + Out, "exactly one other binding")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"function"},""" + Out, "needs keys")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"anyone"},""" + Out, "\"anyone\" is not understood")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r"},""" + Out, "\"authLevel\" is missing")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"anonymous","route":"a/{b"},""" + Out, "not a route template")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"anonymous","route":"admin/x"},""" + Out, "belongs to the platform")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"anonymous","methods":["FETCH"]},""" + Out, "method \"FETCH\"")]
    [InlineData("""{"type":"httpTrigger","direction":"in","name":"r","authLevel":"anonymous","webHookType":"x"},""" + Out, "\"webHookType\" is not understood")]
    public async Task FunctionJson_ThatIsNotUnderstood_IsRefusedNamingFileAndReason(string bindings, string reason)
    {
        await using var app = new TestApp().Function("Work", $$"""{"bindings":[{{bindings}}]}""");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => app.StartAsync(Storage));

        Assert.StartsWith(Path.Combine(app.Folder, "Work", "function.json"), refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{}", "\"bindings\" is missing")]
    [InlineData("""{"bindings":[],"bindings":[]}""", "not valid JSON")]
    [InlineData("""{"bindings":[],"disabled":true}""", "\"disabled\" is not understood")]
    public async Task FunctionJson_OfWrongShape_IsRefused(string json, string reason)
    {
        await using var app = new TestApp().Function("Work", json);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => app.StartAsync(Storage));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_WithOverlappingRoutes_AreRefused()
    {
        await using var app = new TestApp().Http("A", "returns/{id}", "\"get\"").Http("B", "/Returns/{id}", "\"post\",\"get\"");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => app.StartAsync(Storage));

        Assert.Contains("is taken by A", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_OnTheSameQueue_AreRefused()
    {
        await using var app = new TestApp().Queue("A", "work").Queue("B", "work");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => app.StartAsync(Storage));

        Assert.Contains("is read by A", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> HostJsonCases => new()
    {
        { "configurationProfile", "\"mcp-custom-handler\"", "\"configurationProfile\" is refused" },
        { "customHandler.http", """{"routes":[]}""", "is refused beside function.json" },
        { "customHandler.enableProxyingHttpRequest", "false", "must be true" },
        { "customHandler.description.arguments", "[]", "\"arguments\" is not understood" },
        { "customHandler.description.defaultExecutablePath", "\"bin/app\"", "must be a file at the folder's root" },
        { "customHandler.description.defaultExecutablePath", "\"Missing\"", "is not beside it" },
        { "version", "\"1.0\"", "\"version\" must be \"2.0\"" },
        { "extensionBundle.version", "\"[3.*, 4.0.0)\"", "\"version\" must be" },
        { "watchDirectories", "[]", "\"watchDirectories\" is not understood" },
        { "extensions.blobs", "{}", "\"blobs\" is not understood" },
        { "extensions.http.hsts", "{}", "\"hsts\" is not understood" },
        { "extensions.queues.batchSize", "33", "from 1 to 32" },
        { "extensions.queues.visibilityTimeout", "\"soon\"", "must be a duration" },
        { "extensions.queues.messageEncoding", "\"utf-8\"", "\"base64\" or \"none\"" },
        { "extensions.queues.maxPollingInterval", "\"00:00:00\"", "100 ms or more" },
    };

    [Theory]
    [MemberData(nameof(HostJsonCases))]
    public async Task HostJson_WithASettingNotHonoured_IsRefusedNamingFileAndReason(string place, string value, string reason)
    {
        await using var app = new TestApp().HostJson(host =>
        {
            var names = place.Split('.');
            var at = names.SkipLast(1).Aggregate(host, (node, name) => node[name]!.AsObject());
            at[names[^1]] = JsonNode.Parse(value);
        });

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => app.StartAsync(Storage));

        Assert.StartsWith(Path.Combine(app.Folder, "host.json"), refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectsOwnHostJson_WithThePlatformsExecutable_IsUnderstood()
    {
        await using var app = new TestApp();
        File.Copy(Path.Combine(ProjectFolder.Root, "host.json"), Path.Combine(app.Folder, "host.json"), overwrite: true);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => app.StartAsync(Storage));

        Assert.EndsWith("the program MonitoringReturns.Functions is not beside it.", refused.Message, StringComparison.Ordinal);
    }
}
