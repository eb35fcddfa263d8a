using System.Globalization;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Local;

/// <summary>Verifies every chain of the record in a data folder, without starting the portal.</summary>
public static class VerifyData
{
    /// <returns>Whether every chain is whole.</returns>
    /// <exception cref="CannotStartException">The folder is not there, in use or damaged.</exception>
    public static async Task<bool> RunAsync(string folder, TextWriter say, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(folder))
            throw new CannotStartException($"There is no data folder {Path.GetFullPath(folder)}.");
        using var data = await DataFolder.OpenAsync(folder, cancellation);
        await NodePackages.EnsureAsync(ProjectFolder.Local, say.WriteLine, cancellation);
        await using var azurite = await Azurite.StartAsync(data.Azurite, say.WriteLine, cancellation);
        var account = StorageAccount.Connect(azurite.ConnectionString);
        await account.CreateAllAsync(cancellation);
        return await WalkAsync(account, say, cancellation);
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
