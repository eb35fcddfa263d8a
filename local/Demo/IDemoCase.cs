using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo.Deeds;
using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Demo;

/// <summary>A demonstration: invented organisations and their returns, the same every time.</summary>
public interface IDemoCase
{
    /// <summary>As the command line says it.</summary>
    string Name { get; }

    /// <summary>The form versions as JSON documents, in the order of their numbers.</summary>
    IReadOnlyList<ReadOnlyMemory<byte>> Forms { get; }

    /// <summary>A version of the form that no past return was filed on: it begins in the present (<see cref="PresentCase"/>). Null for none.</summary>
    ReadOnlyMemory<byte>? NextForm => null;

    Programme Programme { get; }

    IReadOnlyList<Award> Awards { get; }

    /// <summary>Who signs in to play it: at the lead funder, a co-funder or two, and some providers.</summary>
    IReadOnlyList<DemoPerson> People => [];

    /// <summary>Reports that are asked for beside the lead funder's own of each period: cuts for co-funders, and spans.</summary>
    IReadOnlyList<DemoCut> Cuts => [];

    /// <summary>What funders and charities do about the returns of the first period of the case in the present, in time order.</summary>
    IReadOnlyList<PageDeed> DeedsIn(PresentCase present) => [];

    /// <summary>What is filed in a period, in time order; an award may stand there more than once, for its corrections.</summary>
    IReadOnlyList<Filing> Filings(PeriodId period);
}

/// <summary>One return as it is sent: all of its answers, and who signs it when.</summary>
/// <param name="Revision">The revision that comes of it, from 1.</param>
/// <param name="At">When it is sent.</param>
/// <param name="Signatory">Null where it is saved as a draft and not submitted.</param>
public sealed record Filing(AwardId Award, int Revision, DateTimeOffset At, IReadOnlyList<DemoAnswer> Answers, Signatory? Signatory, int Minutes)
{
    /// <summary>Who signs second, where the form asks for two signatures.</summary>
    public Signatory? SecondSignatory { get; init; }

    /// <summary>The lead funder had accepted the revision before, and it was reopened for this reason; null where it was not.</summary>
    public string? ReopenedBecause { get; init; }
}

/// <summary>A report over a span of whole periods, for one funder.</summary>
/// <param name="Funder">Null for the lead funder's.</param>
public sealed record DemoCut(PeriodId From, PeriodId To, OrganisationId? Funder);

/// <summary>An answer as it is sent.</summary>
/// <param name="ValueJson">JSON in the shape of the question's type.</param>
/// <param name="Comment">The sentence that explains it; null where there is none.</param>
public sealed record DemoAnswer(string Question, string ValueJson, string? Comment);
