using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>A question for evidence files, in a return that asks it.</summary>
public sealed record FoundEvidence(FoundReturn Return, EvidenceQuestion Question)
{
    public static Problem NotFound => new(Catalogue.NotFound, "There is no such file, or question for files: check the question and the file.");

    /// <summary>Whether whoever asked sees the draft's answer, and so its files.</summary>
    public bool SeesDraft => Return.Access.SeesSection(Return.Version.SectionOf(Question).Id);

    internal static async Task<Outcome<FoundEvidence>> FindAsync(FindReturn find, ReturnKey key, QuestionId question, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        return current.Version.Find(question.Value) is EvidenceQuestion asked && AskedAnswers.IsAskedOf(asked, current.Award, current.Period)
            ? new FoundEvidence(current, asked)
            : NotFound;
    }

    /// <summary>Why whoever asked may not add or remove files at a moment; null where they may.</summary>
    public Problem? WhyNotAt(DateTimeOffset now) => Return.WhyNotPrepareAt([Question.Id.Value], now);

    /// <summary>Tells others that files of the return wait for something.</summary>
    internal OutboxItem ItemAt(DateTimeOffset now)
    {
        var header = Return.Header;
        return new OutboxItem(OutboxItem.NewId(now), OutboxEvent.FilesChanged, Return.Key, Return.Award.Provider.Id, header.Status, header.Revision, header.Change, now);
    }
}
