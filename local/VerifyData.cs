using System.Globalization;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Local;

/// <summary>Verifies every chain of the record in a data folder, without starting the portal.</summary>
public static class VerifyData
{
    /// <returns>Whether every chain is whole.</returns>
    /// <exception cref="CannotStartException">The folder is not there, in use or damaged.</exception>
    public static async Task<bool> RunAsync(string folder, TextWriter say, CancellationToken cancellation = default)
    {
        await using var stored = await StoredData.OpenAsync(folder, say, cancellation);
        return await WalkAsync(stored.Account, say, cancellation);
    }

    /// <summary>Says each break on a line of its own, then the counts.</summary>
    public static async Task<bool> WalkAsync(StorageAccount account, TextWriter say, CancellationToken cancellation)
    {
        var organisations = new OrganisationStore(account);
        var verify = new VerifyRecord(new ReturnStore(account), new RecordStore(account), organisations, new ProgrammeStore(account));
        long chains = 0, entries = 0, breaks = 0;
        await foreach (var part in new VerifyAll(verify, new ProgrammeStore(account), new PeriodStore(account), organisations).RunAsync(after: null, cancellation))
        {
            (chains, entries, breaks) = (chains + part.Verified.Chains, entries + part.Verified.Entries, breaks + part.Verified.Breaks.Count);
            foreach (var broken in part.Verified.Breaks)
                await say.WriteLineAsync($"{broken.Chain}: {broken.What}");
        }
        await say.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Chains: {chains:N0}. Entries in order: {entries:N0}. Broken chains: {breaks:N0}."));
        return breaks == 0;
    }
}
