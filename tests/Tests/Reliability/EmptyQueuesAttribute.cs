using System.Reflection;
using MonitoringReturns.Storage;
using Xunit.v3;

namespace MonitoringReturns.Tests.Reliability;

/// <summary>
/// Each test over a <see cref="ReliableStorage"/> begins with empty queues: another test's message may be of a later time, or of mail that this one's app
/// can't send, and would come back for ever.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmptyQueuesAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Task.Run(EmptyAsync).GetAwaiter().GetResult();

    private static async Task EmptyAsync()
    {
        var storage = await TestContext.Current.GetFixture<ReliableStorage>() ?? throw new InvalidOperationException("This test has no storage of its own.");
        var account = StorageAccount.Connect(storage.ConnectionString);
        foreach (var queue in StorageNames.Queues)
            await account.Queues.GetQueueClient(queue).ClearMessagesAsync();
    }
}
