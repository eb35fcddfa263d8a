using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>A grant aid programme small enough to work out by hand: four awards, of which one return is in on time, one late and corrected.</summary>
internal static class SmallCase
{
    public static readonly FormVersion Form = A.FormOf(
        A.Section("reach",
            A.QuestionJson("district", "oneChoice", """ "breakdown":true,"choices":[{"id":"n","label":"North"},{"id":"s","label":"South"},{"id":"e","label":"East"}] """),
            A.QuestionJson("people", "count", """ "required":true,"indicator":"people","why":"To plan","usedBy":"Officers" """),
            A.QuestionJson("spent", "money", "\"indicator\":\"spent\""),
            A.QuestionJson("crisis", "yesNo"),
            A.QuestionJson("meals", "count", """ "indicator":"meals","askIf":{"question":"crisis","is":["yes"]} """),
            A.QuestionJson("funding", "repeatingGroup", $$""" "questions":[{{A.QuestionJson("who", "shortText")}},{{A.QuestionJson("amount", "money")}}] """),
            A.QuestionJson("help", "longText", "\"asksForHelp\":true")),
        A.OutcomeSection("outcome", A.QuestionJson("how", "longText"), A.QuestionJson("counted", "count", "\"countsAgreedOutcome\":true")));

    public static readonly Programme Programme = A.Programme() with
    {
        Version = 2,
        CoFunders = [new NamedOrganisation(OrganisationId.Parse("GB-CHC-204279"), "The Trust")],
        Priorities = [new Priority("p1", "Less lonely")],
        Indicators =
        [
            A.Indicator("people") with { Priority = "p1" }, A.Indicator("spent", "£"), A.Indicator("meals", "meals"), A.Indicator("friends", "people", IndicatorKind.Outcome),
        ],
    };

    public static readonly Award First = An.Award("a1").WithOutcome("friends").WithProfile("people", 100).WithProfile("spent", 1000).WithProfile("friends", 4) with
    {
        Project = "Lunch club",
        Contributions = [new Contribution(A.Council.Id, 20_000), new Contribution(OrganisationId.Parse("GB-CHC-204279"), 10_000)],
    };

    public static readonly Award Second = An.Award("a2").WithProfile("people", 100) with { Version = 4, Contributions = [new Contribution(A.Council.Id, 30_000)] };

    public static readonly Award Third = An.Award("a3").WithProfile("people", 50);

    public static readonly Award Fourth = An.Award("a4");

    public static IReadOnlyList<ReportLine> Lines =>
    [
        Reports.In(First, FirstAnswers()),
        Reports.In(Second, Answers.Sheet(Form, ("district", "\"s\""), ("people", "120"), ("crisis", "true"), ("meals", "0")), Reports.Late, revision: 2),
        Reports.NotIn(Third),
        Reports.NotIn(Fourth, ReturnStatus.Draft),
    ];

    private static AnswerSheet FirstAnswers()
    {
        var sheet = Answers.Sheet(Form,
            ("district", "\"n\""), ("people", "80"), ("spent", "1250.50"), ("crisis", "false"), ("meals", "999"), ("help", "\"A van\""),
            ("funding", """[{"who":"Lottery","amount":500},{"who":"Shop","amount":0.5}]"""), ("how-1", "\"They met weekly.\""), ("counted-1", "5"));
        sheet.SetComment(Form.Question(Identifier.Parse<QuestionId>("people")), "The hall was closed.");
        return sheet;
    }
}
