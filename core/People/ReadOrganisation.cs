using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.People;

/// <summary>Reads what organisations say of themselves: their members, and the funders of a provider's award.</summary>
public sealed class ReadOrganisation(IOrganisationStore organisations, IProgrammeStore programmes, IPartsStore parts)
{
    public async Task<Outcome<Organisation>> OwnAsync(OrganisationId organisation, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        return right.MayRead && await organisations.GetAsync(organisation, cancellation) is { } found ? found.Organisation : ChangeOrganisation.NotFound;
    }

    /// <summary>The provider of an award, for whoever may see the award's returns.</summary>
    public async Task<Outcome<Organisation>> ProviderAsync(ProgrammeId programmeId, AwardId awardId, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { } programme
            || await programmes.GetAwardAsync(programmeId, awardId, cancellation) is not { } award
            || !(await ReturnAccess.OfAsync(caller, programme, award, parts, cancellation)).Sees
            || await organisations.GetAsync(award.Provider.Id, cancellation) is not { } found)
            return ProgrammeAccess.NotFound;
        return found.Organisation;
    }
}
