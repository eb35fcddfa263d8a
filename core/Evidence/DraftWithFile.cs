using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>What is written when a file becomes part of a draft: header, section, the file itself and the record's entry, all or nothing.</summary>
internal static class DraftWithFile
{
    /// <param name="draft">As it was read; changed here.</param>
    public static DraftWrite Of(FoundEvidence found, Dictionary<string, DraftAnswer> draft, IReadOnlyList<AnsweredFile> answer, FileWrite file, DateTimeOffset now)
    {
        var (current, question) = found;
        var before = DraftDigest.Of(draft);
        var stored = draft.GetValueOrDefault(question.Id.Value, DraftAnswer.None);
        draft[question.Id.Value] = stored with { Version = stored.Version + 1, ValueJson = AnswerJson.Of(question, new EvidenceAnswer(answer)), By = file.File.By, At = now };

        var section = current.Version.SectionOf(question);
        var answers = section.Questions.Where(one => draft.TryGetValue(one.Id.Value, out var known) && known.Version > 0)
            .ToDictionary(one => one.Id.Value, one => draft[one.Id.Value], StringComparer.Ordinal);
        var guard = current.Work.Draft.FirstOrDefault(one => string.Equals(one.Section, section.Id.Value, StringComparison.Ordinal))?.Guard;

        var header = current.Header;
        var entry = RecordChain.Of(current.Key).Next(
            header.Record, new Done(now, file.File.By, file.File.For, Deed.FileAdded, file.File.Id.Value, before, DraftDigest.Of(draft)));
        var next = header.WithChangedDraft() with { Record = RecordChain.HeadAfter(entry) };
        var outbox = next.Status == header.Status
            ? null
            : new OutboxItem(OutboxItem.NewId(now), OutboxEvent.DraftStarted, current.Key, current.Award.Provider.Id, next.Status, next.Revision, next.Change, now);
        return new DraftWrite(next, current.Work.HeaderGuard, [new DraftSection(section.Id.Value, answers, guard) { Changed = new Worked(now, file.File.By, file.File.For) }], outbox, entry) { Files = [file], Moves = next.Status != header.Status };
    }
}
