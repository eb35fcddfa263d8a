using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>The council's programme: twelve quarters on four versions of one form.</summary>
internal static class HouseholdSupportProgramme
{
    public static readonly NamedOrganisation Council = new(OrganisationId.Parse("GB-LAE-ZHS"), "Skelderby Metropolitan Borough Council");

    public static readonly Programme Programme = new()
    {
        Id = Identifier.Parse<ProgrammeId>(HouseholdSupportCase.CaseName),
        Name = "Household support, October 2021 to September 2024",
        LeadFunder = Council,
        Form = Identifier.Parse<FormId>(HouseholdSupportCase.CaseName),
        FormVersions = [From(1, "2021-22-q3"), From(2, "2022-23-q1"), From(3, "2022-23-q3"), From(4, "2023-24-q1")],
        Calendar = [.. Enumerable.Range(0, 12).Select(Quarter)],
        Priorities =
        [
            new Priority("reach", "Help reaches the households that need it"),
            new Priority("essentials", "Nobody goes without food, heat or water"),
        ],
        Indicators =
        [
            Output("awards-value", "Value of awards", "£", "reach"),
            Output("awards-number", "Awards made", "awards", "reach"),
            Output("administration", "Administration", "£", priority: null),
            Output("energy-value", "Awards for energy and water", "£", "essentials"),
            Output("food-value", "Awards for food", "£", "essentials"),
            new Indicator(Identifier.Parse<IndicatorId>("first-time-households"), "Households helped for the first time", "households", IndicatorKind.Outcome, AddsUpAs.Sum, "reach"),
        ],
    };

    /// <summary>How a period compares with an even quarter of the year's help: winters are heavy, and the four of a year add up to 4.</summary>
    public static decimal SeasonOf(int place) => Programme.Calendar[place].Start.Month switch
    {
        1 => 1.18m,
        4 => 0.82m,
        7 => 0.88m,
        _ => 1.12m,
    };

    public static int FormVersionOf(int place) => Programme.PlannedFormVersion(Programme.Calendar[place].Id);

    /// <param name="place">In the calendar, from 0.</param>
    private static ReportingPeriod Quarter(int place)
    {
        var start = new DateOnly(2021, 10, 1).AddMonths(3 * place);
        var end = start.AddMonths(3).AddDays(-1);
        var due = end.AddDays(28);
        var closed = due.AddDays(14);
        var financialYear = start.Month < 4 ? start.Year - 1 : start.Year;
        var quarter = ((start.Month + 8) % 12 / 3) + 1;
        return new ReportingPeriod(
            Identifier.Parse<PeriodId>(FormattableString.Invariant($"{financialYear}-{(financialYear + 1) % 100:D2}-q{quarter}")),
            FormattableString.Invariant($"{start:MMMM} to {end:MMMM yyyy}"), start, end, due, closed, AmendUntil: closed.AddDays(42));
    }

    private static FormPlan From(int version, string period) => new(version, Identifier.Parse<PeriodId>(period));

    private static Indicator Output(string id, string name, string unit, string? priority) =>
        new(Identifier.Parse<IndicatorId>(id), name, unit, IndicatorKind.Output, AddsUpAs.Sum, priority);
}
