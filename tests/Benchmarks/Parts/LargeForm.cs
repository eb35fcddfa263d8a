using System.Globalization;
using System.Text;
using System.Text.Json;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Benchmarks.Parts;

/// <summary>A form of sixty questions in six sections: mostly counts and money, some choices and days, eight long texts. And made-up answers to any form.</summary>
internal static class LargeForm
{
    public const int Indicators = 8;

    private static readonly string[] Words =
        ("people young families the and of our with for group support more from were have this quarter who been session sessions local community staff volunteers "
        + "partners school parents children confidence attended training helped their first new weekly safe space waiting list referral college work skills mental "
        + "health wellbeing worker project funding council venue transport because could what we learned next time better many older isolated café football "
        + "cooking club advice debt housing benefit language speakers rural bus summer holiday activity evenings however despite cost living demand rose steadily").Split(' ');

    private static readonly string[] Types =
    [
        .. Enumerable.Repeat(CountQuestion.Name, 25), .. Enumerable.Repeat(MoneyQuestion.Name, 10), .. Enumerable.Repeat(NumberQuestion.Name, 3),
        .. Enumerable.Repeat(PercentageQuestion.Name, 2), .. Enumerable.Repeat(OneChoiceQuestion.Name, 4), ManyChoicesQuestion.Name,
        .. Enumerable.Repeat(DateQuestion.Name, 3), .. Enumerable.Repeat(YesNoQuestion.Name, 2), .. Enumerable.Repeat(LongTextQuestion.Name, 8),
        .. Enumerable.Repeat(RepeatingGroupQuestion.Name, 2),
    ];

    public static byte[] Document(string form)
    {
        var sections = Types.Select(QuestionOf).Chunk(10).Select((questions, number) => new { id = $"section-{number + 1}", title = $"Section {number + 1}", questions });
        return JsonSerializer.SerializeToUtf8Bytes(new { form, version = 1, title = "A return of sixty questions", minutes = 90, sections });
    }

    /// <summary>The same number gives the same answers.</summary>
    public static AnswerSheet Answers(FormVersion version, int number)
    {
        var random = new Random(number);
        var sheet = new AnswerSheet(version);
        foreach (var question in version.Questions)
            sheet[question] = AnswerTo(question, random);
        return sheet;
    }

    public static string Sentence(Random random, int words)
    {
        var text = new StringBuilder(words * 7);
        for (var word = 0; word < words; word++)
            text.Append(word == 0 ? "" : word % 12 == 0 ? ". " : " ").Append(Words[random.Next(Words.Length)]);
        return text.Append('.').ToString();
    }

    private static Dictionary<string, object> QuestionOf(string type, int place)
    {
        var question = new Dictionary<string, object>(StringComparer.Ordinal) { ["id"] = $"question-{place + 1}", ["type"] = type, ["label"] = $"Question {place + 1}, as the form puts it" };
        if (place < Indicators)
            question["indicator"] = $"indicator-{place + 1}";
        if (type is OneChoiceQuestion.Name or ManyChoicesQuestion.Name)
            question["choices"] = Enumerable.Range(1, 8).Select(choice => new { id = $"choice-{choice}", label = $"The choice number {choice}" });
        if (type == RepeatingGroupQuestion.Name)
            question["questions"] = new object[] { new { id = "from", type = ShortTextQuestion.Name, label = "From" }, new { id = "amount", type = MoneyQuestion.Name, label = "Amount" } };
        return question;
    }

    private static Answer AnswerTo(Question question, Random random) => question switch
    {
        CountQuestion => new FigureAnswer(random.Next(0, 2000)),
        MoneyQuestion => Money(random),
        NumberQuestion => new FigureAnswer(random.Next(1, 4000) / 4m),
        PercentageQuestion => new FigureAnswer(random.Next(1, 1000) / 10m),
        ChoiceQuestion choice => new ChoicesAnswer([choice.Choices[random.Next(choice.Choices.Count)].Id]),
        DateQuestion => new DateAnswer(new DateOnly(2026, 4, 1).AddDays(random.Next(0, 90))),
        YesNoQuestion => YesNoAnswer.Of(random.Next(2) == 0),
        TableQuestion table => new TableAnswer([.. Enumerable.Range(0, table.Rows.Count * table.TableColumns.Count).Select(_ => (decimal?)random.Next(0, 200))]),
        RepeatingGroupQuestion => new GroupAnswer([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new Answer?[] { new TextAnswer(Sentence(random, 3)), Money(random) })]),
        _ => new TextAnswer(Sentence(random, random.Next(20, 81))),
    };

    private static FigureAnswer Money(Random random) => new(random.Next(0, 5_000_000) / 100m);

    public static string IndicatorName(int number) => string.Create(CultureInfo.InvariantCulture, $"Indicator {number}, as the programme names it");

    public static IndicatorId IndicatorOf(int number) => Identifier.Parse<IndicatorId>($"indicator-{number}");
}
