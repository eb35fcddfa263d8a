using System.Text.RegularExpressions;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>
/// Finds questions that are likely to ask for personal data of the people who were helped, by the words of label and hint. The rule is in
/// decision 28; a question that it finds in error needs a reason in writing too, which costs less than one that it misses.
/// </summary>
public static partial class PersonalDataRule
{
    /// <summary>The words that give it away, such as “date of birth”; null where there are none.</summary>
    public static string? WordsIn(QuestionDocument question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Type == RepeatingGroupQuestion.Name && question.Questions.Select(WordsIn).FirstOrDefault(words => words is not null) is { } part)
            return part;
        if (question.Type is not (ShortTextQuestion.Name or LongTextQuestion.Name or DateQuestion.Name or EvidenceQuestion.Name or RepeatingGroupQuestion.Name))
            return null;
        return WordsIn(question.Label.En) ?? (question.Hint is { } hint ? WordsIn(hint.En) : null);
    }

    /// <summary>Whether it asks for some and nobody has said why.</summary>
    public static bool LacksReason(QuestionDocument question) => question is { PersonalData: null } && WordsIn(question) is not null;

    private static string? WordsIn(string text)
    {
        foreach (var sentence in Sentences().Split(text))
        {
            if (Forbids().IsMatch(sentence))
                continue;
            var plain = OfOthers().Replace(sentence, " ");
            if (Asked().Match(plain) is { Success: true } found)
                return found.Value.ToLowerInvariant();
        }
        return null;
    }

    [GeneratedRegex(@"(?<=[.?!;])\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentences();

    /// <summary>A sentence that asks to leave it out.</summary>
    [GeneratedRegex(@"\b(leave out|do not|don['’]t|never|without|no (real )?(names?|address(es)?)|take out|remove)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forbids();

    /// <summary>Names and addresses of organisations and places are nobody's personal data.</summary>
    [GeneratedRegex(@"\b(names?|address(es)?) of (the |your |each |every |any |partner |local )*(organisations?|charit(y|ies)|groups?|projects?|schools?|venues?|services?|centres?|partners?|funders?|compan(y|ies)|websites?|areas?|events?|courses?)\b|\b(organisation|charity|group|project|school|venue|service|centre|partner|funder|company|event|course|web|website|file)(['’]s)? (names?|address(es)?)\b|\bnames? on (the|your) award\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"\b((first |last |full |middle )?names?|surnames?|forenames?|initials|dates? of birth|d\.?o\.?b\.?|birthdays?|born on|(home |e-?mail )?address(es)?|postcodes?|postal codes?|nhs numbers?|national insurance|ni numbers?|passport|(tele|mobile )?phone( numbers?)?|telephone|e-?mails?|photo(graph)?s? of (the |your |each )*(people|child|children|families|parents|carers|users|clients|participants|members|residents))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
