using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>What each funder pays for a period, and what is attributed to it.</summary>
/// <param name="Attributed">A page of the rows, a row a funder and indicator, of all funders.</param>
public sealed record SharesOfPeriod(PeriodReport Of, KeptRows? Contributions, KeptRows? Attributed);

/// <summary>What a funder's own money did, programme by programme.</summary>
/// <param name="Funder">Null where the reader acts for nobody who reads returns.</param>
/// <param name="Programmes">With the rows of this funder alone.</param>
/// <param name="Continuation">The programme that the page ends with; null on the last.</param>
public sealed record OwnShares(NamedOrganisation? Funder, IReadOnlyList<SharesOfPeriod> Programmes, string? Continuation);

/// <summary>What the money of each funder did, as the report's sheet of funders has it: every whole is counted once, and its shares add up to it.</summary>
public sealed class ReadShares(OpenPeriodReport open, NewestReports newest, ReadKept kept)
{
    public const int ProgrammesOnAPage = 20;

    /// <summary>Of funders' shares by indicator, of which there are as many as both multiplied.</summary>
    public const int RowsOnAPage = 2 * KeepTables.RowsInBlock;

    /// <param name="from">The place of the first of the attributed rows, from 0.</param>
    public async Task<Outcome<SharesOfPeriod>> RunAsync(ProgrammeId programme, PeriodId period, int from, Caller caller, CancellationToken cancellation)
    {
        var found = await open.RunAsync(programme, period, caller, cancellation);
        if (found.Value is not { } of)
            return found.Problem!;
        if (of.Report is not { } report)
            return new SharesOfPeriod(of, null, null);
        var finding = kept.SomeAsync(report, CommitteePaper.Attributed, from, RowsOnAPage, cancellation);
        var tables = await kept.AllAsync(report, [CommitteePaper.Contributions], cancellation);
        return new SharesOfPeriod(of, tables.GetValueOrDefault(CommitteePaper.Contributions), await finding);
    }

    /// <summary>Over the programmes of the funder that a person acts for, each up to the newest period that has a report.</summary>
    /// <param name="after">The programme that the page before ended with; null for the first.</param>
    public async Task<OwnShares> OwnAsync(ProgrammeId? after, Caller caller, CancellationToken cancellation)
    {
        var found = await newest.OwnAsync(after, ProgrammesOnAPage, caller, cancellation);
        return new OwnShares(found.Funder, await Task.WhenAll(found.Reports.Select(of => OwnOfAsync(of, cancellation))), found.Continuation);
    }

    private async Task<SharesOfPeriod> OwnOfAsync(PeriodReport of, CancellationToken cancellation)
    {
        if (of.Report is not { } report)
            return new SharesOfPeriod(of, null, null);
        var tables = await kept.AllAsync(report, [CommitteePaper.Contributions, CommitteePaper.Attributed], cancellation);
        return new SharesOfPeriod(of, OwnRows(CommitteePaper.Contributions), OwnRows(CommitteePaper.Attributed));

        KeptRows? OwnRows(string table) => tables.GetValueOrDefault(table)?.Where("funder", of.Reader.Name);
    }
}
