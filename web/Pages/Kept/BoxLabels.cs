using System.Text;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web.Pages.Kept;

/// <summary>
/// What the boxes of a form are called, as one hidden field that goes with them: so their answers can be told in words where nothing can be read
/// from storage, by an instance that never saw the form. A line a word, a tab between key and word: <c>question</c>, <c>question/row</c>,
/// <c>question//column</c> (of a group too), <c>question=choice</c>; the empty key is the page.
/// </summary>
public sealed class BoxLabels
{
    private const string Yes = "yes";
    private const string No = "no";

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    private BoxLabels()
    {
    }

    public string Title => _words.GetValueOrDefault("", "");

    public string? Of(string key) => _words.GetValueOrDefault(key);

    /// <param name="title">What the page is, such as the section, the programme and the period.</param>
    public static string Write(string title, IEnumerable<Question> questions)
    {
        var text = new StringBuilder();
        Line(text, "", title);
        foreach (var question in questions)
            Write(text, question, question.Id.Value);
        return text.ToString();
    }

    /// <summary>Of a page whose boxes are no questions of a form.</summary>
    /// <param name="boxes">Keys as above, and what they are called.</param>
    public static string Write(string title, params IEnumerable<(string Key, string Word)> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        var text = new StringBuilder();
        Line(text, "", title);
        foreach (var (key, word) in boxes)
            Line(text, key, word);
        return text.ToString();
    }

    public static BoxLabels Read(string text)
    {
        var labels = new BoxLabels();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Split('\t', 2) is [var key, var word])
                labels._words[key] = word.TrimEnd('\r');
        return labels;
    }

    private static void Write(StringBuilder text, Question question, string key)
    {
        Line(text, key, question.Label);
        switch (question)
        {
            case TableQuestion table:
                foreach (var row in table.Rows)
                    Line(text, $"{key}/{row.Id}", row.Label);
                if (table.TableColumns.Count > 1)
                    foreach (var column in table.TableColumns)
                        Line(text, $"{key}//{column.Id}", column.Label);
                break;
            case RepeatingGroupQuestion group:
                foreach (var inside in group.Questions)
                    Write(text, inside, $"{key}//{inside.Id}");
                break;
            case ChoiceQuestion choices:
                foreach (var choice in choices.Choices)
                    Line(text, $"{key}={choice.Id}", choice.Label.En);
                break;
            case YesNoQuestion or DeclarationQuestion:
                Line(text, $"{key}={Yes}", Words.Say(Texts.English.Code, "Keep.Yes"));
                Line(text, $"{key}={No}", Words.Say(Texts.English.Code, "Keep.No"));
                break;
        }
    }

    private static void Line(StringBuilder text, string key, string word) =>
        text.Append(key).Append('\t').Append(word.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' ')).Append('\n');
}
