namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>What a question may be made of.</summary>
public enum PieceKind
{
    Choice,
    Row,
    Column,
    /// <summary>A question of a repeating group.</summary>
    Part,
    Check,
}

/// <summary>A piece of a question: its id, and what people read.</summary>
public sealed record Piece(string Id, LocalText Label);

/// <summary>The pieces of a question, whatever they are.</summary>
public static class Pieces
{
    public static IReadOnlyList<Piece> Of(QuestionDocument question, PieceKind kind) => kind switch
    {
        PieceKind.Choice => [.. question.Choices.Select(choice => new Piece(choice.Id, choice.Label))],
        PieceKind.Row => [.. question.Rows.Select(row => new Piece(row.Id.Value, row.Label))],
        PieceKind.Column => [.. question.Columns.Select(column => new Piece(column.Id.Value, column.Label))],
        PieceKind.Part => [.. question.Questions.Select(part => new Piece(part.Id.Value, part.Label))],
        _ => [.. question.Checks.Select(check => new Piece(check.Code, check.Message ?? check.Code))],
    };

    public static QuestionDocument Moved(QuestionDocument question, PieceKind kind, string id, int by) => kind switch
    {
        PieceKind.Choice => question with { Choices = question.Choices.Moved(choice => choice.Id == id, by) },
        PieceKind.Row => question with { Rows = question.Rows.Moved(row => row.Id.Value == id, by) },
        PieceKind.Column => question with { Columns = question.Columns.Moved(column => column.Id.Value == id, by) },
        PieceKind.Part => question with { Questions = question.Questions.Moved(part => part.Id.Value == id, by) },
        _ => question with { Checks = question.Checks.Moved(check => check.Code == id, by) },
    };

    public static QuestionDocument Without(QuestionDocument question, PieceKind kind, string id) => kind switch
    {
        PieceKind.Choice => question with { Choices = [.. question.Choices.Where(choice => choice.Id != id)] },
        PieceKind.Row => question with { Rows = [.. question.Rows.Where(row => row.Id.Value != id)] },
        PieceKind.Column => question with
        {
            Columns = [.. question.Columns.Where(column => column.Id.Value != id)],
            Rows = [.. question.Rows.Select(row => row.Indicators.Keys.Any(column => column.Value == id)
                ? row with { Indicators = row.Indicators.Where(one => one.Key.Value != id).ToDictionary(one => one.Key, one => one.Value) }
                : row)],
        },
        PieceKind.Part => question with { Questions = [.. question.Questions.Where(part => part.Id.Value != id)] },
        _ => question with { Checks = [.. question.Checks.Where(check => check.Code != id)] },
    };

    /// <summary>The pieces that the version before had, in this question or those that it takes the place of, and this one has not: what a new one may replace.</summary>
    public static IReadOnlyList<Piece> Gone(QuestionDocument question, PieceKind kind, FormDocument? before)
    {
        if (before is null)
            return [];
        var own = Of(question, kind).Select(piece => piece.Id).ToHashSet(StringComparer.Ordinal);
        return [.. before.Sections.SelectMany(section => section.Questions).Where(old => old.Id == question.Id || question.Replaces.Contains(old.Id))
            .SelectMany(old => Of(old, kind)).Where(piece => !own.Contains(piece.Id)).DistinctBy(piece => piece.Id, StringComparer.Ordinal)];
    }

    /// <summary>The questions that the version before had and the draft has not.</summary>
    public static IReadOnlyList<Piece> GoneQuestions(FormDocument document, FormDocument? before) => before is null ? []
        : [.. before.Sections.SelectMany(section => section.Questions).Where(old => document.Question(old.Id) is null).Select(old => new Piece(old.Id.Value, old.Label))];
}
