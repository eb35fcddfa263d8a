using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Demo;

namespace MonitoringReturns.Tests.Journeys;

/// <summary>A demonstration's return as a person would type it.</summary>
internal static class TypedFiling
{
    /// <summary>What goes into each box, by its name; several where several choices are ticked.</summary>
    public static ILookup<string, string> Of(FormVersion version, Filing filing) =>
        BoxesOf(version, filing).ToLookup(box => box.Name, box => box.Text, StringComparer.Ordinal);

    private static IEnumerable<Box> BoxesOf(FormVersion version, Filing filing)
    {
        foreach (var sent in filing.Answers)
        {
            var question = version.Find(sent.Question)!;
            if (DraftAnswer.Understood(question, Encoding.UTF8.GetBytes(sent.ValueJson)) is { } answer)
                foreach (var box in question.Boxes(answer, question.Id.Value))
                    yield return box;
            if (sent.Comment is not null)
                yield return new Box(SaveSection.CommentOf(question.Id), sent.Comment);
        }
    }

    /// <summary>Answers of a revision that are not as they were meant, by the ids of their questions.</summary>
    public static IEnumerable<string> Differing(Filing filing, Revision revision)
    {
        foreach (var sent in filing.Answers)
        {
            var question = revision.Answers.Version.Find(sent.Question)!;
            var meant = DraftAnswer.Understood(question, Encoding.UTF8.GetBytes(sent.ValueJson));
            var answer = revision.Answers[question];
            if (!revision.NotAsked[question.Ordinal]
                && !(meant is null ? [] : question.Boxes(meant, "at")).SequenceEqual(answer is null ? [] : question.Boxes(answer, "at")))
                yield return question.Id.Value;
        }
    }
}
