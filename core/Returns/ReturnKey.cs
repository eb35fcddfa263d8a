namespace MonitoringReturns.Core.Returns;

/// <summary>Which return: one award's answers for one period of its programme.</summary>
public readonly record struct ReturnKey(ProgrammeId Programme, PeriodId Period, AwardId Award)
{
    public override string ToString() => $"{Programme}/{Period}/{Award}";
}
