using System.Globalization;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Forms.Notice;

/// <summary>A section of a version as somebody tries it.</summary>
/// <param name="Refused">What was typed and could not be an answer.</param>
/// <param name="Files">The questions that ask for files, which can't be tried.</param>
/// <param name="Typed">What stands in the boxes; null where nothing was typed yet.</param>
public sealed record TriedSection(SectionToFill Section, IReadOnlyList<Finding> Refused, IReadOnlyList<EvidenceQuestion> Files, TypedBoxes? Typed)
{
    /// <summary>Whether nothing is to be said of what was typed.</summary>
    public bool IsInOrder => Refused.Count == 0 && Section.Questions.All(question => question.Findings.Count == 0);
}

/// <summary>Lets people try a version before it starts: what they type is checked as in a return, and nothing of it is stored.</summary>
public static class TryForm
{
    /// <param name="section">Null for the first.</param>
    /// <param name="typed">What stands in the boxes; null where nothing was typed yet.</param>
    /// <param name="without">The row of a repeating group that goes, as <c>group/number</c>; null for none.</param>
    /// <returns>Null where the version has no such section.</returns>
    public static TriedSection? Of(FormVersion version, Programme programme, DateOnly today, SectionId? section, TypedBoxes? typed, string? without = null)
    {
        ArgumentNullException.ThrowIfNull(version);
        var shown = PreviewForm.ReturnOn(version, programme, today);
        if (version.Sections.FirstOrDefault(one => section is null || one.Id == section) is not { } wanted)
            return null;
        var (sheet, refused) = (new AnswerSheet(version), new Findings());
        var questions = wanted.Questions.Where(question => question is not EvidenceQuestion).ToList();
        if (typed is not null)
        {
            typed = ChosenAnswers.In(questions, typed);
            foreach (var group in questions.OfType<RepeatingGroupQuestion>().Where(group => group.IsIn(typed, group.Id.Value)))
                typed = group.Closed(typed, group.Id.Value, without?.Split('/') is [var name, var number] && name == group.Id.Value && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null);
            foreach (var question in questions.Where(question => question.IsIn(typed, question.Id.Value)))
                sheet[question] = AnswerJson.Read(question, AnswerJson.Typed(question, typed), refused);
        }
        var asked = new AskedAnswers(sheet, shown.Award, shown.Period);
        var answers = new CheckedReturn(asked, shown.Period.Id, null);
        var findings = answers.Judge().All.Where(finding => finding.Code != Catalogue.AnswerRequired && finding.Code != Catalogue.DeclarationNeeded).ToLookup(finding => finding.Place.Split('/')[0], StringComparer.Ordinal);
        return new TriedSection(
            new SectionToFill(
                shown, version.Sections, wanted,
                [.. questions.Select(question => new QuestionToFill(question, DraftAnswer.None, sheet[question], null, null, true, question.IsRequiredOn(shown.Period.Start), [.. findings[question.Id.Value]]))],
                answers, null, null),
            refused.All, [.. wanted.Questions.OfType<EvidenceQuestion>()], typed);
    }
}
