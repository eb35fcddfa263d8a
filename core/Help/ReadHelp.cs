using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Help;

/// <summary>A return's request for help as one of its funders reads it.</summary>
public sealed record HelpOfReturn(FoundReturn Return, Revision Revision, IReadOnlyList<HelpWords> Words, IReadOnlyList<HelpNote> Notes)
{
    public HelpStanding Standing => Notes.Count > 0 ? Notes[^1].Standing : HelpStanding.Open;
}

/// <summary>Reads what help was asked for. Who reads a provider's words is noted before they are shown, as for the rest of a return.</summary>
public sealed class ReadHelp(FindReturn find, IReturnStore returns, IFormStore forms, IHelpStore help, ILookStore looks, TimeProvider clock)
{
    public const int OnAPage = 20;

    /// <summary>What the funder that the caller acts for was asked, over all programmes, the newest first; null for who acts for none, or for several at once.</summary>
    public async Task<PageOf<HelpAsked>?> ListAsync(string? after, Caller caller, CancellationToken cancellation)
    {
        var funders = new List<OrganisationId>();
        foreach (var organisation in await caller.OrganisationsAsync(cancellation))
            if ((await caller.RolesInAsync(organisation, cancellation)).HasAny(RoleRules.OfFunders))
                funders.Add(organisation);
        if (funders is not [var funder])
            return null;
        return await NotedAsync(await help.ListAsync(funder, after, OnAPage, cancellation), funder, caller, cancellation);
    }

    /// <summary>What a funder was asked in a period.</summary>
    public async Task<PageOf<HelpAsked>> OfPeriodAsync(ProgrammeAccess access, PeriodId period, int size, Caller caller, CancellationToken cancellation)
    {
        var funder = access.Reader!.Id;
        return await NotedAsync(await help.ListOfPeriodAsync(funder, access.Programme.Id, period, null, size, cancellation), funder, caller, cancellation);
    }

    /// <summary>One, for a funder who sees it.</summary>
    public async Task<Outcome<HelpOfReturn>> RunAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (current.Access.Sight is not { } sight || current.Header.Revision == 0)
            return ReturnAccess.NotFound;
        var findingNotes = help.NotesAsync(key, cancellation);
        var stored = await returns.GetRevisionAsync(key, current.Header.Revision, cancellation)
            ?? throw new InvalidDataException($"Revision {current.Header.Revision} of {key} is named by its header and not stored.");
        var version = await forms.GetAsync(current.Programme.Form, RevisionJson.FormVersionOf(stored), cancellation)
            ?? throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} answers a form version that is not stored.");
        var revision = RevisionJson.Read(stored, version);
        var (words, notes) = (HelpAsked.In(revision, sight), await findingNotes);
        // Who does not see the question sees no answer to it either.
        if (words.Count == 0 && (notes.Count == 0 || !HelpAsked.IsAskedBy(version, sight)))
            return ReturnAccess.NotFound;
        await looks.AddAsync(key, LookOf(caller, current.Access.For), cancellation);
        return new HelpOfReturn(current, revision, words, notes);
    }

    /// <summary>What came of it, for the provider that asked.</summary>
    public async Task<IReadOnlyList<HelpNote>> NotesAsync(FoundReturn current, CancellationToken cancellation) =>
        current.Access.IsProvider && current.Header.Revision > 0 && HelpAsked.IsAskedBy(current.Version) ? await help.NotesAsync(current.Key, cancellation) : [];

    private async Task<PageOf<HelpAsked>> NotedAsync(PageOf<HelpAsked> page, OrganisationId funder, Caller caller, CancellationToken cancellation)
    {
        await Task.WhenAll(page.Items.Select(asked => looks.AddAsync(asked.Return, LookOf(caller, funder), cancellation)));
        return page;
    }

    private Look LookOf(Caller caller, OrganisationId funder) => new(UkTime.DayOf(clock.GetUtcNow()), caller.Id, funder, LookKind.ReadHelpAsked);
}
