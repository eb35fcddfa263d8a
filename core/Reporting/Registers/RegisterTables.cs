namespace MonitoringReturns.Core.Reporting.Registers;

/// <summary>The tables of a register, by id.</summary>
public static class RegisterTables
{
    public const string Totals = "RegisterTotals", Providers = "Providers", Groups = "ProviderGroups", FlowsByBand = "FlowsByBand", AwardsByBand = "AwardsByBand", FlowsByArea = "FlowsByArea",
        AwardsByArea = "AwardsByArea", Growth = "Growth", Moved = "Moved", Areas = "Areas", AreaFigures = "AreaFigures";
}
