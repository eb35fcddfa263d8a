namespace MonitoringReturns.Core.Reporting.Downloads;

/// <summary>The rows of a sheet beside what the manifest says.</summary>
/// <param name="Expected">Null where the manifest doesn't say how many there are.</param>
public sealed record CheckedSheet(string Sheet, long Rows, long? Expected)
{
    public bool Agrees => Expected is null || Expected == Rows;
}

/// <summary>Whether a published report has the rows that its manifest asks for: a row an award, a return that is in, and an indicator of a return that is due.</summary>
/// <param name="Due">Returns due in the periods reported on, by the manifest.</param>
/// <param name="In">Those of them that are in.</param>
/// <param name="Awards">Awards in the manifest.</param>
public sealed record RowCheck(int Due, int In, int Awards, bool CountsAgree, IReadOnlyList<CheckedSheet> Sheets)
{
    public bool Agrees => CountsAgree && Sheets.All(sheet => sheet.Agrees);

    /// <param name="indicators">How many the programme had at the cut.</param>
    public static RowCheck Of(PublishedReport published, Manifest manifest, int indicators)
    {
        var (due, filed, awards) = (manifest.Returns.Count, manifest.Returns.Count(entry => entry.Revision > 0), manifest.Awards.Count);
        var periods = manifest.Periods.Count(period => period.Reported);
        return new RowCheck(
            due, filed, awards, published.Returns == due && published.Revisions == filed && (published.Sheets.Count == 0 || published.Sheets.Sum(sheet => sheet.Rows) == published.Rows),
            [.. published.Sheets.Select(sheet => new CheckedSheet(sheet.Sheet, sheet.Rows, sheet.Sheet switch
            {
                "Awards" => awards,
                "Answers" => filed,
                "Indicators" => (long)due * indicators,
                "Together" => periods,
                _ => null,
            }))]);
    }
}
