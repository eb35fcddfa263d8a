using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>A page of a funder's programmes, each with its newest report.</summary>
/// <param name="Funder">Null where the reader acts for nobody who reads returns.</param>
/// <param name="Continuation">The programme that the page ends with; null on the last.</param>
public sealed record NewestOfProgrammes(NamedOrganisation? Funder, IReadOnlyList<PeriodReport> Reports, string? Continuation);

/// <summary>Finds the newest reports of the programmes of the funder that a person acts for.</summary>
public sealed class NewestReports(OpenPeriodReport open, IProgrammeStore programmes, TimeProvider clock)
{
    /// <param name="after">The programme that the page before ended with; null for the first.</param>
    public async Task<NewestOfProgrammes> OwnAsync(ProgrammeId? after, int most, Caller caller, CancellationToken cancellation)
    {
        if (caller.ActingFor is not { } funder || !(await caller.RolesInAsync(funder, cancellation)).HasAny(RoleRules.OfFunders))
            return new NewestOfProgrammes(null, [], null);
        var page = await programmes.ListOfAsync(funder, after?.Value, most, cancellation);
        var found = (await Task.WhenAll(page.Items.Select(id => OfAsync(id, funder, caller, cancellation)))).OfType<PeriodReport>().ToList();
        return new NewestOfProgrammes(found.Select(one => one.Reader).FirstOrDefault() ?? new NamedOrganisation(funder, ""), found, page.Continuation);
    }

    private async Task<PeriodReport?> OfAsync(ProgrammeId id, OrganisationId funder, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { IsComplete: true } programme
            || await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation) is not { Reader: { } reader } access || reader.Id != funder)
            return null;
        var period = CurrentPeriod.Of(programme, clock.GetUtcNow());
        var of = await open.OfAsync(access, period, cancellation);
        // Where nobody has filed for the newest period yet, the one before has the newest figures.
        return of.Report is null && programme.PeriodBefore(period.Id) is { } before ? await open.OfAsync(access, before, cancellation) : of;
    }
}
