namespace MonitoringReturns.Core.Forms;

/// <summary>
/// Puts a section once for each agreed outcome of an award: ids get <c>-1</c>, <c>-2</c>…, and what the section's questions say of
/// one another follows. Which of them an award is really asked is decided by how many outcomes it has agreed.
/// </summary>
internal static class AgreedOutcomeSections
{
    public static IEnumerable<SectionDocument> Expand(SectionDocument section)
    {
        if (section.AgreedOutcomes is not { } most)
            return [section];
        if (most is < 1 or > 9)
            throw new FormDefinitionException(section.Id.Value, "a section can be put for 1 to 9 agreed outcomes");
        return Enumerable.Range(1, most).Select(number => OneOf(section, number));
    }

    private static SectionDocument OneOf(SectionDocument section, int number)
    {
        var own = section.Questions.Select(question => question.Id).ToHashSet();
        QuestionId Numbered(QuestionId id) => own.Contains(id) ? WithNumber(id, number) : id;
        FigureReference NumberedFigure(FigureReference figure) => figure with { Question = Numbered(figure.Question) };
        return section with
        {
            Id = WithNumber(section.Id, number),
            Title = section.Title.Each(title => $"{title} {number}"),
            AgreedOutcomes = null,
            Questions =
            [
                .. section.Questions.Select(question => question with
                {
                    Id = Numbered(question.Id),
                    Label = new LocalText($"Outcome {number}: {question.Label.En}", question.Label.Cy is { } welsh ? $"Canlyniad {number}: {welsh}" : null),
                    AgreedOutcome = number,
                    AskIf = question.AskIf is { } askIf ? askIf with { Question = Numbered(askIf.Question) } : null,
                    Checks =
                    [
                        .. question.Checks.Select(check => check with
                        {
                            Code = $"{check.Code}-{number}",
                            Of = [.. check.Of.Select(NumberedFigure)],
                            AtMost = check.AtMost is { } atMost ? NumberedFigure(atMost) : null,
                            Before = check.Before is { } before ? Numbered(before) : null,
                        }),
                    ],
                }),
            ],
        };
    }

    private static T WithNumber<T>(T id, int number) where T : struct, IIdentifier<T> =>
        Identifier.TryParse<T>($"{id.Value}-{number}", out var numbered)
            ? numbered
            : throw new FormDefinitionException(id.Value, $"the id is too long: the number of an agreed outcome must fit behind it, in {Identifier.MaxLength} characters");
}
