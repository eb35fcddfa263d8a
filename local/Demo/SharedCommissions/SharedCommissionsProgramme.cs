using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>The boroughs' programme: who pays, when it reports, and what is counted.</summary>
internal static class SharedCommissionsProgramme
{
    /// <summary>An association of the boroughs that is invented; it runs the monitoring and pays nothing itself.</summary>
    public static readonly NamedOrganisation LeadBody = new(OrganisationId.Parse("GB-COH-99003308"), "Boroughs Together for London");

    public static readonly Programme Programme = new()
    {
        Id = Identifier.Parse<ProgrammeId>(SharedCommissionsCase.CaseName),
        Name = "Shared commissions of the London boroughs, 2017 to 2022",
        LeadFunder = LeadBody,
        CoFunders = [.. Borough.All.Select(borough => borough.Funder)],
        Form = Identifier.Parse<FormId>(SharedCommissionsCase.CaseName),
        FormVersions = [new FormPlan(1, Identifier.Parse<PeriodId>("2017-18-q1"))],
        Calendar = [.. Enumerable.Range(2017, 5).SelectMany(year => Enumerable.Range(1, 4).Select(quarter => Quarter(year, quarter)))],
        Priorities = [.. PriorityArea.All.Select(area => new Priority(area.Id, area.Name))],
        Indicators =
        [
            .. PriorityArea.All.SelectMany(OfArea),
            Output("new-people", "New people", "people", AddsUpAs.Sum),
            Output("complaints", "Complaints received", "complaints", AddsUpAs.Sum),
            Output("complaints-open", "Complaints open at the end of the quarter", "complaints", AddsUpAs.Latest),
            Output("safeguarding", "Safeguarding concerns passed on", "concerns", AddsUpAs.Sum),
        ],
        Areas = [.. Borough.All.Select(borough => borough.AsArea)],
        Bands = new Banding([new Band("Green", -10), new Band("Amber", -25), new Band("Red", null)], SameWithin: 1),
    };

    private static IEnumerable<Indicator> OfArea(PriorityArea area) =>
    [
        .. area.Outcomes.Select(outcome => new Indicator(Identifier.Parse<IndicatorId>(outcome.Id), outcome.Name, "people", IndicatorKind.Outcome, AddsUpAs.Sum, area.Id)),
        new Indicator(Identifier.Parse<IndicatorId>(area.Interventions), $"Interventions: {area.Name[12..].ToLowerInvariant()}", "interventions", IndicatorKind.Output, AddsUpAs.Sum, area.Id),
    ];

    private static Indicator Output(string id, string name, string unit, AddsUpAs addsUp) =>
        new(Identifier.Parse<IndicatorId>(id), name, unit, IndicatorKind.Output, addsUp);

    /// <param name="year">The calendar year that the financial year begins in.</param>
    private static ReportingPeriod Quarter(int year, int quarter)
    {
        var start = new DateOnly(year, 4, 1).AddMonths(3 * (quarter - 1));
        var end = start.AddMonths(3).AddDays(-1);
        // The partnerships have four weeks: the lead charity gathers its partners' figures first.
        var due = end.AddDays(28);
        return new ReportingPeriod(
            Identifier.Parse<PeriodId>($"{year}-{(year + 1) % 100}-q{quarter}"), $"Quarter {quarter} of {year}–{(year + 1) % 100}: {start:MMMM} to {end:MMMM yyyy}", start, end, due,
            Closed: due.AddDays(28), AmendUntil: due.AddDays(56));
    }
}
