using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Record;

/// <summary>What somebody of a funder had before them, to be counted beside what the answers were used for.</summary>
/// <param name="Sections">That were opened to be read.</param>
/// <param name="Indicators">That were in what was downloaded.</param>
public sealed record Showing(IReadOnlyCollection<SectionId> Sections, IReadOnlyCollection<IndicatorId> Indicators)
{
    /// <summary>Opening a return: the sections of which its award is asked something that the reader may see.</summary>
    public static Showing Opened(FormVersion version, Award award, ReportingPeriod period, Sight sight)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(sight);
        return new Showing([.. version.Sections.Where(section => section.Questions.Any(question => sight.Sees(question) && AskedAnswers.IsAskedOf(question, award, period))).Select(section => section.Id)], []);
    }

    /// <summary>Downloading a return: the indicators that it counts, as far as the reader may see.</summary>
    public static Showing Downloaded(FormVersion version, Award award, ReportingPeriod period, Sight sight)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new Showing([], IndicatorsOf(version, sight, measure =>
            version.Question(measure.Id.Question) is var question && AskedAnswers.IsAskedOf(question, award, period) ? Results.IndicatorsOf(question, measure, award) : []));
    }

    /// <summary>Downloading a report: the indicators that a period's form counts, as far as the reader may see.</summary>
    public static Showing InReport(FormVersion version, Sight sight) => new([], IndicatorsOf(version, sight, measure => measure.Indicators));

    private static IReadOnlyCollection<IndicatorId> IndicatorsOf(FormVersion version, Sight sight, Func<Measure, IEnumerable<IndicatorId>> indicators) =>
        [.. version.Measures.Where(measure => sight.CountsIn(version.Question(measure.Id.Question), measure)).SelectMany(indicators).Distinct()];
}

/// <summary>
/// How often people of a funder opened sections of a period's returns, and downloaded indicators of it: a person counts once a day for each return, and for
/// reports on the period.
/// </summary>
public sealed record ShowingCount(OrganisationId Funder, IReadOnlyDictionary<SectionId, int> Opened, IReadOnlyDictionary<IndicatorId, int> Downloaded);
