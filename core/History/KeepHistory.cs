using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.History;

/// <summary>An award with its history.</summary>
/// <param name="Version">The version of the form that is asked now, which new history answers.</param>
/// <param name="Past">The oldest first.</param>
/// <param name="Headers">The award's returns in the portal, those that were begun, in the calendar's order.</param>
public sealed record FoundHistory(
    Programme Programme, Award Award, ReturnAccess Access, FormVersion Version, IReadOnlyList<PastReturn> Past, IReadOnlyList<ReturnHeader> Headers)
{
    /// <summary>The first day of the award's first submitted return; null where there is none.</summary>
    public DateOnly? FirstReported =>
        Headers.FirstOrDefault(header => header.Revision > 0) is { } first ? Programme.Period(first.Key.Period)?.Start : null;

    /// <summary>Whether a return was submitted since, which may have built on it.</summary>
    public bool IsFixed(PastReturn past) => Headers.Any(header => header.SubmittedAt > past.EnteredAt);

    /// <summary>The questions that the award is asked in any period, and that a past return can answer: files and declarations belong to their own time.</summary>
    public IEnumerable<Question> Questions => Version.Questions.Where(question =>
        question is not (DeclarationQuestion or EvidenceQuestion) && !(question.AgreedOutcome > Award.AgreedOutcomes.Count)
        && (question.Module is not { } funder || Award.IsFundedBy(funder)));
}

/// <summary>
/// Lets a provider enter what it reported before its returns came to the portal. History is signed by nobody, can be replaced and deleted until
/// the award's next submission, and stands in no report.
/// </summary>
public sealed class KeepHistory(
    IProgrammeStore programmes, IFormStore forms, IPeriodStore periods, IReturnStore returns, IPartsStore parts, IHistoryStore history, IOrganisationStore organisations, TimeProvider clock)
{
    private const int MostPeriods = 40;
    private const int MostNameCharacters = 100;
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    private readonly ChangeOrganisation _change = new(organisations, clock);

    public async Task<Outcome<FoundHistory>> FindAsync(ProgrammeId programmeId, AwardId awardId, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme || await programmes.GetAwardAsync(programmeId, awardId, cancellation) is not { } award)
            return ReturnAccess.NotFound;
        var access = await ReturnAccess.OfAsync(caller, programme, award, parts, cancellation);
        if (!access.IsProvider)
            return access.WhyNot("The provider's own people see the history of its award.");
        var now = clock.GetUtcNow();
        var open = programme.Calendar.Where(period => period.StandingAt(now) != PeriodStanding.NotOpen).ToList();
        var current = open.LastOrDefault() ?? programme.Calendar[0];
        var number = (await periods.GetAsync(programmeId, current.Id, cancellation))?.FormVersion ?? programme.PlannedFormVersion(current.Id);
        var version = await forms.GetAsync(programme.Form, number, cancellation)
            ?? throw new InvalidDataException($"Version {number} of form {programme.Form} is not stored, but programme {programmeId} asks it.");
        var headers = await Task.WhenAll(open.Where(award.ReportsFor).Select(period => returns.HeadersBetweenAsync(programmeId, period.Id, awardId, awardId, cancellation)));
        return new FoundHistory(programme, award, access, version, await history.ListAsync(award.Provider.Id, programmeId, awardId, cancellation), [.. headers.SelectMany(one => one)]);
    }

    /// <summary>Enters a past return, or replaces the one of the same period.</summary>
    /// <param name="answers">JSON by question id, in the shape of each question's type; null and empty ones are left out.</param>
    public async Task<Outcome<PastReturn>> PutAsync(
        ProgrammeId programmeId, AwardId awardId, PastPeriod period, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> answers, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(programmeId, awardId, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MayPrepare)
            return current.Access.WhyNot(WhoMay);
        if (current.Past.FirstOrDefault(past => past.Period.Id == period.Id) is { } replaced && current.IsFixed(replaced))
            return Fixed;
        List<Finding> findings = [.. FindingsAbout(current, period)];
        var canonical = Canonical(current, answers, findings);
        if (findings.Count == 0 && canonical.Count == 0)
            findings.Add(new Finding(Catalogue.AnswerRequired, FindingKind.Refused, "", "Enter at least one figure or answer."));
        if (findings.Count > 0)
            return new Problem(Catalogue.HistoryNotUsable, "Put right what is listed under findings.") { Findings = findings };
        var past = new PastReturn(programmeId, awardId, period with { Name = period.Name.Trim() }, current.Version.Number, canonical, clock.GetUtcNow(), caller.Id);
        return await WriteAsync(current, Deed.HistoryEntered, past, null, caller, cancellation) is { } refused ? refused : past;
    }

    /// <summary>Takes a past return away again.</summary>
    public async Task<Outcome<FoundHistory>> DeleteAsync(ProgrammeId programmeId, AwardId awardId, PeriodId period, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(programmeId, awardId, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MayPrepare)
            return current.Access.WhyNot(WhoMay);
        if (current.Past.FirstOrDefault(one => one.Period.Id == period) is not { } past)
            return new Problem(Catalogue.NotFound, "This award has no such past return.");
        if (current.IsFixed(past))
            return Fixed;
        return await WriteAsync(current, Deed.HistoryDeleted, null, past, caller, cancellation) is { } refused
            ? refused
            : current with { Past = [.. current.Past.Where(one => one != past)] };
    }

    /// <summary>What stands in the boxes of a page, as JSON for the questions to judge.</summary>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Typed(FoundHistory found, TypedBoxes typed) =>
        found.Questions.Where(question => question.IsIn(typed, question.Id.Value)).ToDictionary(question => question.Id.Value, question => AnswerJson.Typed(question, typed), StringComparer.Ordinal);

    /// <summary>The answers that can be understood, and why the others can't.</summary>
    public static (IReadOnlyDictionary<QuestionId, Answer> Answers, IReadOnlyList<Finding> Refused) Understood(FoundHistory found, TypedBoxes typed)
    {
        var (answers, findings) = (new Dictionary<QuestionId, Answer>(), new Findings());
        foreach (var (id, json) in Typed(found, typed))
            if (found.Version.Find(id) is { } question && AnswerJson.Read(question, json, findings) is { } answer)
                answers[question.Id] = answer;
        return (answers, findings.All);
    }

    private const string WhoMay = "A preparer of the provider, or a supporter that it lets in, enters and deletes past returns.";

    private static Problem Fixed => new(Catalogue.HistoryFixed, "A return was submitted since, and may have built on this one. It stays as it is.");

    private async Task<Problem?> WriteAsync(FoundHistory current, Deed deed, PastReturn? put, PastReturn? removed, Caller caller, CancellationToken cancellation)
    {
        var provider = current.Award.Provider.Id;
        var before = removed ?? current.Past.FirstOrDefault(one => one.Period.Id == put?.Period.Id);
        var written = await _change.RunAsync(
            provider, caller.Id,
            _ => Task.FromResult<Outcome<ChangeOrganisation.Change>>(
                new ChangeOrganisation.Change(deed, provider, $"{current.Programme.Id}/{current.Award.Id}/{(put ?? removed)!.Period.Id}")
                {
                    PutPast = put,
                    RemovedPast = removed,
                    Before = DigestOf(before),
                    After = DigestOf(put),
                }),
            cancellation);
        return written.Problem;
    }

    private static IEnumerable<Finding> FindingsAbout(FoundHistory current, PastPeriod period)
    {
        Finding Refused(Code code, string place, string message) => new(code, FindingKind.Refused, place, message);
        if (string.IsNullOrWhiteSpace(period.Name) || period.Name.Length > MostNameCharacters || period.Name.Any(char.IsControl))
            yield return Refused(Catalogue.TextNotUsable, "name", $"Enter what the period was called, like “January to March 2026”, in {MostNameCharacters} characters or fewer.");
        if (period.Start < Earliest || period.End < period.Start)
            yield return Refused(Catalogue.NotADate, "end", "Enter a last day that is not before the first day.");
        else if (current.FirstReported is { } first && period.End >= first)
            yield return Refused(Catalogue.NotADate, "end", $"Enter a last day before {first:d MMMM yyyy}, when the award’s first return in the portal begins.");
        else if (current.Programme.Calendar.Any(own => current.Award.ReportsFor(own) && current.Headers.Any(header => header.Key.Period == own.Id) && own.Start <= period.End && period.Start <= own.End))
            yield return Refused(Catalogue.NotADate, "start", "Enter a time that the award has no return in the portal for.");
        else if (current.Past.FirstOrDefault(one => one.Period.Id != period.Id && one.Period.Start <= period.End && period.Start <= one.Period.End) is { } other)
            yield return Refused(Catalogue.NotADate, "start", $"Enter a time that doesn’t overlap “{other.Period.Name}”, which is entered already.");
        if (current.Programme.Period(period.Id) is not null)
            yield return Refused(Catalogue.NotADate, "start", "This is a period of the portal’s own: fill in its return instead.");
        if (current.Past.Count >= MostPeriods && current.Past.All(one => one.Period.Id != period.Id))
            yield return Refused(Catalogue.NotADate, "", $"An award takes {MostPeriods} past returns.");
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Canonical(FoundHistory current, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> answers, List<Finding> all)
    {
        var canonical = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var findings = new Findings();
        var asked = current.Questions.ToDictionary(question => question.Id.Value, StringComparer.Ordinal);
        foreach (var (id, json) in answers)
            if (!asked.TryGetValue(id, out var question))
                all.Add(new Finding(Catalogue.UnknownQuestion, FindingKind.Refused, id.Length <= Identifier.MaxLength ? id : "", "The form has no question with this id for a past return."));
            else if (AnswerJson.Read(question, json, findings) is { } answer)
                canonical[id] = AnswerJson.Of(question, answer);
        all.AddRange(findings.All);
        return canonical;
    }

    private static string? DigestOf(PastReturn? past) => past is null
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{past.Period.Name}\n{past.Period.Start:O}\n{past.Period.End:O}\n{past.FormVersion}\n"
            + string.Join('\n', past.Answers.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {Encoding.UTF8.GetString(one.Value.Span)}")))));
}
