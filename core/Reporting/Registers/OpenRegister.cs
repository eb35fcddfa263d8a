using System.Collections.Frozen;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>A programme's register as somebody reads it.</summary>
/// <param name="Reader">The funder whose cut it is: the lead funder's holds everything.</param>
/// <param name="AsPublished">It is read because the lead funder published it, without figures of the areas' own rows.</param>
/// <param name="Asked">Where the newest stands: it may be under way while an older one is shown.</param>
/// <param name="Report">Null where none is made yet, or its tables are still to come.</param>
public sealed record RegisterOfProgramme(Programme Programme, NamedOrganisation Reader, bool AsPublished, AskedReport Asked, KeptReport? Report)
{
    /// <summary>Whether its returns can't be filed yet, so that none is made.</summary>
    public bool NotBegun { get; init; }

    /// <summary>Whether another is under way.</summary>
    public bool IsComing => !NotBegun && (Asked.State.Published is not { } published || Asked.Stale || Asked.State.AskedAt > published.CutAt);
}

/// <summary>
/// Finds the register for whoever asks. One that is older than the programme's newest report, or than a day, is asked for anew; the old one is shown
/// meanwhile, also that of a period before.
/// </summary>
public sealed class OpenRegister(IProgrammeStore programmes, IReportStore reports, AskForReport ask, ReadKept kept, TimeProvider clock)
{
    /// <summary>Periods back in which an older one is looked for.</summary>
    private const int MostBack = 8;

    /// <summary>A funder's own: the lead funder's of the whole programme, a co-funder's of what it pays for.</summary>
    public async Task<Outcome<RegisterOfProgramme>> OwnAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { IsComplete: true } programme)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        return access.Reader is { } reader ? await OfAsync(access, reader, published: false, cancellation) : ProgrammeAccess.NotFound;
    }

    /// <summary>One that its lead funder published.</summary>
    public async Task<Outcome<RegisterOfProgramme>> PublishedAsync(ProgrammeId id, Caller caller, CancellationToken cancellation) =>
        await programmes.GetAsync(id, cancellation) is { IsComplete: true } programme && await ProgrammeAccess.MayReadPublishedAsync(caller, programme, cancellation)
            ? await OfAsync(new ProgrammeAccess(programme, FrozenSet<OrganisationId>.Empty, FrozenSet<OrganisationId>.Empty), programme.LeadFunder, published: true, cancellation)
            : ProgrammeAccess.NotFound;

    internal async Task<RegisterOfProgramme> OfAsync(ProgrammeAccess access, NamedOrganisation reader, bool published, CancellationToken cancellation)
    {
        var programme = access.Programme;
        var now = clock.GetUtcNow();
        var period = CurrentPeriod.Of(programme, now);
        var key = KeyOf(programme, period, reader);
        var asked = await ask.OfAsync(access, key, cancellation);
        var (shown, newest) = (key, asked.State.Published);
        for (var back = 0; newest is null && back < MostBack && programme.PeriodBefore(shown.To) is { } before; back++)
        {
            shown = KeyOf(programme, before, reader);
            newest = (await reports.GetAsync(shown, cancellation)).State.For(programme).Published;
        }
        return new RegisterOfProgramme(programme, reader, published, asked, newest is null ? null : await kept.OpenAsync(shown, newest, cancellation))
        {
            NotBegun = period.StandingAt(now) == PeriodStanding.NotOpen,
        };
    }

    private static ReportKey KeyOf(Programme programme, ReportingPeriod period, NamedOrganisation reader) =>
        new(programme.Id, period.Id, period.Id, reader.Id == programme.LeadFunder.Id ? null : reader.Id) { Content = ReportContent.Register };
}
