using MonitoringReturns.Core;
using MonitoringReturns.Local.Demo.EarlyHelp;
using MonitoringReturns.Local.Demo.GrantAid;
using MonitoringReturns.Local.Demo.HouseholdSupport;
using MonitoringReturns.Local.Demo.SharedCommissions;
using MonitoringReturns.Local.Parts;

namespace MonitoringReturns.Local.Demo;

/// <summary>The one register of demonstrations.</summary>
public static class DemoCases
{
    /// <summary>In place of a name: every one, in turn.</summary>
    public const string All = "all";

    private static readonly Dictionary<string, Func<IDemoCase>> Makers = new(StringComparer.Ordinal)
    {
        [GrantAidCase.CaseName] = () => new GrantAidCase(),
        [HouseholdSupportCase.CaseName] = () => new HouseholdSupportCase(),
        [EarlyHelpCase.CaseName] = () => new EarlyHelpCase(),
        [SharedCommissionsCase.CaseName] = () => new SharedCommissionsCase(),
    };

    public static IReadOnlyList<string> Names { get; } = [.. Makers.Keys];

    public static bool IsKnown(string name) => string.Equals(name, All, StringComparison.Ordinal) || Makers.ContainsKey(name);

    /// <param name="name">With <see cref="PresentCase.Suffix"/> after it, the case in the present.</param>
    /// <exception cref="CannotStartException">There is none of this name.</exception>
    public static IReadOnlyList<IDemoCase> Of(string name) =>
        name.EndsWith(PresentCase.Suffix, StringComparison.Ordinal)
            ? [.. Of(name[..^PresentCase.Suffix.Length]).Select(demo => new PresentCase(demo, UkTime.DayOf(TimeProvider.System.GetUtcNow())))]
        : string.Equals(name, All, StringComparison.Ordinal) ? [.. Makers.Values.Select(make => make())]
        : Makers.TryGetValue(name, out var maker) ? [maker()]
        : throw new CannotStartException($"There is no demonstration “{name}”. There is: {string.Join(", ", Names)}, or {All}.");
}
