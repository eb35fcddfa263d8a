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

/// <summary>Evidence files, in the order in which they were added; made only where there is one.</summary>
public sealed record EvidenceAnswer(IReadOnlyList<AnsweredFile> Files) : Answer;

/// <summary>A file in an answer: which one, and what it was when it was found clean, so that what is signed is fixed.</summary>
/// <param name="Type">Its media type, as its content says.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, lower-case hexadecimal.</param>
public sealed record AnsweredFile(FileId Id, string Name, string Type, long Size, string Sha256);

/// <summary>
/// The cells of a table, row by row as the form has them; null where a cell is not answered. Made only where a cell is answered.
/// </summary>
public sealed record TableAnswer(IReadOnlyList<decimal?> Cells) : Answer;
