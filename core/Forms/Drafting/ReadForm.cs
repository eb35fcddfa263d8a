using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>Reads a programme's form: its versions for all of its funders, the next one in the making for who makes it.</summary>
public sealed class ReadForm(IProgrammeStore programmes, IDraftStore drafts, IFormStore forms, MemberNames names, TimeProvider clock)
{
    public const string WhoMay = "A lead officer of the lead funder makes the next version of the form.";

    /// <summary>Edits on a page of a draft's history.</summary>
    public const int EditsOnPage = 50;

    /// <summary>The form, for one of the programme's funders.</summary>
    public async Task<Outcome<FormToEdit>> RunAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        if (await programmes.GetAsync(id, cancellation) is not { } programme)
            return ProgrammeAccess.NotFound;
        var access = await ProgrammeAccess.OfAsync(caller, programme, programmes, cancellation);
        if (!access.ReadsSetup)
            return access.WhyNot("The programme’s funders read its form here.");
        var versions = new List<FormVersion>();
        foreach (var number in await forms.VersionsAsync(programme.Form, cancellation))
            if (await forms.GetAsync(programme.Form, number, cancellation) is { } version)
                versions.Add(version);
        var draft = access.MaySetUp ? await drafts.NewestAsync(id, cancellation) : null;
        return new FormToEdit(programme, access, versions, draft is { IsOpen: true } ? draft : null, UkTime.DayOf(clock.GetUtcNow()));
    }

    /// <summary>As <see cref="RunAsync"/>, for who makes the next version.</summary>
    public async Task<Outcome<FormToEdit>> ToEditAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        var found = await RunAsync(id, caller, cancellation);
        return found.Value is { MayEdit: false } form ? form.Access.WhyNot(WhoMay) : found;
    }

    /// <summary>The draft that is open, for who edits it.</summary>
    public async Task<Outcome<FoundDraft>> DraftAsync(ProgrammeId id, Caller caller, CancellationToken cancellation)
    {
        var found = await ToEditAsync(id, caller, cancellation);
        if (found.Value is not { } form)
            return found.Problem!;
        return form.Draft is { } draft ? new FoundDraft(form, draft) : new Problem(Catalogue.NoDraftBegun, "The next version of the form has not been begun, or is done with. Begin it on the form’s page.");
    }

    /// <summary>A draft as it was after an edit that somebody has read; null where there is no such edit.</summary>
    public async Task<FormDocument?> DocumentAtAsync(FoundDraft found, DraftMark mark, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (mark == found.Mark)
            return found.Document;
        return mark.Draft == found.Draft.Number && mark.Edit >= 1 && mark.Edit < found.Draft.Edit
            ? (await drafts.EditAsync(found.Programme.Id, mark.Draft, mark.Edit, cancellation))?.Document
            : null;
    }

    /// <summary>How large the draft is for the programme's awards, by what they are worth.</summary>
    public async Task<IReadOnlyList<BandSize>> SizesAsync(FoundDraft found, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(found);
        return BandSize.Of(found.Document, found.Programme, await programmes.BriefsAsync(found.Programme.Id, cancellation), found.Form.Today);
    }

    /// <summary>A page of what was done to a draft, the newest first, and who did it.</summary>
    /// <param name="before">Only edits before this one; null for the newest.</param>
    public async Task<IReadOnlyList<(EditLine Edit, string? Name)>> HistoryAsync(FoundDraft found, int? before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(found);
        var to = Math.Min(before - 1 ?? int.MaxValue, found.Draft.Edit);
        return await NamedAsync(found, Math.Max(1, to - EditsOnPage + 1), to, cancellation);
    }

    /// <summary>What undoing the newest edit would undo, in words; null where nothing can be undone.</summary>
    public async Task<EditLine?> ToUndoAsync(FoundDraft found, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(found);
        // An undone edit is passed over: what made the document is the edit that it is again.
        var edit = found.Draft.Edit;
        while ((await drafts.EditsAsync(found.Programme.Id, found.Draft.Number, edit, edit, cancellation)) is [var line])
        {
            if (line.As is not { } again)
                return line.Undoes is null ? null : line;
            edit = again;
        }
        return null;
    }

    /// <summary>What others did since a mark, as sentences.</summary>
    internal async Task<string> MeanwhileAsync(FoundDraft found, DraftMark mark, CancellationToken cancellation)
    {
        const int most = 5;
        var edits = await NamedAsync(found, Math.Max(mark.Edit + 1, found.Draft.Edit - most + 1), found.Draft.Edit, cancellation);
        return string.Join(' ', edits.Reverse().Select(one =>
            $"{one.Name ?? "Somebody"}, {UkTime.Local(one.Edit.At).ToString("d MMMM yyyy 'at' HH:mm", System.Globalization.CultureInfo.InvariantCulture)}: {one.Edit.What}."));
    }

    private async Task<IReadOnlyList<(EditLine Edit, string? Name)>> NamedAsync(FoundDraft found, int from, int to, CancellationToken cancellation)
    {
        var lines = from > to ? [] : await drafts.EditsAsync(found.Programme.Id, found.Draft.Number, from, to, cancellation);
        var known = await names.OfAsync(found.Programme.LeadFunder.Id, lines.Select(line => line.By), cancellation);
        return [.. lines.Reverse().Select(line => (line, known.GetValueOrDefault(line.By)))];
    }
}
