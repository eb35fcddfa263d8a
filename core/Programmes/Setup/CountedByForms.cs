using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>What the planned versions of a programme's form count: which indicators, and for whose rows.</summary>
public sealed class CountedByForms
{
    private readonly Dictionary<IndicatorId, (string Label, HashSet<OrganisationId> Funders)> _counted = [];

    private CountedByForms(IReadOnlyList<int> missing) => MissingVersions = missing;

    /// <summary>Planned versions that there are not.</summary>
    public IReadOnlyList<int> MissingVersions { get; }

    /// <summary>What the form is called, in its newest version here; null where there is none.</summary>
    public string? FormTitle { get; private set; }

    public IEnumerable<IndicatorId> Indicators => _counted.Keys;

    public bool Counts(IndicatorId indicator) => _counted.ContainsKey(indicator);

    /// <summary>What the form asks for it.</summary>
    public string LabelOf(IndicatorId indicator) => _counted[indicator].Label;

    /// <summary>The funders whose rows count it; none where it is counted for an award as a whole.</summary>
    public IReadOnlySet<OrganisationId> FundersOf(IndicatorId indicator) => _counted.TryGetValue(indicator, out var known) ? known.Funders : new HashSet<OrganisationId>();

    public static Task<CountedByForms> OfAsync(Programme programme, IFormStore forms, CancellationToken cancellation) =>
        OfAsync(programme.Form, programme.FormVersions.Select(plan => plan.Version).Distinct(), forms, cancellation);

    /// <summary>What is planned or, where nothing is yet, what the newest version of the form would count.</summary>
    public static async Task<CountedByForms> ComingAsync(Programme programme, IFormStore forms, CancellationToken cancellation) => programme.FormVersions.Count > 0
        ? await OfAsync(programme, forms, cancellation)
        : await OfAsync(programme.Form, (await forms.VersionsAsync(programme.Form, cancellation)).TakeLast(1), forms, cancellation);

    private static async Task<CountedByForms> OfAsync(FormId form, IEnumerable<int> versions, IFormStore forms, CancellationToken cancellation)
    {
        var missing = new List<int>();
        var counted = new CountedByForms(missing);
        foreach (var number in versions)
            if (await forms.GetAsync(form, number, cancellation) is { } version)
            {
                counted.FormTitle = version.Title;
                foreach (var measure in version.Measures)
                    foreach (var indicator in measure.Indicators)
                    {
                        if (!counted._counted.TryGetValue(indicator, out var known))
                            counted._counted[indicator] = known = (version.Question(measure.Id.Question).Label, []);
                        if (measure.Funder is { } funder)
                            known.Funders.Add(funder);
                    }
            }
            else
            {
                missing.Add(number);
            }
        return counted;
    }
}
