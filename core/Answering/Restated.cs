using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>An indicator that is another than it was, as people read it; empty where it has no figure.</summary>
public sealed record RestatedFigure(IndicatorId Indicator, string Name, string Before, string After);

/// <summary>That figures which a funder has downloaded were since restated, with the difference as far as it may see it. A projection.</summary>
/// <param name="From">The revision that stood on the day of the funder's last download.</param>
/// <param name="Revision">The newest.</param>
/// <param name="Downloaded">That day.</param>
public sealed record RestatedReturn(
    OrganisationId Funder, ReturnKey Key, int From, int Revision, DateOnly Downloaded, DateTimeOffset At, string Programme, string Period, string Provider,
    IReadOnlyList<RestatedFigure> Figures);

/// <summary>Keeps, for each funder, what was restated after it was downloaded, until somebody there has seen it.</summary>
public interface IRestatedStore
{
    /// <summary>Stores it unless the same revision's, or a newer one's, is there or was seen.</summary>
    Task PutAsync(RestatedReturn restated, CancellationToken cancellation);

    Task<PageOf<RestatedReturn>> ListAsync(OrganisationId funder, string? after, int size, CancellationToken cancellation);

    /// <summary>What a funder has not seen of a return yet; null for nothing.</summary>
    Task<RestatedReturn?> GetAsync(OrganisationId funder, ReturnKey key, CancellationToken cancellation);

    /// <summary>Somebody has seen it, up to a revision: it stands in the list no more.</summary>
    /// <returns>False where nothing of that return is there to be seen, or only a newer revision's.</returns>
    Task<bool> SeenAsync(OrganisationId funder, ReturnKey key, int revision, MemberId by, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>Tells funders that downloaded a return, or a report that holds it, of the revision that took its place.</summary>
public sealed class ProjectRestated(IReturnStore returns, IProgrammeStore programmes, IFormStore forms, ILookStore looks, IRestatedStore restated)
{
    /// <param name="item">A submission.</param>
    public async Task RunAsync(OutboxItem item, CancellationToken cancellation)
    {
        var key = item.Key;
        if (await programmes.GetAsync(key.Programme, cancellation) is not { } programme || await programmes.GetAwardAsync(key.Programme, key.Award, cancellation) is not { } award)
            return;
        var downloads = await DownloadsAsync(key, programme, award, cancellation);
        if (downloads.Count == 0)
            return;
        var revisions = new List<Revision>();
        for (var number = 1; number <= item.Revision; number++)
            revisions.Add(await ReadAsync(key, number, programme, cancellation));
        foreach (var (funder, day) in downloads)
            if (revisions.SkipLast(1).LastOrDefault(revision => UkTime.DayOf(revision.SubmittedAt) <= day) is { } had)
                await restated.PutAsync(
                    new RestatedReturn(
                        funder, key, had.Number, item.Revision, day, revisions[^1].SubmittedAt, programme.Name, programme.Period(key.Period)?.Name ?? key.Period.Value, award.Provider.Name,
                        DifferencesOf(had, revisions[^1], programme, award, new Sight(programme, funder))),
                    cancellation);
    }

    /// <summary>The indicators whose figure is another, in the programme's order.</summary>
    public static IReadOnlyList<RestatedFigure> DifferencesOf(Revision before, Revision after, Programme programme, Award award, Sight sight)
    {
        var (was, now) = (SeenFigures.Of(before.Answers, programme, award, sight), SeenFigures.Of(after.Answers, programme, award, sight));
        var figures = new List<RestatedFigure>();
        foreach (var indicator in programme.Indicators)
        {
            decimal? old = was.TryGetValue(indicator.Id, out var one) ? one : null, fresh = now.TryGetValue(indicator.Id, out var other) ? other : null;
            if (old != fresh)
                figures.Add(new RestatedFigure(indicator.Id, indicator.Name, Text(indicator, old), Text(indicator, fresh)));
        }
        return figures;
    }

    /// <summary>The same between two stored revisions of a return.</summary>
    /// <exception cref="InvalidDataException">One of them is not stored.</exception>
    public async Task<IReadOnlyList<RestatedFigure>> BetweenAsync(
        ReturnKey key, int before, int after, Programme programme, Award award, Sight sight, CancellationToken cancellation)
    {
        var reading = ReadAsync(key, before, programme, cancellation);
        var now = await ReadAsync(key, after, programme, cancellation);
        return DifferencesOf(await reading, now, programme, award, sight);
    }

    private static string Text(Indicator indicator, decimal? figure) => ReadableCell.Of(IndicatorCells.Of(indicator, figure));

    /// <summary>Each funder of the award that downloaded it, and the last day on which it did.</summary>
    private async Task<Dictionary<OrganisationId, DateOnly>> DownloadsAsync(ReturnKey key, Programme programme, Award award, CancellationToken cancellation)
    {
        var last = new Dictionary<OrganisationId, DateOnly>();
        await foreach (var look in looks.OfAsync(key, cancellation))
            if (look.Kind is LookKind.Downloaded or LookKind.DownloadedInReport && (look.For == programme.LeadFunder.Id || award.IsFundedBy(look.For)))
                last.TryAdd(look.For, look.Day);
        return last;
    }

    private async Task<Revision> ReadAsync(ReturnKey key, int number, Programme programme, CancellationToken cancellation)
    {
        var stored = await returns.GetRevisionAsync(key, number, cancellation) ?? throw new InvalidDataException($"Revision {number} of {key} is not stored.");
        var version = await forms.GetAsync(programme.Form, RevisionJson.FormVersionOf(stored), cancellation)
            ?? throw new InvalidDataException($"Revision {number} of {key} answers a form version that is not stored.");
        return RevisionJson.Read(stored, version);
    }
}
