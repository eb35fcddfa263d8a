using System.Text;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Checks;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo;

/// <summary>A filing read as the portal would read it, without the portal.</summary>
internal sealed record DemoReturn(ReportingPeriod Period, Award Award, Filing Filing, AskedAnswers Answers, IReadOnlyList<Finding> Findings)
{
    /// <summary>Every filing of a case in the order of filing, each judged against what stood in the period before.</summary>
    public static IReadOnlyList<DemoReturn> AllOf(IDemoCase demo)
    {
        var versions = demo.Forms.Select(form => FormVersion.Read(form.Span)).ToDictionary(version => version.Number);
        var awards = demo.Awards.ToDictionary(award => award.Id);
        var returns = new List<DemoReturn>();
        Dictionary<AwardId, Results> before = [];
        foreach (var period in demo.Programme.Calendar)
        {
            Dictionary<AwardId, Results> now = [];
            var version = versions[demo.Programme.PlannedFormVersion(period.Id)];
            foreach (var filing in demo.Filings(period.Id))
            {
                var read = Read(version, period, awards[filing.Award], filing, before.GetValueOrDefault(filing.Award));
                returns.Add(read);
                if (filing.Signatory is { } signatory)
                    now[filing.Award] = new Results(filing.Revision, Results.Of(
                        Revision.Of(new ReturnKey(demo.Programme.Id, period.Id, filing.Award), filing.Revision, read.Answers, signatory, filing.Minutes, filing.At).Answers, read.Award));
            }
            before = now;
        }
        return returns;
    }

    public decimal Figure(string question) =>
        Answers.Version.Find(question) is { } asked && Answers[asked] is { } answer ? asked.Figure(answer)!.Value : throw new KeyNotFoundException(question);

    private static DemoReturn Read(FormVersion version, ReportingPeriod period, Award award, Filing filing, Results? last)
    {
        var sheet = new AnswerSheet(version);
        var findings = new Findings();
        foreach (var answer in filing.Answers)
        {
            var question = version.Find(answer.Question) ?? throw new KeyNotFoundException($"The form has no question {answer.Question}.");
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(answer.ValueJson));
            json.Read();
            sheet[question] = question.Parse(ref json, findings);
            sheet.SetComment(question, answer.Comment);
        }
        var asked = new AskedAnswers(sheet, award, period);
        return new DemoReturn(period, award, filing, asked, [.. findings.All, .. new CheckedReturn(asked, period.Id, last).Judge().All]);
    }
}
