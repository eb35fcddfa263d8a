using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.People;

/// <summary>Whom the stand-in sign-in provider offers.</summary>
public static class DemoPeople
{
    private static readonly NamedOrganisation Operator = new(OrganisationId.Parse("MR-000000"), "Portal operator");

    /// <summary>Looks after the portal, whichever demonstration runs, and when none does.</summary>
    public static DemoPerson Administrator { get; } =
        DemoPerson.In(Operator, "Wendy Ackroyd-Shaw", "Portal administrator: lets organisations in and checks the records; sees no answers.", "Administrator");

    /// <summary>The people of a demonstration and the administrator.</summary>
    /// <param name="caseName">Null for no demonstration.</param>
    public static IReadOnlyList<DemoPerson> Of(string? caseName) =>
        [.. caseName is null ? [] : DemoCases.Of(caseName).SelectMany(demo => demo.People), Administrator];
}
