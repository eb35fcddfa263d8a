using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Returns;

/// <summary>A funder who will read a return, and what of it that funder doesn't see.</summary>
/// <param name="NotSeen">Questions that are asked and not shown to it, and rows of tables that are another funder's, by their labels.</param>
/// <param name="SmallNumbersHidden">Tables in which it sees no small numbers of people.</param>
public sealed record ReturnReader(NamedOrganisation Funder, bool IsLead, IReadOnlyList<string> NotSeen, IReadOnlyList<string> SmallNumbersHidden)
{
    /// <summary>Every funder of the award, the lead first.</summary>
    public static IReadOnlyList<ReturnReader> Of(Programme programme, AskedAnswers answers) =>
        [.. programme.Funders.Where(funder => funder.Id == programme.LeadFunder.Id || answers.Award.IsFundedBy(funder.Id)).Select(funder => Of(programme, funder, answers))];

    private static ReturnReader Of(Programme programme, NamedOrganisation funder, AskedAnswers answers)
    {
        var sight = new Sight(programme, funder.Id);
        var (notSeen, hidden) = (new List<string>(), new List<string>());
        foreach (var question in answers.Version.Questions.Where(answers.IsAsked))
            if (!sight.Sees(question))
                notSeen.Add(question.Label);
            else
            {
                if (question is TableQuestion table)
                    notSeen.AddRange(table.Rows.Where(row => !sight.SeesRowOf(row.Funder)).Select(row => $"{table.Label}: {row.Label}"));
                if (sight.HidesSmallNumbersOf(question))
                    hidden.Add(question.Label);
            }
        return new ReturnReader(funder, sight.IsLead, notSeen, hidden);
    }
}
