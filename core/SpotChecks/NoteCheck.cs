using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.SpotChecks;

/// <summary>An officer of the lead funder notes what the check of a drawn return came to. Each note stands in the return's record; the return itself is as it was.</summary>
public sealed class NoteCheck(ReadSamples read, FindReturn find, IReturnStore returns, TimeProvider clock)
{
    public const int MostCharacters = 2000;

    private const int Tries = 5;

    /// <param name="seen">The moment of the outcome that the officer had read, in ticks; 0 for none.</param>
    /// <param name="result">Null where nothing was chosen.</param>
    public async Task<Outcome<CheckOutcome>> RunAsync(ReturnKey key, int sample, long seen, CheckResult? result, string? note, Caller caller, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            // The header first: what is noted after it was read is told below, or by its guard.
            var reading = await find.RunAsync(key, caller, cancellation);
            if (reading.Value is not { } current)
                return reading.Problem!;
            var found = await read.RunAsync(key.Programme, key.Period, sample, caller, cancellation);
            if (found.Value is not { } drawn)
                return found.Problem!;
            if (!drawn.Sample.Drawn.Contains(key.Award))
                return ReturnAccess.NotFound;
            if (!drawn.Access.MayCheckEvidence)
                return new Problem(Catalogue.RoleNeeded, DrawSample.WhoMay);
            var text = note?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() ?? "";
            var stands = drawn.OutcomeOf(key.Award);
            if ((stands?.At.UtcTicks ?? 0) != seen)
                return stands is not null && stands.By == caller.Id && stands.Result == result && string.Equals(stands.Note, text, StringComparison.Ordinal)
                    // Sent twice.
                    ? stands
                    : new Problem(Catalogue.CheckedMeanwhile, "Somebody else noted an outcome while you wrote yours. Read it below; what you save now replaces it.");
            if (FindingsAbout(result, text) is { Count: > 0 } findings)
                return new Problem(Catalogue.CheckNotUsable, "Put right what is listed under findings.") { Findings = findings };
            var now = clock.GetUtcNow();
            var outcome = new CheckOutcome(sample, key.Award, result!.Value, text, caller.Id, now);
            var entry = RecordChain.Of(key).Next(current.Header.Record, new Done(now, caller.Id, drawn.Access.Programme.LeadFunder.Id, Deed.EvidenceChecked, outcome.Result.ToString()));
            var header = current.Header with { Record = RecordChain.HeadAfter(entry) };
            // On the header as it was read, like every entry of the return's record: of two at once one is told.
            if (await returns.TrySaveDraftAsync(new DraftWrite(header, current.Work.HeaderGuard, [], null, entry) { Check = outcome }, cancellation))
                return outcome;
        }
        return new Problem(Catalogue.Busy, "Try again in a moment: somebody is changing this return again and again.");
    }

    private static List<Finding> FindingsAbout(CheckResult? result, string note)
    {
        var findings = new List<Finding>();
        if (result is null)
            findings.Add(new Finding(Catalogue.AnswerRequired, FindingKind.Refused, "result", "Choose what the check came to."));
        if (note.Length is 0 or > MostCharacters)
            findings.Add(new Finding(
                note.Length == 0 ? Catalogue.AnswerRequired : Catalogue.TextTooLong, FindingKind.Refused, "note",
                note.Length == 0 ? "Say what you looked at. The charity reads it." : $"Shorten your note to {MostCharacters:N0} characters or fewer; it has {note.Length:N0}."));
        return findings;
    }
}
