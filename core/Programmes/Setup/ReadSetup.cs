using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Programmes.Setup;

/// <summary>How a programme is set up, for one of its funders.</summary>
/// <param name="Missing">What it needs before returns can be filed, as sentences; none where they can.</param>
/// <param name="Today">The day it is in the United Kingdom.</param>
public sealed record ShownSetup(Programme Programme, ProgrammeAccess Access, CountedByForms Counted, IReadOnlyList<string> Missing, DateOnly Today)
{
    /// <summary>Whether a period has opened, so that only extra time moves its days.</summary>
    public bool IsFixed(Periods.ReportingPeriod period) => ProgrammeRules.IsFixed(Programme, period, Today);

    /// <summary>Whether any period has opened, so that the form changes by announcing a version alone.</summary>
    public bool HasOpened => Programme.Calendar.Any(IsFixed);

    /// <summary>Indicators that a planned form counts and the programme doesn't have, with what the form asks.</summary>
    public IReadOnlyList<(IndicatorId Indicator, string Label)> NotDefined =>
        [.. Counted.Indicators.Where(id => Programme.Indicator(id) is null).Select(id => (id, Counted.LabelOf(id))).OrderBy(one => one.id.Value, StringComparer.Ordinal)];
}

/// <summary>Reads how a programme is set up, and what was changed of it.</summary>
public sealed class ReadSetup(
    IProgrammeStore programmes, IFormStore forms, IRecordStore record, IOrganisationStore organisations, IPeopleStore people, VerifyRecord verify, TimeProvider clock)
{
    public const string WhoMay = "A lead officer of the lead funder sets up the programme.";

    private readonly SetupNames _names = new(organisations, people);

    public async Task<Outcome<ShownSetup>> RunAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { } programme)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (!access.ReadsSetup)
            return access.WhyNot("The programme’s funders read how it is set up.");
        var counted = await CountedByForms.ComingAsync(programme, forms, cancellation);
        return new ShownSetup(programme, access, counted, MissingIn(programme, counted), UkTime.DayOf(clock.GetUtcNow()));
    }

    /// <summary>As <see cref="RunAsync"/>, for who may change it.</summary>
    public async Task<Outcome<ShownSetup>> ToChangeAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        var found = await RunAsync(id, caller, cancellation);
        return found.Value is { Access.MaySetUp: false } shown ? shown.Access.WhyNot(WhoMay) : found;
    }

    /// <summary>Everything that was changed of a programme and its awards, the first first, and whether the record is whole.</summary>
    /// <param name="award">Only what is about this award; null for all.</param>
    public async Task<(IReadOnlyList<Named<RecordEntry>> Entries, Verified Verified)> RecordAsync(ProgrammeId programme, AwardId? award, OrganisationId reader, CancellationToken cancellation)
    {
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(programme, cancellation))
            if (award is null || SetupWords.AwardIn(entry.About) == award)
                entries.Add(entry);
        return (await NamedAsync(programme, entries, reader, cancellation), await verify.ProgrammeAsync(programme, cancellation));
    }

    /// <summary>What others changed since a version that somebody read, told to them.</summary>
    internal async Task<Problem> StaleAsync(ProgrammeId programme, AwardId? award, int missed, OrganisationId reader, CancellationToken cancellation)
    {
        var entries = new List<RecordEntry>();
        await foreach (var entry in record.OfAsync(programme, cancellation))
            if (award is null ? entry.Deed is Deed.ProgrammeChanged or Deed.ProgrammeBegun : entry.Deed is Deed.AwardChanged or Deed.AwardAdded or Deed.ProfileAgreed && SetupWords.AwardIn(entry.About) == award)
                entries.Add(entry);
        var told = (await NamedAsync(programme, [.. entries.TakeLast(Math.Max(missed, 1))], reader, cancellation))
            .Select(entry => $"{RecordWords.Who(entry)}, {UkTime.Local(entry.What.At).ToString("d MMMM yyyy 'at' HH:mm", System.Globalization.CultureInfo.InvariantCulture)}: {RecordWords.What(entry)}.");
        return new Problem(Catalogue.SetupChanged, $"Somebody else changed this while you had it open. {string.Join(' ', told)} Nothing of yours was saved: check it, and save again if it still holds.");
    }

    /// <summary>What a programme needs before returns can be filed.</summary>
    private static List<string> MissingIn(Programme programme, CountedByForms counted)
    {
        var missing = new List<string>();
        if (programme.Calendar.Count == 0)
            missing.Add("It has no calendar yet: add its reporting periods.");
        if (programme.FormVersions.Count == 0)
            missing.Add("No form is asked yet: choose which version of the form is asked from which period on.");
        foreach (var number in counted.MissingVersions)
            missing.Add($"The form {programme.Form} has no version {number}: choose another, or have it added.");
        var undefined = counted.Indicators.Where(id => programme.Indicator(id) is null).Select(id => $"“{counted.LabelOf(id)}”").Distinct(StringComparer.Ordinal).ToList();
        if (undefined.Count > 0)
            missing.Add($"The form counts what is no indicator of the programme yet: {string.Join(", ", undefined)}. Add them under frameworks and indicators.");
        return missing;
    }

    private async Task<IReadOnlyList<Named<RecordEntry>>> NamedAsync(ProgrammeId programme, List<RecordEntry> entries, OrganisationId reader, CancellationToken cancellation)
    {
        var providers = new Dictionary<AwardId, string?>();
        var named = new List<Named<RecordEntry>>(entries.Count);
        foreach (var entry in entries)
        {
            string? about = null;
            if (SetupWords.AwardIn(entry.About) is { } award && !providers.TryGetValue(award, out about))
                providers[award] = about = await programmes.GetAwardAsync(programme, award, cancellation) is { } found ? $"{found.Provider.Name}{(found.Project is { } project ? $" ({project})" : "")}" : null;
            if (SetupWords.PeriodIn(entry.About) is { } period)
                about = (await programmes.GetAsync(programme, cancellation))?.Period(period)?.Name;
            var own = entry.For == reader;
            named.Add(new Named<RecordEntry>(
                entry, entry.For is { } organisation ? await _names.OfAsync(organisation, cancellation) : null, own ? await _names.OfAsync(reader, entry.By, cancellation) : null, own, about));
        }
        return named;
    }
}
