using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Kept;

namespace MonitoringReturns.Core.Reporting.Papers;

/// <summary>A period's report as one of the programme's funders reads it on pages: the lead funder the whole, a co-funder its cut.</summary>
/// <param name="Reader">The funder that it is shown to.</param>
/// <param name="Report">Null where none is published yet, or its tables are still to come.</param>
public sealed record PeriodReport(ProgrammeAccess Access, ReportingPeriod Period, NamedOrganisation Reader, AskedReport Asked, KeptReport? Report)
{
    public Programme Programme => Access.Programme;

    /// <summary>An indicator of the programme by the name that the report has for it; null where it was renamed since.</summary>
    public Indicator? IndicatorNamed(string name) => Programme.Indicators.FirstOrDefault(indicator => string.Equals(indicator.Name, name, StringComparison.Ordinal));
}

/// <summary>Finds the report on a period for whoever asks, and asks for it where it is not there yet.</summary>
public sealed class OpenPeriodReport(IProgrammeStore programmes, AskForReport ask, ReadKept kept)
{
    public async Task<Outcome<PeriodReport>> RunAsync(ProgrammeId programmeId, PeriodId periodId, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme || programme.Period(periodId) is not { } period)
            return ProgrammeAccess.NotFound;
        return await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation) is { Reader: not null } access
            ? await OfAsync(access, period, cancellation)
            : ProgrammeAccess.NotFound;
    }

    /// <summary>For one of the programme's funders.</summary>
    internal async Task<PeriodReport> OfAsync(ProgrammeAccess access, ReportingPeriod period, CancellationToken cancellation)
    {
        var reader = access.Reader!;
        var key = new ReportKey(access.Programme.Id, period.Id, period.Id, access.IsLeadFunder ? null : reader.Id);
        var asked = await ask.OfAsync(access, key, cancellation);
        return new PeriodReport(access, period, reader, asked, asked.State.Published is { } published ? await kept.OpenAsync(key, published, cancellation) : null);
    }
}
