using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Web.Pages.Returns.Questions;

/// <summary>The one register of components: from a question's type to what shows its boxes.</summary>
public static class QuestionComponents
{
    private static readonly Dictionary<string, Type> Components = new(StringComparer.Ordinal)
    {
        [ShortTextQuestion.Name] = typeof(ShortTextBox),
        [LongTextQuestion.Name] = typeof(LongTextBox),
        [CountQuestion.Name] = typeof(FigureBox),
        [NumberQuestion.Name] = typeof(FigureBox),
        [MoneyQuestion.Name] = typeof(FigureBox),
        [PercentageQuestion.Name] = typeof(FigureBox),
        [DateQuestion.Name] = typeof(DateBoxes),
        [YesNoQuestion.Name] = typeof(YesNoBoxes),
        [OneChoiceQuestion.Name] = typeof(OneChoiceBoxes),
        [ManyChoicesQuestion.Name] = typeof(ManyChoicesBoxes),
        [TableQuestion.Name] = typeof(TableBoxes),
        [RepeatingGroupQuestion.Name] = typeof(GroupBoxes),
        [EvidenceQuestion.Name] = typeof(EvidenceBoxes),
        [DeclarationQuestion.Name] = typeof(DeclarationBox),
    };

    /// <exception cref="InvalidOperationException">No component shows questions of this type.</exception>
    public static Type Of(Question question) =>
        Components.TryGetValue(question.Type, out var component)
            ? component
            : throw new InvalidOperationException($"Nothing shows questions of type {question.Type}: name its component here.");
}
