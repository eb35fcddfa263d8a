namespace MonitoringReturns.Core.Record;

/// <summary>Where a chain of the record is broken.</summary>
/// <param name="Number">The first entry that is wrong, missing or too much.</param>
/// <param name="What">A sentence.</param>
public sealed record RecordBreak(string Chain, int Number, string What);

/// <summary>Walks a chain from its first entry to its head and says where it is broken.</summary>
public sealed class RecordWalk(RecordChain chain)
{
    private readonly Dictionary<Deed, string?> _after = [];
    private RecordHead _reached = RecordHead.Empty;
    private RecordBreak? _broken;

    /// <summary>Entries that were in order.</summary>
    public int Sound => _reached.Count;

    /// <summary>The digest that the last entry of a deed left, such as of the newest submission; null where there was none.</summary>
    public string? LastAfter(Deed deed) => _after.GetValueOrDefault(deed);

    /// <summary>The next entry as it is stored.</summary>
    public void Add(RecordEntry entry)
    {
        if (_broken is not null)
            return;
        var expected = _reached.Count + 1;
        if (entry.Number != expected)
            _broken = Break(expected, $"Entry {expected} is missing: {entry.Number} comes next.");
        else if (!string.Equals(entry.Previous, _reached.Digest, StringComparison.Ordinal))
            _broken = Break(expected, $"Entry {expected} doesn't follow the one before it.");
        else if (!string.Equals(entry.Digest, chain.DigestOf(entry), StringComparison.Ordinal))
            _broken = Break(expected, $"Entry {expected} was changed after it was written.");
        else
        {
            _reached = RecordChain.HeadAfter(entry);
            _after[entry.Deed] = entry.After;
        }
    }

    /// <summary>Where the chain is broken; null where it leads from its first entry to the head.</summary>
    public RecordBreak? EndAt(RecordHead head) =>
        _broken
        ?? (_reached == head ? null
            : _reached.Count < head.Count ? Break(_reached.Count + 1, $"Entry {_reached.Count + 1} is missing: the record was cut off; there were {head.Count}.")
            : Break(head.Count + 1, $"The record has entries after its end, which is {head.Count}."));

    private RecordBreak Break(int number, string what) => new(chain.Name, number, what);
}
