using System.Security.Cryptography;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.SpotChecks;

/// <summary>Draws a sample of what is in. A second one is a second record: nothing that was drawn goes away.</summary>
public sealed class DrawSample(ReadSamples read, IProgrammeStore programmes, IReturnStore returns, ISetupStore setups, IWorkQueue queue, TimeProvider clock)
{
    public const int MostCharacters = 2000;

    public const string WhoMay = "An officer of the lead funder draws samples and notes what checks came to.";

    private const int SeedBytes = 16;

    private readonly ChangeSetup _change = new(setups, queue, clock);

    /// <param name="seen">How many samples the officer had seen: none is drawn by two at once.</param>
    /// <param name="size">Such as “5” or “10%”.</param>
    public Task<Outcome<Sample>> RunAsync(ProgrammeId programmeId, PeriodId periodId, int seen, string? size, string? evidence, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync(programmeId, caller, () => DrawAsync(programmeId, periodId, seen, size, evidence, caller, cancellation), cancellation);

    private async Task<Outcome<ChangeSetup.Change<Sample>>> DrawAsync(
        ProgrammeId programmeId, PeriodId periodId, int seen, string? size, string? evidence, Caller caller, CancellationToken cancellation)
    {
        var found = await read.ListAsync(programmeId, periodId, caller, cancellation);
        if (found.Value is not { } list)
            return found.Problem!;
        if (!list.Access.MayCheckEvidence)
            return new Problem(Catalogue.RoleNeeded, WhoMay);
        if (list.Samples.Count != seen)
            return Meanwhile;
        var (wanted, text) = (SampleSize.Parse(size), evidence?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() ?? "");
        if (FindingsAbout(wanted, text) is { Count: > 0 } findings)
            return new Problem(Catalogue.SampleNotUsable, "Put right what is listed under findings.") { Findings = findings };
        var population = await PopulationAsync(programmeId, periodId, cancellation);
        if (population.Count == 0)
            return new Problem(Catalogue.SampleNotUsable, "No return of this period is in yet, so there is nothing to draw from.");
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));
        var sample = new Sample(
            seen + 1, wanted!.Value.ToString(), seed, population, Sample.DigestOf(population), Sample.Draw(population.Select(one => one.Award), wanted.Value.Of(population.Count), seed),
            text, caller.Id, list.Access.Programme.LeadFunder.Id, clock.GetUtcNow());
        return new ChangeSetup.Change<Sample>(sample, Deed.SampleDrawn, sample.For, SetupWords.About(periodId, sample.Number)) { After = SetupDigest.Of(sample), Sample = new PeriodSample(periodId, sample) };
    }

    private static Problem Meanwhile => new(Catalogue.SampleDrawnMeanwhile, "Somebody else drew a sample while you filled in the form. Look at it below; draw another only if you need both.");

    private async Task<List<SampledReturn>> PopulationAsync(ProgrammeId programme, PeriodId period, CancellationToken cancellation)
    {
        var submitted = (await returns.StandingsAsync(programme, period, cancellation)).Where(standing => standing.Revision > 0).ToDictionary(standing => standing.Award, standing => standing.Revision);
        var population = new List<SampledReturn>();
        foreach (var award in await programmes.BriefsAsync(programme, cancellation))
            if (submitted.TryGetValue(award.Id, out var revision))
                population.Add(new SampledReturn(award.Id, revision, award.Provider.Name, award.Project));
        return population;
    }

    private static List<Finding> FindingsAbout(SampleSize? size, string evidence)
    {
        var findings = new List<Finding>();
        if (size is null)
            findings.Add(new Finding(Catalogue.WrongType, FindingKind.Refused, "size", "Enter how many returns as a whole number, like 5, or as a percentage, like 10%."));
        if (evidence.Length is 0 or > MostCharacters)
            findings.Add(new Finding(
                evidence.Length == 0 ? Catalogue.AnswerRequired : Catalogue.TextTooLong, FindingKind.Refused, "evidence",
                evidence.Length == 0 ? "Say what evidence you will ask for. The charities that are drawn read it." : $"Shorten what you ask for to {MostCharacters:N0} characters or fewer; it has {evidence.Length:N0}."));
        return findings;
    }
}
