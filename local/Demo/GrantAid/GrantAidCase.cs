using MonitoringReturns.Core;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>A county council's grants to thirty voluntary groups, three years of half-yearly reports: <c>forms/grant-aid</c>.</summary>
public sealed class GrantAidCase : IDemoCase
{
    public const string CaseName = "grant-aid";

    private readonly Dictionary<AwardId, Award> _awards = Charities.All.Select(GrantAidAward.Of).ToDictionary(award => award.Id);

    public string Name => CaseName;

    public IReadOnlyList<ReadOnlyMemory<byte>> Forms { get; } = [File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", CaseName, "1.json"))];

    public ReadOnlyMemory<byte>? NextForm { get; } = File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", CaseName, "2.json"));

    public Programme Programme => GrantAidProgramme.Programme;

    public IReadOnlyList<Award> Awards => [.. _awards.Values];

    public IReadOnlyList<DemoPerson> People => GrantAidPeople.All;

    public IReadOnlyList<PageDeed> DeedsIn(PresentCase present) => GrantAidDeeds.In(present);

    public IReadOnlyList<Filing> Filings(PeriodId period)
    {
        var place = GrantAidProgramme.PastPeriods.Index().Where(past => past.Item.Id == period).Select(past => past.Index).DefaultIfEmpty(-1).First();
        return place < 0 ? [] : [.. Charities.All.SelectMany(charity => FilingsOf(charity, place)).OrderBy(filing => filing.At)];
    }

    private IEnumerable<Filing> FilingsOf(Charity charity, int place)
    {
        var award = AwardOf(charity);
        if (!Happenings.Reports(charity, award, place))
            yield break;
        var period = GrantAidProgramme.PastPeriods[place];
        var figures = Figures.Of(charity, place);
        var last = LastOf(charity, place);
        var correction = Happenings.CorrectionOf(charity, place);
        var signatory = new Signatory(charity.SignedBy, charity.Role);

        var first = new Report(charity, place, correction?.Wrong(figures) ?? figures, last).Answers(null);
        var at = FilingTimes.Of(charity, period, place);
        yield return new Filing(award.Id, 1, at, first, Happenings.IsOnlyDraft(charity, place) ? null : signatory, FilingTimes.MinutesOf(charity, place));
        if (correction is not null)
            yield return new Filing(
                award.Id, 2, FilingTimes.OfCorrection(charity, period, at), new Report(charity, place, figures, last).Answers(correction), signatory, FilingTimes.MinutesWithCorrection(charity, place));
    }

    /// <summary>What stood in the period before, in the end.</summary>
    private Figures? LastOf(Charity charity, int place) =>
        place > 0 && Happenings.Reports(charity, AwardOf(charity), place - 1) && !Happenings.IsOnlyDraft(charity, place - 1) ? Figures.Of(charity, place - 1) : null;

    private Award AwardOf(Charity charity) => _awards[Identifier.Parse<AwardId>(charity.Award)];
}
