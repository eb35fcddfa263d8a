using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.SpotChecks;

/// <summary>A period's samples, for the lead funder's people.</summary>
public sealed record SamplesOfPeriod(ProgrammeAccess Access, ReportingPeriod Period, IReadOnlyList<Sample> Samples);

/// <summary>A sample with what its checks came to.</summary>
public sealed record CheckedSample(ProgrammeAccess Access, ReportingPeriod Period, Sample Sample, IReadOnlyList<CheckOutcome> Outcomes)
{
    public CheckOutcome? OutcomeOf(AwardId award) => Outcomes.FirstOrDefault(one => one.Award == award);
}

/// <summary>Reads samples: for the lead funder all of them, for a provider that its return was drawn.</summary>
public sealed class ReadSamples(IProgrammeStore programmes, ISampleStore samples)
{
    public async Task<Outcome<SamplesOfPeriod>> ListAsync(ProgrammeId programmeId, PeriodId periodId, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(programmeId, cancellation) is not { IsComplete: true } programme || programme.Period(periodId) is not { } period)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        return access.IsLeadFunder ? new SamplesOfPeriod(access, period, await samples.ListAsync(programmeId, periodId, cancellation)) : ProgrammeAccess.NotFound;
    }

    public async Task<Outcome<CheckedSample>> RunAsync(ProgrammeId programmeId, PeriodId periodId, int number, Caller caller, CancellationToken cancellation)
    {
        var found = await ListAsync(programmeId, periodId, caller, cancellation);
        if (found.Value is not { } list)
            return found.Problem!;
        return list.Samples.FirstOrDefault(sample => sample.Number == number) is { } one
            ? new CheckedSample(list.Access, list.Period, one, await samples.OutcomesAsync(programmeId, periodId, number, cancellation))
            : ProgrammeAccess.NotFound;
    }

    /// <summary>For the provider: the samples that its return was drawn in.</summary>
    public async Task<IReadOnlyList<DrawnReturn>> OfReturnAsync(FoundReturn current, CancellationToken cancellation)
    {
        if (!current.Access.IsProvider || current.Header.Revision == 0)
            return [];
        var drawn = new List<DrawnReturn>();
        foreach (var sample in await samples.ListAsync(current.Key.Programme, current.Key.Period, cancellation))
            if (sample.Drawn.Contains(current.Key.Award))
                drawn.Add(new DrawnReturn(
                    sample.Number, sample.At, sample.Evidence,
                    (await samples.OutcomesAsync(current.Key.Programme, current.Key.Period, sample.Number, cancellation)).FirstOrDefault(one => one.Award == current.Key.Award)));
        return drawn;
    }
}
