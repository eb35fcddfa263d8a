using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Web.Pages.Programmes.Editor;

/// <summary>What the editor calls types of questions and rules of checks, and what of a question can be changed: keys of words.</summary>
public static class QuestionText
{
    private static readonly HashSet<string> NoParts = new(StringComparer.Ordinal) { TableQuestion.Name, RepeatingGroupQuestion.Name, EvidenceQuestion.Name, DeclarationQuestion.Name };
    private static readonly HashSet<string> WithLimits = new(StringComparer.Ordinal) { LongTextQuestion.Name, NumberQuestion.Name, RepeatingGroupQuestion.Name, EvidenceQuestion.Name, TableQuestion.Name, OneChoiceQuestion.Name };
    private static readonly HashSet<string> Figures = new(StringComparer.Ordinal) { CountQuestion.Name, NumberQuestion.Name, MoneyQuestion.Name, PercentageQuestion.Name, TableQuestion.Name, RepeatingGroupQuestion.Name };

    public static IReadOnlyCollection<string> Types => QuestionTypes.Names;

    public static bool MayBePart(string type) => !NoParts.Contains(type);

    public static string TypeOf(string type) => type switch
    {
        ShortTextQuestion.Name => "Editor.TypeShortText",
        LongTextQuestion.Name => "Editor.TypeLongText",
        CountQuestion.Name => "Editor.TypeCount",
        NumberQuestion.Name => "Editor.TypeNumber",
        MoneyQuestion.Name => "Editor.TypeMoney",
        PercentageQuestion.Name => "Editor.TypePercentage",
        DateQuestion.Name => "Editor.TypeDate",
        YesNoQuestion.Name => "Editor.TypeYesNo",
        OneChoiceQuestion.Name => "Editor.TypeOneChoice",
        ManyChoicesQuestion.Name => "Editor.TypeManyChoices",
        TableQuestion.Name => "Editor.TypeTable",
        RepeatingGroupQuestion.Name => "Editor.TypeGroup",
        EvidenceQuestion.Name => "Editor.TypeEvidence",
        DeclarationQuestion.Name => "Editor.TypeDeclaration",
        _ => "Editor.TypeUnknown",
    };

    public static string HintOf(string type) => type switch
    {
        ShortTextQuestion.Name => "Editor.HintShortText",
        LongTextQuestion.Name => "Editor.HintLongText",
        CountQuestion.Name => "Editor.HintCount",
        NumberQuestion.Name => "Editor.HintNumber",
        MoneyQuestion.Name => "Editor.HintMoney",
        PercentageQuestion.Name => "Editor.HintPercentage",
        DateQuestion.Name => "Editor.HintDate",
        YesNoQuestion.Name => "Editor.HintYesNo",
        OneChoiceQuestion.Name => "Editor.HintOneChoice",
        ManyChoicesQuestion.Name => "Editor.HintManyChoices",
        TableQuestion.Name => "Editor.HintTable",
        RepeatingGroupQuestion.Name => "Editor.HintGroup",
        EvidenceQuestion.Name => "Editor.HintEvidence",
        _ => "Editor.HintDeclaration",
    };

    /// <summary>The kinds of pieces that a question has.</summary>
    public static IReadOnlyList<PieceKind> PiecesOf(QuestionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Question.Type switch
        {
            OneChoiceQuestion.Name or ManyChoicesQuestion.Name => model.IsPart ? [PieceKind.Choice] : [PieceKind.Choice, PieceKind.Check],
            TableQuestion.Name => [PieceKind.Row, PieceKind.Column, PieceKind.Check],
            RepeatingGroupQuestion.Name => [PieceKind.Part, PieceKind.Check],
            _ => model.IsPart ? [] : [PieceKind.Check],
        };
    }

    public static string PathOf(PieceKind kind) => kind switch
    {
        PieceKind.Choice => "choices",
        PieceKind.Row => "rows",
        PieceKind.Column => "columns",
        PieceKind.Part => "parts",
        _ => "checks",
    };

    /// <summary>The parts of a question that have a page of their own, in order.</summary>
    public static IReadOnlyList<string> PartsOf(QuestionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var type = model.Question.Type;
        List<string> parts = ["words", "purpose", "answering"];
        if (WithLimits.Contains(type))
            parts.Add("limits");
        if (model.IsPart)
            return parts;
        if (Figures.Contains(type))
            parts.Add("indicator");
        parts.AddRange(["readers", "condition", "periods"]);
        if (model.Before is not null)
            parts.Add("replaces");
        if (PersonalDataRule.WordsIn(model.Question) is not null || model.Question.PersonalData is not null || type is not (CountQuestion.Name or MoneyQuestion.Name or PercentageQuestion.Name or TableQuestion.Name))
            parts.Add("personal-data");
        return parts;
    }

    /// <summary>Rules of checks that may stand on a question.</summary>
    public static IReadOnlyList<string> RulesFor(QuestionDocument question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Type switch
        {
            DateQuestion.Name => ["notBefore"],
            _ when Figures.Contains(question.Type) => ["min", "max", "equalsTotalOf", "sumAtMost", "shareAtMost", "changeSinceLast", "belowProfile"],
            _ => [],
        };
    }

    public static string RuleOf(string rule) => rule switch
    {
        "min" => "Editor.RuleMin",
        "max" => "Editor.RuleMax",
        "equalsTotalOf" => "Editor.RuleEquals",
        "sumAtMost" => "Editor.RuleSum",
        "notBefore" => "Editor.RuleNotBefore",
        "shareAtMost" => "Editor.RuleShare",
        "changeSinceLast" => "Editor.RuleChange",
        "belowProfile" => "Editor.RuleProfile",
        _ => "Editor.RuleUnknown",
    };
}
