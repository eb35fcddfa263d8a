using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>A version of a programme's form and where it stands.</summary>
/// <param name="From">The period that it starts with; null for a version that was withdrawn.</param>
/// <param name="Announcement">Null for one that was planned with the programme.</param>
public sealed record VersionLife(FormVersion Version, VersionStanding Standing, Periods.ReportingPeriod? From, Announcement? Announcement);

/// <summary>A programme's form through the time: its versions, the newest first.</summary>
public sealed record FormLife(FoundForm Form, IReadOnlyList<VersionLife> Versions)
{
    public VersionLife? InForce => Versions.FirstOrDefault(life => life.Standing == VersionStanding.InForce);

    /// <summary>What comes, the next first.</summary>
    public IEnumerable<VersionLife> Announced => Versions.Where(life => life.Standing == VersionStanding.Announced).Reverse();
}

/// <summary>A change, with what people need to judge it and to prepare for it.</summary>
/// <param name="Reason">Why it is made; null where nobody said so.</param>
/// <param name="Was">What it was called; null for what is new, and where it isn't a name that changed.</param>
/// <param name="Now">What it is called; null for what goes.</param>
/// <param name="Asked">The question in the new version; null where it went, or where it is the form's or a section's.</param>
/// <param name="ToCollect">Whether a figure is asked that was not asked before, so that somebody has to begin to count.</param>
public sealed record ShownChange(FormChange Change, string? Reason, string? Was, string? Now, QuestionDocument? Asked, bool ToCollect);

/// <summary>What is changing, for whoever has a part in the programme.</summary>
/// <param name="Before">The version that it takes the place of; null for the first.</param>
/// <param name="Confirmed">That the reader's provider has read it; null where it has not said so.</param>
public sealed record ShownAnnouncement(FoundForm Form, Announcement Announcement, VersionStanding Standing, FormVersion? Before, FormVersion After, IReadOnlyList<ShownChange> Changes, ReadConfirmation? Confirmed)
{
    /// <summary>Days from today to the first day that it is asked about; 0 and fewer once it started.</summary>
    public int DaysLeft => Announcement.Starts.DayNumber - Form.Today.DayNumber;
}

/// <summary>The version in the making, for whoever may see it.</summary>
/// <param name="Version">Null while it breaks rules that a version has to keep.</param>
/// <param name="Changes">Null while they can't be told, because an id stands twice.</param>
public sealed record ShownDraft(FoundForm Form, FormVersion? Before, FormVersion? Version, IReadOnlyList<ShownChange>? Changes);

/// <summary>What a provider said, as a reader may see it.</summary>
/// <param name="Speaker">Null where it spoke as “a provider” and the reader is another.</param>
/// <param name="IsOwn">Whether the reader acts for who said it.</param>
public sealed record ShownSaying<T>(T Saying, string? Speaker, bool IsOwn) where T : FormSaying
{
    public static ShownSaying<T> Of(T saying, ProgrammeAccess access)
    {
        var own = access.Providers.Contains(saying.Provider.Id);
        return new ShownSaying<T>(saying, own || saying.Named ? saying.Provider.Name : null, own);
    }
}

/// <summary>Reads what becomes of a programme's form, for its funders and its providers.</summary>
public sealed class ReadNotices(FormDesk desk, IFormStore forms, INoticeStore notices, ISetupStore setup, IWorkQueue queue, TimeProvider clock)
{
    private readonly ChangeSetup _change = new(setup, queue, clock);

    public async Task<Outcome<FormLife>> LifeAsync(ProgrammeId programme, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        var announced = (await notices.AnnouncementsAsync(programme, cancellation)).ToDictionary(one => one.Version);
        var lives = new List<VersionLife>();
        foreach (var number in form.Programme.FormVersions.Select(plan => plan.Version).Union(announced.Keys).OrderDescending())
            if (await forms.GetAsync(form.Programme.Form, number, cancellation) is { } version)
                lives.Add(new VersionLife(
                    version, VersionStandings.Of(form.Programme, number, form.Today), form.Programme.FormVersions.FirstOrDefault(plan => plan.Version == number) is { } planned ? form.Programme.Period(planned.From) : null,
                    announced.GetValueOrDefault(number)));
        return new FormLife(form, lives);
    }

    public async Task<Outcome<ShownAnnouncement>> AnnouncementAsync(ProgrammeId programme, int version, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        if (await notices.AnnouncementAsync(programme, version, cancellation) is not { } announcement || await forms.GetAsync(announcement.Form, version, cancellation) is not { } after)
            return ProgrammeAccess.NotFound;
        var before = announcement.Follows is { } number ? await forms.GetAsync(announcement.Form, number, cancellation) : null;
        var reasons = announcement.Changes.Where(change => change.Reason is not null).DistinctBy(change => change.Key, StringComparer.Ordinal).ToDictionary(change => change.Key, change => change.Reason!, StringComparer.Ordinal);
        return new ShownAnnouncement(
            form, announcement, announcement.Withdrawn is null ? VersionStandings.Of(form.Programme, version, form.Today) : VersionStanding.Withdrawn, before, after,
            Shown(before?.Document, after.Document, reasons) ?? [], await OwnConfirmationAsync(form, version, cancellation));
    }

    /// <summary>The draft as everybody in the programme reads it while it is open to comments.</summary>
    public async Task<Outcome<ShownDraft>> DraftAsync(ProgrammeId programme, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        if (form.Draft is not { } draft)
            return ProgrammeAccess.NotFound;
        var before = form.Follows is { } number ? await forms.GetAsync(form.Programme.Form, number, cancellation) : null;
        return new ShownDraft(form, before, Whole(draft.Document), Shown(before?.Document, draft.Document, draft.Reasons));
    }

    /// <param name="draft">The draft's number.</param>
    public async Task<Outcome<PageOf<ShownSaying<FormComment>>>> CommentsAsync(ProgrammeId programme, int draft, string? after, int size, Caller caller, CancellationToken cancellation) =>
        await SeenAsync(await desk.FindAsync(programme, caller, cancellation), () => notices.CommentsAsync(programme, draft, after, size, cancellation));

    public async Task<Outcome<PageOf<ShownSaying<Challenge>>>> ChallengesAsync(ProgrammeId programme, string? after, int size, Caller caller, CancellationToken cancellation) =>
        await SeenAsync(await desk.FindAsync(programme, caller, cancellation), () => notices.ChallengesAsync(programme, after, size, cancellation));

    public async Task<Outcome<(FoundForm Form, ShownSaying<FormComment> Comment)>> CommentAsync(ProgrammeId programme, int draft, string id, Caller caller, CancellationToken cancellation) =>
        await SeenAsync(await desk.FindAsync(programme, caller, cancellation), () => notices.CommentAsync(programme, draft, id, cancellation));

    public async Task<Outcome<(FoundForm Form, ShownSaying<Challenge> Challenge)>> ChallengeAsync(ProgrammeId programme, string id, Caller caller, CancellationToken cancellation) =>
        await SeenAsync(await desk.FindAsync(programme, caller, cancellation), () => notices.ChallengeAsync(programme, id, cancellation));

    /// <summary>How many providers confirmed that they read an announcement; the lead funder alone is told.</summary>
    public async Task<int?> ConfirmedAsync(FoundForm form, int version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!form.Access.IsLeadFunder)
            return null;
        var count = 0;
        await foreach (var _ in Pages.AllAsync<ReadConfirmation>((next, stop) => notices.ConfirmationsAsync(form.Programme.Id, version, next, Pages.Size, stop), cancellation))
            count++;
        return count;
    }

    /// <summary>Nothing is read for who may not see the form.</summary>
    private static async Task<Outcome<PageOf<ShownSaying<T>>>> SeenAsync<T>(Outcome<FoundForm> found, Func<Task<PageOf<T>>> read) where T : FormSaying
    {
        if (found.Value is not { } form)
            return found.Problem!;
        var page = await read();
        return new PageOf<ShownSaying<T>>([.. page.Items.Select(saying => ShownSaying<T>.Of(saying, form.Access))], page.Continuation);
    }

    private static async Task<Outcome<(FoundForm, ShownSaying<T>)>> SeenAsync<T>(Outcome<FoundForm> found, Func<Task<T?>> read) where T : FormSaying
    {
        if (found.Value is not { } form)
            return found.Problem!;
        return await read() is { } saying ? (form, ShownSaying<T>.Of(saying, form.Access)) : ProgrammeAccess.NotFound;
    }

    /// <summary>What a provider said of having read a version; null for who speaks for none, or has not said so.</summary>
    public async Task<ReadConfirmation?> OwnConfirmationAsync(FoundForm form, int version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Speaks is { } provider ? await notices.ConfirmationAsync(form.Programme.Id, version, provider, cancellation) : null;
    }

    /// <summary>A provider confirms that it has read what was announced or, of a version that was planned with the programme, what it will be asked. Twice is once.</summary>
    public Task<Outcome<ReadConfirmation>> ConfirmAsync(ProgrammeId programme, int version, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<ReadConfirmation>(programme, caller, async () =>
        {
            var found = await desk.FindAsync(programme, caller, cancellation);
            if (found.Value is not { } form)
                return found.Problem!;
            if (form.Speaks is not { } provider)
                return form.WhyNotSpeaks;
            var announcement = await notices.AnnouncementAsync(programme, version, cancellation);
            if ((announcement is null && form.Programme.FormVersions.All(plan => plan.Version != version)) || await forms.GetAsync(form.Programme.Form, version, cancellation) is not { } document)
                return ProgrammeAccess.NotFound;
            if (announcement?.Withdrawn is { } gone)
                return new Problem(Catalogue.NotToBeWithdrawn, $"Version {version} was withdrawn on {gone.On:d MMMM yyyy}: nothing is left to confirm.");
            if (await notices.ConfirmationAsync(programme, version, provider, cancellation) is not null)
                return new Problem(Catalogue.NothingChanges, "Your organisation confirmed this already.");
            var read = new ReadConfirmation { Programme = programme, Version = version, Provider = provider, By = caller.Id, At = clock.GetUtcNow() };
            return new ChangeSetup.Change<ReadConfirmation>(read, Deed.AnnouncementRead, provider, $"version {version}") { After = document.ContentHash, Papers = [read] };
        }, cancellation);

    /// <summary>As above, for who says it again: what was confirmed first.</summary>
    public async Task<Outcome<ReadConfirmation>> ConfirmOnceAsync(ProgrammeId programme, int version, Caller caller, CancellationToken cancellation)
    {
        var done = await ConfirmAsync(programme, version, caller, cancellation);
        return done.Problem?.Refusal == Catalogue.NothingChanges && (await desk.FindAsync(programme, caller, cancellation)).Value is { } form && await OwnConfirmationAsync(form, version, cancellation) is { } read ? read : done;
    }

    private static FormVersion? Whole(FormDocument document)
    {
        try
        {
            return FormVersion.Read(document.ToJson());
        }
        catch (FormDefinitionException)
        {
            return null;
        }
    }

    /// <summary>Null where they can't be told, because an id stands twice.</summary>
    private static IReadOnlyList<ShownChange>? Shown(FormDocument? before, FormDocument after, IReadOnlyDictionary<string, string> reasons)
    {
        if (before is null)
            return [];
        if (FormDifference.IfTold(before, after) is not { } difference)
            return null;
        var (old, now) = (ById(before), ById(after));
        return [.. difference.Changes.Select(change =>
        {
            var id = change.Place.Question?.Value;
            var (was, asked) = (id is null ? null : old.GetValueOrDefault(id), id is null ? null : now.GetValueOrDefault(id));
            return new ShownChange(change, reasons.GetValueOrDefault(change.Key), NameIn(was, change.Place), change.Kind == ChangeKind.Split ? NamesIn(now.Values, asked, change.Place) : NameIn(asked, change.Place), asked, IsToCollect(change, asked));
        })];
    }

    private static Dictionary<string, QuestionDocument> ById(FormDocument form) => form.Sections.SelectMany(section => section.Questions).ToDictionary(question => question.Id.Value, StringComparer.Ordinal);

    /// <summary>What the thing that changed is called in a version; null where it isn't there.</summary>
    private static string? NameIn(QuestionDocument? question, ChangePlace place) => question is null ? null
        : place.Row is { } row ? question.Rows.FirstOrDefault(one => one.Id == row)?.Label.En
        : place.Column is { } column ? question.Columns.FirstOrDefault(one => one.Id == column)?.Label.En
        : place.Choice is { } choice ? question.Choices.FirstOrDefault(one => one.Id == choice)?.Label.En
        : place.Part is { } part ? question.Questions.FirstOrDefault(one => one.Id == part)?.Label.En
        : question.Label.En;

    /// <summary>All that one thing was split into: what takes the place of the same as the first of them.</summary>
    private static string? NamesIn(IReadOnlyCollection<QuestionDocument> questions, QuestionDocument? asked, ChangePlace place)
    {
        if (asked is null)
            return null;
        return place.Row is { } row ? Parts(asked.Rows, one => one.Id == row, one => [.. one.Replaces.Select(id => id.Value)], one => one.Label)
            : place.Column is { } column ? Parts(asked.Columns, one => one.Id == column, one => [.. one.Replaces.Select(id => id.Value)], one => one.Label)
            : place.Choice is { } choice ? Parts(asked.Choices, one => one.Id == choice, one => one.Replaces, one => one.Label)
            : place.Part is { } part ? Parts(asked.Questions, one => one.Id == part, one => [.. one.Replaces.Select(id => id.Value)], one => one.Label)
            : Parts([.. questions], one => one.Id == asked.Id, one => [.. one.Replaces.Select(id => id.Value)], one => one.Label);

        static string Parts<T>(IReadOnlyList<T> all, Func<T, bool> isFirst, Func<T, IReadOnlyList<string>> replaces, Func<T, LocalText> label)
        {
            var replaced = replaces(all.First(isFirst));
            return Words.List([.. all.Where(one => replaces(one).Intersect(replaced, StringComparer.Ordinal).Any()).Select(one => label(one).En)]);
        }
    }

    private static bool IsToCollect(FormChange change, QuestionDocument? asked) =>
        asked is not null && change.Kind is ChangeKind.Added or ChangeKind.Split or ChangeKind.Replaced or ChangeKind.AskedOfMore && change.Thing is ChangedThing.Question or ChangedThing.Row or ChangedThing.Column
        && asked.Type is CountQuestion.Name or NumberQuestion.Name or MoneyQuestion.Name or PercentageQuestion.Name or TableQuestion.Name or RepeatingGroupQuestion.Name;
}
