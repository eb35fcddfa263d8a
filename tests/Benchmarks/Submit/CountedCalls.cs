using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Benchmarks.Submit;

/// <summary>Counts the storage calls of one submission, and how many stand one after another.</summary>
internal static class CountedCalls
{
    /// <returns>All calls; and those in sequence, where calls that overlap count as one.</returns>
    public static async Task<(int Calls, int InSequence)> OfSubmissionAsync(FilledDrafts drafts, string connectionString, MemberId program)
    {
        var transport = new Recorder();
        var account = StorageAccount.Connect(connectionString, transport);
        var (programmes, forms, periods, returns) = (new ProgrammeStore(account), new FormStore(account), new PeriodStore(account), new ReturnStore(account));
        var find = new FindReturn(programmes, forms, periods, new OpenPeriod(programmes, periods, TimeProvider.System), returns, new OrganisationStore(account));
        var submit = new SubmitReturn(find, returns, new WorkQueue(account), TimeProvider.System);
        var memberships = new Memberships(new OrganisationStore(account), new PeopleStore(account));
        // The first also reads what never changes: the form version and the period's row.
        foreach (var number in (int[])[1, 2])
        {
            transport.Calls.Clear();
            var done = await submit.RunAsync(new Submission(drafts.Programme.Key(number), 1, $"counted {number}", new Signatory("Ann Lee", "Treasurer"), 30), new Caller(program, null, memberships), default);
            if (done.Value is null)
                throw new InvalidOperationException($"The submission was refused: {done.Problem!.Detail}");
        }
        var (inSequence, until) = (0, long.MinValue);
        foreach (var (from, to) in transport.Calls.Order())
        {
            if (from >= until)
                inSequence++;
            until = Math.Max(until, to);
        }
        return (transport.Calls.Count, inSequence);
    }

    private sealed class Recorder : HttpPipelineTransport
    {
        private readonly HttpClientTransport _inner = new();

        public ConcurrentBag<(long From, long To)> Calls { get; } = [];

        public override Request CreateRequest() => _inner.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException("No call waits for its answer on its thread.");

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            var from = Stopwatch.GetTimestamp();
            await _inner.ProcessAsync(message);
            Calls.Add((from, Stopwatch.GetTimestamp()));
        }
    }
}
