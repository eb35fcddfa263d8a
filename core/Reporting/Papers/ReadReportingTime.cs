using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>What a provider said of the monitoring itself.</summary>
public sealed record SaidOfMonitoring(AwardBrief Award, Feedback Said);

/// <summary>What the monitoring of a period costs the providers, and who causes it.</summary>
/// <param name="Awards">A page of the awards.</param>
/// <param name="MoreAwards">Whether more follow.</param>
/// <param name="All">Of all awards; null where there is no report yet.</param>
/// <param name="Funders">Shares, by what each pays.</param>
/// <param name="Periods">Period by period, the twelve months that end with this one.</param>
/// <param name="Year">Those together; null where there is none.</param>
/// <param name="Said">A page of what providers said of the monitoring.</param>
public sealed record ReportingTime(
    PeriodReport Of, IReadOnlyList<TimeTold> Awards, bool MoreAwards, TimeTold? All, IReadOnlyList<TimeTold> Funders, IReadOnlyList<TimeTold> Periods, TimeTold? Year, HourlyRate Rate,
    IReadOnlyList<SaidOfMonitoring> Said, AwardId? SaidUpTo);

/// <summary>What a year of a programme's monitoring takes, and how much of it is one funder's asking.</summary>
/// <param name="Of">The newest period that has a report; the year ends with it.</param>
/// <param name="Year">Of the awards that the funder's report holds; null where there is none yet.</param>
/// <param name="Own">By what it pays; null where it pays for none of them.</param>
public sealed record TimeOfProgramme(PeriodReport Of, TimeTold? Year, TimeTold? Own)
{
    /// <summary>Minutes of its own share, if the returns that nothing was told of took as long as the others.</summary>
    public decimal? OwnReckoned => Year is { Told: > 0 and var told, Returns: { } returns } && Own is { } own ? own.Minutes * returns / told : null;
}

/// <summary>What the monitoring takes over the programmes of one funder.</summary>
/// <param name="Funder">Null where the reader acts for nobody who reads returns.</param>
/// <param name="Continuation">The programme that the page ends with; null on the last.</param>
public sealed record OwnReportingTime(NamedOrganisation? Funder, IReadOnlyList<TimeOfProgramme> Programmes, HourlyRate Rate, string? Continuation);

/// <summary>Reads what the monitoring costs the providers in time, as the report's sheet of it has it, and what they say of it.</summary>
public sealed class ReadReportingTime(OpenPeriodReport open, NewestReports newest, ReadKept kept, IProgrammeStore programmes, IFeedbackStore feedback, HourlyRate rate)
{
    public const int AwardsOnAPage = KeepTables.RowsInBlock;

    public const int SaidOnAPage = 20;

    public const int ProgrammesOnAPage = 10;

    /// <summary>Awards of a co-funder that are asked, on one page, what was said of them.</summary>
    private const int MostAsked = 3 * SaidOnAPage;

    private const string Table = "ReportingTime";

    /// <param name="from">The place of the first award on the page, from 0.</param>
    /// <param name="after">The award that the page of what was said before ended with; null for the first.</param>
    public async Task<Outcome<ReportingTime>> RunAsync(ProgrammeId programme, PeriodId period, int from, AwardId? after, Caller caller, CancellationToken cancellation)
    {
        var found = await open.RunAsync(programme, period, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        var briefing = programmes.BriefsAsync(programme, cancellation);
        var finding = of.Report is { } report ? kept.SomeAsync(report, Table, from, AwardsOnAPage, cancellation) : Task.FromResult<KeptRows?>(null);
        var year = await YearAsync(of, cancellation);
        var (all, funders) = year[^1];
        var rows = await finding;
        var awards = rows is null ? [] : rows.Rows.TakeWhile(row => rows.WordsOf(row, "award") != "All").Select(row => TimeTold.Of(rows, row)).ToList();
        var periods = year.Select(one => one.All).OfType<TimeTold>().ToList();
        var briefs = (await briefing).Where(of.Access.Lists).ToDictionary(brief => brief.Id);
        var said = await SaidAsync(of, briefs, after, cancellation);
        return new ReportingTime(
            of, awards, rows is not null && awards.Count == AwardsOnAPage && rows.Table.Rows - funders.Count - 1 > from + awards.Count, all, funders,
            periods, TimeTold.Together("", periods), rate,
            said.Said, said.UpTo);
    }

    /// <summary>A page of what was said of the awards that the reader lists. A co-funder's may be few of many, so they are asked one by one.</summary>
    /// <returns>And the award that it ends with; null on the last.</returns>
    private async Task<(IReadOnlyList<SaidOfMonitoring> Said, AwardId? UpTo)> SaidAsync(PeriodReport of, Dictionary<AwardId, AwardBrief> listed, AwardId? after, CancellationToken cancellation)
    {
        var (programme, period) = (of.Programme.Id, of.Period.Id);
        if (of.Access.IsLeadFunder)
        {
            var page = await feedback.ListAsync(programme, period, after, SaidOnAPage, cancellation);
            return ([.. page.Items.Where(one => listed.ContainsKey(one.Award)).Select(one => new SaidOfMonitoring(listed[one.Award], one.Said))], page.Continuation is null ? null : page.Items[^1].Award);
        }
        var (said, asked) = (new List<SaidOfMonitoring>(), 0);
        var left = listed.Values.Where(award => string.CompareOrdinal(award.Id.Value, after?.Value) > 0).OrderBy(award => award.Id.Value, StringComparer.Ordinal).ToList();
        while (asked < left.Count && asked < MostAsked && said.Count < SaidOnAPage)
        {
            var some = left.Skip(asked).Take(SaidOnAPage - said.Count).ToList();
            var found = await Task.WhenAll(some.Select(award => feedback.GetAsync(new ReturnKey(programme, period, award.Id), cancellation)));
            said.AddRange(some.Zip(found).Where(one => one.Second is not null).Select(one => new SaidOfMonitoring(one.First, one.Second!)));
            asked += some.Count;
        }
        return (said, asked < left.Count ? left[asked - 1].Id : null);
    }

    /// <summary>Over the programmes of the funder that a person acts for, each for the year up to the newest period that has a report.</summary>
    /// <param name="after">The programme that the page before ended with; null for the first.</param>
    public async Task<OwnReportingTime> OwnAsync(ProgrammeId? after, Caller caller, CancellationToken cancellation)
    {
        var found = await newest.OwnAsync(after, ProgrammesOnAPage, caller, cancellation);
        return new OwnReportingTime(found.Funder, await Task.WhenAll(found.Reports.Select(of => OfProgrammeAsync(of, cancellation))), rate, found.Continuation);
    }

    private async Task<TimeOfProgramme> OfProgrammeAsync(PeriodReport of, CancellationToken cancellation)
    {
        var year = await YearAsync(of, cancellation);
        return new TimeOfProgramme(
            of, TimeTold.Together(of.Programme.Name, [.. year.Select(one => one.All).OfType<TimeTold>()]),
            TimeTold.Together(of.Reader.Name, [.. year.SelectMany(one => one.Funders).Where(told => string.Equals(told.Name, of.Reader.Name, StringComparison.Ordinal))]));
    }

    /// <summary>The periods of the twelve months that end with one, in time order; that one is always among them.</summary>
    private async Task<IReadOnlyList<(TimeTold? All, IReadOnlyList<TimeTold> Funders)>> YearAsync(PeriodReport of, CancellationToken cancellation) =>
        await Task.WhenAll(of.Programme.Calendar.Where(period => period.Id == of.Period.Id || (period.End <= of.Period.End && period.Start > of.Period.End.AddYears(-1))).Select(async period =>
            await TotalsAsync(period.Id == of.Period.Id ? of : await open.OfAsync(of.Access, period, cancellation), cancellation)));

    /// <summary>The last rows of the table: all awards, named by the period, and the funders' shares.</summary>
    private async Task<(TimeTold? All, IReadOnlyList<TimeTold> Funders)> TotalsAsync(PeriodReport of, CancellationToken cancellation)
    {
        if (of.Report?.Tables.Find(Table) is not { } table)
            return (null, []);
        var from = Math.Max(0, table.Rows - of.Programme.Funders.Count() - 1);
        var rows = (await kept.SomeAsync(of.Report, Table, from, table.Rows - from, cancellation))!;
        // The report may be of a time with more funders.
        while (from > 0 && !rows.Rows.Any(row => rows.WordsOf(row, "award") is "All"))
        {
            from = Math.Max(0, from - KeepTables.RowsInBlock);
            rows = (await kept.SomeAsync(of.Report, Table, from, table.Rows - from, cancellation))!;
        }
        TimeTold? all = null;
        var funders = new List<TimeTold>();
        foreach (var row in rows.Rows)
            if (rows.WordsOf(row, "award") is "All")
                all = TimeTold.Of(rows, row) with { Name = of.Period.Name };
            else if (all is not null)
                funders.Add(TimeTold.Of(rows, row));
        return (all, funders);
    }
}
