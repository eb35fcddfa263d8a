using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Returns;

/// <summary>A section, who fills it in, and how far they are.</summary>
/// <param name="Partner">Null where the provider fills it in itself.</param>
/// <param name="Changed">When it was last changed; null where it was not.</param>
/// <param name="ChangedBy">A colleague of the reader's by name, anybody else by organisation.</param>
/// <param name="Done">When its partner said that it is done; null where it did not, or changed it since.</param>
public sealed record PartOfReturn(Section Section, NamedOrganisation? Partner, Worked? Changed, string? ChangedBy, Worked? Done);

/// <summary>Who fills in what of a return: all sections to the provider, to a partner its own.</summary>
public sealed record PartsOfReturn(FoundReturn Return, IReadOnlyList<PartOfReturn> Parts);

/// <summary>Lets the partners of a consortium fill in their sections of a return, and say when they are done. The provider signs the whole.</summary>
public sealed class ShareParts(FindReturn find, IPartsStore parts, IReturnStore returns, IOrganisationStore organisations, IPeopleStore people, TimeProvider clock)
{
    private const int MostTries = 12;

    private readonly ChangeOrganisation _change = new(organisations, clock);

    public async Task<Outcome<PartsOfReturn>> ReadAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (current.Access is { IsProvider: false, Partner: null })
            return current.Access.WhyNot("The provider and its partners see who fills in what.");
        var shared = await parts.GetAsync(current.Award.Provider.Id, key.Programme, key.Award, cancellation);
        var draft = current.Work.Draft.ToDictionary(section => section.Section, StringComparer.Ordinal);
        var all = new List<PartOfReturn>();
        foreach (var section in SectionsOf(current))
            if (current.Access.SeesSection(section.Id))
            {
                var partner = shared.Sections.TryGetValue(section.Id, out var id) ? current.Award.Partners.FirstOrDefault(one => one.Id == id) : null;
                var stored = draft.GetValueOrDefault(section.Id.Value);
                var done = stored?.Done is { } said && said.For == partner?.Id ? said : null;
                all.Add(new PartOfReturn(section, partner, stored?.Changed, await NameAsync(stored?.Changed, current, cancellation), done));
            }
        return new PartsOfReturn(current, all);
    }

    /// <summary>Says anew who fills in what.</summary>
    /// <param name="sections">By section, the partner's id; sections that are not named, or with an empty id, are the provider's own.</param>
    public async Task<Outcome<PartsOfReturn>> ShareAsync(ReturnKey key, IReadOnlyDictionary<string, string> sections, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.MayShareParts)
            return current.Access.WhyNot("A lead or preparer of the provider says which partner fills in what.");
        if (current.Award.Partners.Count == 0)
            return new Problem(Catalogue.NoPartners, "Partners stand in the award. Ask the lead funder to add them to it.");
        var wanted = Wanted(current, sections);
        if (wanted.Problem is { } unusable)
            return unusable;
        var provider = current.Award.Provider.Id;
        var before = await parts.GetAsync(provider, key.Programme, key.Award, cancellation);
        // What other versions of the form call their sections stays as it was.
        var after = before with { Sections = before.Sections.Where(part => !IsOf(current, part.Key)).Concat(wanted.Value!).ToDictionary() };
        if (!string.Equals(before.Digest, after.Digest, StringComparison.Ordinal))
        {
            var written = await _change.RunAsync(
                provider, caller.Id,
                _ => Task.FromResult<Outcome<ChangeOrganisation.Change>>(
                    new ChangeOrganisation.Change(Deed.PartsShared, provider, $"{key.Programme}/{key.Award}") { Parts = after, Before = before.Digest, After = after.Digest }),
                cancellation);
            if (written.Problem is { } refused)
                return refused;
        }
        return await ReadAsync(key, caller, cancellation);
    }

    /// <summary>A partner says that its section is done, or that it is not after all.</summary>
    public async Task<Outcome<FoundReturn>> MarkAsync(ReturnKey key, SectionId section, bool done, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var found = await find.RunAsync(key, caller, cancellation);
            if (found.Value is not { } current)
                return found.Problem!;
            if (!current.Access.Part.Contains(section) || !current.Access.MayPrepareSection(section))
                return current.Access.WhyNot("A preparer of the partner that fills in a section says when it is done.");
            var now = clock.GetUtcNow();
            if (current.WhyNotAt(now) is { } closed)
                return closed;
            if (current.Work.Header is not { } header || current.Work.Draft.FirstOrDefault(one => one.Section == section.Value) is not { } stored)
                return new Problem(Catalogue.PartEmpty, "Answer a question of this section first.");
            if (stored.Done is not null == done)
                return current;
            var entry = RecordChain.Of(key).Next(header.Record, new Done(now, caller.Id, current.Access.For, done ? Deed.PartDone : Deed.PartNotDone, section.Value));
            // No answer changes, so the return stays in the state that somebody may be reading to sign it.
            var write = new DraftWrite(
                header with { Record = RecordChain.HeadAfter(entry) }, current.Work.HeaderGuard, [stored with { Done = done ? new Worked(now, caller.Id, current.Access.For) : null }], null, entry);
            if (await returns.TrySaveDraftAsync(write, cancellation))
                return current;
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        return new Problem(Catalogue.Busy, "Many people are saving this return right now. Nothing was saved; try again in a moment.");
    }

    /// <summary>The sections that the award is asked.</summary>
    private static IEnumerable<Section> SectionsOf(FoundReturn current) =>
        current.Version.Sections.Where(section => section.Questions.Any(question => AskedAnswers.IsAskedOf(question, current.Award, current.Period)));

    private static bool IsOf(FoundReturn current, SectionId section) => current.Version.Sections.Any(one => one.Id == section);

    private static Outcome<List<KeyValuePair<SectionId, OrganisationId>>> Wanted(FoundReturn current, IReadOnlyDictionary<string, string> sections)
    {
        var findings = new List<Finding>();
        var wanted = new List<KeyValuePair<SectionId, OrganisationId>>();
        foreach (var (id, partner) in sections)
            if (current.Version.Sections.FirstOrDefault(one => one.Id.Value == id) is not { } section)
                findings.Add(new Finding(Catalogue.NoSuchPart, FindingKind.Refused, "", "This return has no such section. Look at the page again and choose once more."));
            else if (partner.Length == 0)
                continue;
            else if (current.Award.Partners.FirstOrDefault(one => one.Id.Value == partner) is { } known)
                wanted.Add(new KeyValuePair<SectionId, OrganisationId>(section.Id, known.Id));
            else
                findings.Add(new Finding(Catalogue.NoSuchPart, FindingKind.Refused, id, $"Choose who fills in “{section.Title}”: your organisation or one of the award’s partners."));
        return findings.Count > 0 ? new Problem(Catalogue.PartsNotUsable, "Choose for each section who fills it in.") { Findings = findings } : wanted;
    }

    private async Task<string?> NameAsync(Worked? worked, FoundReturn current, CancellationToken cancellation)
    {
        if (worked is null)
            return null;
        if (worked.For == current.Access.For && !worked.By.IsClient && await people.GetAsync(worked.By, cancellation) is { } person)
            return person.Name;
        return current.Award.Partners.Append(current.Award.Provider).FirstOrDefault(one => one.Id == worked.For)?.Name ?? worked.For.Value;
    }
}
