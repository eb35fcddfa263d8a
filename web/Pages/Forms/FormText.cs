using System.Globalization;
using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web.Pages.Forms;

/// <summary>A version of a form as lines of text, for who prepares for it on paper or reads it out.</summary>
public static class FormText
{
    /// <summary>What a question asks for, why, and whom it is for; a line each.</summary>
    public static IEnumerable<string> LinesOf(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        yield return KindOf(question) + (question.RequiredFrom is { } from ? $", required in periods that begin on {Moments.Day(from)} or later" : question.Required ? ", required" : ", may be left open");
        if (question.Hint is { } hint)
            yield return hint;
        if (question is ChoiceQuestion choice)
            yield return "Choices: " + string.Join("; ", choice.Choices.Select(one => one.Label.En));
        if (question is TableQuestion table)
        {
            yield return "Rows: " + string.Join("; ", table.Rows.Select(row => row.Label));
            yield return "Columns: " + string.Join("; ", table.TableColumns.Select(column => column.Label));
        }
        if (question is RepeatingGroupQuestion group)
            yield return "Of each: " + string.Join("; ", group.Questions.Select(part => part.Label));
        if (question is LongTextQuestion { MaxWords: { } words })
            yield return $"{words} words or fewer";
        if (question.Why is { } why)
            yield return $"Why it is asked: {why}";
        if (question.UsedBy is { } usedBy)
            yield return $"Who uses the answer: {usedBy}";
    }

    /// <summary>The whole version as plain text, with lines that a narrow screen or a printer can break.</summary>
    public static string Of(FormVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{version.Title}\nVersion {version.Number}\n");
        foreach (var section in version.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{section.Title.ToUpperInvariant()}\n");
            if (section.Hint is { } hint)
                text.Append(CultureInfo.InvariantCulture, $"{hint}\n");
            foreach (var (place, question) in section.Questions.Index())
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{place + 1}. {question.Label}\n");
                foreach (var line in LinesOf(question))
                    text.Append(CultureInfo.InvariantCulture, $"   {line}\n");
            }
        }
        return text.ToString();
    }

    private static string KindOf(Question question) => question switch
    {
        CountQuestion => "A whole number",
        MoneyQuestion => "Pounds and pence",
        PercentageQuestion => "A percentage",
        NumberQuestion => "A number",
        DateQuestion => "A date",
        YesNoQuestion => "Yes or no",
        OneChoiceQuestion => "One choice",
        ManyChoicesQuestion => "Any of several choices",
        TableQuestion => "A table",
        RepeatingGroupQuestion => "A list, as many as there are",
        EvidenceQuestion => "Files",
        DeclarationQuestion => "A statement to agree to",
        LongTextQuestion => "Words",
        _ => "A line of words",
    };
}
