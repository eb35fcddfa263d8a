namespace MonitoringReturns.Local.Demo.People;

/// <summary>Machines that the stand-in sign-in provider gives a token; each one's secret is its id.</summary>
public static class DemoClients
{
    public const string Charity = "demo-charity";
    public const string LeadFunder = "demo-lead-funder";
    public const string CoFunder = "demo-co-funder";
    public const string Admin = "demo-admin";

    public static IReadOnlyList<string> All { get; } = [Charity, LeadFunder, CoFunder, Admin];
}
