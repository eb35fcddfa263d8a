namespace MonitoringReturns.Core.Reporting;

/// <summary>Goes through a list that is sorted by award, in step with others.</summary>
internal sealed class Stepper<T>(IAsyncEnumerable<T> items, Func<T, AwardId> awardOf) : IAsyncDisposable where T : class
{
    private IAsyncEnumerator<T>? _items;
    private bool _more = true;

    /// <summary>The first item of an award, or null; awards must be asked for in their order.</summary>
    public async ValueTask<T?> AtAsync(AwardId award) => await FindAsync(award, static _ => true);

    /// <summary>The first item of an award that is wanted, or null; the list goes on after it.</summary>
    public async ValueTask<T?> FindAsync(AwardId award, Func<T, bool> wanted)
    {
        if (_items is null)
        {
            _items = items.GetAsyncEnumerator();
            _more = await _items.MoveNextAsync();
        }
        while (_more)
        {
            var order = string.CompareOrdinal(awardOf(_items.Current).Value, award.Value);
            if (order > 0)
                return null;
            if (order == 0 && wanted(_items.Current))
                return _items.Current;
            _more = await _items.MoveNextAsync();
        }
        return null;
    }

    public ValueTask DisposeAsync() => _items?.DisposeAsync() ?? default;
}
