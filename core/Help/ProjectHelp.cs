using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Help;

/// <summary>
/// Keeps the lists of all funders who see a return's request for help as the return and its notes say it. Read anew each time, so that it may run twice,
/// late, or in another order.
/// </summary>
public sealed class ProjectHelp(IProgrammeStore programmes, IFormStore forms, IReturnStore returns, IHelpStore help)
{
    public async Task RunAsync(ReturnKey key, int revisionNumber, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(key.Programme, cancellation) is not { } programme || await returns.GetRevisionAsync(key, revisionNumber, cancellation) is not { } stored)
            return;
        var version = await forms.GetAsync(programme.Form, RevisionJson.FormVersionOf(stored), cancellation)
            ?? throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} answers a form version that is not stored.");
        if (!HelpAsked.IsAskedBy(version) || await programmes.GetAwardAsync(key.Programme, key.Award, cancellation) is not { } award)
            return;
        var revision = RevisionJson.Read(stored, version);
        var notes = await help.NotesAsync(key, cancellation);
        await Task.WhenAll(programme.Funders.Select(funder => new Sight(programme, funder.Id) is var sight && sight.Sees(award)
            ? help.ChangeAsync(funder.Id, key, known => Next(known, programme, award, revision, HelpAsked.In(revision, sight), notes), cancellation)
            : Task.CompletedTask));
    }

    private static HelpAsked? Next(
        HelpAsked? known, Programme programme, Award award, Revision revision, IReadOnlyList<HelpWords> words, IReadOnlyList<HelpNote> notes)
    {
        if (known is null && words.Count == 0)
            return null;
        // What was asked and answered stays to be read, also where a correction no longer asks.
        if (words.Count == 0 && notes.Count == 0 && known!.Notes == 0 && known.Revision <= revision.Number)
            return null;
        var newest = known is null || known.Revision <= revision.Number;
        var last = notes.Count > 0 ? notes[^1] : null;
        var noted = known is null || known.Notes <= notes.Count;
        return new HelpAsked(
            revision.Key, programme.Name, programme.Period(revision.Key.Period)!.Name, award.Provider.Name, award.Project, newest ? revision.Number : known!.Revision, known?.AskedAt ?? revision.SubmittedAt,
            newest && words.Count > 0 ? words : known?.Words ?? words, noted ? last?.Standing ?? HelpStanding.Open : known!.Standing, noted ? notes.Count : known!.Notes,
            noted ? last?.Words : known!.LastNote);
    }
}
