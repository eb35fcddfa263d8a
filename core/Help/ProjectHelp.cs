using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Help;

/// <summary>
/// Brings the lists of a return's funders up to date with what its revisions ask for and what was noted on it, as each may see it now, and looks again
/// afterwards: so what an older message writes late is put right by the one that wrote it.
/// </summary>
public sealed class ProjectHelp(IProgrammeStore programmes, IFormStore forms, IReturnStore returns, IHelpStore help)
{
    public Task RunAsync(ReturnKey key, CancellationToken cancellation) => RunAsync(key, [], cancellation);

    /// <param name="concerned">Funders whose lists it may be in, or belong in, beside those that see the return now.</param>
    public async Task RunAsync(ReturnKey key, IEnumerable<OrganisationId> concerned, CancellationToken cancellation)
    {
        var funders = concerned.ToHashSet();
        for (var stands = await ReadAsync(key, cancellation); stands is { Header.Revision: > 0 } now;)
        {
            if (await RevisionsAsync(now, cancellation) is not { Count: > 0 } revisions)
                return;
            var notes = await help.NotesAsync(key, cancellation);
            // Also those that saw it when it was last read: whoever changed that meanwhile may have been here before.
            funders.UnionWith(now.Programme.Funders.Select(funder => funder.Id).Where(funder => new Sight(now.Programme, funder).Sees(now.Award)));
            await Task.WhenAll(funders.Select(funder => help.PutAsync(funder, key, Of(revisions, notes, now.Programme, now.Award, new Sight(now.Programme, funder)), cancellation)));
            stands = await ReadAsync(key, cancellation);
            // Revisions and notes each have their entry in the return's record.
            if (stands is { } after && (after.Header.Record, after.Programme.Version, after.Award.Version) == (now.Header.Record, now.Programme.Version, now.Award.Version))
                return;
        }
    }

    /// <summary>A request as a funder's list shows it; null where it is not for the funder, or nothing was asked.</summary>
    /// <param name="revisions">All of them, the first first.</param>
    internal static HelpAsked? Of(IReadOnlyList<Revision> revisions, IReadOnlyList<HelpNote> notes, Programme programme, Award award, Sight sight)
    {
        if (!sight.Sees(award))
            return null;
        var last = notes.Count > 0 ? notes[^1] : null;
        HelpAsked? asked = null;
        foreach (var revision in revisions)
        {
            var words = HelpAsked.In(revision, sight);
            if (words.Count > 0)
                asked = new HelpAsked(
                    revision.Key, programme.Name, programme.Period(revision.Key.Period)!.Name, award.Provider.Name, award.Project, revision.Number, asked?.AskedAt ?? revision.SubmittedAt, words,
                    last?.Standing ?? HelpStanding.Open, notes.Count, last?.Words);
            // What was asked and answered stays to be read, also where a correction no longer asks.
            else if (last is null)
                asked = null;
        }
        return asked;
    }

    /// <summary>All revisions; none where the form doesn't ask what would help.</summary>
    private async Task<IReadOnlyList<Revision>> RevisionsAsync((Programme Programme, Award Award, ReturnHeader Header) now, CancellationToken cancellation)
    {
        var revisions = new List<Revision>();
        for (var number = 1; number <= now.Header.Revision; number++)
        {
            if (await returns.GetRevisionAsync(now.Header.Key, number, cancellation) is not { } stored)
                return [];
            var version = await forms.GetAsync(now.Programme.Form, RevisionJson.FormVersionOf(stored), cancellation)
                ?? throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} answers a form version that is not stored.");
            // A period has one version of the form, so no later revision asks either.
            if (!HelpAsked.IsAskedBy(version))
                return [];
            revisions.Add(RevisionJson.Read(stored, version));
        }
        return revisions;
    }

    private async Task<(Programme Programme, Award Award, ReturnHeader Header)?> ReadAsync(ReturnKey key, CancellationToken cancellation)
    {
        var (findingAward, findingHeader) = (programmes.GetAwardAsync(key.Programme, key.Award, cancellation), returns.GetHeaderAsync(key, cancellation));
        var found = (Programme: await programmes.GetAsync(key.Programme, cancellation), Award: await findingAward, Header: await findingHeader);
        return found is { Programme: { } programme, Award: { } award, Header: { } header } ? (programme, award, header) : null;
    }
}
