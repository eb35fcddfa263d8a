using System.Text.Json;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Forms.Questions;

/// <summary>A statement that a person makes by ticking it. Only <c>true</c> is a declaration; <c>false</c> is none.</summary>
public sealed class DeclarationQuestion(QuestionDocument definition) : Question(definition)
{
    public const string Name = "declaration";

    public override string Type => Name;

    public override IReadOnlyList<Column> Columns => field ??= [OneColumn(CellKind.Text)];

    public override Answer? Parse(ref Utf8JsonReader json, Findings findings) => json.TokenType switch
    {
        JsonTokenType.Null or JsonTokenType.False => null,
        JsonTokenType.True => YesNoAnswer.Of(true),
        _ => Refuse(ref json, findings, Catalogue.WrongType, $"Confirm “{Label}” with true, or leave it out."),
    };

    public override void Write(Utf8JsonWriter json, Answer answer) => json.WriteBooleanValue(true);

    public override void Export(Answer answer, Span<Cell> cells) => cells[0] = Cell.OfText("Declared");
}
