using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>Thirteen commissions that London's 33 boroughs pay for together, twenty quarters of returns: <c>forms/shared-commissions</c>.</summary>
public sealed class SharedCommissionsCase : IDemoCase
{
    public const string CaseName = "shared-commissions";

    public string Name => CaseName;

    public IReadOnlyList<ReadOnlyMemory<byte>> Forms { get; } = [File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", CaseName, "1.json"))];

    public Programme Programme => SharedCommissionsProgramme.Programme;

    public IReadOnlyList<Award> Awards { get; } = [.. Commissions.All.Select(SharedCommissionsAward.Of)];

    public IReadOnlyList<DemoPerson> People => SharedCommissionsPeople.All;

    /// <summary>Hackney's last year; one quarter of Sutton's; and the last year of all for the lead body.</summary>
    public IReadOnlyList<DemoCut> Cuts =>
    [
        new(Period("2021-22-q1"), Period("2021-22-q4"), FunderOf("hackney")),
        new(Period("2018-19-q4"), Period("2018-19-q4"), FunderOf("sutton")),
        new(Period("2021-22-q1"), Period("2021-22-q4"), null),
    ];

    public IReadOnlyList<PageDeed> DeedsIn(PresentCase present) => SharedCommissionsDeeds.In(present);

    public IReadOnlyList<Filing> Filings(PeriodId period)
    {
        var quarter = Programme.PlaceOf(period);
        return [.. Commissions.All.Where(commission => Happenings.Reports(commission, quarter)).SelectMany(commission => FilingsOf(commission, quarter)).OrderBy(filing => filing.At)];
    }

    private static IEnumerable<Filing> FilingsOf(Commission commission, int quarter)
    {
        var period = SharedCommissionsProgramme.Programme.Calendar[quarter];
        var award = Identifier.Parse<AwardId>(commission.Award);
        var signatory = new Signatory(commission.SignedBy, commission.Role);
        var minutes = FilingTimes.MinutesOf(commission, quarter);
        var corrected = Happenings.IsCorrected(commission, quarter);
        yield return new Filing(award, 1, FilingTimes.Of(commission, period, quarter), new QuarterReport(commission, quarter).Answers(mistaken: corrected), signatory, minutes);
        if (corrected)
            yield return new Filing(award, 2, FilingTimes.OfCorrection(commission, period, quarter), new QuarterReport(commission, quarter).Answers(mistaken: false), signatory, minutes + 20);
    }

    private static PeriodId Period(string id) => Identifier.Parse<PeriodId>(id);

    private static OrganisationId FunderOf(string borough) => Borough.All.Single(one => string.Equals(one.Id, borough, StringComparison.Ordinal)).Funder.Id;
}
