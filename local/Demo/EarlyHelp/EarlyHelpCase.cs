using MonitoringReturns.Core;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.EarlyHelp.Words;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>One service, three funders, three calendars: four providers of early help and two years of quarterly returns, <c>forms/early-help</c>.</summary>
public sealed class EarlyHelpCase : IDemoCase
{
    public const string CaseName = "early-help";

    /// <summary>Stands in every story for the trust: no report of anybody else's may say it.</summary>
    public const string TrustMarker = "told to the trust alone";

    /// <summary>Stands in all that is written about safeguarding: only the council's reports may say it.</summary>
    public const string SafeguardingMarker = "for the safeguarding lead's eyes";

    /// <summary>Stands in all that is written for the health board: its reports and the council's say it, the trust's may not.</summary>
    public const string HealthMarker = "for our health partners";

    private const int Versions = 4;

    private readonly Dictionary<AwardId, Award> _awards = Providers.All.Select(EarlyHelpAward.Of).ToDictionary(award => award.Id);

    public string Name => CaseName;

    public IReadOnlyList<ReadOnlyMemory<byte>> Forms { get; } =
        [.. Enumerable.Range(1, Versions).Select(version => (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", CaseName, $"{version}.json")))];

    public Programme Programme => EarlyHelpProgramme.Programme;

    public IReadOnlyList<Award> Awards => [.. _awards.Values];

    public IReadOnlyList<DemoPerson> People => EarlyHelpPeople.All;

    /// <summary>The trust reads January to June, over two financial years; the health board the last quarter of one, and the whole of the next.</summary>
    public IReadOnlyList<DemoCut> Cuts { get; } =
    [
        Cut("2024-25-q4", "2025-26-q1", EarlyHelpProgramme.Trust),
        Cut("2024-25-q4", "2024-25-q4", EarlyHelpProgramme.HealthBoard),
        Cut("2025-26-q1", "2025-26-q4", EarlyHelpProgramme.HealthBoard),
    ];

    public IReadOnlyList<PageDeed> DeedsIn(PresentCase present) => EarlyHelpDeeds.In(present);

    public IReadOnlyList<Filing> Filings(PeriodId period) =>
        [.. Providers.All.SelectMany(provider => FilingsOf(provider, Programme.PlaceOf(period))).OrderBy(filing => filing.At)];

    private IEnumerable<Filing> FilingsOf(Provider provider, int place)
    {
        if (provider.Quarters[place] is not { } words)
            yield break;
        var (award, figures) = (_awards[Identifier.Parse<AwardId>(provider.Award)], Figures.Of(provider, place));
        var last = place > 0 && provider.Quarters[place - 1] is not null ? Figures.Of(provider, place - 1).Children : (int?)null;
        var restatement = Happenings.RestatementOf(provider, place);
        var signatory = new Signatory(provider.SignedBy, provider.Role);
        var minutes = FilingTimes.MinutesOf(provider, place);

        var first = new Return(provider, award, place, restatement?.Wrong(figures) ?? figures, last, words).Answers(null);
        yield return new Filing(award.Id, 1, FilingTimes.Of(provider, Programme.Calendar[place], place), first, signatory, minutes);
        if (restatement is not null)
            yield return new Filing(
                award.Id, 2, FilingTimes.Of(provider, restatement), new Return(provider, award, place, figures, last, words).Answers(restatement), signatory, minutes + 20)
            {
                ReopenedBecause = restatement.Reason,
            };
    }

    private static DemoCut Cut(string from, string to, NamedOrganisation funder) => new(Identifier.Parse<PeriodId>(from), Identifier.Parse<PeriodId>(to), funder.Id);
}
