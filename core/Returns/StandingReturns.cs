using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return in a programme's list, also one that has not been started.</summary>
/// <param name="Late">Its first submission came after the due day.</param>
public sealed record ListedReturn(AwardBrief Award, ReturnKey Key, ReturnStanding Standing, bool Late);

/// <summary>What pages count and list of a period: every award that reports, started or not, as far as it is the caller's to see.</summary>
internal static class StandingReturns
{
    /// <summary>All of them by award, from what is kept together: two small reads.</summary>
    public static async Task<IReadOnlyList<ListedReturn>> OfAsync(ProgrammeAccess access, ReportingPeriod period, IProgrammeStore programmes, IReturnStore returns, CancellationToken cancellation)
    {
        var programme = access.Programme.Id;
        // One comes while the other is on its way.
        var reading = returns.StandingsAsync(programme, period.Id, cancellation);
        var awards = await programmes.BriefsAsync(programme, cancellation);
        var standings = await reading;
        var (listed, at, inTimeBefore) = (new List<ListedReturn>(awards.Count), 0, UkTime.EndOf(period.Due));
        foreach (var award in awards)
        {
            while (at < standings.Count && string.CompareOrdinal(standings[at].Award.Value, award.Id.Value) < 0)
                at++;
            var standing = at < standings.Count && standings[at].Award == award.Id ? standings[at] : null;
            if (access.Lists(award) && (standing is not null || award.ReportsFor(period)))
                listed.Add(new ListedReturn(award, new ReturnKey(programme, period.Id, award.Id), standing ?? ReturnStanding.NotStarted(award.Id), standing?.FirstSubmittedAt >= inTimeBefore));
        }
        return listed;
    }
}
