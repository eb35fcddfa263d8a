using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>What a committee reads of a period. The tables are the report's own.</summary>
/// <param name="Tables">By id; those that the report doesn't have are not there.</param>
/// <param name="Awards">A page of the awards, with what their providers say.</param>
/// <param name="Help">What the reader was asked for, and what came of it.</param>
public sealed record CommitteePaper(PeriodReport Of, IReadOnlyDictionary<string, KeptRows> Tables, KeptRows? Awards, PageOf<HelpAsked> Help)
{
    public const string Standings = "Returns", Priorities = "PriorityTotals", Indicators = "IndicatorTotals", ToDate = "IndicatorsToDate", OwnRows = "OwnRows", Contributions = "Contributions",
        Attributed = "Attributed", AwardList = "Awards";

    /// <summary>Each priority in a sentence.</summary>
    public IReadOnlyList<PriorityInShort> InShort =>
        PriorityInShort.Of(Of.Programme, Tables.GetValueOrDefault(Priorities), Tables.GetValueOrDefault(Indicators), Tables.GetValueOrDefault(ToDate));

    /// <summary>Funders that have rows of their own in the forms' tables, such as the boroughs, in the report's order.</summary>
    public IReadOnlyList<NamedOrganisation> WithOwnRows => FundersIn(Of.Programme, Tables.GetValueOrDefault(OwnRows));

    internal static IReadOnlyList<NamedOrganisation> FundersIn(Programme programme, KeptRows? ownRows) => ownRows is null ? [] :
        [.. ownRows.Rows.Select(row => ownRows.WordsOf(row, "funder")).Distinct(StringComparer.Ordinal)
            .Select(name => programme.Funders.FirstOrDefault(funder => string.Equals(funder.Name, name, StringComparison.Ordinal))).OfType<NamedOrganisation>()];
}

/// <summary>A funder's own page of the paper.</summary>
/// <param name="OwnRows">The figures of its own rows, such as a borough's; null where it has none.</param>
/// <param name="Shares">What is attributed to it by what it pays.</param>
public sealed record FunderPaper(PeriodReport Of, NamedOrganisation Funder, KeptRows? OwnRows, KeptRows? Contribution, KeptRows? Shares);

/// <summary>The pages of all funders with rows of their own, to be printed together.</summary>
/// <param name="From">The place of the first of them, from 0.</param>
/// <param name="All">How many there are.</param>
public sealed record FunderPapers(PeriodReport Of, IReadOnlyList<FunderPaper> Funders, int From, int All);

/// <summary>
/// The paper that an officer puts before a committee: the figures of the period's report, to be printed. Like a download of the report, reading it is
/// noted before it is shown: it holds what the providers say.
/// </summary>
public sealed class ReadPaper(OpenPeriodReport open, ReadKept kept, ReadHelp help, NoteDownload note)
{
    public const int AwardsOnAPage = KeepTables.RowsInBlock;

    public const int FundersOnAPage = 50;

    private const int MostHelp = 20;

    private static readonly string[] OfFunders = [CommitteePaper.OwnRows, CommitteePaper.Contributions, CommitteePaper.Attributed];

    /// <param name="from">The place of the first award on the page, from 0.</param>
    public async Task<Outcome<CommitteePaper>> RunAsync(ProgrammeId programme, PeriodId period, int from, Caller caller, CancellationToken cancellation)
    {
        var found = await open.RunAsync(programme, period, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        if (of.Report is not { } report)
            return new CommitteePaper(of, new Dictionary<string, KeptRows>(StringComparer.Ordinal), null, new PageOf<HelpAsked>([], null));
        await note.RunAsync(of.Asked, caller, cancellation);
        var findingHelp = help.OfPeriodAsync(of.Access, of.Period.Id, MostHelp, caller, cancellation);
        var findingAwards = kept.SomeAsync(report, CommitteePaper.AwardList, from, AwardsOnAPage, cancellation);
        var tables = await kept.AllAsync(
            report, [CommitteePaper.Standings, CommitteePaper.Priorities, CommitteePaper.Indicators, CommitteePaper.ToDate, CommitteePaper.OwnRows], cancellation);
        return new CommitteePaper(of, tables, await findingAwards, await findingHelp);
    }

    /// <summary>The page of one funder: the lead funder reads everybody's, a co-funder its own.</summary>
    public async Task<Outcome<FunderPaper>> OfFunderAsync(ProgrammeId programme, PeriodId period, OrganisationId funder, Caller caller, CancellationToken cancellation)
    {
        var found = await open.RunAsync(programme, period, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        if (of.Programme.Funders.FirstOrDefault(one => one.Id == funder) is not { } known || !of.Access.MayReport(funder))
            return ProgrammeAccess.NotFound;
        if (of.Report is not { } report)
            return new FunderPaper(of, known, null, null, null);
        await note.RunAsync(of.Asked, caller, cancellation);
        return PaperOf(of, known, await kept.AllAsync(report, OfFunders, cancellation));
    }

    /// <summary>The pages of all funders that have rows of their own, for the lead funder.</summary>
    /// <param name="from">The place of the first of them on the page, from 0.</param>
    public async Task<Outcome<FunderPapers>> OfFundersAsync(ProgrammeId programme, PeriodId period, int from, Caller caller, CancellationToken cancellation)
    {
        var found = await open.RunAsync(programme, period, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        if (!of.Access.IsLeadFunder)
            return ProgrammeAccess.NotFound;
        if (of.Report is not { } report)
            return new FunderPapers(of, [], from, 0);
        await note.RunAsync(of.Asked, caller, cancellation);
        var tables = await kept.AllAsync(report, OfFunders, cancellation);
        var funders = CommitteePaper.FundersIn(of.Programme, tables.GetValueOrDefault(CommitteePaper.OwnRows));
        return new FunderPapers(of, [.. funders.Skip(from).Take(FundersOnAPage).Select(funder => PaperOf(of, funder, tables))], from, funders.Count);
    }

    private static FunderPaper PaperOf(PeriodReport of, NamedOrganisation funder, IReadOnlyDictionary<string, KeptRows> tables)
    {
        return new FunderPaper(of, funder, RowsOf(CommitteePaper.OwnRows), RowsOf(CommitteePaper.Contributions), RowsOf(CommitteePaper.Attributed));

        KeptRows? RowsOf(string table) => tables.GetValueOrDefault(table)?.Where("funder", funder.Name) is { Rows.Count: > 0 } own ? own : null;
    }
}
