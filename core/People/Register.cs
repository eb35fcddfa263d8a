namespace MonitoringReturns.Core.People;

/// <summary>A register of organisations, with an identifier of its shape.</summary>
public sealed record Register(string Name, string Example)
{
    /// <summary>The registers whose identifiers the portal takes, the commonest first.</summary>
    public static IReadOnlyList<Register> All { get; } =
    [
        new("Charity Commission for England and Wales", "GB-CHC-1044239"),
        new("Scottish Charity Register", "GB-SC-SC001234"),
        new("Charity Commission for Northern Ireland", "GB-NIC-100012"),
        new("Companies House", "GB-COH-03011053"),
        new("Councils in England", "GB-LAE-WSX"),
        new("Councils in Scotland", "GB-LAS-EDH"),
        new("Councils in Wales", "GB-PLA-CRF"),
        new("Councils in Northern Ireland", "GB-LANI-BFS"),
        new("NHS organisations", "GB-NHS-RX1"),
        new("Other government bodies", "GB-GOR-D17"),
    ];
}
