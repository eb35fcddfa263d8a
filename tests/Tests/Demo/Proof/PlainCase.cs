using System.Collections.Concurrent;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>A demonstration as raw data: its forms as JSON, and every return that was filed.</summary>
internal sealed class PlainCase
{
    private static readonly ConcurrentDictionary<string, Lazy<PlainCase>> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Award, string Period), PlainReturn> _returns = [];
    private readonly Dictionary<string, PlainForm> _forms = new(StringComparer.Ordinal);

    private PlainCase(IDemoCase demo)
    {
        Demo = demo;
        Forms = [.. demo.Forms.Select(form => new PlainForm(form))];
        foreach (var period in demo.Programme.Calendar)
        {
            var form = _forms[period.Id.Value] = FormOf(period.Id.Value);
            var filings = demo.Filings(period.Id).ToLookup(filing => filing.Award);
            foreach (var award in demo.Awards)
                _returns[(award.Id.Value, period.Id.Value)] = new PlainReturn(award, period, form, [.. filings[award.Id]]);
        }
    }

    public IDemoCase Demo { get; }

    public IReadOnlyList<PlainForm> Forms { get; }

    /// <summary>The case of this name; read once, for it is the same every time.</summary>
    public static PlainCase Of(string name) => Known.GetOrAdd(name, _ => new Lazy<PlainCase>(() => new PlainCase(DemoCases.Of(name).Single()))).Value;

    public PlainReturn Return(Award award, string period) => _returns[(award.Id.Value, period)];

    public PlainForm Form(string period) => _forms[period];

    /// <summary>The last version that starts with the period or one before it.</summary>
    private PlainForm FormOf(string period)
    {
        var periods = Demo.Programme.Calendar.Select(one => one.Id.Value).ToList();
        var plan = Demo.Programme.FormVersions.Last(from => periods.IndexOf(from.From.Value) <= periods.IndexOf(period));
        return Forms.Single(form => form.Version == plan.Version);
    }
}
