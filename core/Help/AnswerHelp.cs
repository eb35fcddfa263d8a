using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Help;

/// <summary>
/// An officer of a funder says what was done about a request for help. Changes nothing of the return: who works on it meanwhile goes on undisturbed.
/// </summary>
public sealed class AnswerHelp(FindReturn find, ReadHelp read, IReturnStore returns, IWorkQueue queue, TimeProvider clock)
{
    public const int MostCharacters = 2000;

    public const string WhoMay = "An officer of a funder of the award says what is done about a request for help.";

    /// <summary>How often it is tried where the return changes at the same moment.</summary>
    private const int Tries = 5;

    /// <param name="seen">How many notes the officer had read: nobody answers what was answered meanwhile.</param>
    /// <param name="standing">Null where nothing was chosen.</param>
    public async Task<Outcome<HelpNote>> RunAsync(ReturnKey key, int seen, HelpStanding? standing, string? words, Caller caller, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var found = await read.RunAsync(key, caller, cancellation);
            if (found.Value is not { } help)
                return found.Problem!;
            var current = help.Return;
            if (!current.Access.MayAnswerHelp)
                return current.Access.WhyNot(WhoMay);
            var text = words?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() ?? "";
            if (help.Notes.Count != seen)
                return help.Notes.ElementAtOrDefault(seen) is { } next && next.By == caller.Id && next.Standing == standing && string.Equals(next.Words, text, StringComparison.Ordinal)
                    // Sent twice.
                    ? next
                    : new Problem(Catalogue.HelpAnsweredMeanwhile, "Somebody else wrote a note on this request while you wrote yours. Read it below, then add yours if it is still needed.");
            if (FindingsAbout(standing, text) is { Count: > 0 } findings)
                return new Problem(Catalogue.HelpNoteNotUsable, "Put right what is listed under findings.") { Findings = findings };
            var now = clock.GetUtcNow();
            var note = new HelpNote(help.Notes.Count + 1, standing!.Value, text, caller.Id, current.Access.Funder!.Value, now);
            var done = new Done(now, caller.Id, note.For, Deed.HelpAnswered, standing.Value.ToString());
            var entry = RecordChain.Of(key).Next(current.Header.Record, done);
            var header = current.Header with { Record = RecordChain.HeadAfter(entry) };
            var item = new OutboxItem(OutboxItem.NewId(now), OutboxEvent.HelpAnswered, key, current.Award.Provider.Id, header.Status, header.Revision, header.Change, now);
            await find.KeepSweptAsync(current, cancellation);
            if (!await returns.TrySaveDraftAsync(new DraftWrite(header, current.Work.HeaderGuard, [], item, entry) { Help = note }, cancellation))
                continue;
            await queue.TrySendAsync(new ApplyProjectionsMessage(key.Programme, key.Period, item.Id), cancellation);
            return note;
        }
        return new Problem(Catalogue.Busy, "Try again in a moment: somebody is changing this return again and again.");
    }

    private static List<Finding> FindingsAbout(HelpStanding? standing, string text)
    {
        var findings = new List<Finding>();
        if (standing is null or HelpStanding.Open)
            findings.Add(new Finding(Catalogue.AnswerRequired, FindingKind.Refused, "standing", "Choose what came of the request."));
        if (text.Length == 0)
            findings.Add(new Finding(Catalogue.AnswerRequired, FindingKind.Refused, "words", "Say what was done, or why it is not possible. The charity reads it."));
        else if (text.Length > MostCharacters)
            findings.Add(new Finding(Catalogue.TextTooLong, FindingKind.Refused, "words", $"Shorten your note to {MostCharacters:N0} characters or fewer; it has {text.Length:N0}."));
        else if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')))
            findings.Add(new Finding(Catalogue.TextNotUsable, FindingKind.Refused, "words", "Your note has characters that can't be shown. Type it anew."));
        return findings;
    }
}
