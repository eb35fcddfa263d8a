using System.Runtime.CompilerServices;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>How many returns of a period went through it.</summary>
public sealed record RebuiltPeriod(PeriodId Period, int Returns);

/// <summary>
/// Makes a programme's lists anew from what they are about: its awards' and returns' standings, providers' lists, what waits for funders and the help that was asked
/// for. May run while the app does, twice, or be cut short. Takes nothing out of a list whose return is gone, as no return ever is.
/// </summary>
public sealed class RebuildProjections(IProgrammeStore programmes, IReturnStore returns, IPointerStore pointers, ProjectWaiting waiting, ProjectHelp help)
{
    /// <returns>Each period that is done; none where there is no such programme.</returns>
    public async IAsyncEnumerable<RebuiltPeriod> RunAsync(ProgrammeId id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { } programme)
            yield break;
        var providers = (await programmes.RebuildBriefsAsync(id, cancellation)).ToDictionary(award => award.Id, award => award.Provider.Id);
        foreach (var period in programme.Calendar)
        {
            var standings = await returns.RebuildStandingsAsync(id, period.Id, cancellation);
            foreach (var standing in standings)
            {
                var key = new ReturnKey(id, period.Id, standing.Award);
                // A file may be sent before anything of the return is written.
                if (standing.Status != ReturnStatus.NotStarted && providers.TryGetValue(standing.Award, out var provider))
                    await pointers.PutAsync(new Pointer(provider, key, standing.Status, standing.Revision, standing.Change), cancellation);
                if (standing.Revision == 0)
                    continue;
                await waiting.RunAsync(key, cancellation);
                await help.RunAsync(key, cancellation);
            }
            yield return new RebuiltPeriod(period.Id, standings.Count);
        }
    }
}
