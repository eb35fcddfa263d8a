using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Functions.Api;

/// <summary>What a year's answers were used for.</summary>
/// <param name="Version">The version that was asked last in it.</param>
internal sealed record UseListAnswer(int Year, int Version, IReadOnlyList<UseAnswer> Questions)
{
    public static UseListAnswer Of(YearOfUse year)
    {
        var removal = year.UpForRemoval.Select(use => use.Question.Id).ToHashSet();
        return new UseListAnswer(year.Year, year.Version.Number, [.. year.Questions.Select(use => new UseAnswer(
            use.Section.Id.Value, use.Question.Id.Value, use.Question.Label, [.. use.Readers.Select(reader => new FunderUseAnswer(reader.Id.Value, use.Of(reader.Id) is not null, use.Of(reader.Id)?.Used))],
            Times(use.Opened), use.Downloaded is { } counted ? Times(counted) : null, removal.Contains(use.Question.Id)))]);
    }

    private static IReadOnlyList<TimesAnswer> Times(IEnumerable<(NamedOrganisation Funder, int Times)> counted) => [.. counted.Select(one => new TimesAnswer(one.Funder.Id.Value, one.Times))];
}

/// <param name="Opened">How often funders opened returns that show its section.</param>
/// <param name="Downloaded">How often funders downloaded its indicator; absent where it has none.</param>
/// <param name="UpForRemoval">Nobody claims it, and the year is over.</param>
internal sealed record UseAnswer(string Section, string Question, string Label, IReadOnlyList<FunderUseAnswer> Funders, IReadOnlyList<TimesAnswer> Opened, IReadOnlyList<TimesAnswer>? Downloaded, bool UpForRemoval);

/// <param name="Said">Whether the funder said anything; with nothing used, it says that it used it for nothing.</param>
internal sealed record FunderUseAnswer(string Funder, bool Said, string? Used);

internal sealed record TimesAnswer(string Funder, int Times);
