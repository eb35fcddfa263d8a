using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>A programme among a funder's registers.</summary>
/// <param name="Totals">Its one row; null where none is made yet.</param>
/// <param name="ByBand">Its flows by income band and year.</param>
public sealed record RegisterInList(RegisterOfProgramme Of, KeptRows? Totals, KeptRows? ByBand);

/// <summary>The registers of a funder, and those that others publish.</summary>
/// <param name="Funder">Null where the reader acts for nobody who reads returns.</param>
/// <param name="Own">A page of them.</param>
/// <param name="Published">A page of other funders' programmes.</param>
public sealed record RegisterList(OrganisationId? Funder, IReadOnlyList<RegisterInList> Own, string? OwnContinuation, IReadOnlyList<ProgrammeSummary> Published, string? PublishedContinuation);

/// <summary>Lists a funder's registers, with what they come to together: a few small reads a programme.</summary>
public sealed class ListRegisters(IProgrammeStore programmes, OpenRegister open, ReadKept kept)
{
    public const int OnAPage = 20;

    /// <param name="after">The programme that the page of one's own before ended with; null for the first.</param>
    /// <param name="publishedAfter">The same of those that others publish.</param>
    public async Task<RegisterList> RunAsync(ProgrammeId? after, ProgrammeId? publishedAfter, Caller caller, CancellationToken cancellation)
    {
        if (caller.ActingFor is not { } funder || !(await caller.RolesInAsync(funder, cancellation)).HasAny(RoleRules.OfFunders))
            return new RegisterList(null, [], null, [], null);
        var publishing = programmes.ListRegistersAsync(publishedAfter?.Value, OnAPage, cancellation);
        var page = await programmes.ListOfAsync(funder, after?.Value, OnAPage, cancellation);
        var own = await Task.WhenAll(page.Items.Select(id => OwnAsync(id, funder, caller, cancellation)));
        var published = await publishing;
        var others = await Task.WhenAll(published.Items.Select(id => programmes.GetAsync(id, cancellation)));
        return new RegisterList(
            funder, [.. own.OfType<RegisterInList>()], page.Continuation,
            [.. others.OfType<Programme>().Where(one => one.RegisterPublished && one.LeadFunder.Id != funder).Select(one => new ProgrammeSummary(one.Id, one.Name, one.LeadFunder))], published.Continuation);
    }

    private async Task<RegisterInList?> OwnAsync(ProgrammeId id, OrganisationId funder, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { IsComplete: true } programme
            || await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation) is not { Reader: { } reader } access || reader.Id != funder)
            return null;
        var of = await open.OfAsync(access, reader, published: false, cancellation);
        if (of.Report is not { } report)
            return new RegisterInList(of, null, null);
        var tables = await kept.AllAsync(report, [RegisterTables.Totals, RegisterTables.FlowsByBand], cancellation);
        return new RegisterInList(of, tables.GetValueOrDefault(RegisterTables.Totals), tables.GetValueOrDefault(RegisterTables.FlowsByBand));
    }
}
