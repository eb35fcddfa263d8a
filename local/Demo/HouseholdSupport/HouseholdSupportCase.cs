using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>
/// A council's household support fund, delivered by twenty-four charities: twelve quarters on a form whose tables change three times,
/// <c>forms/household-support</c>.
/// </summary>
public sealed class HouseholdSupportCase : IDemoCase
{
    public const string CaseName = "household-support";

    private readonly Dictionary<AwardId, Award> _awards = Charities.All.Select(HouseholdSupportAward.Of).ToDictionary(award => award.Id);

    public string Name => CaseName;

    public IReadOnlyList<ReadOnlyMemory<byte>> Forms { get; } =
        [.. Enumerable.Range(1, 4).Select(version => (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", CaseName, $"{version}.json")))];

    public Programme Programme => HouseholdSupportProgramme.Programme;

    public IReadOnlyList<Award> Awards => [.. _awards.Values];

    public IReadOnlyList<DemoPerson> People => HouseholdSupportPeople.All;

    public IReadOnlyList<DemoCut> Cuts =>
    [
        Span("2022-23-q1", "2022-23-q4"), Span("2023-24-q1", "2023-24-q4"), Span("2021-22-q3", "2024-25-q2"),
    ];

    public IReadOnlyList<PageDeed> DeedsIn(PresentCase present) => HouseholdSupportDeeds.In(present);

    public IReadOnlyList<Filing> Filings(PeriodId period)
    {
        var place = Programme.PlaceOf(period);
        return [.. Charities.All.SelectMany(charity => FilingsOf(charity, Programme.Calendar[place], place)).OrderBy(filing => filing.At)];
    }

    private IEnumerable<Filing> FilingsOf(Charity charity, ReportingPeriod period, int place)
    {
        var award = _awards[Identifier.Parse<AwardId>(charity.Award)];
        if (!Happenings.Reports(charity, award, place))
            yield break;
        var correction = Happenings.CorrectionOf(charity, place);
        var signatory = new Signatory(charity.Preparer, charity.PreparersRole);
        var second = HouseholdSupportProgramme.FormVersionOf(place) < 4 ? null : new Signatory(charity.FinanceOfficer, charity.FinanceOfficersRole);
        var (at, minutes) = (FilingTimes.Of(charity, period, place), FilingTimes.MinutesOf(charity, place));
        yield return new Filing(award.Id, 1, at, new QuarterlyReturn(charity, place).First(correction), signatory, minutes) { SecondSignatory = second };
        if (correction is not null)
            yield return new Filing(award.Id, 2, FilingTimes.Of(correction, charity, period, at), new QuarterlyReturn(charity, place).Corrected(correction), signatory, minutes + 20)
            {
                SecondSignatory = second,
                ReopenedBecause = correction.Reopened?.Because,
            };
    }

    private static DemoCut Span(string from, string to) => new(Identifier.Parse<PeriodId>(from), Identifier.Parse<PeriodId>(to), Funder: null);
}
