using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>
/// Form definitions of every property, of few ids, so that two of them have much in common. They are not all fit for use: what changed
/// between two can be told before they are.
/// </summary>
internal static class GeneratedDocuments
{
    private static readonly OrganisationId[] Funders = [OrganisationId.Parse("GB-LAE-NTT"), OrganisationId.Parse("GB-CHC-1044239")];

    public static FormDocument From(Dice dice)
    {
        var unused = dice.Some(Enumerable.Range(0, 8)).Select(number => $"q{number}").ToList();
        return new FormDocument
        {
            Form = Identifier.Parse<FormId>("f"),
            Version = 1 + dice.Below(3),
            Title = dice.Of<LocalText>("Form", "Return"),
            Notes = dice.Of<LocalText?>(null, "Notes"),
            Minutes = dice.Of<int?>(null, 30, 45),
            SecondSignature = dice.Of<LocalText?>(null, "Treasurer", "Chief finance officer"),
            Sections = [.. dice.Some(Enumerable.Range(0, 3)).Select(number => SectionFrom(dice, $"s{number}", unused))],
        };
    }

    private static SectionDocument SectionFrom(Dice dice, string id, List<string> unused)
    {
        var own = unused.Take(dice.Below(unused.Count + 1)).ToList();
        unused.RemoveRange(0, own.Count);
        return new SectionDocument
        {
            Id = Identifier.Parse<SectionId>(id),
            Title = Label(dice),
            Hint = dice.Of<LocalText?>("Hint", null),
            AgreedOutcomes = dice.Of<int?>(2, 4, null, null),
            Module = Funder(dice),
            VisibleTo = Readers(dice),
            Questions = [.. own.Select(question => QuestionFrom(dice, question, inGroup: false))],
        };
    }

    private static QuestionDocument QuestionFrom(Dice dice, string id, bool inGroup)
    {
        var type = inGroup ? dice.Of("count", "money", "shortText") : dice.Of("count", "longText", "number", "oneChoice", "table", "repeatingGroup");
        var question = new QuestionDocument
        {
            Id = Identifier.Parse<QuestionId>(id),
            Type = type,
            Label = Label(dice),
            Hint = dice.Of<LocalText?>("Hint", null),
            Why = dice.Of<LocalText?>("Why", null),
            UsedBy = dice.Of<LocalText?>("Officers", null),
            Required = dice.Once(2),
            RequiredFrom = dice.Of<DateOnly?>(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), null, null),
            Replaces = [.. Replaced<QuestionId>(dice, "q")],
        };
        if (inGroup)
            return question;
        return WithParts(dice, question with
        {
            VisibleTo = Readers(dice),
            Indicator = dice.Of<IndicatorId?>(Identifier.Parse<IndicatorId>("people"), null),
            AskIf = dice.Of(new AskIf(Identifier.Parse<QuestionId>("q0"), ["yes"]), new AskIf(Identifier.Parse<QuestionId>("q0"), ["no"]), null, null),
            AskIn = dice.Of(new AskIn { EndingIn = [3] }, new AskIn { LastOfAward = true }, null, null),
            Prefill = dice.Of(Prefill.Previous, Prefill.Organisation, Prefill.Never),
            CountsAgreedOutcome = dice.Once(5),
            Checks = [.. dice.Some(["c0", "c1"]).Select(code => CheckFrom(dice, $"{id}-{code}"))],
        });
    }

    private static QuestionDocument WithParts(Dice dice, QuestionDocument question) => question.Type switch
    {
        "longText" => question with { MinWords = dice.Of<int?>(10, 50, null), MaxWords = dice.Of<int?>(100, 300, null), AsksForHelp = dice.Once(3) },
        "number" => question with { Decimals = dice.Of<int?>(1, 4, null), Negative = dice.Once(2) },
        "oneChoice" => question with
        {
            Breakdown = dice.Once(3),
            Choices = [.. dice.Some(Enumerable.Range(0, 4)).Select(number => new Choice($"o{number}", Label(dice)) { Replaces = [.. Replaced<QuestionId>(dice, "o").Select(id => id.Value)] })],
        },
        "repeatingGroup" => question with
        {
            MaxRows = dice.Of<int?>(5, 10, null),
            Questions = [.. dice.Some(Enumerable.Range(0, 3)).Select(number => QuestionFrom(dice, $"p{number}", inGroup: true))],
        },
        "table" => question with
        {
            RowTotals = dice.Once(2),
            WholeRows = dice.Once(2),
            Sensitive = dice.Once(2),
            Rows = [.. dice.Some(Enumerable.Range(0, 5)).Select(number => RowFrom(dice, $"r{number}"))],
            Columns = [.. dice.Some(Enumerable.Range(0, 3)).Select(number => ColumnFrom(dice, $"c{number}"))],
        },
        _ => question,
    };

    private static RowDocument RowFrom(Dice dice, string id) => new()
    {
        Id = Identifier.Parse<RowId>(id),
        Label = Label(dice),
        Replaces = [.. Replaced<RowId>(dice, "r")],
        Funder = Funder(dice),
        Indicators = dice.Once(4) ? new Dictionary<ColumnId, IndicatorId> { [Identifier.Parse<ColumnId>("c0")] = Identifier.Parse<IndicatorId>("people") } : [],
    };

    private static ColumnDocument ColumnFrom(Dice dice, string id) => new()
    {
        Id = Identifier.Parse<ColumnId>(id),
        Label = Label(dice),
        Type = dice.Of("money", "count", "count"),
        Replaces = [.. Replaced<ColumnId>(dice, "c")],
        Indicator = dice.Of<IndicatorId?>(Identifier.Parse<IndicatorId>("people"), null, null),
    };

    private static CheckDocument CheckFrom(Dice dice, string code)
    {
        var check = new CheckDocument { Code = code, Rule = dice.Of("min", "max", "equalsTotalOf", "sumAtMost", "notBefore", "changeSinceLast", "belowProfile"), Message = dice.Of<LocalText?>("Look again", null) };
        FigureReference other = new QuestionId(dice.Of("q0", "q1"));
        return check.Rule switch
        {
            "min" or "max" => check with { Value = dice.Of(1m, 1.0m, 10m), Column = dice.Of<ColumnId?>(Identifier.Parse<ColumnId>("c0"), null) },
            "equalsTotalOf" => check with { Of = [other] },
            "sumAtMost" => check with { AtMost = other },
            "notBefore" => check with { Day = dice.Of(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)) },
            _ => check with { Percent = dice.Of(10m, 50m) },
        };
    }

    private static LocalText Label(Dice dice) => dice.Of<LocalText>("One", "Other", new LocalText("One", "Un"));

    private static OrganisationId? Funder(Dice dice) => dice.Of<OrganisationId?>(Funders[0], Funders[1], null, null, null);

    private static List<OrganisationId> Readers(Dice dice) => dice.Once(3) ? dice.Some(Funders) : [];

    private static IEnumerable<T> Replaced<T>(Dice dice, string kind) where T : struct, IIdentifier<T> =>
        dice.Once(4) ? dice.Some(Enumerable.Range(0, 5)).Select(number => Identifier.Parse<T>($"{kind}{number}")) : [];
}
