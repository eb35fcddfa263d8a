using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>Finds files in what was submitted.</summary>
public sealed class SubmittedFiles(IReturnStore returns, IFormStore forms)
{
    /// <summary>A file as the newest revision that names it does; null where none does, or none in a question that the reader sees.</summary>
    /// <param name="sight">Null: everything is seen.</param>
    public async Task<AnsweredFile?> FindAsync(FoundReturn current, QuestionId question, FileId file, Sight? sight, CancellationToken cancellation)
    {
        for (var number = current.Header.Revision; number > 0; number--)
        {
            var stored = await returns.GetRevisionAsync(current.Key, number, cancellation)
                ?? throw new InvalidDataException($"Revision {number} of {current.Key} is not stored.");
            var version = await forms.GetAsync(current.Programme.Form, RevisionJson.FormVersionOf(stored), cancellation)
                ?? throw new InvalidDataException($"Revision {number} of {current.Key} answers a form version that is not stored.");
            if (version.Find(question.Value) is EvidenceQuestion asked && (sight is null || sight.Sees(asked))
                && RevisionJson.Read(stored, version).Answers[asked] is EvidenceAnswer answer && answer.Files.FirstOrDefault(one => one.Id == file) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>Whether a revision up to a number names a file, whoever may see it.</summary>
    public async Task<bool> AnyNamesAsync(ReturnKey key, int newest, FileId file, CancellationToken cancellation)
    {
        var name = System.Text.Encoding.ASCII.GetBytes($"\"{file}\"");
        for (var number = newest; number > 0; number--)
            if (await returns.GetRevisionAsync(key, number, cancellation) is not { } stored || stored.Json.Span.IndexOf(name) >= 0)
                return true;
        return false;
    }
}
