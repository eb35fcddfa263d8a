using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>Awards by what they are worth, as ceilings go by it.</summary>
public enum AwardBand
{
    Small,
    Middle,
    Large,
}

/// <summary>What a programme's awards of a band are asked by a form.</summary>
/// <param name="Awards">How many there are.</param>
/// <param name="Heaviest">The largest form that one of them is asked.</param>
/// <param name="Such">The award that is asked it.</param>
/// <param name="TooLarge">For how many of them it is over the ceiling.</param>
public sealed record BandSize(AwardBand Band, Ceiling Ceiling, int Awards, FormSize Heaviest, AwardBrief Such, int TooLarge)
{
    /// <summary>Of the awards that still run, the bands in which there are any.</summary>
    public static IReadOnlyList<BandSize> Of(FormDocument document, Programme programme, IEnumerable<AwardBrief> awards, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(programme);
        var modules = document.Sections.Select(section => section.Module).OfType<People.OrganisationId>().Distinct().ToList();
        // Thousands of awards are asked a handful of different forms.
        var sizes = new Dictionary<(string, int), FormSize>();
        FormSize SizeFor(AwardBrief award)
        {
            var key = (string.Join(' ', modules.Where(award.Funders.Contains)), award.AgreedOutcomes);
            return sizes.TryGetValue(key, out var known) ? known : sizes[key] = FormSize.For(document, award);
        }
        return [.. awards.Where(award => (award.EndedOn ?? award.End) >= today).GroupBy(award => BandOf(programme.Ceilings, award.Amount)).OrderBy(band => band.Key).Select(band =>
        {
            var ceiling = programme.Ceilings.For(band.First().Amount);
            var (such, heaviest) = band.Select(award => (award, SizeFor(award))).MaxBy(one => (one.Item2.Minutes, one.Item2.Cells, one.Item2.Questions));
            return new BandSize(band.Key, ceiling, band.Count(), heaviest, such, band.Count(award => !SizeFor(award).FitsIn(ceiling)));
        })];
    }

    private static AwardBand BandOf(Ceilings ceilings, decimal amount) => amount < ceilings.Small ? AwardBand.Small : amount <= ceilings.Large ? AwardBand.Middle : AwardBand.Large;
}
