using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>A programme's form for one of its funders.</summary>
/// <param name="Versions">All versions of the form, from the first.</param>
/// <param name="Draft">The next version in the making; null where there is none, and for everybody but lead officers of the lead funder.</param>
public sealed record FormToEdit(Programme Programme, ProgrammeAccess Access, IReadOnlyList<FormVersion> Versions, FormDraft? Draft, DateOnly Today)
{
    /// <summary>The version that is planned last; null where none is.</summary>
    public FormVersion? Planned => Programme.FormVersions.Count > 0 ? Version(Programme.FormVersions[^1].Version) : null;

    public bool MayEdit => Access.MaySetUp;

    public FormVersion? Version(int number) => Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>The number that the next version has.</summary>
    public int NextNumber => Versions.Count == 0 ? 1 : Versions[^1].Number + 1;
}

/// <summary>A draft for who edits it, with what is to be known of it.</summary>
public sealed record FoundDraft(FormToEdit Form, FormDraft Draft)
{
    public FormDocument Document => Draft.Document;

    public Programme Programme => Form.Programme;

    public DraftMark Mark => DraftMark.Of(Draft);

    /// <summary>The version that it would take the place of: the one that is planned last, whichever it was begun with; null for a form's first.</summary>
    public FormVersion? Before => Form.Planned;

    public IReadOnlyList<DraftProblem> Problems => field ??= DraftProblems.Of(Document, Form.Versions, Before, Programme);

    /// <summary>What changes for providers; null where there is nothing to compare with, or ids stand twice.</summary>
    public FormDifference? Difference => Before is { } before ? FormDifference.IfTold(before.Document, Document) : null;

    /// <summary>The form's size as awards are asked it: the core form, with each module, and with all.</summary>
    public IReadOnlyList<(IReadOnlyList<NamedOrganisation> Modules, FormSize Size)> Sizes
    {
        get
        {
            FormSize Of(IEnumerable<NamedOrganisation> funders) => FormSize.For(Document, funders.Select(funder => funder.Id).ToHashSet());
            var modules = Programme.Funders.Where(funder => Document.Sections.Any(section => section.Module == funder.Id)).ToList();
            List<(IReadOnlyList<NamedOrganisation>, FormSize)> sizes = [([], Of([])), .. modules.Select(module => ((IReadOnlyList<NamedOrganisation>)[module], Of([module])))];
            if (modules.Count > 1)
                sizes.Add((modules, Of(modules)));
            return sizes;
        }
    }

    /// <summary>What ids it may not use again for something new.</summary>
    public UsedIds UsedIdsOf() => new([.. Form.Versions.Select(version => version.Document), Document]);
}

/// <summary>An edit that was made, and the id of what is new; null where nothing is.</summary>
public sealed record MadeEdit(FoundDraft Draft, string? Made = null);

/// <summary>A line of a draft's history.</summary>
/// <param name="Undoes">The edit that it follows; null for the first.</param>
/// <param name="As">The edit whose document it is again, where it undid another; null for every other.</param>
public sealed record EditLine(int Number, int? Undoes, int? As, string What, MemberId By, DateTimeOffset At);
