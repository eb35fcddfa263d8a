using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Record;

/// <summary>How something was looked at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LookKind>))]
public enum LookKind
{
    Viewed,
    Downloaded,
    /// <summary>A report that holds it was downloaded.</summary>
    DownloadedInReport,
    /// <summary>What it asks for help with was read in a list.</summary>
    ReadHelpAsked,
}

/// <summary>That somebody looked at a return, on a day in the United Kingdom: once a day, person and kind.</summary>
public sealed record Look(DateOnly Day, MemberId By, OrganisationId For, LookKind Kind);

/// <summary>Keeps who looked at what, by day. Not chained: a look is written before what was looked at is shown.</summary>
public interface ILookStore
{
    Task AddAsync(ReturnKey key, Look look, CancellationToken cancellation);

    /// <summary>As above, and counts what was shown: once for a look, however often it is noted.</summary>
    Task AddAsync(ReturnKey key, Look look, Showing showing, CancellationToken cancellation);

    /// <summary>Notes a download of a report for each period that it reports on, and counts what it shows of it.</summary>
    Task AddAsync(ReportKey report, IReadOnlyDictionary<PeriodId, Showing> periods, Look look, CancellationToken cancellation);

    /// <summary>Who looked at a return, those who downloaded a report on its period among them; the newest day first.</summary>
    IAsyncEnumerable<Look> OfAsync(ReturnKey key, CancellationToken cancellation);

    /// <summary>What was counted of a period's returns and reports, by funder.</summary>
    Task<IReadOnlyList<ShowingCount>> CountsAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation);
}

/// <summary>Reads the chains.</summary>
public interface IRecordStore
{
    /// <summary>The entries of a return's chain, the first first.</summary>
    IAsyncEnumerable<RecordEntry> OfAsync(ReturnKey key, CancellationToken cancellation);

    IAsyncEnumerable<RecordEntry> OfAsync(OrganisationId organisation, CancellationToken cancellation);

    IAsyncEnumerable<RecordEntry> OfAsync(FormId form, CancellationToken cancellation);

    /// <summary>Of a programme's set-up and its awards.</summary>
    IAsyncEnumerable<RecordEntry> OfAsync(ProgrammeId programme, CancellationToken cancellation);

    /// <summary>The same, from one number to another, both included.</summary>
    IAsyncEnumerable<RecordEntry> BetweenAsync(ProgrammeId programme, int from, int to, CancellationToken cancellation);

    /// <summary>Where a programme's chain stands.</summary>
    Task<RecordHead> HeadOfAsync(ProgrammeId programme, CancellationToken cancellation);

    /// <summary>Where a form's chain stands.</summary>
    Task<RecordHead> HeadOfAsync(FormId form, CancellationToken cancellation);
}
