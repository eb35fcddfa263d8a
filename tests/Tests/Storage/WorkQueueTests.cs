using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Tests.Storage;

public sealed class WorkQueueTests(OwnStorageFixture storage) : IClassFixture<OwnStorageFixture>, IAsyncLifetime
{
    /// <summary>What the Functions host sets beside a message's own properties; one of the same name hides it or is hidden.</summary>
    private static readonly HashSet<string> HostNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "dequeueCount", "expirationTime", "insertionTime", "nextVisibleTime", "popReceipt", "sys", "queueTrigger",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly ProgrammeId _programme = new(Samples.NewId());

    private WorkQueue Queue => new(storage.Account);

    public async ValueTask InitializeAsync()
    {
        await storage.Account.CreateAllAsync(Cancellation);
        foreach (var name in StorageNames.Queues)
            await Raw(name).ClearMessagesAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ReportMessage_AboutARevision_IsBase64OfItsJson()
    {
        var message = ConsolidateReportMessage.ForRevision(_programme, Samples.Spring, new AwardId("award-017"), 2);
        await Queue.SendAsync(message, TimeSpan.Zero, Cancellation);
        var text = Decoded(Assert.Single(await PeekAsync(StorageNames.ConsolidateReport)));
        Assert.Equal($$"""{"programme":"{{_programme}}","period":"2026-q1","award":"award-017","revision":2}""", text);
        Assert.Equal(message, JsonSerializer.Deserialize(text, MessageJson.Default.ConsolidateReportMessage));
    }

    [Fact]
    public async Task ReportMessage_AboutAClosing_ComesBackAsItWas()
    {
        var message = ConsolidateReportMessage.ForClosing(_programme, Samples.Spring, Samples.Morning);
        await Queue.SendAsync(message, TimeSpan.Zero, Cancellation);
        var text = Decoded(Assert.Single(await PeekAsync(StorageNames.ConsolidateReport)));
        Assert.Equal(message, JsonSerializer.Deserialize(text, MessageJson.Default.ConsolidateReportMessage));
        Assert.DoesNotContain("award", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectionMessage_SentEitherWay_IsBase64OfItsJson()
    {
        var message = new ApplyProjectionsMessage(_programme, Samples.Spring, OutboxItem.NewId(Samples.Morning));
        await Queue.SendAsync(message, Cancellation);
        Assert.True(await Queue.TrySendAsync(message, Cancellation));
        var messages = await PeekAsync(StorageNames.ApplyProjections);
        Assert.Equal(2, messages.Count);
        Assert.All(messages, sent => Assert.Equal(message, JsonSerializer.Deserialize(Decoded(sent), MessageJson.Default.ApplyProjectionsMessage)));
    }

    [Fact]
    public async Task NoticeMessage_OnceSent_IsBase64OfItsJson()
    {
        var message = new NotifyPeopleMessage(Samples.Charity, Invitation.NewId(Samples.Morning), Samples.Morning);
        await Queue.SendAsync(message, TimeSpan.Zero, Cancellation);
        Assert.Equal(message, JsonSerializer.Deserialize(Decoded(Assert.Single(await PeekAsync(StorageNames.NotifyPeople))), MessageJson.Default.NotifyPeopleMessage));
    }

    [Fact]
    public async Task NewsMessage_OnceSent_HoldsIdsAlone()
    {
        var news = new News(OutboxItem.NewId(Samples.Morning), NewsKind.ProfileProposed, _programme, Award: new AwardId("award-017"), Proposal: 2);
        var message = new NotifyPeopleMessage(Samples.Charity, null, Samples.Morning, news, Samples.Ann);
        await Queue.SendAsync(message, TimeSpan.Zero, Cancellation);
        var text = Decoded(Assert.Single(await PeekAsync(StorageNames.NotifyPeople)));
        Assert.Contains($$"""{"of":"{{news.Of}}","kind":"ProfileProposed","programme":"{{_programme}}","award":"award-017","proposal":2}""", text, StringComparison.Ordinal);
        Assert.Equal(message, JsonSerializer.Deserialize(text, MessageJson.Default.NotifyPeopleMessage));
    }

    [Fact]
    public void MessageProperties_OfEveryMessage_HaveNamesThatTheHostDoesNotUse()
    {
        var types = typeof(MessageJson).GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!).ToList();
        Assert.Equal([typeof(ConsolidateReportMessage), typeof(ApplyProjectionsMessage), typeof(NotifyPeopleMessage), typeof(ScanFileMessage), typeof(FollowSetupMessage)], types);
        var sent = typeof(IWorkQueue).GetMethods().Select(method => method.GetParameters()[0].ParameterType).Distinct();
        Assert.Equal(types.ToHashSet(), sent.ToHashSet());
        foreach (var type in types)
        {
            var properties = MessageJson.Default.GetTypeInfo(type)!.Properties;
            Assert.Equal(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Length, properties.Count);
            Assert.All(properties, property => Assert.DoesNotContain(property.Name, HostNames));
        }
    }

    [Fact]
    public async Task Message_SentWithADelay_ComesNoSooner()
    {
        var delay = TimeSpan.FromSeconds(2);
        var sent = Stopwatch.StartNew();
        await Queue.SendAsync(ConsolidateReportMessage.ForClosing(_programme, Samples.Spring, Samples.Morning), delay, Cancellation);
        Assert.Empty(await PeekAsync(StorageNames.ConsolidateReport));
        while ((await PeekAsync(StorageNames.ConsolidateReport)).Count == 0)
            await Task.Delay(100, Cancellation);
        // The service counts whole seconds.
        Assert.InRange(sent.Elapsed, delay - TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Message_NotTakenForLong_DoesNotExpire()
    {
        await Queue.SendAsync(ConsolidateReportMessage.ForClosing(_programme, Samples.Spring, Samples.Morning), TimeSpan.Zero, Cancellation);
        await Queue.SendAsync(new ApplyProjectionsMessage(_programme, Samples.Spring, OutboxItem.NewId(Samples.Morning)), Cancellation);
        await Queue.SendAsync(new NotifyPeopleMessage(Samples.Charity, "i-1", Samples.Morning), TimeSpan.Zero, Cancellation);
        await Queue.SendAsync(new ScanFileMessage(_programme, Samples.Spring, new AwardId("award-017"), new QuestionId("proof"), FileId.New()), Cancellation);
        await Queue.SendAsync(new FollowSetupMessage(_programme, OutboxItem.NewId(Samples.Morning)), Cancellation);
        foreach (var name in StorageNames.Queues)
            Assert.True(Assert.Single(await PeekAsync(name)).ExpiresOn > DateTimeOffset.UtcNow.AddYears(1), $"A message in {name} expires.");
    }

    [Fact]
    public async Task TrySend_WhereNobodyListens_SaysFalseSoon()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await AssertAwayAsync(port);
    }

    [Fact]
    public async Task TrySend_WhereNobodyAnswers_SaysFalseSoon()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await AssertAwayAsync(((IPEndPoint)listener.LocalEndpoint).Port);
    }

    [Fact]
    public async Task TrySend_WhereTheQueueIsMissing_SaysFalse()
    {
        await Raw(StorageNames.ApplyProjections).DeleteAsync(Cancellation);
        Assert.False(await Queue.TrySendAsync(Message, Cancellation));
    }

    [Fact]
    public async Task TrySend_WhenTheCallerGivesUp_Stops()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var queue = QueueAt(((IPEndPoint)listener.LocalEndpoint).Port);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.TrySendAsync(Message, caller.Token));
    }

    private ApplyProjectionsMessage Message => new(_programme, Samples.Spring, OutboxItem.NewId(Samples.Morning));

    private async Task AssertAwayAsync(int port)
    {
        var waited = Stopwatch.StartNew();
        Assert.False(await QueueAt(port).TrySendAsync(Message, Cancellation));
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    private WorkQueue QueueAt(int port)
    {
        var parts = storage.ConnectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.StartsWith("QueueEndpoint=", StringComparison.Ordinal) ? $"QueueEndpoint=http://127.0.0.1:{port}/devstoreaccount1" : part);
        return new WorkQueue(StorageAccount.Connect(string.Join(';', parts)));
    }

    /// <summary>A client that gives the text of messages as it stands in the queue.</summary>
    private QueueClient Raw(string name) => new(storage.ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });

    private async Task<IReadOnlyList<PeekedMessage>> PeekAsync(string name) => (await Raw(name).PeekMessagesAsync(32, Cancellation)).Value;

    private static string Decoded(PeekedMessage message) => Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText));
}
