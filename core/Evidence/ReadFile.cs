using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>A file to be sent to whoever may read it.</summary>
public sealed record OpenedFile(AnsweredFile File, Stream Content);

/// <summary>
/// Reads evidence files: the provider's people those of the draft and of every revision, a partner's those of its part of the draft, a funder those that a revision names, in a question that it
/// may see. Who looks is noted first, but for the provider itself.
/// </summary>
public sealed class ReadFile(FindReturn find, IEvidenceStore evidence, SubmittedFiles submitted, IFileStore files, ILookStore looks, TimeProvider clock)
{
    public async Task<Outcome<OpenedFile>> RunAsync(ReturnKey key, QuestionId question, FileId id, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (await FindAsync(current, question, id, cancellation) is not { } file)
            return FoundEvidence.NotFound;
        if (current.Access is { IsProvider: false, Partner: null })
            await looks.AddAsync(key, new Look(UkTime.DayOf(clock.GetUtcNow()), caller.Id, current.Access.For, LookKind.Downloaded), cancellation);
        var content = await files.OpenKeptAsync(EvidenceFile.BlobOf(key, question, id), cancellation)
            ?? throw new InvalidDataException($"File {id} of {key} is in an answer and not stored.");
        return new OpenedFile(file, content);
    }

    private async Task<AnsweredFile?> FindAsync(FoundReturn current, QuestionId question, FileId id, CancellationToken cancellation)
    {
        if (current.Version.Find(question.Value) is { } asked && current.Access.SeesSection(current.Version.SectionOf(asked).Id)
            && await evidence.GetAsync(current.Key, question, id, cancellation) is { File.State: FileState.Clean or FileState.Kept } known)
            return known.File.AsAnswered();
        return current.Access.IsProvider || current.Access.Sight is not null
            ? await submitted.FindAsync(current, question, id, current.Access.IsProvider ? null : current.Access.Sight, cancellation)
            : null;
    }
}
