namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>The one register of question types: from a type's name in a form definition to the class that knows it.</summary>
public static class QuestionTypes
{
    private static readonly Dictionary<string, Func<QuestionDocument, Question>> Makers = new(StringComparer.Ordinal)
    {
        [ShortTextQuestion.Name] = definition => new ShortTextQuestion(definition),
        [LongTextQuestion.Name] = definition => new LongTextQuestion(definition),
        [CountQuestion.Name] = definition => new CountQuestion(definition),
        [NumberQuestion.Name] = definition => new NumberQuestion(definition),
        [MoneyQuestion.Name] = definition => new MoneyQuestion(definition),
        [PercentageQuestion.Name] = definition => new PercentageQuestion(definition),
        [DateQuestion.Name] = definition => new DateQuestion(definition),
        [YesNoQuestion.Name] = definition => new YesNoQuestion(definition),
        [OneChoiceQuestion.Name] = definition => new OneChoiceQuestion(definition),
        [ManyChoicesQuestion.Name] = definition => new ManyChoicesQuestion(definition),
        [TableQuestion.Name] = definition => new TableQuestion(definition),
        [RepeatingGroupQuestion.Name] = definition => new RepeatingGroupQuestion(definition),
        [EvidenceQuestion.Name] = definition => new EvidenceQuestion(definition),
        [DeclarationQuestion.Name] = definition => new DeclarationQuestion(definition),
    };

    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <exception cref="FormDefinitionException">No such type.</exception>
    public static Question Make(QuestionDocument definition) =>
        Makers.TryGetValue(definition.Type, out var make)
            ? make(definition)
            : throw new FormDefinitionException(definition.Id.Value, $"there is no question type “{definition.Type}”; the types are {string.Join(", ", Names)}");
}
