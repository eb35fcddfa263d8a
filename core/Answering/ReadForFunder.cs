using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Answering;

/// <summary>Reads a return for an officer or reader of one of its funders, and notes the look before anything is shown.</summary>
public sealed class ReadForFunder(FindReturn find, ReadRevision read, LastAnswers lastAnswers, CompareRevisions compare, ReadCorrespondence correspondence, ILookStore looks)
{
    public const string WhoMay = "The funders of the award read its returns here. Your own returns are under “Your returns”.";

    /// <param name="number">Which revision; null for the newest.</param>
    public async Task<Outcome<FundersReturn>> RunAsync(ReturnKey key, int? number, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (current.Access is not { IsProvider: false, Sight: { } sight })
            return current.Access.WhyNot(WhoMay);
        if (current.Header.Revision == 0)
            return number is null ? new FundersReturn(current, null, Correspondence.None) : ReturnAccess.NotFound;
        var findingLast = lastAnswers.ForFunderAsync(current, sight, cancellation);
        var findingWords = correspondence.OfAsync(current, cancellation);
        var findingRevisions = compare.OfFoundAsync(current, cancellation);
        if (await read.OfAsync(current, number ?? current.Header.Revision, caller, LookKind.Viewed, cancellation) is not { } shown)
            return ReturnAccess.NotFound;
        var seen = new SeenRevisionReader(current, shown.Shown.Revision, sight, await findingLast).Read();
        return new FundersReturn(current, seen, await findingWords) { Readers = await ReadersAsync(current, cancellation), Revisions = await findingRevisions };
    }

    private async Task<IReadOnlyList<(string Funder, DateOnly Day)>> ReadersAsync(FoundReturn current, CancellationToken cancellation)
    {
        var readers = new Dictionary<OrganisationId, DateOnly>();
        await foreach (var look in looks.OfAsync(current.Key, cancellation))
            readers.TryAdd(look.For, look.Day);
        // A report that a co-funder downloads holds only the awards that it pays for.
        return [.. current.Programme.Funders.Where(funder => readers.ContainsKey(funder.Id) && (funder.Id == current.Programme.LeadFunder.Id || current.Award.IsFundedBy(funder.Id)))
            .Select(funder => (funder.Name, readers[funder.Id])).OrderByDescending(reader => reader.Item2)];
    }
}
