using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>The county's programme: who pays, when it reports, and what is counted.</summary>
internal static class GrantAidProgramme
{
    public static readonly NamedOrganisation Council = new(OrganisationId.Parse("GB-LAE-XSH"), "Sherwood County Council");

    public static readonly NamedOrganisation HealthTrust = new(OrganisationId.Parse("GB-NHS-QX9Z1"), "Trent and Forest Health Partnership");

    public static readonly Programme Programme = new()
    {
        Id = Identifier.Parse<ProgrammeId>(GrantAidCase.CaseName),
        Name = "Grant aid to voluntary groups, 2023 to 2026",
        LeadFunder = Council,
        CoFunders = [HealthTrust],
        Form = Identifier.Parse<FormId>(GrantAidCase.CaseName),
        FormVersions = [new FormPlan(1, Identifier.Parse<PeriodId>("2023-H2"))],
        Calendar =
        [
            SecondHalf(2023), FirstHalf(2024), SecondHalf(2024), FirstHalf(2025), SecondHalf(2025), FirstHalf(2026), SecondHalf(2026),
        ],
        Priorities =
        [
            new Priority("healthy-and-independent", "Healthy and independent lives"),
            new Priority("connected", "Connected communities"),
            new Priority("skills-and-money", "Skills, work and money"),
        ],
        Indicators =
        [
            Output("people-helped", "Different people helped", "people", AddsUpAs.Distinct),
            Output("new-people", "New people", "people", AddsUpAs.Distinct),
            Output("sessions", "Sessions held", "sessions", AddsUpAs.Sum),
            Output("volunteers", "Volunteers", "people", AddsUpAs.Latest),
            Output("volunteer-hours", "Volunteer hours", "hours", AddsUpAs.Sum),
            Output("paid-staff", "Paid staff", "full-time equivalent", AddsUpAs.Latest),
            Output("grant-spent", "Grant spent", "£", AddsUpAs.Sum),
            Output("other-funding", "Other funding won", "£", AddsUpAs.Sum),
            Outcome("less-alone", "People who feel less alone", "connected"),
            Outcome("managing-at-home", "People who manage better at home", "healthy-and-independent"),
            Outcome("more-active", "People who are more active", "healthy-and-independent"),
            Outcome("better-wellbeing", "People whose wellbeing is better", "healthy-and-independent"),
            Outcome("work-or-learning", "People into work or learning", "skills-and-money"),
            Outcome("better-off", "People who are better off", "skills-and-money"),
        ],
    };

    /// <summary>The periods that are over, in time order; the last of the calendar is the one that runs.</summary>
    public static IReadOnlyList<ReportingPeriod> PastPeriods { get; } = [.. Programme.Calendar.SkipLast(1)];

    // A month to report after December, but only ten days after June: the committee meets in the third week of July.
    private static ReportingPeriod SecondHalf(int year) =>
        Period($"{year}-H2", $"July to December {year}", new DateOnly(year, 7, 1), new DateOnly(year, 12, 31), new DateOnly(year + 1, 1, 31));

    private static ReportingPeriod FirstHalf(int year) =>
        Period($"{year}-H1", $"January to June {year}", new DateOnly(year, 1, 1), new DateOnly(year, 6, 30), new DateOnly(year, 7, 10));

    private static ReportingPeriod Period(string id, string name, DateOnly start, DateOnly end, DateOnly due) =>
        new(Identifier.Parse<PeriodId>(id), name, start, end, due, Closed: due.AddDays(28), AmendUntil: due.AddDays(56));

    private static Indicator Output(string id, string name, string unit, AddsUpAs addsUp) =>
        new(Identifier.Parse<IndicatorId>(id), name, unit, IndicatorKind.Output, addsUp);

    private static Indicator Outcome(string id, string name, string priority) =>
        new(Identifier.Parse<IndicatorId>(id), name, "people", IndicatorKind.Outcome, AddsUpAs.Distinct, priority);
}
