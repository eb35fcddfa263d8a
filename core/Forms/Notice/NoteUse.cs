using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>A question, and what its funders said of a year's answers.</summary>
/// <param name="Readers">The funders that may see the answers, the lead first.</param>
public sealed record QuestionUse(Section Section, Question Question, IReadOnlyList<NamedOrganisation> Readers, IReadOnlyList<AnswerUse> Uses)
{
    /// <summary>How often funders opened its section; those that never did are not in it.</summary>
    public IReadOnlyList<(NamedOrganisation Funder, int Times)> Opened { get; init; } = [];

    /// <summary>How often funders downloaded an indicator that it counts; null where it counts none, or another one for each award.</summary>
    public IReadOnlyList<(NamedOrganisation Funder, int Times)>? Downloaded { get; init; }

    /// <summary>Nobody who may see the answers says that they were of use.</summary>
    public bool IsUnclaimed => Uses.All(use => use.Used is null);

    public AnswerUse? Of(OrganisationId funder) => Uses.FirstOrDefault(use => use.Funder == funder);
}

/// <summary>What a year's answers were used for.</summary>
/// <param name="Version">The version that was asked last in it.</param>
/// <param name="MayNote">The funder that the reader says it for; null where it says it for none.</param>
public sealed record YearOfUse(FoundForm Form, int Year, FormVersion Version, IReadOnlyList<QuestionUse> Questions, OrganisationId? MayNote)
{
    /// <summary>Up for removal, once the year is over: what nobody claims.</summary>
    public IEnumerable<QuestionUse> UpForRemoval => Form.Today.Year > Year ? Questions.Where(use => use.IsUnclaimed && use.Question is not DeclarationQuestion) : [];
}

/// <summary>Once a year each funder says per question what the answers were used for. What nobody claims is put up for removal.</summary>
public sealed class NoteUse(FormDesk desk, IFormStore forms, INoticeStore notices, ILookStore looks, ISetupStore setup, IWorkQueue queue, TimeProvider clock)
{
    public const int MostCharacters = 1000;

    /// <summary>A transaction takes a hundred rows, some of them not these.</summary>
    public const int MostAtOnce = 90;

    public const string WhoMay = "A lead officer of each funder says what that funder used answers for.";

    private readonly ChangeSetup _change = new(setup, queue, clock);

    /// <summary>The calendar years that can be looked back on: those in which a period ended, the newest first.</summary>
    public static IReadOnlyList<int> Years(Programme programme, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return programme.FormVersions.Count == 0 ? [] : [.. programme.Calendar.Where(period => period.End < today).Select(period => period.End.Year).Distinct().OrderDescending()];
    }

    public async Task<Outcome<YearOfUse>> YearAsync(ProgrammeId programmeId, int year, Caller caller, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(programmeId, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        var programme = form.Programme;
        if (!Years(programme, form.Today).Contains(year))
            return ProgrammeAccess.NotFound;
        var last = programme.Calendar.Last(period => period.End.Year == year && period.End < form.Today);
        if (await forms.GetAsync(programme.Form, programme.PlannedFormVersion(last.Id), cancellation) is not { } version)
            return ProgrammeAccess.NotFound;
        var uses = (await notices.UsesAsync(programmeId, year, cancellation)).ToLookup(use => use.Question);
        var counted = await CountedAsync(programme, year, form.Today, cancellation);
        var questions = new List<QuestionUse>();
        foreach (var section in version.Sections)
            foreach (var question in section.Questions)
            {
                var indicators = question.CountsAgreedOutcome ? [] : question.Measures.SelectMany(measure => measure.Indicators).Distinct().ToList();
                questions.Add(new QuestionUse(section, question, [.. programme.Funders.Where(funder => new Sight(programme, funder.Id).Sees(question))], [.. uses[question.Id]])
                {
                    Opened = Times(programme, counted, count => count.Opened.GetValueOrDefault(section.Id)),
                    // Where it counts several, what was downloaded most often says how often anything of it was.
                    Downloaded = indicators.Count == 0 ? null : Times(programme, counted, count => indicators.Max(indicator => count.Downloaded.GetValueOrDefault(indicator))),
                });
            }
        return new YearOfUse(form, year, version, questions, form.Access.LeadOfficerOf.Contains(programme.LeadFunder.Id) ? programme.LeadFunder.Id : form.Access.LeadOfficerOf.Count > 0 ? form.Access.LeadOfficerOf.First() : null);
    }

    /// <summary>What was counted of the returns and reports of the year's periods, on whatever day.</summary>
    private async Task<ILookup<OrganisationId, ShowingCount>> CountedAsync(Programme programme, int year, DateOnly today, CancellationToken cancellation)
    {
        var periods = programme.Calendar.Where(period => period.End.Year == year && period.End < today);
        return (await Task.WhenAll(periods.Select(period => looks.CountsAsync(programme.Id, period.Id, cancellation)))).SelectMany(counts => counts).ToLookup(count => count.Funder);
    }

    private static IReadOnlyList<(NamedOrganisation, int)> Times(Programme programme, ILookup<OrganisationId, ShowingCount> counted, Func<ShowingCount, int> times) =>
        [.. programme.Funders.Select(funder => (funder, counted[funder.Id].Sum(times))).Where(one => one.Item2 > 0)];

    /// <param name="used">By question: what its answers were used for; empty for nothing. What isn't named stays.</param>
    public Task<Outcome<YearOfUse>> NoteAsync(ProgrammeId programme, int year, IReadOnlyDictionary<QuestionId, string?> used, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<YearOfUse>(programme, caller, async () =>
        {
            ArgumentNullException.ThrowIfNull(used);
            var found = await YearAsync(programme, year, caller, cancellation);
            if (found.Value is not { } shown)
                return found.Problem!;
            if (shown.MayNote is not { } funder)
                return shown.Form.Access.WhyNot(WhoMay);
            var findings = new List<Finding>();
            var papers = new List<AnswerUse>();
            foreach (var (id, typed) in used)
            {
                var text = SaidText.Read(typed, id.Value, "what it was used for", MostCharacters, findings);
                if (shown.Questions.FirstOrDefault(one => one.Question.Id == id) is not { } question || question.Readers.All(reader => reader.Id != funder))
                    findings.Add(new Finding(Catalogue.UnknownQuestion, FindingKind.Refused, id.Value, $"The form asked no question {id} in {year} that your organisation may see."));
                else if (question.Of(funder) is not { } said || said.Used != text)
                    papers.Add(new AnswerUse { Programme = programme, Year = year, Funder = funder, Question = id, Used = text, By = caller.Id, At = clock.GetUtcNow() });
            }
            if (papers.Count > MostAtOnce)
                findings.Add(new Finding(Catalogue.TooManyRows, FindingKind.Refused, "form", $"Save {MostAtOnce} questions at a time, or fewer."));
            if (findings.Count > 0)
                return new Problem(Catalogue.UseNotUsable, "Put right what is listed under findings, then save it again.") { Findings = findings };
            if (papers.Count == 0)
                return new Problem(Catalogue.NothingChanges, "It says this already.");
            return new ChangeSetup.Change<YearOfUse>(shown, Deed.UseNoted, funder, $"{year}") { Papers = papers };
        }, cancellation);
}
