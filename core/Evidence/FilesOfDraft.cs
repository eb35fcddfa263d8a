using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Core.Evidence;

/// <summary>
/// Evidence answers of a draft. A file comes into one only by being found clean; a save may leave files out or order them anew. So the files that are
/// <see cref="FileState.Clean"/> are always those that the draft's answers name.
/// </summary>
internal static class FilesOfDraft
{
    public static IReadOnlyList<AnsweredFile> In(IReadOnlyDictionary<string, DraftAnswer> draft, EvidenceQuestion question) =>
        draft.TryGetValue(question.Id.Value, out var stored) && AnswerJson.Read(question, stored.ValueJson, new Findings()) is EvidenceAnswer answer ? answer.Files : [];

    /// <summary>The files that leave the draft with a save; a refusal where an answer names what isn't a clean file of its question.</summary>
    public static async Task<Outcome<IReadOnlyList<FileWrite>>> AfterAsync(
        ReturnKey key, IReadOnlyDictionary<string, DraftAnswer> draft, IEnumerable<Question> changed, IEvidenceStore evidence, CancellationToken cancellation)
    {
        var leaving = new List<FileWrite>();
        var findings = new Findings();
        foreach (var question in changed.OfType<EvidenceQuestion>())
        {
            var clean = (await evidence.OfAsync(key, question.Id, cancellation)).Where(stored => stored.File.State == FileState.Clean).ToDictionary(stored => stored.File.Id);
            var named = In(draft, question);
            foreach (var file in named)
                if (!clean.TryGetValue(file.Id, out var known) || known.File.AsAnswered() != file)
                    findings.Refuse(Catalogue.FileNotHere, question.Id, $"Take “{file.Name}” out of “{question.Label}”: it is no file that was sent for this question and found clean.");
            leaving.AddRange(clean.Values.Where(stored => named.All(file => file.Id != stored.File.Id)).OrderBy(stored => stored.File.At)
                .Select(stored => new FileWrite(stored.File with { State = FileState.Removed }, stored.Guard)));
        }
        return findings.HasRefused
            ? new Problem(Catalogue.AnswersNotUsable, "Put the answers right that are listed under findings, and send all of them again.") { Findings = findings.All }
            : leaving;
    }
}
