using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Registers.Sheets;

/// <summary>A sheet of a register: written when every award is known.</summary>
internal abstract class RegisterSheet(Cut cut, IReportWriter report, ReportSheet sheet)
{
    protected Cut Cut { get; } = cut;

    public IReportSheetWriter Writer { get; } = report.AddSheet(sheet);

    public abstract void Write(RegisterFigures register, OwnRows ownRows);

    /// <summary>What pounds are: to the lead funder all of an award, to a co-funder what it pays.</summary>
    protected static string Pounds(Cut cut) => cut.Sight.IsLead
        ? "Pounds are the awards’ whole amounts, from all funders together."
        : $"Awards are those that {cut.Reader.Name} pays for, and pounds are what it pays.";

    protected const string Spread = "An award’s pounds are spread evenly over its days into financial years, 1 April to 31 March; where a provider left early, until that day. Years after this one hold what is awarded so far.";

    /// <summary>Providers by band, then by area, then by name.</summary>
    protected static IEnumerable<RegisteredProvider> InOrder(RegisterFigures register, Cut cut) => register.Providers
        .OrderBy(provider => provider.Income is { } band ? (int)band : int.MaxValue)
        .ThenBy(provider => provider.Office is null ? 1 : 0).ThenBy(provider => RegisterWords.Of(provider.Office, cut.Programme), StringComparer.Ordinal)
        .ThenBy(provider => provider.Name, StringComparer.Ordinal).ThenBy(provider => provider.Id.Value, StringComparer.Ordinal);
}
