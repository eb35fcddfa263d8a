using MonitoringReturns.Core.People;

namespace MonitoringReturns.Web.Pages.Programmes.Setup;

/// <summary>What to choose from in boxes for organisations in which a part of a name was typed.</summary>
public sealed record OrganisationChoices(IReadOnlyDictionary<string, OrganisationsOfName> ByBox)
{
    public static readonly OrganisationChoices None = new(new Dictionary<string, OrganisationsOfName>(StringComparer.Ordinal));

    /// <summary>Null where there is nothing to choose.</summary>
    public OrganisationsOfName? Of(string box) => ByBox.GetValueOrDefault(box);

    /// <summary>The name of the choice beside a box.</summary>
    public static string BoxOf(string box) => $"{box}-choice";

    /// <summary>The name of what was looked for.</summary>
    public static string ForOf(string box) => $"{box}-for";
}
