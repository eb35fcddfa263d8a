namespace MonitoringReturns.Core.Forms;

/// <summary>An answer as its question understood it. No answer at all is null, never an empty one.</summary>
public abstract record Answer;

public sealed record TextAnswer(string Text) : Answer;

/// <summary>A count, number, amount of money (pounds) or percentage (12.5 is twelve and a half per cent).</summary>
public sealed record FigureAnswer(decimal Figure) : Answer;

public sealed record DateAnswer(DateOnly Day) : Answer;

/// <summary>Yes or no; a declaration that was made is a yes.</summary>
public sealed record YesNoAnswer(bool Yes) : Answer
{
    public static YesNoAnswer Of(bool yes) => yes ? True : False;

    private static readonly YesNoAnswer True = new(true);
    private static readonly YesNoAnswer False = new(false);
}

/// <summary>Chosen ids, in the order of the question's choices, each once.</summary>
public sealed record ChoicesAnswer(IReadOnlyList<string> Chosen) : Answer;

/// <summary>The rows of a repeating group; in each, an answer or null per question of the group, in its order.</summary>
public sealed record GroupAnswer(IReadOnlyList<Answer?[]> Rows) : Answer;

/// <summary>
/// The cells of a table, row by row as the form has them; null where a cell is not answered. Made only where a cell is answered.
/// </summary>
public sealed record TableAnswer(IReadOnlyList<decimal?> Cells) : Answer;
