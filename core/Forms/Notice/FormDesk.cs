using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>A programme's form, as somebody finds it who has a part in the programme.</summary>
/// <param name="Draft">The version in the making, where the reader may see it; null where there is none.</param>
/// <param name="Today">The day it is in the United Kingdom.</param>
public sealed record FoundForm(Programme Programme, ProgrammeAccess Access, FormDraft? Draft, DateOnly Today)
{
    /// <summary>A lead officer of the lead funder makes versions and announces them.</summary>
    public bool MayAnnounce => Access.MaySetUp;

    /// <summary>Whom the reader speaks for about the form: the provider that it acts for; null where it acts for none, or for several.</summary>
    public OrganisationId? Speaks => Access.Providers.Count == 1 ? Access.Providers.First() : null;

    /// <summary>Why the reader speaks for nobody.</summary>
    public Problem WhyNotSpeaks => Access.Providers.Count > 1 ? new Problem(Catalogue.BadParameter, FormDesk.WhichSpeaks) : Access.WhyNot(FormDesk.WhoSpeaks);

    /// <summary>The version that the next one takes the place of: the one that is planned last; null where none is.</summary>
    public int? Follows => Programme.FormVersions.Count > 0 ? Programme.FormVersions[^1].Version : null;

    /// <summary>Whether comments on the draft are taken today.</summary>
    public bool TakesComments => Draft is { State: DraftState.Consultation, Consultation: { } days } && days.From <= Today && Today <= days.Until;
}

/// <summary>Finds a programme's form for whoever asks; what is not theirs to see is not there.</summary>
public sealed class FormDesk(IProgrammeStore programmes, IDraftStore drafts, TimeProvider clock)
{
    public const string WhoAnnounces = "A lead officer of the lead funder makes and announces versions of the form.";

    public const string WhoSpeaks = "The providers of the programme’s awards comment on its form and challenge its questions.";

    /// <summary>To a program: people act for one organisation at a time.</summary>
    public const string WhichSpeaks = "You act for several providers of this programme: send the header X-Organisation with the identifier of the one that speaks.";

    public async Task<Outcome<FoundForm>> FindAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { } programme)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (!access.Sees)
            return ProgrammeAccess.NotFound;
        var newest = await drafts.NewestAsync(id, cancellation);
        return new FoundForm(programme, access, newest is { } draft && IsShown(draft, access) ? draft : null, UkTime.DayOf(clock.GetUtcNow()));
    }

    /// <summary>As <see cref="FindAsync"/>, for who announces.</summary>
    public async Task<Outcome<FoundForm>> ToAnnounceAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(id, caller, cancellation);
        return found.Value is { MayAnnounce: false } shown ? shown.Access.WhyNot(WhoAnnounces) : found;
    }

    /// <summary>A draft that is worked on is the lead funder's; once it is open to comments, everybody in the programme reads it.</summary>
    private static bool IsShown(FormDraft draft, ProgrammeAccess access) =>
        draft.State == DraftState.Consultation || (draft.State == DraftState.Draft && access.IsLeadFunder);
}
