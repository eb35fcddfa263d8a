using System.Globalization;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Functions.Pages.Record;

/// <summary>A part of a record, the newest first, with addresses of the parts beside it.</summary>
internal static class RecordPaging
{
    private const int AtOnce = 50;

    /// <param name="before">Show entries older than this number; null for the newest.</param>
    public static (IReadOnlyList<Named<RecordEntry>> Shown, string? Newer, string? Older) Part(IReadOnlyList<Named<RecordEntry>> entries, int? before, string address)
    {
        var newestFirst = entries.Reverse().ToList();
        var start = before is { } number ? newestFirst.Count(entry => entry.What.Number >= number) : 0;
        var shown = newestFirst.Skip(start).Take(AtOnce).ToList();
        var newer = start == 0 ? null : start <= AtOnce ? address : At(address, newestFirst[start - AtOnce - 1].What.Number);
        var older = start + shown.Count < newestFirst.Count ? At(address, shown[^1].What.Number) : null;
        return (shown, newer, older);
    }

    /// <summary>The same of a record whose entries are all shown: which numbers stand on the page, both included.</summary>
    /// <param name="count">How many entries there are.</param>
    public static (int From, int To, string? Newer, string? Older) Part(int count, int? before, string address)
    {
        var to = Math.Clamp(before ?? int.MaxValue, 1, count + 1) - 1;
        var from = Math.Max(to - AtOnce + 1, 1);
        var newer = to == count ? null : to + AtOnce >= count ? address : At(address, to + AtOnce + 1);
        return (from, to, newer, from > 1 && to > 0 ? At(address, from) : null);
    }

    private static string At(string address, int before) => string.Create(CultureInfo.InvariantCulture, $"{address}?before={before}");
}
