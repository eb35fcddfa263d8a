using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Things with nothing special about them; a test changes what it is about.</summary>
internal static class A
{
    public static readonly NamedOrganisation Council = new(OrganisationId.Parse("GB-LAE-NTT"), "Nottinghamshire County Council");

    /// <summary>A form of one section with these questions, JSON each.</summary>
    public static FormVersion Form(params string[] questions) => FormOf(Section("s", questions));

    /// <summary>A form of these sections, JSON each.</summary>
    public static FormVersion FormOf(params string[] sections) => FormVersion.Read(Encoding.UTF8.GetBytes(Document(sections)));

    public static string Document(params string[] sections) =>
        $$"""{"form":"grant-aid","version":1,"title":"Grant aid","sections":[{{string.Join(',', sections)}}]}""";

    public static string Section(string id, params string[] questions) =>
        $$"""{"id":"{{id}}","title":"Section {{id}}","questions":[{{string.Join(',', questions)}}]}""";

    /// <summary>A section that stands once for each of up to four agreed outcomes.</summary>
    public static string OutcomeSection(string id, params string[] questions) =>
        $$"""{"id":"{{id}}","title":"Section {{id}}","agreedOutcomes":4,"questions":[{{string.Join(',', questions)}}]}""";

    /// <summary>The JSON of a question; <paramref name="more"/> are further properties.</summary>
    public static string QuestionJson(string id, string type, string more = "") =>
        $$"""{"id":"{{id}}","type":"{{type}}","label":"The {{id}}"{{(more.Length == 0 ? "" : ",")}}{{more}}}""";

    /// <summary>A question with the id <c>q</c> and the label “The q”.</summary>
    public static Question Question(string type, string more = "") => Form(QuestionJson("q", type, more)).Questions[0];

    /// <summary>July to December 2026, due a month later.</summary>
    public static ReportingPeriod Period(string id = "2026-h2") => new(
        Identifier.Parse<PeriodId>(id), "July to December 2026", new DateOnly(2026, 7, 1), new DateOnly(2026, 12, 31),
        Due: new DateOnly(2027, 1, 31), Closed: new DateOnly(2027, 2, 28), AmendUntil: new DateOnly(2027, 3, 31));

    public static Programme Programme() => new()
    {
        Id = Identifier.Parse<ProgrammeId>("grant-aid"),
        Name = "Grant aid",
        LeadFunder = Council,
        Form = Identifier.Parse<FormId>("grant-aid"),
        FormVersions = [new FormPlan(1, Identifier.Parse<PeriodId>("2026-h2"))],
        Calendar = [Period()],
    };

    public static Indicator Indicator(string id, string unit = "people", IndicatorKind kind = IndicatorKind.Output) =>
        new(Identifier.Parse<IndicatorId>(id), $"Indicator {id}", unit, kind, AddsUpAs.Sum);
}
