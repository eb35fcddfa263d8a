using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>
/// Providers speak of a form: they comment on a version in the making, and challenge a question of one in force at any time; by name, or as
/// “a provider” until they choose to be named; then the record doesn't name them either, nor those who pressed. The lead funder answers, once, for everybody in the programme to read.
/// </summary>
public sealed class SpeakOfForm(FormDesk desk, IFormStore forms, INoticeStore notices, IOrganisationStore organisations, ISetupStore setup, IWorkQueue queue, TimeProvider clock)
{
    public const int MostCharacters = 3000;

    private readonly ChangeSetup _change = new(setup, queue, clock);

    /// <param name="question">Of the draft; null for the form as a whole.</param>
    public Task<Outcome<FormComment>> CommentAsync(ProgrammeId programme, QuestionId? question, string? text, bool named, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<FormComment>(programme, caller, async () =>
        {
            var found = await SpeakerAsync(programme, caller, cancellation);
            if (found.Value.Speaker is not { } speaker)
                return found.Problem!;
            var form = found.Value.Form;
            if (!form.TakesComments || form.Draft is not { } draft)
                return new Problem(Catalogue.NoCommentsNow, form.Draft?.Consultation is { } days
                    ? $"Comments were taken until {days.Until:d MMMM yyyy}. What is announced can be challenged, question by question."
                    : "No version of the form is open to comments.");
            var asked = question is { } id ? draft.Document.Sections.SelectMany(section => section.Questions).FirstOrDefault(one => one.Id == id) : null;
            if (Read(text, question is not null && asked is null, out var said) is { } problem)
                return problem;
            var comment = new FormComment
            {
                Programme = programme,
                Id = FormSaying.NewId(clock.GetUtcNow()),
                Draft = draft.Number,
                Question = question,
                Label = asked?.Label.En,
                Text = said,
                Provider = speaker,
                Named = named,
                By = caller.Id,
                At = clock.GetUtcNow(),
            };
            return new ChangeSetup.Change<FormComment>(comment, Deed.FormCommented, named ? speaker.Id : null, comment.Id) { Papers = [comment] };
        }, cancellation);

    /// <summary>Challenges a question of the version that is asked now, or of one that is announced.</summary>
    public Task<Outcome<Challenge>> ChallengeAsync(ProgrammeId programme, QuestionId? question, string? text, bool named, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<Challenge>(programme, caller, async () =>
        {
            var found = await SpeakerAsync(programme, caller, cancellation);
            if (found.Value.Speaker is not { } speaker)
                return found.Problem!;
            var (version, asked) = question is { Value: not null } id ? await AskedAsync(found.Value.Form.Programme, id, cancellation) : (0, null);
            if (Read(text, asked is null, out var said) is { } problem)
                return problem;
            var challenge = new Challenge
            {
                Programme = programme,
                Id = FormSaying.NewId(clock.GetUtcNow()),
                Version = version,
                Question = question,
                Label = asked,
                Text = said,
                Provider = speaker,
                Named = named,
                By = caller.Id,
                At = clock.GetUtcNow(),
            };
            return new ChangeSetup.Change<Challenge>(challenge, Deed.QuestionChallenged, named ? speaker.Id : null, challenge.Id) { Papers = [challenge] };
        }, cancellation);

    public Task<Outcome<FormComment>> NameOfCommentAsync(ProgrammeId programme, int draft, string id, Caller caller, CancellationToken cancellation) =>
        NameAsync(programme, () => notices.CommentAsync(programme, draft, id, cancellation), comment => comment with { Named = true }, caller, cancellation);

    public Task<Outcome<Challenge>> NameOfChallengeAsync(ProgrammeId programme, string id, Caller caller, CancellationToken cancellation) =>
        NameAsync(programme, () => notices.ChallengeAsync(programme, id, cancellation), challenge => challenge with { Named = true }, caller, cancellation);

    /// <param name="changed">Whether the form is changed for it.</param>
    public Task<Outcome<FormComment>> AnswerCommentAsync(ProgrammeId programme, int draft, string id, string? text, bool changed, Caller caller, CancellationToken cancellation) =>
        AnswerAsync(programme, () => notices.CommentAsync(programme, draft, id, cancellation), text, changed, (comment, answer) => comment with { Answer = answer }, caller, cancellation);

    /// <inheritdoc cref="AnswerCommentAsync"/>
    public Task<Outcome<Challenge>> AnswerChallengeAsync(ProgrammeId programme, string id, string? text, bool changed, Caller caller, CancellationToken cancellation) =>
        AnswerAsync(programme, () => notices.ChallengeAsync(programme, id, cancellation), text, changed, (challenge, answer) => challenge with { Answer = answer }, caller, cancellation);

    private Task<Outcome<T>> NameAsync<T>(ProgrammeId programme, Func<Task<T?>> load, Func<T, T> name, Caller caller, CancellationToken cancellation) where T : FormSaying =>
        _change.RunAsync<T>(programme, caller, async () =>
        {
            var found = await desk.FindAsync(programme, caller, cancellation);
            if (found.Value is not { } form)
                return found.Problem!;
            if (await load() is not { } saying || !form.Access.Providers.Contains(saying.Provider.Id))
                return ProgrammeAccess.NotFound;
            if (saying.Named)
                return new Problem(Catalogue.NothingChanges, "It says who you are already.");
            return new ChangeSetup.Change<T>(name(saying), Deed.SpeakerNamed, saying.Provider.Id, saying.Id) { Papers = [name(saying)] };
        }, cancellation);

    private Task<Outcome<T>> AnswerAsync<T>(
        ProgrammeId programme, Func<Task<T?>> load, string? text, bool changed, Func<T, FormAnswer, T> answer, Caller caller, CancellationToken cancellation) where T : FormSaying =>
        _change.RunAsync<T>(programme, caller, async () =>
        {
            var found = await desk.ToAnnounceAsync(programme, caller, cancellation);
            if (found.Value is not { } form)
                return found.Problem!;
            if (await load() is not { } saying)
                return ProgrammeAccess.NotFound;
            if (saying.Answer is { } said)
                return new Problem(Catalogue.AnsweredMeanwhile, $"Your organisation answered this on {said.On:d MMMM yyyy}: “{said.Text}” Nothing was added.");
            if (Read(text, false, out var words) is { } problem)
                return problem;
            var answered = answer(saying, new FormAnswer(words, changed, form.Today, caller.Id, form.Programme.LeadFunder.Id));
            return new ChangeSetup.Change<T>(answered, Deed.SpeakerAnswered, form.Programme.LeadFunder.Id, saying.Id) { Papers = [answered] };
        }, cancellation);

    private async Task<Outcome<(FoundForm Form, NamedOrganisation? Speaker)>> SpeakerAsync(ProgrammeId programme, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programme, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        return form.Speaks is { } provider && await organisations.GetAsync(provider, cancellation) is { } known ? (form, new NamedOrganisation(provider, known.Organisation.Name)) : form.WhyNotSpeaks;
    }

    /// <summary>What a question is called in the newest version that asks it and is not retired; no label where none does.</summary>
    private async Task<(int Version, string? Label)> AskedAsync(Programme programme, QuestionId question, CancellationToken cancellation)
    {
        var today = UkTime.DayOf(clock.GetUtcNow());
        foreach (var plan in programme.FormVersions.Reverse())
            if (VersionStandings.Of(programme, plan.Version, today) != VersionStanding.Retired
                && (await forms.GetAsync(programme.Form, plan.Version, cancellation))?.Find(question.Value) is { } asked)
                return (plan.Version, asked.Label);
        return (0, null);
    }

    private static Problem? Read(string? text, bool unknown, out string said)
    {
        var findings = new List<Finding>();
        said = SaidText.Need(text, "text", "what you say", "Enter what you want to say.", MostCharacters, findings) ?? "";
        if (unknown)
            findings.Add(new Finding(Catalogue.UnknownQuestion, FindingKind.Refused, "question", "Choose a question of the form."));
        return findings.Count > 0 ? new Problem(Catalogue.SayingNotUsable, "Put right what is listed under findings, then send it again.") { Findings = findings } : null;
    }
}
