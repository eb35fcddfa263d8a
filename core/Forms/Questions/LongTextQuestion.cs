using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>Paragraphs, up to 20,000 characters; the form may limit the words.</summary>
public sealed class LongTextQuestion(QuestionDocument definition) : TextQuestion(definition)
{
    public const string Name = "longText";

    public override string Type => Name;

    public override int MaxCharacters => 20_000;

    /// <summary>Asks what would help: the lead funder reads these answers first.</summary>
    public bool AsksForHelp { get; } = definition.AsksForHelp;

    public int? MinWords { get; } = definition.MinWords;

    public int? MaxWords { get; } = definition.MaxWords;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Text, width: 60, wrap: true)];

    public override string? Words(Answer answer) => ((TextAnswer)answer).Text;

    public override void CheckOwn(Answer answer, Findings findings)
    {
        if (MinWords is null && MaxWords is null)
            return;
        var words = ReadText.CountWords(((TextAnswer)answer).Text);
        if (words > MaxWords)
            findings.PutRight(Catalogue.TooManyWords, Id, $"Shorten “{Label}” to {MaxWords} words or fewer; it has {words}.");
        else if (words < MinWords)
            findings.PutRight(Catalogue.TooFewWords, Id, $"Write at least {MinWords} words for “{Label}”; it has {words}.");
    }
}
