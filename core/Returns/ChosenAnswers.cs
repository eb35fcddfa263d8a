using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Returns;

/// <summary>What somebody chose where another person had changed the same places: from then on their page is as if it had shown the other's answer.</summary>
public static class ChosenAnswers
{
    /// <summary>The name of the hidden field with the other person's answer, canonical JSON: what a choice is based on.</summary>
    public static string TheirsOf(QuestionId question) => $"{question}/theirs";

    /// <summary>The same of its version.</summary>
    public static string TheirVersionOf(QuestionId question) => $"{question}/theirs/version";

    /// <summary>The name of the hidden fields that name the places asked about, one each.</summary>
    public static string AskedOf(QuestionId question) => $"{question}/asked";

    /// <summary>The name of the hidden field with what the other person's box says.</summary>
    public static string TheirTextOf(string place) => $"{place}/their-text";

    /// <returns>The boxes with every choice carried out; a question in which one is still open stays as it was, so that it is asked again.</returns>
    internal static TypedBoxes In(IEnumerable<Question> questions, TypedBoxes typed)
    {
        foreach (var question in questions)
            if (typed.Text(TheirsOf(question.Id)) is { Length: > 0 } theirs && ChoicesIn(question, typed) is { } chosen)
                typed = typed.Replacing(
                    name => name == SaveSection.ShownOf(question.Id) || name == SaveSection.VersionOf(question.Id) || chosen.Any(box => box.Name == name),
                    [
                        new Box(SaveSection.ShownOf(question.Id), theirs),
                        new Box(SaveSection.VersionOf(question.Id), typed.Text(TheirVersionOf(question.Id))),
                        .. chosen,
                    ]);
        return typed;
    }

    /// <summary>The boxes in which the other's value is to stand, and the comment that both saw from now on; null where a choice is missing.</summary>
    private static List<Box>? ChoicesIn(Question question, TypedBoxes typed)
    {
        var prefix = question.Id + "/";
        var asked = typed.All(AskedOf(question.Id)).ToList();
        if (asked.Exists(place => typed.Text(SaveSection.KeepOf(place)) is not (SaveSection.KeepMine or SaveSection.KeepTheirs)))
            return null;
        var theirs = asked.Where(place => typed.Text(SaveSection.KeepOf(place)) == SaveSection.KeepTheirs && place.StartsWith(prefix, StringComparison.Ordinal))
            .Select(place => new Box(place, typed.Text(TheirTextOf(place)))).ToList();
        var comment = SaveSection.CommentOf(question.Id);
        if (asked.Contains(comment))
            theirs.Add(new Box(SaveSection.ShownCommentOf(question.Id), typed.Text(TheirTextOf(comment))));
        return theirs;
    }
}
