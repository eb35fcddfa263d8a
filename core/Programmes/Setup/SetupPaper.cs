namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>Something that stands beside a programme and is written in one transaction with a change of it, such as the announcement of a form version.</summary>
public abstract record SetupPaper
{
    public required ProgrammeId Programme { get; init; }
}
