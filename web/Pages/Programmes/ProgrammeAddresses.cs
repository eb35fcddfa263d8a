using MonitoringReturns.Core;
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
}
