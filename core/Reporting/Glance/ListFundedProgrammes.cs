using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Glance;

/// <summary>A programme in the list of one of its funders.</summary>
/// <param name="Period">The one that the funder works on now; null while the programme is being set up.</param>
/// <param name="Returns">Where its returns stood when the reader's report was cut; null where there is none yet.</param>
/// <param name="AsOf">When that was.</param>
public sealed record FundedProgramme(Programme Programme, ReportingPeriod? Period, ReturnCounts? Returns, DateTimeOffset? AsOf);

/// <summary>A page of programmes.</summary>
/// <param name="Funder">Null where the reader acts for nobody who reads returns.</param>
public sealed record FundedProgrammes(OrganisationId? Funder, PageOf<FundedProgramme> Page);

/// <summary>Lists the programmes of the funder that a person acts for. Costs two small reads a programme, however many returns it has.</summary>
public sealed class ListFundedProgrammes(IProgrammeStore programmes, IReportStore reports, ReadGlance read, TimeProvider clock)
{
    public const int OnAPage = 20;

    /// <param name="after">The programme that the page before ended with; null for the first.</param>
    public async Task<FundedProgrammes> RunAsync(ProgrammeId? after, Caller caller, CancellationToken cancellation)
    {
        if (caller.ActingFor is not { } funder || !(await caller.RolesInAsync(funder, cancellation)).HasAny(RoleRules.OfFunders))
            return new FundedProgrammes(null, new PageOf<FundedProgramme>([], null));
        var page = await programmes.ListOfAsync(funder, after?.Value, OnAPage, cancellation);
        var found = await Task.WhenAll(page.Items.Select(id => OfAsync(id, funder, cancellation)));
        return new FundedProgrammes(funder, new PageOf<FundedProgramme>([.. found.OfType<FundedProgramme>()], page.Continuation));
    }

    private async Task<FundedProgramme?> OfAsync(ProgrammeId id, OrganisationId funder, CancellationToken cancellation)
    {
        // An organisation may also be a provider there, or have paid once.
        if (await programmes.GetAsync(id, cancellation) is not { } programme || programme.Funders.All(one => one.Id != funder))
            return null;
        if (!programme.IsComplete)
            return new FundedProgramme(programme, null, null, null);
        var period = CurrentPeriod.Of(programme, clock.GetUtcNow());
        var key = new ReportKey(id, period.Id, period.Id, funder == programme.LeadFunder.Id ? null : funder);
        var state = (await reports.GetAsync(key, cancellation)).State.For(programme);
        var figures = state.Published is { } published ? await read.RunAsync(key, published, cancellation) : null;
        return new FundedProgramme(programme, period, figures?.Returns, figures is null ? null : state.Published!.CutAt);
    }
}
