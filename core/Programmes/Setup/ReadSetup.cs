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

    /// <summary>Entries in one reading, where those of one award are looked for.</summary>
    private const int AtOnce = 250;

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

    /// <summary>What was changed last of a programme and its awards, the newest first. Reads no more of the record than that.</summary>
    public async Task<IReadOnlyList<Named<RecordEntry>>> LatestAsync(ProgrammeId programme, int most, OrganisationId reader, CancellationToken cancellation) =>
        await NamedAsync(programme, await NewestAsync(programme, null, _ => true, most, most, cancellation), reader, cancellation);

    /// <summary>What was changed last of an award, the newest first. Reads the record backwards, no further than to where the award was added.</summary>
    public async Task<IReadOnlyList<Named<RecordEntry>>> LatestAsync(ProgrammeId programme, AwardId award, int most, OrganisationId reader, CancellationToken cancellation) =>
        await NamedAsync(programme, await NewestAsync(programme, award, _ => true, most, AtOnce, cancellation), reader, cancellation);

    /// <summary>How many entries the record of a programme and its awards has.</summary>
    public async Task<int> EntriesAsync(ProgrammeId programme, CancellationToken cancellation) => (await record.HeadOfAsync(programme, cancellation)).Count;

    /// <summary>A part of that record, the newest first, and whether all of it is whole.</summary>
    /// <param name="from">The number of the oldest entry.</param>
    /// <param name="to">That of the newest; below <paramref name="from"/> for none.</param>
    public async Task<(IReadOnlyList<Named<RecordEntry>> Entries, Verified Verified)> RecordAsync(ProgrammeId programme, int from, int to, OrganisationId reader, CancellationToken cancellation)
    {
        var verifying = verify.ProgrammeAsync(programme, cancellation);
        var entries = new List<RecordEntry>();
        if (from <= to)
            await foreach (var entry in record.BetweenAsync(programme, from, to, cancellation))
                entries.Add(entry);
        entries.Reverse();
        return (await NamedAsync(programme, entries, reader, cancellation), await verifying);
    }

    /// <summary>What others changed since a version that somebody read, told to them.</summary>
    internal async Task<Problem> StaleAsync(ProgrammeId programme, AwardId? award, int missed, OrganisationId reader, CancellationToken cancellation)
    {
        var entries = await NewestAsync(
            programme, award, entry => award is null ? entry.Deed is Deed.ProgrammeChanged or Deed.ProgrammeBegun : entry.Deed is Deed.AwardChanged or Deed.AwardAdded or Deed.ProfileAgreed,
            Math.Max(missed, 1), AtOnce, cancellation);
        entries.Reverse();
        var told = (await NamedAsync(programme, entries, reader, cancellation))
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

    /// <summary>Entries from the newest back, until there are enough.</summary>
    /// <param name="award">Only what is about this award; null for all.</param>
    /// <param name="atOnce">How many are read in one reading.</param>
    private async Task<List<RecordEntry>> NewestAsync(ProgrammeId programme, AwardId? award, Func<RecordEntry, bool> wanted, int most, int atOnce, CancellationToken cancellation)
    {
        var newest = new List<RecordEntry>();
        for (var to = await EntriesAsync(programme, cancellation); to > 0 && newest.Count < most; to -= atOnce)
        {
            var (found, added) = (new List<RecordEntry>(), false);
            await foreach (var entry in record.BetweenAsync(programme, Math.Max(to - atOnce + 1, 1), to, cancellation))
                if (award is null || SetupWords.AwardIn(entry.About) == award)
                {
                    added |= award is not null && entry.Deed == Deed.AwardAdded;
                    if (wanted(entry))
                        found.Add(entry);
                }
            found.Reverse();
            newest.AddRange(found);
            if (added)
                break;
        }
        return [.. newest.Take(most)];
    }

    /// <summary>Whatever is named several times is asked for once, all of it side by side.</summary>
    private async Task<IReadOnlyList<Named<RecordEntry>>> NamedAsync(ProgrammeId programme, IReadOnlyList<RecordEntry> entries, OrganisationId reader, CancellationToken cancellation)
    {
        var organisationNames = Asked(entries.Select(entry => entry.For).OfType<OrganisationId>(), organisation => _names.OfAsync(organisation, cancellation));
        var memberNames = Asked(entries.Where(entry => entry.For == reader).Select(entry => entry.By), member => _names.OfAsync(reader, member, cancellation));
        var providerNames = Asked(entries.Select(entry => SetupWords.AwardIn(entry.About)).OfType<AwardId>(), award => ProviderAsync(programme, award, cancellation));
        var calendar = entries.Any(entry => SetupWords.PeriodIn(entry.About) is not null) ? await programmes.GetAsync(programme, cancellation) : null;
        var named = new List<Named<RecordEntry>>(entries.Count);
        foreach (var entry in entries)
        {
            var about = SetupWords.PeriodIn(entry.About) is { } period ? calendar?.Period(period)?.Name : SetupWords.AwardIn(entry.About) is { } award ? await providerNames[award] : null;
            var own = entry.For == reader;
            named.Add(new Named<RecordEntry>(entry, entry.For is { } organisation ? await organisationNames[organisation] : null, own ? await memberNames[entry.By] : null, own, about));
        }
        return named;
    }

    private static Dictionary<TKey, Task<TName>> Asked<TKey, TName>(IEnumerable<TKey> keys, Func<TKey, Task<TName>> ask) where TKey : notnull => keys.Distinct().ToDictionary(key => key, ask);

    private async Task<string?> ProviderAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation) =>
        await programmes.GetAwardAsync(programme, award, cancellation) is { } found ? $"{found.Provider.Name}{(found.Project is { } project ? $" ({project})" : "")}" : null;
}
