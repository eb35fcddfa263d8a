using System.Collections.Concurrent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.History;
using MonitoringReturns.Core.Reporting;

namespace MonitoringReturns.Core.Returns;

/// <summary>What an award answered the last time, as answers to the form version that is asked now.</summary>
/// <param name="From">When that was, as people call the period.</param>
public sealed record LastTime(string From, AnswerSheet Answers);

/// <summary>
/// Finds the answers of the period before in its newest revision, and carries them to the version that is asked now. Costs one read beside
/// the return's own.
/// </summary>
public sealed class LastAnswers(IReturnStore returns, IFormStore forms, IHistoryStore history)
{
    // Versions never change, and a table of 400 cells over three of them is worth working out once.
    private readonly ConcurrentDictionary<(FormId Form, int From, int To), Carrying> _carryings = new();

    /// <summary>Null where there are none.</summary>
    public async Task<LastTime?> OfAsync(FoundReturn current, CancellationToken cancellation) =>
        await OfRevisionAsync(current, cancellation) ?? (current.Work.Last is null ? await OfHistoryAsync(current, cancellation) : null);

    /// <summary>
    /// The newest revision of the period before as a funder may see it, carried to the version that is asked now: never what the provider entered of the time
    /// before the portal. What an older version let fewer people see is not carried.
    /// </summary>
    internal async Task<(string From, Revision Revision, AnswerSheet Carried)?> ForFunderAsync(FoundReturn current, Sight sight, CancellationToken cancellation)
    {
        if (await StoredAsync(current, cancellation) is not var (before, stored))
            return null;
        var version = await VersionAsync(current, RevisionJson.FormVersionOf(stored), cancellation);
        if (version.Number > current.Version.Number)
            return null;
        var (revision, name) = (RevisionJson.Read(stored, version), current.Programme.Period(before)?.Name ?? before.Value);
        if (version.Number == current.Version.Number)
            return (name, revision, revision.Answers);
        var seen = new AnswerSheet(version);
        foreach (var question in version.Questions.Where(question => sight.SeesWhole(question)))
            seen[question] = revision.Answers[question];
        return (name, revision, (await CarryingAsync(current, version, cancellation)).Carry(seen));
    }

    private async Task<(PeriodId Before, StoredRevision Stored)?> StoredAsync(FoundReturn current, CancellationToken cancellation) =>
        current is { Work.Last.Revision: var number, Opened.Before: { } before } && await returns.GetRevisionAsync(current.Key with { Period = before }, number, cancellation) is { } stored
            ? (before, stored)
            : null;

    /// <summary>What the provider entered of the time before: the newest that ended before the period began.</summary>
    private async Task<LastTime?> OfHistoryAsync(FoundReturn current, CancellationToken cancellation)
    {
        var past = (await history.ListAsync(current.Award.Provider.Id, current.Key.Programme, current.Key.Award, cancellation)).LastOrDefault(one => one.Period.End < current.Period.Start);
        if (past is null || past.FormVersion > current.Version.Number)
            return null;
        var version = await VersionAsync(current, past.FormVersion, cancellation);
        var answers = past.Read(version);
        return new LastTime(past.Period.Name, version.Number == current.Version.Number ? answers : (await CarryingAsync(current, version, cancellation)).Carry(answers));
    }

    private async Task<LastTime?> OfRevisionAsync(FoundReturn current, CancellationToken cancellation)
    {
        if (await StoredAsync(current, cancellation) is not var (before, stored))
            return null;
        var version = await VersionAsync(current, RevisionJson.FormVersionOf(stored), cancellation);
        if (version.Number > current.Version.Number)
            return null;
        var answers = RevisionJson.Read(stored, version).Answers;
        return new LastTime(
            current.Programme.Period(before)?.Name ?? before.Value,
            version.Number == current.Version.Number ? answers : (await CarryingAsync(current, version, cancellation)).Carry(answers));
    }

    private async Task<Carrying> CarryingAsync(FoundReturn current, FormVersion from, CancellationToken cancellation)
    {
        var key = (from.Form, from.Number, current.Version.Number);
        if (_carryings.TryGetValue(key, out var known))
            return known;
        var versions = new List<FormVersion> { from };
        for (var number = from.Number + 1; number < current.Version.Number; number++)
            versions.Add(await VersionAsync(current, number, cancellation));
        return _carryings.GetOrAdd(key, new Carrying([.. versions, current.Version]));
    }

    private async Task<FormVersion> VersionAsync(FoundReturn current, int number, CancellationToken cancellation) =>
        await forms.GetAsync(current.Programme.Form, number, cancellation)
        ?? throw new InvalidDataException($"Version {number} of form {current.Programme.Form} is not stored, but a revision answers it.");
}
