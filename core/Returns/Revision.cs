using System.Globalization;

namespace MonitoringReturns.Core.Returns;

/// <summary>One submitted state of a return, never altered: what it says and who signed it.</summary>
/// <param name="NotAsked">By question ordinal: true where the question was not put to this award. Not the same as not answered.</param>
/// <param name="Minutes">How long the return took, as the charity said; null where it didn't.</param>
public sealed record Revision(
    ReturnKey Key, int Number, AnswerSheet Answers, IReadOnlyList<bool> NotAsked, Signatory Signatory, int? Minutes, DateTimeOffset SubmittedAt)
{
    /// <summary>Who signed second, where the form asks for two signatures; null where it asks for one.</summary>
    public Signatory? SecondSignatory { get; init; }

    /// <summary>As the record names it.</summary>
    public static string NameOf(int number) => $"revision {number.ToString(CultureInfo.InvariantCulture)}";

    public static Revision Of(ReturnKey key, int number, AskedAnswers answers, Signatory signatory, int? minutes, DateTimeOffset submittedAt)
    {
        var kept = new AnswerSheet(answers.Version);
        var notAsked = new bool[answers.Version.Questions.Count];
        foreach (var question in answers.Version.Questions)
        {
            kept[question] = answers[question];
            kept.SetComment(question, answers.Comment(question));
            notAsked[question.Ordinal] = !answers.IsAsked(question);
        }
        return new Revision(key, number, kept, notAsked, signatory, minutes, submittedAt);
    }
}

/// <summary>A revision as it is stored: its canonical JSON and the SHA-256 of it, lower-case hexadecimal.</summary>
public sealed record StoredRevision(ReturnKey Key, int Number, string Digest, ReadOnlyMemory<byte> Json);
