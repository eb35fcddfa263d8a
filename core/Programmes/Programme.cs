using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;

namespace MonitoringReturns.Core.Programmes;

/// <summary>An organisation as a programme names it.</summary>
public sealed record NamedOrganisation(OrganisationId Id, string Name);

/// <summary>From which period on a version of the programme's form is asked.</summary>
/// <param name="Earliest">The first day on which that period may begin, because of the version's notice; null where it was not announced.</param>
public sealed record FormPlan(int Version, PeriodId From, DateOnly? Earliest = null);

/// <summary>A commissioned service or fund: who pays, when it reports, on which form, and what is counted.</summary>
public sealed record Programme
{
    public const int DefaultNoticeWeeks = 12;

    public required ProgrammeId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Raised by one whenever the programme is stored anew; reports name the one they used.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Runs the monitoring for all funders.</summary>
    public required NamedOrganisation LeadFunder { get; init; }

    public IReadOnlyList<NamedOrganisation> CoFunders { get => field ?? []; init; }

    public required FormId Form { get; init; }

    /// <summary>In the order of their first periods.</summary>
    public required IReadOnlyList<FormPlan> FormVersions { get; init; }

    /// <summary>In time order, without overlaps.</summary>
    public required IReadOnlyList<ReportingPeriod> Calendar { get; init; }

    public IReadOnlyList<Priority> Priorities { get => field ?? []; init; }

    public IReadOnlyList<Indicator> Indicators { get => field ?? []; init; }

    /// <summary>The frameworks whose outcomes its indicators serve, by their ids in the library.</summary>
    public IReadOnlyList<string> Frameworks { get => field ?? []; init; }

    /// <summary>Off where there are none.</summary>
    public Banding? Bands { get; init; }

    /// <summary>Weeks between the announcement of a heavier form and its first period.</summary>
    public int NoticeWeeks { get; init; } = DefaultNoticeWeeks;

    /// <summary>How large a form may be, by what an award is worth.</summary>
    public Ceilings Ceilings { get => field ?? Ceilings.Default; init; }

    /// <summary>Extra time that was given, the first first.</summary>
    public IReadOnlyList<ExtraTime> ExtraTimes { get => field ?? []; init; }

    /// <summary>The areas that it is to reach; none where it doesn't say.</summary>
    public IReadOnlyList<Area> Areas { get => field ?? []; init; }

    /// <summary>Whether its lead funder lets the other funders of the portal read its register.</summary>
    public bool RegisterPublished { get; init; }

    /// <summary>A change of lead funder that the other side has not answered yet; null for none.</summary>
    public LeadProposal? LeadProposal { get; init; }

    /// <summary>Whether returns can be filed in it: there is a calendar, and a form that is asked.</summary>
    [JsonIgnore]
    public bool IsComplete => Calendar.Count > 0 && FormVersions.Count > 0;

    /// <summary>All who pay, the lead first.</summary>
    [JsonIgnore]
    public IEnumerable<NamedOrganisation> Funders => [LeadFunder, .. CoFunders];

    public ReportingPeriod? Period(PeriodId id) => Calendar.FirstOrDefault(period => period.Id == id);

    public Indicator? Indicator(IndicatorId id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>The period before; null for the first.</summary>
    public ReportingPeriod? PeriodBefore(PeriodId id)
    {
        var place = PlaceOf(id);
        return place > 0 ? Calendar[place - 1] : null;
    }

    /// <summary>The version of the form that a period asks, by the plan as it stands now. A period that was touched keeps the one it was opened with.</summary>
    public int PlannedFormVersion(PeriodId id)
    {
        var place = PlaceOf(id);
        return FormVersions.Last(plan => PlaceOf(plan.From) <= place).Version;
    }

    /// <summary>Its place in the calendar, from 0.</summary>
    /// <exception cref="KeyNotFoundException">The programme has no such period.</exception>
    public int PlaceOf(PeriodId id)
    {
        for (var place = 0; place < Calendar.Count; place++)
            if (Calendar[place].Id == id)
                return place;
        throw new KeyNotFoundException($"Programme {Id} has no period {id}.");
    }
}

/// <summary>A band: how far below its profile an award may be, on average over its indicators, to be in it.</summary>
/// <param name="AtLeast">Per cent above (or, negative, below) profile; null for the last band, which takes the rest.</param>
public sealed record Band(string Name, decimal? AtLeast = null);

/// <summary>How a programme bands its awards.</summary>
/// <param name="Bands">From the best to the worst.</param>
/// <param name="SameWithin">Percentage points: a smaller change since the period before is no direction.</param>
public sealed record Banding(IReadOnlyList<Band> Bands, decimal SameWithin = 1);

/// <summary>A priority of the programme that indicators are reported under.</summary>
public sealed record Priority(string Id, string Name);
