using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Local;

/// <summary>Makes a programme's lists in a data folder anew, without starting the portal.</summary>
public static class RebuildData
{
    /// <returns>Whether there is such a programme.</returns>
    /// <exception cref="Parts.CannotStartException">The folder is not there, in use or damaged.</exception>
    public static async Task<bool> RunAsync(string folder, string programme, TextWriter say, CancellationToken cancellation = default)
    {
        await using var stored = await StoredData.OpenAsync(folder, say, cancellation);
        return await RebuildAsync(stored.Account, programme, say, cancellation);
    }

    /// <summary>Says each period on a line of its own.</summary>
    public static async Task<bool> RebuildAsync(StorageAccount account, string programme, TextWriter say, CancellationToken cancellation)
    {
        var (programmes, returns) = (new ProgrammeStore(account), new ReturnStore(account));
        if (!Identifier.TryParse<ProgrammeId>(programme, out var id) || await programmes.GetAsync(id, cancellation) is null)
        {
            await say.WriteLineAsync($"There is no programme \"{programme}\".");
            return false;
        }
        var rebuild = new RebuildProjections(
            programmes, returns, new PointerStore(account), new ProjectWaiting(returns, programmes, new WaitingStore(account)),
            new ProjectHelp(programmes, new FormStore(account), returns, new HelpStore(account)));
        await foreach (var period in rebuild.RunAsync(id, cancellation))
            await say.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{period.Period}: {period.Returns:N0} returns."));
        return true;
    }
}
