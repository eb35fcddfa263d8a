using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return in its provider's list, also one that nobody has begun.</summary>
public sealed record OwnReturn(Programme Programme, Award Award, ReportingPeriod Period, ReturnHeader Header)
{
    public ReturnKey Key => Header.Key;
}

/// <summary>A version of a programme's form that starts with a period to come.</summary>
/// <param name="Before">What is asked now.</param>
/// <param name="After">What is asked from then on.</param>
public sealed record AnnouncedForm(Programme Programme, ReportingPeriod From, FormVersion Before, FormVersion After, FormDifference Difference);

/// <summary>The form of a programme that a provider has an award in.</summary>
/// <param name="CommentsUntil">The last day on which comments on its next version are taken; null where none are.</param>
public sealed record OwnForm(Programme Programme, DateOnly? CommentsUntil)
{
    /// <summary>What an award of it will be asked first, to be read and confirmed before its first period opens; null where none is left.</summary>
    public FirstForm? ToConfirm { get; init; }
}

/// <summary>A provider's returns as its own people see them.</summary>
/// <param name="Roles">The reader's roles at the provider; none of a provider's where they act for somebody else, and then the lists are empty.</param>
/// <param name="Due">To be worked on, the first due first: not begun ones, drafts, and what was reopened, queried or changed since it was sent.</param>
/// <param name="Coming">The next of each award that has not opened yet.</param>
/// <param name="Past">Sent, or closed without; the newest period first. A page of them.</param>
/// <param name="PastCount">How many there are on all pages.</param>
public sealed record OwnReturnList(
    Roles Roles, IReadOnlyList<OwnReturn> Due, IReadOnlyList<OwnReturn> Coming, IReadOnlyList<OwnReturn> Past, int PastCount, IReadOnlyList<AnnouncedForm> Announced)
{
    /// <summary>Returns of other providers in which the organisation, as their partner, fills in sections and can now; the first due first.</summary>
    public IReadOnlyList<OwnReturn> Parts { get; init; } = [];

    /// <summary>The programmes of its awards whose form can be read, by name.</summary>
    public IReadOnlyList<OwnForm> Forms { get; init; } = [];
}

/// <summary>
/// Lists the returns of the provider that a person acts for: from its own awards and their calendars, and the pointers to its own returns. What
/// others have filed costs it nothing.
/// </summary>
public sealed class OwnReturns(IProgrammeStore programmes, IFormStore forms, IPointerStore pointers, IReturnStore returns, IPartsStore parts, IDraftStore drafts, FormReaders readers, TimeProvider clock)
{
    public const int PastOnAPage = 20;

    /// <param name="page">Which page of the past ones, from 1.</param>
    public async Task<OwnReturnList> RunAsync(Caller caller, int page, CancellationToken cancellation)
    {
        var roles = caller.ActingFor is { } organisation ? await caller.RolesInAsync(organisation, cancellation) : Roles.None;
        if (!roles.HasAny(RoleRules.OfProviders))
            return new OwnReturnList(Roles.None, [], [], [], 0, []);
        var provider = caller.ActingFor!.Value;
        var findingPointers = PointersAsync(provider, cancellation);
        var (awards, partnered) = await AwardsAsync(provider, cancellation);
        var known = await findingPointers;

        var now = clock.GetUtcNow();
        var (open, coming, past) = (new List<OwnReturn>(), new List<OwnReturn>(), new List<OwnReturn>());
        foreach (var (programme, award) in awards)
        {
            var next = programme.Calendar.FirstOrDefault(period => award.ReportsFor(period) && period.StandingAt(now) == PeriodStanding.NotOpen);
            foreach (var period in programme.Calendar.Where(award.ReportsFor))
            {
                var own = new OwnReturn(programme, award, period, HeaderOf(programme, award, period, known));
                var standing = period.StandingAt(now);
                if (standing != PeriodStanding.NotOpen)
                    (standing == PeriodStanding.Closed && !IsInvited(own) ? past : open).Add(own);
                else if (period == next)
                    coming.Add(own);
            }
        }
        // A pointer follows its return a moment later: what can still be worked on is read itself.
        var read = await Task.WhenAll(open.Select(own => ReadAsync(own, cancellation)));
        past.AddRange(read.Where(own => !IsDue(own, now)));
        List<OwnReturn> shown = [.. past.OrderByDescending(own => own.Period.End).ThenBy(own => own.Programme.Name, StringComparer.Ordinal).Skip((Math.Max(page, 1) - 1) * PastOnAPage).Take(PastOnAPage)];
        // A pointer doesn't say since when it waits for an answer, or when that came.
        var answered = await Task.WhenAll(shown.Select(own => own.Header is { Revision: > 0, SubmittedAt: null } ? ReadAsync(own, cancellation) : Task.FromResult(own)));
        return new OwnReturnList(
            roles,
            [.. read.Where(own => IsDue(own, now)).OrderBy(own => own.Period.Due).ThenBy(own => own.Programme.Name, StringComparer.Ordinal)],
            [.. coming.OrderBy(own => own.Period.Start).ThenBy(own => own.Programme.Name, StringComparer.Ordinal)],
            answered, past.Count, await AnnouncedAsync(awards, now, cancellation))
        {
            Parts = await PartsAsync(provider, partnered, now, cancellation),
            Forms = await FormsAsync(awards, UkTime.DayOf(now), cancellation),
        };
    }

    private static bool IsInvited(OwnReturn own) => own.Header.Status is ReturnStatus.Queried or ReturnStatus.Reopened;

    private static bool IsDue(OwnReturn own, DateTimeOffset now) =>
        IsInvited(own) || (own.Header.Status != ReturnStatus.Accepted && own.Header.HasNews
            && (own.Period.StandingAt(now) is PeriodStanding.Open or PeriodStanding.Overdue || own.Header.Revision > 0));

    private static ReturnHeader HeaderOf(Programme programme, Award award, ReportingPeriod period, Dictionary<ReturnKey, Pointer> known)
    {
        var none = ReturnHeader.NotStarted(new ReturnKey(programme.Id, period.Id, award.Id), programme.PlannedFormVersion(period.Id));
        return known.TryGetValue(none.Key, out var pointer) ? none with { Status = pointer.Status, Revision = pointer.Revision, Change = pointer.Change } : none;
    }

    private async Task<OwnReturn> ReadAsync(OwnReturn own, CancellationToken cancellation) =>
        await returns.GetHeaderAsync(own.Key, cancellation) is { } header ? own with { Header = header } : own;

    private async Task<Dictionary<ReturnKey, Pointer>> PointersAsync(OrganisationId provider, CancellationToken cancellation)
    {
        var known = new Dictionary<ReturnKey, Pointer>();
        await foreach (var pointer in Pages.AllAsync<Pointer>((after, stop) => pointers.ListAsync(provider, after, Pages.Size, stop), cancellation))
            known[pointer.Key] = pointer;
        return known;
    }

    private async Task<IReadOnlyList<OwnReturn>> PartsAsync(OrganisationId partner, IEnumerable<(Programme Programme, Award Award)> awards, DateTimeOffset now, CancellationToken cancellation)
    {
        var open = new List<OwnReturn>();
        foreach (var (programme, award) in awards)
            if ((await parts.GetAsync(award.Provider.Id, programme.Id, award.Id, cancellation)).Of(partner).Count > 0)
                foreach (var period in programme.Calendar.Where(award.ReportsFor))
                    if (period.StandingAt(now) is PeriodStanding.Open or PeriodStanding.Overdue)
                        open.Add(await ReadAsync(new OwnReturn(programme, award, period, HeaderOf(programme, award, period, [])), cancellation));
        return [.. open.OrderBy(own => own.Period.Due).ThenBy(own => own.Programme.Name, StringComparer.Ordinal)];
    }

    /// <summary>The organisation's own awards, and those of others in which it is a partner now.</summary>
    private async Task<(List<(Programme Programme, Award Award)> Own, List<(Programme Programme, Award Award)> Partnered)> AwardsAsync(OrganisationId provider, CancellationToken cancellation)
    {
        var keys = new List<AwardKey>();
        await foreach (var key in Pages.AllAsync<AwardKey>((after, stop) => programmes.ListAwardsOfAsync(provider, after, Pages.Size, stop), cancellation))
            keys.Add(key);
        var findingProgrammes = Task.WhenAll(keys.Select(key => key.Programme).Distinct().Select(id => programmes.GetAsync(id, cancellation)));
        var found = await Task.WhenAll(keys.Select(key => programmes.GetAwardAsync(key.Programme, key.Award, cancellation)));
        var byId = (await findingProgrammes).OfType<Programme>().Where(programme => programme.IsComplete).ToDictionary(programme => programme.Id);
        List<(Programme Programme, Award Award)> all = [.. found.OfType<Award>().Where(award => byId.ContainsKey(award.Programme)).Select(award => (byId[award.Programme], award))];
        // Partners fill in parts of another's return: theirs is a list of its own.
        return (all.FindAll(one => one.Award.Provider.Id == provider), all.FindAll(one => one.Award.Provider.Id != provider && one.Award.Partners.Any(partner => partner.Id == provider)));
    }

    private async Task<IReadOnlyList<OwnForm>> FormsAsync(IEnumerable<(Programme Programme, Award Award)> awards, DateOnly today, CancellationToken cancellation) => await Task.WhenAll(
        awards.GroupBy(one => one.Programme.Id).Select(ofProgramme => (ofProgramme.First().Programme, Awards: ofProgramme.Select(one => one.Award).ToList())).OrderBy(one => one.Programme.Name, StringComparer.Ordinal)
            .Select(async one => new OwnForm(one.Programme, await drafts.NewestAsync(one.Programme.Id, cancellation) is { State: DraftState.Consultation, Consultation: { } days } && days.From <= today && today <= days.Until ? days.Until : null)
            {
                ToConfirm = await ToConfirmAsync(one.Programme, one.Awards, today, cancellation),
            }));

    private async Task<FirstForm?> ToConfirmAsync(Programme programme, IEnumerable<Award> awards, DateOnly today, CancellationToken cancellation)
    {
        foreach (var award in awards.Where(award => programme.Calendar.FirstOrDefault(award.ReportsFor)?.Start > today))
            if (await readers.OfAwardAsync(programme, award, cancellation) is { Confirmed: null } first)
                return first;
        return null;
    }

    private async Task<IReadOnlyList<AnnouncedForm>> AnnouncedAsync(IEnumerable<(Programme Programme, Award Award)> awards, DateTimeOffset now, CancellationToken cancellation)
    {
        var announced = new List<AnnouncedForm>();
        foreach (var ofProgramme in awards.GroupBy(own => own.Programme.Id))
        {
            var programme = ofProgramme.First().Programme;
            if (programme.Calendar.LastOrDefault(period => period.StandingAt(now) != PeriodStanding.NotOpen) is not { } current)
                continue;
            var asked = programme.PlannedFormVersion(current.Id);
            var next = programme.FormVersions.FirstOrDefault(plan => programme.PlaceOf(plan.From) > programme.PlaceOf(current.Id) && plan.Version != asked);
            if (next is null || programme.Period(next.From) is not { } from || !ofProgramme.Any(own => own.Award.ReportsFor(from)))
                continue;
            if (await forms.GetAsync(programme.Form, asked, cancellation) is { } before && await forms.GetAsync(programme.Form, next.Version, cancellation) is { } after)
                announced.Add(new AnnouncedForm(programme, from, before, after, FormDifference.Between(before.Document, after.Document)));
        }
        return announced;
    }
}
