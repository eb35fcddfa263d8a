using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Modules;

/// <summary>Co-funders' modules: the lead funder reads all, a co-funder its own. To providers they are not there before they stand in a draft.</summary>
public sealed class ReadModules(FormDesk desk, INoticeStore notices)
{
    public const string WhoReads = "The programme’s funders read what co-funders would like to ask.";

    /// <summary>Funder by funder, the first first.</summary>
    public async Task<Outcome<(FoundForm Form, PageOf<ModuleProposal> Modules)>> ListAsync(ProgrammeId programme, string? after, int size, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        if (form.Access.Reader is not { } reader)
            return form.Access.WhyNot(WhoReads);
        return (form, await notices.ModulesAsync(programme, form.Access.IsLeadFunder ? null : reader.Id, after, size, cancellation));
    }

    public async Task<Outcome<(FoundForm Form, ModuleProposal Module)>> FindAsync(ProgrammeId programme, OrganisationId funder, string id, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        return form.Access.ReadsModulesOf(funder) && await notices.ModuleAsync(programme, funder, id, cancellation) is { } module ? (form, module) : ProgrammeAccess.NotFound;
    }

    /// <summary>The form, for who may propose a module.</summary>
    public async Task<Outcome<FoundForm>> ToProposeAsync(ProgrammeId programme, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        return found.Value is { Access.ProposesFor: null } shown ? shown.Access.WhyNot(ProposeModule.WhoProposes) : found;
    }
}
