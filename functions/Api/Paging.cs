using System.Globalization;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Functions.Api;

/// <summary>Pages of lists: <c>size</c>, 1 to 500, and <c>after</c>, where the page before ended.</summary>
internal static class Paging
{
    private const int Usual = 100;
    private const int Most = 500;

    public static Outcome<int> Size(string? size) =>
        size is null ? Usual
        : int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number
        : new Problem(Catalogue.BadParameter, $"Give size as a whole number from 1 to {Most}.");

    public static Problem BadAfter => new(Catalogue.BadParameter, "Give after as the next link of the page before has it.");
}
