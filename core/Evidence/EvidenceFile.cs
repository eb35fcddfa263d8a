using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>Where a file stands on its way into an answer, and out of it.</summary>
public enum FileState
{
    /// <summary>Somebody may send it for a few minutes.</summary>
    Uploading,
    /// <summary>It has arrived and waits to be checked.</summary>
    Waiting,
    /// <summary>It was found clean and is in the draft's answer.</summary>
    Clean,
    Refused,
    /// <summary>Somebody took it out; its content goes, unless it is found in a revision.</summary>
    Removed,
    /// <summary>It left the draft, and a revision names it.</summary>
    Kept,
}

/// <summary>A file that somebody sent as evidence for a question of a return.</summary>
/// <param name="Name">Made safe; once it is clean, with the ending of what it is.</param>
/// <param name="By">Who sent it.</param>
/// <param name="For">The organisation that they acted for.</param>
/// <param name="At">When it was announced; before that, when its upload began.</param>
public sealed record EvidenceFile(ReturnKey Return, QuestionId Question, FileId Id, string Name, FileState State, MemberId By, OrganisationId For, DateTimeOffset At)
{
    /// <summary>What it is by its content; null before it was checked.</summary>
    public FileKind? Kind { get; init; }

    /// <summary>In bytes; null before it was checked.</summary>
    public long? Size { get; init; }

    /// <summary>Of its content, lower-case hexadecimal; null before it was found clean.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why it was refused.</summary>
    public FileFault? Fault { get; init; }

    /// <summary>Its name in the file store.</summary>
    public string Blob => BlobOf(Return, Question, Id);

    public static string BlobOf(ReturnKey key, QuestionId question, FileId file) => $"{key}/{question}/{file}";

    /// <summary>As an answer names it.</summary>
    /// <exception cref="InvalidOperationException">It was not found clean.</exception>
    public AnsweredFile AsAnswered() => Kind is { } kind && Size is { } size && Sha256 is { } digest
        ? new AnsweredFile(Id, Name, kind.MediaType, size, digest)
        : throw new InvalidOperationException($"File {Id} was not found clean.");

    /// <summary>Whether it takes one of its question's places at a moment.</summary>
    public bool HoldsPlaceAt(DateTimeOffset now) => State is FileState.Clean or FileState.Waiting || (State == FileState.Uploading && now - At < UploadTime);

    /// <summary>How long an upload may take.</summary>
    public static readonly TimeSpan UploadTime = TimeSpan.FromMinutes(15);
}

/// <summary>A file as it was read, with the token that guards its next write.</summary>
public sealed record StoredFile(EvidenceFile File, string Guard);

/// <summary>A file as it is to be.</summary>
/// <param name="Guard">As it was read; null where it is new.</param>
public sealed record FileWrite(EvidenceFile File, string? Guard);

/// <summary>Keeps what is known of evidence files, in the partition of their returns.</summary>
public interface IEvidenceStore
{
    /// <summary>By question, those of a question in no order.</summary>
    /// <param name="question">Null for all of the return's.</param>
    Task<IReadOnlyList<StoredFile>> OfAsync(ReturnKey key, QuestionId? question, CancellationToken cancellation);

    Task<StoredFile?> GetAsync(ReturnKey key, QuestionId question, FileId file, CancellationToken cancellation);

    /// <summary>Writes a file, and in the same transaction what others must hear of it.</summary>
    /// <returns>False, with nothing written, where the file is no longer as it was read.</returns>
    Task<bool> TrySaveAsync(FileWrite write, OutboxItem? item, CancellationToken cancellation);

    /// <summary>Forgets a file; nothing where it is forgotten already.</summary>
    Task DeleteAsync(EvidenceFile file, CancellationToken cancellation);
}

/// <summary>Asks for a file to be checked, or its content to be tidied away.</summary>
public sealed record ScanFileMessage(ProgrammeId Programme, PeriodId Period, AwardId Award, QuestionId Question, FileId File)
{
    public static ScanFileMessage Of(EvidenceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(file.Return.Programme, file.Return.Period, file.Return.Award, file.Question, file.Id);
    }
}
