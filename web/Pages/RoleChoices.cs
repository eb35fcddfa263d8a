using MonitoringReturns.Core.People;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages;

/// <summary>Roles as boxes to tick, each with what it means.</summary>
public static class RoleChoices
{
    public static IReadOnlyList<Choice> Of(Roles roles) =>
        [.. Each(roles).Select(role => new Choice(role.ToString(), Capitalised(RoleWords.Of(role)), RoleWords.Meaning(role)))];

    /// <summary>The boxes that are ticked for roles.</summary>
    public static IReadOnlyList<string> Ticked(Roles roles) => [.. Each(roles).Select(role => role.ToString())];

    /// <summary>The roles of ticked boxes; what is no role is left out.</summary>
    public static Roles Roles(IEnumerable<string?> ticked) =>
        ticked.Aggregate(Core.People.Roles.None, (sum, text) => sum | RoleRules.All.FirstOrDefault(role => string.Equals(role.ToString(), text, StringComparison.Ordinal)));

    public static IEnumerable<Roles> Each(Roles roles) => RoleRules.All.Where(role => roles.HasAny(role));

    public static string Capitalised(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
