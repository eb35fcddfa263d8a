using System.Security.Cryptography;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>
/// Makes the next version of a programme's form in steps, each of which can be taken back. Two officers work on it at once: what they do to different
/// questions merges, and of two who change the same one the second is told.
/// </summary>
public sealed class EditForm(ISetupStore setup, IDraftStore drafts, ReadForm read, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>As JSON, in bytes: some two thousand questions.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostTries = 12;

    private readonly ChangeSetup _change = new(setup, queue, clock);

    /// <summary>Begins a draft: from a document, from the version that is planned last, or, where there is none, from nothing.</summary>
    /// <param name="document">Null for none.</param>
    public Task<Outcome<FoundDraft>> BeginAsync(ProgrammeId id, FormDocument? document, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<FoundDraft>(id, caller, async () =>
        {
            var found = await read.ToEditAsync(id, caller, cancellation);
            if (found.Value is not { } form)
                return found.Problem!;
            if (form.Draft is not null)
                return new Problem(Catalogue.FormDraftOpen, "The next version of this form is being made already. Go on with that one, or discard it first.");
            if (document is not null && TooLarge(document) is { } refused)
                return refused;
            var number = (await drafts.NewestAsync(id, cancellation))?.Number + 1 ?? 1;
            var start = document ?? form.Planned?.Document.WithNothingReplaced() ?? new FormDocument { Form = form.Programme.Form, Version = 1, Title = form.Programme.Name, Sections = [] };
            var begun = start with { Form = form.Programme.Form, Version = form.NextNumber };
            var what = document is not null ? "Began with a document" : form.Planned is { } planned ? $"Began with version {planned.Number}" : "Began with an empty form";
            var draft = new FormDraft
            {
                Programme = id,
                Number = number,
                Base = form.Planned?.Number,
                Edit = 1,
                By = caller.Id,
                For = form.Programme.LeadFunder.Id,
                At = clock.GetUtcNow(),
                Document = begun,
                Made = new FormEdit(1, null, what, caller.Id, clock.GetUtcNow(), begun),
            };
            return new ChangeSetup.Change<FoundDraft>(new FoundDraft(form, draft), Deed.FormDraftBegun, draft.For, About(draft)) { After = DigestOf(begun), Papers = [draft] };
        }, cancellation);

    /// <summary>Puts the draft away for good.</summary>
    public Task<Outcome<FoundDraft>> DiscardAsync(ProgrammeId id, DraftMark mark, Caller caller, CancellationToken cancellation) =>
        _change.RunAsync<FoundDraft>(id, caller, async () =>
        {
            var found = await read.DraftAsync(id, caller, cancellation);
            if (found.Value is not { } now)
                return found.Problem!;
            if (now.Mark != mark)
                return await StaleAsync(now, mark, "Somebody else worked on it while you had it open.", cancellation);
            var discarded = now.Draft with { State = DraftState.Discarded, By = caller.Id, At = clock.GetUtcNow() };
            return new ChangeSetup.Change<FoundDraft>(now with { Draft = discarded }, Deed.FormDraftDiscarded, discarded.For, About(discarded)) { Before = DigestOf(now.Document), Papers = [discarded] };
        }, cancellation);

    /// <summary>Does one step to the draft as it is now.</summary>
    /// <param name="mark">The edit that the caller has read.</param>
    public Task<Outcome<MadeEdit>> RunAsync(ProgrammeId id, DraftMark mark, FormOperation operation, Caller caller, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return SaveAsync(id, caller, async now =>
        {
            if (await read.DocumentAtAsync(now, mark, cancellation) is not { } shown)
                return await StaleAsync(now, mark, "The page that you had open is of another draft.", cancellation);
            foreach (var place in operation.Touches)
                if (place.TextIn(now.Document) is var text && !string.Equals(text, place.TextIn(shown), StringComparison.Ordinal))
                    return await StaleAsync(now, mark, $"Somebody else {(text is null ? "removed" : "changed")} {place.NameIn(shown)} while you had it open.", cancellation);
                else if (text is null)
                    return new Problem(Catalogue.NotFound, "The draft has no such section or question.");
            var applied = operation.ApplyTo(now.Document, now.UsedIdsOf());
            if (applied.Value is not { } edited)
                return applied.Problem!;
            if (TooLarge(edited.Document) is { } refused)
                return refused;
            return (new FormEdit(now.Draft.Edit + 1, now.Draft.Edit, edited.What, caller.Id, clock.GetUtcNow(), edited.Document), edited.Made);
        }, cancellation);
    }

    /// <summary>Takes the newest step back that was not taken back yet; that is a step itself.</summary>
    public Task<Outcome<MadeEdit>> UndoAsync(ProgrammeId id, DraftMark mark, Caller caller, CancellationToken cancellation) =>
        SaveAsync(id, caller, async now =>
        {
            if (now.Mark != mark)
                return await StaleAsync(now, mark, "Somebody else worked on it while you had it open, so another step would be undone.", cancellation);
            if (await read.ToUndoAsync(now, cancellation) is not { Undoes: { } back } undone || await drafts.EditAsync(id, mark.Draft, back, cancellation) is not { } before)
                return new Problem(Catalogue.NothingToUndo, "There is no step to undo.");
            return (new FormEdit(now.Draft.Edit + 1, before.Undoes, $"Undid: {undone.What}", caller.Id, clock.GetUtcNow(), before.Document) { As = before.As ?? before.Number }, null);
        }, cancellation);

    private async Task<Outcome<MadeEdit>> SaveAsync(ProgrammeId id, Caller caller, Func<FoundDraft, Task<Outcome<(FormEdit Edit, string? Made)>>> make, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var found = await read.DraftAsync(id, caller, cancellation);
            if (found.Value is not { } now)
                return found.Problem!;
            var made = await make(now);
            if (made.Problem is { } refused)
                return refused;
            var (edit, newId) = made.Value;
            // Nothing changed: nothing to take back.
            if (edit.As is null && edit.Document.ToJson().AsSpan().SequenceEqual(now.Document.ToJson()))
                return new MadeEdit(now);
            var after = now.Draft with { Edit = edit.Number, Document = edit.Document, Made = edit, By = caller.Id, For = now.Programme.LeadFunder.Id, At = edit.At };
            if (await drafts.TrySaveAsync(after, cancellation))
                return new MadeEdit(now with { Draft = after }, newId);
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        return new Problem(Catalogue.Busy, "Several people are changing this form right now. Nothing was saved; try again in a moment.");
    }

    private async Task<Problem> StaleAsync(FoundDraft now, DraftMark mark, string what, CancellationToken cancellation) => mark.Draft == now.Draft.Number
        ? new Problem(Catalogue.DraftEdited, $"{what} {await read.MeanwhileAsync(now, mark, cancellation)} Nothing of yours was saved: check it, and save again if it still holds.")
        : new Problem(Catalogue.DraftEdited, $"The draft that you had open is done with, and another was begun since. Nothing of yours was saved.");

    private static Problem? TooLarge(FormDocument document) => document.ToJson().Length > MostBytes
        ? FormOperation.Refused("document", "The form is larger than the portal keeps, 1 MB as a document: remove what nobody needs.")
        : null;

    private static string About(FormDraft draft) => $"draft {draft.Number}";

    private static string DigestOf(FormDocument document) => Convert.ToHexStringLower(SHA256.HashData(document.ToJson()));
}
