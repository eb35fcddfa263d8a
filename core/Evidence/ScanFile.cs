using System.Security.Cryptography;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>
/// Brings a file that was announced where it belongs: into the evidence and the draft's answer if it is what it may be and clean, else away. Told twice,
/// late, beside itself, or killed between any two steps and told again, it has one effect: what is in quarantine goes only after everything else is written.
/// </summary>
public sealed class ScanFile(
    FindReturn find, IMemberships memberships, IReturnStore returns, IEvidenceStore evidence, IFileStore files, SubmittedFiles submitted, IScanner scanner, IWorkQueue queue, TimeProvider clock)
{
    private const int MostTries = 12;

    public async Task RunAsync(ScanFileMessage message, CancellationToken cancellation)
    {
        var key = new ReturnKey(message.Programme, message.Period, message.Award);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await evidence.GetAsync(key, message.Question, message.File, cancellation) is not { } stored)
                return;
            if (stored.File.State == FileState.Waiting ? await TryCheckAsync(stored, cancellation) : await TryTidyAsync(stored, cancellation))
                return;
            await Task.Delay(Random.Shared.Next(5, 20 * (attempt + 1)), cancellation);
        }
        throw new InvalidOperationException($"File {message.File} of {key} is changed all the time; it comes again.");
    }

    /// <returns>False where another was quicker: look again.</returns>
    private async Task<bool> TryCheckAsync(StoredFile stored, CancellationToken cancellation)
    {
        var (file, guard) = stored;
        FileFault fault;
        await using (var content = await files.OpenReceivedAsync(file.Blob, cancellation))
        {
            var judged = content is null ? FileFault.Vanished : await JudgeAsync(content, cancellation);
            if (judged.Kind is { } kind)
            {
                var digest = await DigestAsync(content!, cancellation);
                var clean = file with { State = FileState.Clean, Kind = kind, Name = FileName.For(kind, file.Name), Size = content!.Length, Sha256 = digest };
                content.Position = 0;
                await files.KeepAsync(file.Blob, content, kind.MediaType, digest, cancellation);
                var added = await TryAddAsync(clean, guard, cancellation);
                if (added.Fault is not { } tooMuch)
                    return added.IsDone && await TryTidyAsync(new StoredFile(clean, guard), cancellation);
                fault = tooMuch;
            }
            else
                fault = judged.Fault!.Value;
        }
        var refused = file with { State = FileState.Refused, Fault = fault };
        return await evidence.TrySaveAsync(new FileWrite(refused, guard), null, cancellation) && await TryTidyAsync(new StoredFile(refused, guard), cancellation);
    }

    private async Task<Judged> JudgeAsync(Stream content, CancellationToken cancellation)
    {
        var judged = ContentJudge.Judge(content);
        if (judged.Kind is null && judged.Fault is FileFault.Empty or FileFault.TooLarge)
            return judged;
        // Also what would be refused anyway: whoever sent a virus should hear of it.
        content.Position = 0;
        return await scanner.ScanAsync(content, cancellation) switch
        {
            Verdict.Infected => FileFault.Infected,
            Verdict.Unreadable => judged.Fault ?? FileFault.NotOpened,
            _ => judged,
        };
    }

    /// <summary>Puts a clean file into the draft's answer, for whoever sent it.</summary>
    private async Task<(bool IsDone, FileFault? Fault)> TryAddAsync(EvidenceFile file, string guard, CancellationToken cancellation)
    {
        var found = await FoundEvidence.FindAsync(find, file.Return, file.Question, new Caller(file.By, file.For, memberships), cancellation);
        // What was sent in time is in time, however long the check took.
        if (found.Value is not { } current || current.WhyNotAt(file.At) is not null)
            return (false, FileFault.TooLate);
        var draft = current.Return.WholeDraft();
        var answered = FilesOfDraft.In(draft, current.Question);
        if (answered.Count >= current.Question.MaxFiles)
            return (false, FileFault.TooMany);
        var write = DraftWithFile.Of(current, draft, [.. answered, file.AsAnswered()], new FileWrite(file, guard), clock.GetUtcNow());
        if (write.Outbox is not null)
            await find.KeepSweptAsync(current.Return, cancellation);
        if (!await returns.TrySaveDraftAsync(write, cancellation))
            return (false, null);
        if (write.Outbox is { } item)
            await queue.TrySendAsync(new ApplyProjectionsMessage(file.Return.Programme, file.Return.Period, item.Id), cancellation);
        return (true, null);
    }

    /// <summary>Deletes what a file that has its place, or has none any more, left behind.</summary>
    private async Task<bool> TryTidyAsync(StoredFile stored, CancellationToken cancellation)
    {
        var (file, guard) = stored;
        if (file.State == FileState.Uploading)
            return true;
        await files.DeleteReceivedAsync(file.Blob, cancellation);
        if (file.State == FileState.Refused)
            await files.DeleteKeptAsync(file.Blob, cancellation);
        if (file.State != FileState.Removed)
            return true;
        // The header after the file: what is submitted from now on can't name it any more.
        var newest = (await returns.LoadAsync(file.Return, null, cancellation)).Header?.Revision ?? 0;
        if (await submitted.AnyNamesAsync(file.Return, newest, file.Id, cancellation))
            return await evidence.TrySaveAsync(new FileWrite(file with { State = FileState.Kept }, guard), null, cancellation);
        await files.DeleteKeptAsync(file.Blob, cancellation);
        await evidence.DeleteAsync(file, cancellation);
        return true;
    }

    private static async Task<string> DigestAsync(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }
}
