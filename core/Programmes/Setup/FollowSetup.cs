using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>
/// Does what follows from a change of a programme or an award, and only then removes its outbox item: people are told, and what waits for funders, and
/// what help they were asked for, moves to those who answer now. What concerns all awards goes a few at a time; told twice or killed anywhere, it goes on where it was.
/// </summary>
public sealed class FollowSetup(
    ISetupOutbox outbox, IProgrammeStore programmes, ISetupStore setups, IPeriodStore periods, TellMembers tell, ProjectWaiting waiting, ProjectHelp help, IWorkQueue queue)
{
    /// <summary>Awards in one run, each with every period that was opened.</summary>
    private const int AtOnce = 25;

    public async Task RunAsync(FollowSetupMessage message, CancellationToken cancellation)
    {
        if (await outbox.GetAsync(message.Programme, message.Outbox, cancellation) is not { } item || await programmes.GetAsync(item.Programme, cancellation) is not { } programme)
            return;
        if (await FollowAsync(item, programme, cancellation) is { } done)
        {
            await outbox.NoteDoneAsync(item, done, cancellation);
            await queue.SendAsync(message, cancellation);
        }
        else
            await outbox.DeleteAsync(item, cancellation);
    }

    /// <returns>Up to which award it is done; null where nothing is left.</returns>
    private async Task<string?> FollowAsync(SetupItem item, Programme programme, CancellationToken cancellation)
    {
        switch (item.Deed)
        {
            case Deed.ProgrammeChanged:
                return await FollowProgrammeAsync(item, programme, cancellation);
            case Deed.ConsultationOpened:
                return await FollowConsultationAsync(item, cancellation);
            case Deed.AwardChanged:
                await FollowAwardAsync(item, programme, cancellation);
                return null;
            case Deed.ProfileProposed or Deed.ProfileAgreed or Deed.ProfileDeclined:
                await TellOfProfileAsync(item, programme, cancellation);
                return null;
            case Deed.ModuleProposed or Deed.ModuleTaken or Deed.ModuleDeclined when ModuleProposal.FunderIn(item.About) is { } funder:
                await TellOfModuleAsync(item, programme, funder, cancellation);
                return null;
            default:
                return null;
        }
    }

    private async Task<string?> FollowProgrammeAsync(SetupItem item, Programme programme, CancellationToken cancellation)
    {
        if (item.Version is not { } version || await programmes.GetVersionAsync(item.Programme, version - 1, cancellation) is not { } before || await programmes.GetVersionAsync(item.Programme, version, cancellation) is not { } after)
            return null;
        // By what holds now, not by this change: whichever of two is followed last, the list is right.
        if (before.RegisterPublished != after.RegisterPublished)
            await programmes.NoteRegisterAsync(item.Programme, programme.RegisterPublished, cancellation);
        if (after.LeadProposal is { } proposal && proposal != before.LeadProposal)
            await tell.RunAsync(new News(item.Id, NewsKind.LeadProposed, item.Programme), proposal.To, Roles.LeadOfficer, item.At, item.By, cancellation);
        var more = after.ExtraTimes.Skip(before.ExtraTimes.Count).Select(time => after.Period(time.Period)).OfType<ReportingPeriod>().ToList();
        var moved = before.LeadFunder.Id != after.LeadFunder.Id || !before.Funders.Select(funder => funder.Id).ToHashSet().SetEquals(after.Funders.Select(funder => funder.Id));
        var form = FormNews(item, before, after);
        if (more.Count == 0 && !moved && form is null)
            return null;
        HashSet<OrganisationId> concerned = [.. before.Funders.Concat(after.Funders).Select(funder => funder.Id)];
        var left = await LeftAsync(item, cancellation);
        var opened = moved ? await OpenedAsync(programme, cancellation) : [];
        // What was published for the lead funder before is not for the next one.
        if (before.LeadFunder.Id != after.LeadFunder.Id && item.Done is null)
            foreach (var period in opened)
                await queue.SendAsync(ConsolidateReportMessage.ForMoment(ReportKey.Of(item.Programme, period), item.At), TimeSpan.Zero, cancellation);
        foreach (var award in left.Take(AtOnce))
        {
            foreach (var period in more.Where(award.ReportsFor))
                await tell.RunAsync(new News(item.Id, NewsKind.ExtraTime, item.Programme, period.Id, award.Id), award.Provider.Id, Roles.ProviderLead | Roles.Preparer, item.At, null, cancellation);
            if (form is not null && after.Calendar.Skip(after.PlaceOf(form.Period!.Value)).Any(award.ReportsFor))
                await tell.RunAsync(form, award.Provider.Id, Roles.ProviderLead | Roles.Preparer, item.At, null, cancellation);
            await MoveAsync(item.Programme, award.Id, opened, concerned, cancellation);
        }
        return left.Count > AtOnce ? left[AtOnce - 1].Id.Value : null;
    }

    /// <summary>What providers hear of the form; null where it stays.</summary>
    private static News? FormNews(SetupItem item, Programme before, Programme after) => Enum.TryParse<SetupPart>(item.About, out var part) ? part switch
    {
        SetupPart.VersionAnnounced => new News(item.Id, NewsKind.FormAnnounced, item.Programme, after.FormVersions[^1].From, FormVersion: after.FormVersions[^1].Version),
        SetupPart.VersionWithdrawn => new News(item.Id, NewsKind.FormWithdrawn, item.Programme, before.FormVersions[^1].From, FormVersion: before.FormVersions[^1].Version),
        _ => null,
    } : null;

    /// <summary>Every provider hears that the next version is open to comments.</summary>
    private async Task<string?> FollowConsultationAsync(SetupItem item, CancellationToken cancellation)
    {
        var left = await LeftAsync(item, cancellation);
        foreach (var award in left.Take(AtOnce))
            await tell.RunAsync(new News(item.Id, NewsKind.ConsultationOpened, item.Programme), award.Provider.Id, Roles.ProviderLead | Roles.Preparer, item.At, null, cancellation);
        return left.Count > AtOnce ? left[AtOnce - 1].Id.Value : null;
    }

    private async Task FollowAwardAsync(SetupItem item, Programme programme, CancellationToken cancellation)
    {
        if (SetupWords.AwardIn(item.About) is not { } id || item.Version is not { } version
            || await programmes.GetAwardVersionAsync(item.Programme, id, version - 1, cancellation) is not { } before || await programmes.GetAwardVersionAsync(item.Programme, id, version, cancellation) is not { } after)
            return;
        if (before.EndedOn != after.EndedOn)
            await tell.RunAsync(new News(item.Id, NewsKind.AwardEnded, item.Programme, Award: id), after.Provider.Id, Roles.ProviderLead, item.At, null, cancellation);
        HashSet<OrganisationId> paid = [.. before.Contributions.Select(part => part.Funder)], pays = [.. after.Contributions.Select(part => part.Funder)];
        if (!paid.SetEquals(pays))
            await MoveAsync(item.Programme, id, await OpenedAsync(programme, cancellation), paid.Union(pays).ToHashSet(), cancellation);
    }

    /// <summary>The other side hears of a proposal; whoever proposed hears what became of it.</summary>
    private async Task TellOfProfileAsync(SetupItem item, Programme programme, CancellationToken cancellation)
    {
        if (SetupWords.AwardIn(item.About) is not { } id || await programmes.GetAwardAsync(item.Programme, id, cancellation) is not { } award
            || (await setups.ProposalsAsync(item.Programme, id, cancellation)).FirstOrDefault(one => SetupWords.About(id, $"{one.Number}") == item.About) is not { } proposal)
            return;
        NewsKind? kind = (item.Deed, proposal.State) switch
        {
            (Deed.ProfileProposed, ProposalState.Open) => NewsKind.ProfileProposed,
            (Deed.ProfileAgreed, _) => NewsKind.ProfileAgreed,
            (Deed.ProfileDeclined, ProposalState.Declined) => NewsKind.ProfileDeclined,
            // Answered, taken back or replaced since: it is no news any more.
            _ => null,
        };
        if (kind is not { } news)
            return;
        var toProvider = (news == NewsKind.ProfileProposed) == (proposal.Side == AwardSide.Funder);
        await tell.RunAsync(
            new News(item.Id, news, item.Programme, Award: id, Proposal: proposal.Number), toProvider ? award.Provider.Id : programme.LeadFunder.Id,
            toProvider ? Roles.ProviderLead : Roles.LeadOfficer, item.At, item.By, cancellation);
    }

    /// <summary>The lead funder hears that a co-funder proposes questions; the co-funder what became of them.</summary>
    private Task TellOfModuleAsync(SetupItem item, Programme programme, OrganisationId funder, CancellationToken cancellation) => item.Deed == Deed.ModuleProposed
        ? tell.RunAsync(new News(item.Id, NewsKind.ModuleProposed, item.Programme), programme.LeadFunder.Id, Roles.LeadOfficer, item.At, item.By, cancellation)
        : tell.RunAsync(new News(item.Id, item.Deed == Deed.ModuleTaken ? NewsKind.ModuleTaken : NewsKind.ModuleDeclined, item.Programme), funder, Roles.Officer | Roles.LeadOfficer, item.At, item.By, cancellation);

    /// <summary>The awards that are not done yet, by id.</summary>
    private async Task<List<AwardBrief>> LeftAsync(SetupItem item, CancellationToken cancellation) =>
        [.. (await programmes.BriefsAsync(item.Programme, cancellation)).Where(award => string.CompareOrdinal(award.Id.Value, item.Done) > 0).OrderBy(award => award.Id.Value, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<PeriodId>> OpenedAsync(Programme programme, CancellationToken cancellation)
    {
        var opened = new List<PeriodId>();
        foreach (var period in programme.Calendar)
            if (await periods.GetAsync(programme.Id, period.Id, cancellation) is not null)
                opened.Add(period.Id);
        return opened;
    }

    private Task MoveAsync(ProgrammeId programme, AwardId award, IReadOnlyList<PeriodId> opened, IReadOnlySet<OrganisationId> concerned, CancellationToken cancellation) =>
        Task.WhenAll(opened.Select(period => new ReturnKey(programme, period, award)).Select(key =>
            Task.WhenAll(waiting.RunAsync(key, concerned, cancellation), help.RunAsync(key, concerned, cancellation))));
}
