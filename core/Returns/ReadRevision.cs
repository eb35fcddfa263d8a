using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Sheets;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Returns;

/// <summary>A submitted answer, or a cell of it, as its reader may see it.</summary>
/// <param name="Column">As the sheet of all answers names it: the question's id, or question, row and column.</param>
public sealed record ShownAnswer(QuestionId Question, Column Column, Cell Value);

/// <summary>A submitted revision as a reader may see it.</summary>
/// <param name="Comments">The provider's sentences, by question.</param>
public sealed record ShownRevision(Revision Revision, IReadOnlyList<ShownAnswer> Answers, IReadOnlyDictionary<QuestionId, string> Comments);

/// <summary>A submitted revision as a reader may see it, with the return that it is of.</summary>
/// <param name="Digest">Null to who might try out hidden numbers against it.</param>
public sealed record ShownReturn(FoundReturn Return, ShownRevision Shown, string? Digest);

/// <summary>A submitted revision as its provider reads it: all of it, and the receipt.</summary>
public sealed record OwnRevision(FoundReturn Return, Revision Revision, string Digest)
{
    /// <summary>To quote in a letter or on the telephone.</summary>
    public string Reference => Receipt.ReferenceOf(Revision.Key, Revision.Number);
}

/// <summary>
/// Reads submitted revisions for whoever may see them. Who looks is noted before anything is shown, but for the provider itself.
/// </summary>
public sealed class ReadRevision(FindReturn find, IReturnStore returns, IFormStore forms, ILookStore looks, TimeProvider clock)
{
    /// <summary>The revision byte for byte: for the provider, and for a funder who may see all of it.</summary>
    public async Task<Outcome<StoredRevision>> WholeAsync(ReturnKey key, int number, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(key, number, caller, cancellation);
        if (found.Problem is { } refused)
            return refused;
        var (current, stored) = found.Value;
        if (current.Access.IsProvider)
            return stored;
        var version = await VersionAsync(current, stored, cancellation);
        if (!SeesAll(current.Access.Sight, version))
            return ReturnAccess.NotFound;
        await NoteAsync(current, version, caller, LookKind.Downloaded, cancellation);
        return stored;
    }

    /// <summary>The answers as far as a funder may see them, by the same rule as its reports; to the provider all.</summary>
    public async Task<Outcome<ShownRevision>> ShownAsync(ReturnKey key, int number, Caller caller, CancellationToken cancellation)
    {
        var found = await ReturnAsync(key, number, caller, LookKind.Viewed, cancellation);
        return found.Value is { } read ? read.Shown : found.Problem!;
    }

    /// <summary>The same with the return that it is of, for a file of it.</summary>
    public async Task<Outcome<ShownReturn>> ReturnAsync(ReturnKey key, int number, Caller caller, LookKind look, CancellationToken cancellation)
    {
        var found = await FindAsync(key, number, caller, cancellation);
        if (found.Problem is { } refused)
            return refused;
        var (current, stored) = found.Value;
        return await ShowAsync(current, stored, caller, look, cancellation);
    }

    /// <summary>The same of a return that was found already; null where there is no such revision.</summary>
    internal async Task<ShownReturn?> OfAsync(FoundReturn current, int number, Caller caller, LookKind look, CancellationToken cancellation) =>
        await returns.GetRevisionAsync(current.Key, number, cancellation) is { } stored ? await ShowAsync(current, stored, caller, look, cancellation) : null;

    private async Task<ShownReturn> ShowAsync(FoundReturn current, StoredRevision stored, Caller caller, LookKind look, CancellationToken cancellation)
    {
        var version = await VersionAsync(current, stored, cancellation);
        var revision = RevisionJson.Read(stored, version);
        var sight = current.Access.IsProvider ? null : current.Access.Sight;
        var shown = new ShownAnswers(version, sight);
        var questions = version.Questions.SelectMany(question => Enumerable.Repeat(question.Id, question.Columns.Count)).ToArray();
        var cells = shown.Of(revision);
        var answers = Enumerable.Range(0, cells.Length).Where(shown.Sees).Select(place => new ShownAnswer(questions[place], shown.Columns[place], cells[place])).ToList();
        var comments = version.Questions.Where(question => (sight is null || (sight.Sees(question) && !sight.HidesSmallNumbersOf(question))) && revision.Answers.Comment(question) is not null)
            .ToDictionary(question => question.Id, question => revision.Answers.Comment(question)!);
        await NoteAsync(current, version, caller, look, cancellation);
        return new ShownReturn(current, new ShownRevision(revision, answers, comments), current.Access.IsProvider || current.Access.IsLeadFunder ? stored.Digest : null);
    }

    /// <summary>The revision with all its answers, for the provider alone.</summary>
    public async Task<Outcome<OwnRevision>> OwnAsync(ReturnKey key, int number, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(key, number, caller, cancellation);
        if (found.Problem is { } refused)
            return refused;
        var (current, stored) = found.Value;
        return current.Access.SeesDraft
            ? new OwnRevision(current, RevisionJson.Read(stored, await VersionAsync(current, stored, cancellation)), stored.Digest)
            : ReturnAccess.NotFound;
    }

    private static bool SeesAll(Sight? sight, FormVersion version) => sight is { IsLead: true } && version.Questions.All(sight.Sees);

    private async Task<Outcome<(FoundReturn Current, StoredRevision Stored)>> FindAsync(ReturnKey key, int number, Caller caller, CancellationToken cancellation)
    {
        var finding = returns.GetRevisionAsync(key, number, cancellation);
        var found = await find.RunAsync(key, caller, cancellation);
        var stored = await finding;
        if (found.Value is not { } current)
            return found.Problem!;
        return stored is null || current.Access is { IsProvider: false, Funder: null } ? ReturnAccess.NotFound : (current, stored);
    }

    private async Task<FormVersion> VersionAsync(FoundReturn current, StoredRevision stored, CancellationToken cancellation) =>
        await forms.GetAsync(current.Programme.Form, RevisionJson.FormVersionOf(stored), cancellation)
        ?? throw new InvalidDataException($"Revision {stored.Number} of {stored.Key} answers a form version that is not stored.");

    private Task NoteAsync(FoundReturn current, FormVersion version, Caller caller, LookKind kind, CancellationToken cancellation)
    {
        if (current.Access is not { IsProvider: false, Sight: { } sight })
            return Task.CompletedTask;
        var showing = kind == LookKind.Downloaded ? Showing.Downloaded(version, current.Award, current.Period, sight) : Showing.Opened(version, current.Award, current.Period, sight);
        return looks.AddAsync(current.Key, new Look(UkTime.DayOf(clock.GetUtcNow()), caller.Id, current.Access.For, kind), showing, cancellation);
    }
}
