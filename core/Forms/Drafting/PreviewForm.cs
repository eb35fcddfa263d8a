using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>A draft as a charity sees it: the return of an award that all funders pay for, with every agreed outcome, empty. Nothing of it is stored.</summary>
public static class PreviewForm
{
    private const int MostOutcomes = 9;

    /// <summary>The sections with what can be shown of them; a question that breaks a rule can't.</summary>
    public static IReadOnlyList<SectionToFill> Of(FoundDraft found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var shown = ReturnOn(Sound(found.Document), found.Programme, found.Form.Today);
        var (version, award, period) = (shown.Version, shown.Award, shown.Period);
        var answers = new CheckedReturn(new AskedAnswers(new AnswerSheet(version), award, period), period.Id, null);
        var sections = version.Sections.Where(section => section.Questions.Count > 0).ToList();
        // Read only, so that nothing leads to a return that there is not.
        var nothingKept = new Problem(Catalogue.PeriodNotOpen, "This is a preview.");
        return [.. sections.Select(section => new SectionToFill(
            shown, sections, section,
            [.. section.Questions.Select(question => new QuestionToFill(question, DraftAnswer.None, null, null, null, true, question.IsRequiredOn(period.Start), []))], answers, null, nothingKept))];
    }

    /// <summary>A return of the next period that there is not: of an award that all funders pay for, with every agreed outcome.</summary>
    internal static FoundReturn ReturnOn(FormVersion version, Programme programme, DateOnly today)
    {
        var period = programme.Calendar.FirstOrDefault(one => one.Start > today) ?? (programme.Calendar.Count > 0 ? programme.Calendar[^1] : Made(today));
        var award = new Award
        {
            Id = new AwardId("preview"),
            Programme = programme.Id,
            Provider = programme.LeadFunder,
            Amount = 0,
            Start = period.Start,
            End = period.End,
            Contributions = [.. programme.Funders.Select(funder => new Contribution(funder.Id, 0))],
            AgreedOutcomes = [.. Enumerable.Range(1, MostOutcomes).Select(number => new AgreedOutcome($"Agreed outcome {number}", "what was agreed with the award"))],
        };
        var key = new ReturnKey(programme.Id, period.Id, award.Id);
        return new FoundReturn(key, programme, award, period, null, version, new ReturnAtWork(null, null, [], null), new ReturnAccess(programme, award, Roles.Preparer, null, Roles.None, null));
    }

    /// <summary>Questions of the draft that can't be shown yet.</summary>
    public static IReadOnlyList<QuestionDocument> NotShown(FormDocument document)
    {
        var shown = Sound(document).Document;
        return [.. document.Sections.SelectMany(section => section.Questions).Where(question => shown.Question(question.Id) is null)];
    }

    /// <summary>The document without the questions that break a rule, and those that depend on them.</summary>
    private static FormVersion Sound(FormDocument document)
    {
        while (true)
        {
            var (version, faults) = FormVersion.ReadBroken(document);
            var places = faults.Select(fault => fault.Place).ToHashSet(StringComparer.Ordinal);
            var sound = document with
            {
                Sections = [.. document.Sections.DistinctBy(section => section.Id).Select(section => section with
                {
                    AgreedOutcomes = section.AgreedOutcomes is 0 or > MostOutcomes or < 0 ? null : section.AgreedOutcomes,
                    Questions = [.. section.Questions.DistinctBy(question => question.Id).Where(question => !IsNamed(question, places))],
                })],
            };
            if (sound.ToJson().AsSpan().SequenceEqual(document.ToJson()))
                return version;
            document = sound;
        }
    }

    private static bool IsNamed(QuestionDocument question, HashSet<string> places) =>
        places.Contains(question.Id.Value) || places.Any(place => place.Length == question.Id.Value.Length + 2 && place.StartsWith(question.Id.Value + "-", StringComparison.Ordinal))
        || question.Questions.Any(part => places.Contains(part.Id.Value)) || question.Checks.Any(check => places.Contains(check.Code));

    private static ReportingPeriod Made(DateOnly today)
    {
        var start = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        var end = start.AddMonths(3).AddDays(-1);
        return new ReportingPeriod(new PeriodId("preview"), "Preview", start, end, end.AddMonths(1), end.AddMonths(2), end.AddMonths(3));
    }
}
