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
