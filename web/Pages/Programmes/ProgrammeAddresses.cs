using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Pages.Programmes.Glance;

namespace MonitoringReturns.Web.Pages.Programmes;

/// <summary>Where a funder's pages of a programme are, said once for the links to them and for the endpoints behind them.</summary>
public static class ProgrammeAddresses
{
    /// <summary>Of one programme.</summary>
    public const string Route = "/programmes/{programme}";

    /// <summary>Of one return as its funders read it.</summary>
    public const string ReturnRoute = Route + "/{period}/returns/{award}";

    /// <summary>The programmes of the organisation that a person acts for.</summary>
    public const string List = "/programmes";

    /// <summary>The period that is due or runs, at a glance.</summary>
    public static string Programme(ProgrammeId programme) => $"/programmes/{programme}";

    /// <summary>A period at a glance.</summary>
    public static string Period(ProgrammeId programme, PeriodId period) => $"{Programme(programme)}/{period}";

    /// <summary>A return as its funders read it.</summary>
    public static string Return(ReturnKey key) => $"{Period(key.Programme, key.Period)}/returns/{key.Award}";

    /// <summary>How the programme is set up.</summary>
    public static string SetUp(ProgrammeId programme) => $"{Programme(programme)}/setup";

    /// <summary>An award as it was agreed: contributions, partners, profile.</summary>
    public static string Award(ProgrammeId programme, AwardId award) => $"{Programme(programme)}/setup/awards/{award}";

    /// <summary>Help that charities asked for, over all programmes of the organisation that a person acts for.</summary>
    public const string Help = "/help-asked";

    /// <summary>Where a programme is begun.</summary>
    public const string New = "/programmes/new";

    public const string SetUpRoute = Route + "/setup";

    public const string AwardRoute = SetUpRoute + "/awards/{award}";

    /// <summary>Of a part of the set-up, such as <c>calendar</c>.</summary>
    public static string SetUp(ProgrammeId programme, string part) => $"{SetUp(programme)}/{part}";

    /// <summary>One period of the calendar.</summary>
    public static string CalendarPeriod(ProgrammeId programme, PeriodId period, string part = "") => $"{SetUp(programme)}/calendar/{period}{part}";

    public static string Indicator(ProgrammeId programme, IndicatorId indicator, string part = "") => $"{SetUp(programme)}/indicators/{indicator}{part}";

    /// <summary>Of a part of an award, such as <c>/details</c>.</summary>
    public static string Award(ProgrammeId programme, AwardId award, string part) => $"{Award(programme, award)}{part}";

    /// <summary>A proposed change of an award's profile.</summary>
    public static string Proposal(ProgrammeId programme, AwardId award, int number) => System.FormattableString.Invariant($"{Award(programme, award)}/profile/changes/{number}");

    /// <summary>A revision of a return as its funders read it.</summary>
    public static string Revision(ReturnKey key, int number) => $"{Return(key)}/revisions/{number}";

    /// <summary>How a revision differs from the one before, as far as a funder sees it.</summary>
    public static string Changes(ReturnKey key, int number) => $"{Revision(key, number)}/changes";

    /// <summary>Where a funder asks about a return.</summary>
    public static string Ask(ReturnKey key) => $"{Return(key)}/queries/new";

    /// <summary>Where a funder asks about one answer.</summary>
    public static string Ask(ReturnKey key, QuestionId question) => $"{Ask(key)}?question={question}";

    /// <summary>Where a funder posts that it takes its question back.</summary>
    public static string Withdraw(ReturnKey key, int query) => $"{Return(key)}/queries/{query}/withdraw";

    public static string Accept(ReturnKey key) => $"{Return(key)}/accept";

    public static string Acknowledge(ReturnKey key) => $"{Return(key)}/acknowledge";

    /// <summary>What was restated after the funder had downloaded it.</summary>
    public const string RestatedRoute = "/home/restated/{programme}/{period}/{award}";

    /// <summary>Where somebody posts that they have seen it.</summary>
    public static string Seen(ReturnKey key) => $"/home/restated/{key}/seen";

    /// <summary>Of a period's page.</summary>
    public const string PeriodRoute = Route + "/{period}";

    /// <summary>The returns of a period, or those behind one of its numbers.</summary>
    public static string Returns(ProgrammeId programme, PeriodId period, ReturnsShown shown = ReturnsShown.All, string? after = null)
    {
        string[] query = [.. shown == ReturnsShown.All ? Array.Empty<string>() : [$"status={ShownReturns.WordOf(shown)}"], .. after is null ? Array.Empty<string>() : [$"after={after}"]];
        return $"{Period(programme, period)}/returns{(query.Length == 0 ? "" : "?" + string.Join('&', query))}";
    }

    /// <summary>The returns behind an indicator's figure.</summary>
    public static string Indicator(ProgrammeId programme, PeriodId period, IndicatorId indicator) => $"{Period(programme, period)}/indicators/{indicator}";

    /// <summary>Samples of a period's returns whose evidence is looked at.</summary>
    public static string Samples(ProgrammeId programme, PeriodId period) => $"{Period(programme, period)}/spot-checks";

    public static string Sample(ProgrammeId programme, PeriodId period, int number) => $"{Samples(programme, period)}/{number}";

    /// <summary>Where the outcome of a check is noted.</summary>
    public static string Check(ProgrammeId programme, PeriodId period, int number, AwardId award) => $"{Sample(programme, period, number)}/{award}";

    /// <summary>What a return asks for help with, and what is done about it.</summary>
    public static string HelpOf(ReturnKey key) => $"{Return(key)}/help";

    public const string ReportsRoute = Route + "/reports";

    /// <summary>Of one report; its query says whose cut it is, what it holds, and which of its cuts is meant.</summary>
    public const string ReportRoute = ReportsRoute + "/{from}/{to}";

    /// <summary>What can be downloaded of a programme.</summary>
    public static string Reports(ProgrammeId programme, int page = 1) => $"{Programme(programme)}/reports{Query([OfPage(page)])}";

    /// <summary>One report: where it stands, what it was made from, its files.</summary>
    /// <param name="part">Such as <c>/revisions</c>.</param>
    /// <param name="cut">One of its cuts; null for whichever is the newest.</param>
    public static string Report(ReportKey key, string part = "", long? cut = null, int page = 1) =>
        $"{Programme(key.Programme)}/reports/{key.From}/{key.To}{part}{Query([OfFunder(key), OfContent(key), OfCut(cut), OfPage(page)])}";

    /// <summary>A report over the API, in one of its formats.</summary>
    /// <param name="cut">One of its cuts; null for whichever is the newest.</param>
    public static string ReportFile(ReportKey key, string format, long? cut = null) =>
        $"/api/v1/reports/{key.Programme}/{key.To}/consolidated.{format}{Query([key.From == key.To ? null : $"from={key.From}&to={key.To}", OfFunder(key), OfContent(key), OfCut(cut)])}";

    public const string PaperRoute = PeriodRoute + "/paper";

    /// <summary>What a committee reads of a period.</summary>
    public static string Paper(ProgrammeId programme, PeriodId period) => $"{Period(programme, period)}/paper";

    /// <summary>The pages of all funders with rows of their own, one after the other.</summary>
    public static string FunderPapers(ProgrammeId programme, PeriodId period) => $"{Paper(programme, period)}/funders";

    /// <summary>A funder's own page of it, such as a borough's.</summary>
    public static string FunderPaper(ProgrammeId programme, PeriodId period, OrganisationId funder) => $"{FunderPapers(programme, period)}/{funder}";

    /// <summary>Figures over time, up to a period.</summary>
    /// <param name="charts">The place of the first indicator shown, from 0.</param>
    /// <param name="from">The place of the first line of what is counted, from 0.</param>
    public static string Trend(ProgrammeId programme, PeriodId period, int charts = 0, int from = 0) =>
        $"{Period(programme, period)}/trend{Query([charts == 0 ? null : System.FormattableString.Invariant($"charts={charts}"), from == 0 ? null : System.FormattableString.Invariant($"from={from}")])}";

    /// <summary>What each funder's money did in a period.</summary>
    public static string Shares(ProgrammeId programme, PeriodId period) => $"{Period(programme, period)}/shares";

    /// <summary>What the money of the funder that a person acts for did, over all of its programmes.</summary>
    public const string OwnShares = "/shares";

    /// <summary>What the monitoring takes over all programmes of the funder that a person acts for.</summary>
    public const string OwnReportingTime = "/reporting-time";

    /// <summary>What the monitoring of a period costs the providers.</summary>
    public static string ReportingTime(ProgrammeId programme, PeriodId period) => $"{Period(programme, period)}/reporting-time";

    public const string RegisterRoute = Route + "/register";

    /// <summary>Of a register that its lead funder published.</summary>
    public const string PublishedRegisterRoute = Registers + "/{programme}";

    /// <summary>The registers of the funder that a person acts for, and those that others publish.</summary>
    public const string Registers = "/register";

    /// <summary>A programme's register.</summary>
    /// <param name="published">As others read it, whose lead funder published it.</param>
    public static string Register(ProgrammeId programme, bool published = false) => published ? $"{Registers}/{programme}" : $"{Programme(programme)}/register";

    /// <summary>The providers in it.</summary>
    public static string RegisterProviders(ProgrammeId programme, bool published = false) => $"{Register(programme, published)}/providers";

    public const string FormRoute = Route + "/form";

    public const string DraftRoute = FormRoute + "/draft";

    /// <summary>The programme's form: the version in force, and the next one.</summary>
    /// <param name="part">Such as <c>/begin</c>.</param>
    public static string Form(ProgrammeId programme, string part = "") => $"{Programme(programme)}/form{part}";

    /// <summary>The next version of the form, in the making.</summary>
    /// <param name="part">Such as <c>/history</c>.</param>
    public static string Draft(ProgrammeId programme, string part = "") => $"{Programme(programme)}/form/draft{part}";

    public static string DraftSection(ProgrammeId programme, SectionId section, string part = "") => Draft(programme, $"/sections/{section}{part}");

    /// <summary>A question of the draft, or one of a repeating group.</summary>
    public static string DraftQuestion(ProgrammeId programme, QuestionPath question, string part = "") => Draft(programme, $"/questions/{question}{part}");

    private static string? OfFunder(ReportKey key) => key.Funder is { } funder ? $"funder={funder}" : null;

    private static string? OfContent(ReportKey key) => key.Content.IsWhole ? null : $"of={key.Content}";

    private static string? OfCut(long? cut) => cut is { } number ? $"cut={number}" : null;

    private static string? OfPage(int page) => page == 1 ? null : $"page={page}";

    private static string Query(IEnumerable<string?> parts) => string.Join('&', parts.OfType<string>()) is { Length: > 0 } query ? "?" + query : "";
}
