using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Reporting;

/// <summary>Names a report: a programme's returns over a span of whole periods, as one funder may see them.</summary>
/// <param name="From">The first period that is reported on.</param>
/// <param name="To">The last; the same as <paramref name="From"/> for a report on one period.</param>
/// <param name="Funder">The co-funder whose cut it is; null for the lead funder's own.</param>
public sealed record ReportKey(ProgrammeId Programme, PeriodId From, PeriodId To, OrganisationId? Funder)
{
    /// <summary>What of them it holds.</summary>
    public ReportContent Content { get; init; } = ReportContent.Whole;

    /// <summary>The lead funder's report on one period.</summary>
    public static ReportKey Of(ProgrammeId programme, PeriodId period) => new(programme, period, period, null);

    /// <summary>The lead funder's report on one period: made whenever a return comes in, while others are made once somebody asked for them.</summary>
    public bool IsLeads => Funder is null && From == To && Content.IsWhole;

    /// <summary>What the reports of a span and a reader have in common, such as <c>2025-q4</c> or <c>2024-q4-to-2025-q1-GB-CHC-1044239</c>.</summary>
    public string Name => $"{(From == To ? To.Value : $"{From}-to-{To}")}{(Funder is { } funder ? $"-{funder}" : "")}";

    /// <summary>What its file is called when it is downloaded.</summary>
    public string FileName(string extension) => $"{Programme}-{Name}-{Content.Name}.{extension}";

    public override string ToString() => $"{Programme}/{Name}{(Content.IsWhole ? "" : $"-{Content.Name}")}";
}
