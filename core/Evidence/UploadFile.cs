using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>An upload that a program may make now.</summary>
public sealed record BegunUpload(EvidenceFile File, UploadLink Link);

/// <summary>
/// Takes files in: as a link that a program sends one to by itself and then announces, or through the portal. Either way the file lies in quarantine
/// and is part of nothing until <see cref="ScanFile"/> has found it clean.
/// </summary>
public sealed class UploadFile(FindReturn find, IEvidenceStore evidence, IFileStore files, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>When an upload that was never announced is forgotten; its content goes after a day by the rules of the storage account.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <param name="size">In bytes, where the caller says it.</param>
    public async Task<Outcome<BegunUpload>> BeginAsync(ReturnKey key, QuestionId question, string name, long? size, Caller caller, CancellationToken cancellation)
    {
        var made = await MakeAsync(key, question, name, size, caller, cancellation);
        if (made.Value.File is not { } file)
            return made.Problem!;
        return new BegunUpload(file, await files.LinkAsync(file.Blob, cancellation));
    }

    /// <summary>Takes a file through the portal.</summary>
    /// <param name="size">In bytes.</param>
    public async Task<Outcome<EvidenceFile>> ReceiveAsync(ReturnKey key, QuestionId question, string name, long size, Stream content, Caller caller, CancellationToken cancellation)
    {
        var made = await MakeAsync(key, question, name, size, caller, cancellation);
        if (made.Value.File is not { } file)
            return made.Problem!;
        await files.ReceiveAsync(file.Blob, content, cancellation);
        return await AnnounceAsync(made.Value.Found, file.Id, cancellation);
    }

    /// <summary>Says that a file has been sent. Said again, it changes nothing.</summary>
    public async Task<Outcome<EvidenceFile>> AnnounceAsync(ReturnKey key, QuestionId question, FileId file, Caller caller, CancellationToken cancellation)
    {
        var found = await FoundEvidence.FindAsync(find, key, question, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        return current.WhyNotAt(clock.GetUtcNow()) ?? await AnnounceAsync(current, file, cancellation);
    }

    private async Task<Outcome<(FoundEvidence Found, EvidenceFile File)>> MakeAsync(ReturnKey key, QuestionId question, string name, long? size, Caller caller, CancellationToken cancellation)
    {
        var found = await FoundEvidence.FindAsync(find, key, question, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        var now = clock.GetUtcNow();
        if (current.WhyNotAt(now) is { } refused)
            return refused;
        var safe = FileName.Safe(name);
        if (size == 0)
            return NotTaken(question, FileFault.Empty, safe);
        if (size > FileKind.MostBytes)
            return NotTaken(question, FileFault.TooLarge, safe);
        var known = await evidence.OfAsync(key, question, cancellation);
        if (known.Count(stored => stored.File.HoldsPlaceAt(now)) >= current.Question.MaxFiles)
            return new Problem(Catalogue.NoRoomForFile, $"Remove a file before you add another: this question takes {current.Question.MaxFiles}.");
        foreach (var (old, _) in known)
            if (old.State == FileState.Uploading && now - old.At > Forgotten)
                await evidence.DeleteAsync(old, cancellation);

        var file = new EvidenceFile(key, question, FileId.New(), safe, FileState.Uploading, caller.Id, current.Return.Access.For, now);
        if (!await evidence.TrySaveAsync(new FileWrite(file, null), null, cancellation))
            throw new InvalidDataException($"There is a file {file.Id} already.");
        return (current, file);
    }

    private async Task<Outcome<EvidenceFile>> AnnounceAsync(FoundEvidence current, FileId id, CancellationToken cancellation)
    {
        while (true)
        {
            if (await evidence.GetAsync(current.Return.Key, current.Question.Id, id, cancellation) is not var (file, guard) || file.State is FileState.Removed or FileState.Kept)
                return FoundEvidence.NotFound;
            if (file.State != FileState.Uploading)
                return file;
            if (!await files.IsReceivedAsync(file.Blob, cancellation))
                return new Problem(Catalogue.FileNotUploaded, "Send the file to its address first, then say so; an address works for 15 minutes.");
            var now = clock.GetUtcNow();
            var waiting = file with { State = FileState.Waiting, At = now };
            var item = current.ItemAt(now);
            await find.KeepSweptAsync(current.Return, cancellation);
            if (!await evidence.TrySaveAsync(new FileWrite(waiting, guard), item, cancellation))
                continue;
            await queue.TrySendAsync(new ApplyProjectionsMessage(file.Return.Programme, file.Return.Period, item.Id), cancellation);
            return waiting;
        }
    }

    private static Problem NotTaken(QuestionId question, FileFault fault, string name) =>
        new(Catalogue.FileNotTaken, FileFaults.SentenceOf(fault, name))
        {
            Findings = [new Finding(FileFaults.CodeOf(fault), FindingKind.Refused, question.Value, FileFaults.SentenceOf(fault, name))],
        };
}
