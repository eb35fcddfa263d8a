using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>The county's programme: who pays, when it reports, and what is counted.</summary>
internal static class EarlyHelpProgramme
{
    public static readonly NamedOrganisation Council = new(OrganisationId.Parse("GB-LAE-XMS"), "Marlshire County Council");

    public static readonly NamedOrganisation HealthBoard = new(OrganisationId.Parse("GB-NHS-QX9M4"), "NHS Marlshire Integrated Care Board");

    public static readonly NamedOrganisation Trust = new(OrganisationId.Parse("GB-CHC-9300109"), "The Ardle and Thorne Trust");

    /// <summary>The five outcomes of Every Child Matters, by the priority that stands for each.</summary>
    private static readonly Dictionary<string, string> Outcomes = new(StringComparer.Ordinal)
    {
        ["healthy"] = "Be healthy",
        ["safe"] = "Stay safe",
        ["achieve"] = "Enjoy and achieve",
        ["contribute"] = "Make a positive contribution",
        ["well-being"] = "Economic well-being",
    };

    public static readonly Programme Programme = new()
    {
        Id = Identifier.Parse<ProgrammeId>(EarlyHelpCase.CaseName),
        Name = "Early help for children and families, 2024 to 2026",
        LeadFunder = Council,
        CoFunders = [HealthBoard, Trust],
        Form = Identifier.Parse<FormId>(EarlyHelpCase.CaseName),
        FormVersions = [Plan(1, "2024-25-q1"), Plan(2, "2024-25-q3"), Plan(3, "2025-26-q1"), Plan(4, "2025-26-q3")],
        Calendar = [.. Enumerable.Range(0, 8).Select(Quarter)],
        Priorities = [.. Outcomes.Select(outcome => new Priority(outcome.Key, outcome.Value))],
        Indicators =
        [
            Output("children-helped", "Children and young people helped", "people", AddsUpAs.Distinct),
            Output("of-whom-new", "New children and young people", "people", AddsUpAs.Sum),
            Output("families-helped", "Families helped", "families", AddsUpAs.Distinct),
            Output("sessions", "Sessions", "sessions", AddsUpAs.Sum),
            Output("finished", "Children whose help came to an end", "people", AddsUpAs.Sum, "healthy"),
            Outcome("improved", "Children who improved on the agreed measure", "people", AddsUpAs.Sum, "healthy"),
            Share("improved-share", "Improved, of those who finished", "improved", "finished", "healthy"),
            Outcome("stepped-up", "Children stepped up to social care", "people", AddsUpAs.Sum, "safe"),
            Output("attendance-measured", "Children whose attendance was a concern", "people", AddsUpAs.Sum, "achieve"),
            Outcome("attendance-improved", "Children who attend school more", "people", AddsUpAs.Sum, "achieve"),
            Share("attendance-share", "Attend school more, of those measured", "attendance-improved", "attendance-measured", "achieve"),
            Outcome("volunteers", "Volunteers", "people", AddsUpAs.Latest, "contribute"),
            Outcome("care-leavers", "Care leavers helped", "people", AddsUpAs.Distinct, "well-being"),
            Output("staff", "Paid staff", "full-time equivalent", AddsUpAs.Latest),
            Output("spend", "Spent", "£", AddsUpAs.Sum),
            Output("gp-referrals", "Children referred by a GP", "people", AddsUpAs.Sum, "healthy"),
            Output("waiting-days", "Waiting time", "days", AddsUpAs.Latest, "healthy"),
        ],
    };

    /// <summary>Quarters of the financial year from April 2024. Returns are due a month after; a figure can be put right for half a year more.</summary>
    private static ReportingPeriod Quarter(int place)
    {
        var start = new DateOnly(2024, 4, 1).AddMonths(3 * place);
        var end = start.AddMonths(3).AddDays(-1);
        var due = start.AddMonths(4).AddDays(-1);
        var year = start.AddMonths(-3).Year;
        var id = $"{year}-{(year + 1) % 100:00}-q{(place % 4) + 1}";
        return new ReportingPeriod(
            Identifier.Parse<PeriodId>(id), $"{Month(start)} to {Month(end)} {end.Year}", start, end, due, Closed: due.AddDays(28), AmendUntil: due.AddMonths(6));
    }

    private static string Month(DateOnly day) => day.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);

    private static FormPlan Plan(int version, string from) => new(version, Identifier.Parse<PeriodId>(from));

    private static Indicator Output(string id, string name, string unit, AddsUpAs addsUp, string? priority = null) =>
        new(Identifier.Parse<IndicatorId>(id), name, unit, IndicatorKind.Output, addsUp, priority) { Framework = priority is null ? null : Outcomes[priority] };

    private static Indicator Outcome(string id, string name, string unit, AddsUpAs addsUp, string priority) =>
        new(Identifier.Parse<IndicatorId>(id), name, unit, IndicatorKind.Outcome, addsUp, priority) { Framework = Outcomes[priority] };

    private static Indicator Share(string id, string name, string numerator, string denominator, string priority) =>
        Outcome(id, name, "%", AddsUpAs.Ratio, priority) with
        {
            Numerator = Identifier.Parse<IndicatorId>(numerator),
            Denominator = Identifier.Parse<IndicatorId>(denominator),
        };
}
