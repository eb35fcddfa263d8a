using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Form documents in which anything stands that a document can say; most contradict themselves and are no form.</summary>
internal static class GeneratedForms
{
    private static readonly string[] Funders = ["GB-CHC-204279", "GB-NHS-QH8", "MR-000123"];

    public static Gen<FormDocument> Document { get; } =
        from form in Id<FormId>()
        from version in Gen.Choose(0, 9)
        from title in Text
        from notes in Maybe(Text)
        from minutes in Maybe(Gen.Choose(0, 90))
        from sections in Few(Section)
        select new FormDocument { Form = form, Version = version, Title = title, Notes = notes, Minutes = minutes, Sections = sections };

    private static Gen<SectionDocument> Section =>
        from id in Id<SectionId>()
        from title in Text
        from hint in Maybe(Text)
        from outcomes in Maybe(Gen.Choose(0, 9))
        from module in Maybe(Funder)
        from visible in Few(Funder)
        from questions in Few(Question(2))
        select new SectionDocument { Id = id, Title = title, Hint = hint, AgreedOutcomes = outcomes, Module = module, VisibleTo = visible, Questions = questions };

    private static Gen<QuestionDocument> Question(int depth) =>
        from type in Gen.Elements(QuestionTypes.Names.AsEnumerable())
        from words in Words
        from asked in Asked
        from limits in Limits
        from checks in Few(Check)
        from choices in Few(from id in Gen.Elements("n", "s", "") from label in Text from before in Few(Gen.Elements("w", "e")) select new Choice(id, label) { Replaces = before })
        from rows in Few(Row)
        from columns in Few(Column)
        from inner in depth > 0 ? Few(Question(depth - 1)) : Gen.Constant<QuestionDocument[]>([])
        select words with
        {
            Type = type,
            Checks = checks,
            Choices = choices,
            Rows = rows,
            Columns = columns,
            Questions = inner,
            VisibleTo = asked.VisibleTo,
            Required = asked.Required,
            RequiredFrom = asked.RequiredFrom,
            Indicator = asked.Indicator,
            AskIf = asked.AskIf,
            AskIn = asked.AskIn,
            Prefill = asked.Prefill,
            Replaces = asked.Replaces,
            MinWords = limits.MinWords,
            MaxWords = limits.MaxWords,
            Decimals = limits.Decimals,
            MaxRows = limits.MaxRows,
            Negative = limits.Negative,
            RowTotals = limits.RowTotals,
            WholeRows = limits.WholeRows,
            Sensitive = limits.Sensitive,
            CountsAgreedOutcome = limits.CountsAgreedOutcome,
            Breakdown = limits.Breakdown,
            AsksForHelp = limits.AsksForHelp,
        };

    private static Gen<QuestionDocument> Words =>
        from id in Id<QuestionId>()
        from label in Text
        from hint in Maybe(Text)
        from why in Maybe(Text)
        from usedBy in Maybe(Text)
        select Empty with { Id = id, Label = label, Hint = hint, Why = why, UsedBy = usedBy };

    private static Gen<QuestionDocument> Asked =>
        from visible in Few(Funder)
        from required in Flag
        from requiredFrom in Maybe(Gen.Choose(0, 900).Select(days => new DateOnly(2025, 1, 1).AddDays(days)))
        from indicator in Maybe(Id<IndicatorId>())
        from prefill in Gen.Elements(Enum.GetValues<Prefill>())
        from replaces in Few(Id<QuestionId>())
        from askIf in Maybe(from question in Id<QuestionId>() from answers in Few(Gen.Elements("yes", "no", "n")) select new AskIf(question, answers), nothing: null)
        from askIn in Maybe(from months in Few(Gen.Choose(0, 13)) from last in Flag select new AskIn { EndingIn = months, LastOfAward = last }, nothing: null)
        select Empty with { VisibleTo = visible, Required = required, RequiredFrom = requiredFrom, Indicator = indicator, Prefill = prefill, Replaces = replaces, AskIf = askIf, AskIn = askIn };

    private static Gen<QuestionDocument> Limits =>
        from numbers in Maybe(Gen.Choose(0, 400)).ArrayOf(4)
        from flags in Flag.ArrayOf(7)
        select Empty with
        {
            MinWords = numbers[0],
            MaxWords = numbers[1],
            Decimals = numbers[2],
            MaxRows = numbers[3],
            Negative = flags[0],
            RowTotals = flags[1],
            WholeRows = flags[2],
            Sensitive = flags[3],
            CountsAgreedOutcome = flags[4],
            Breakdown = flags[5],
            AsksForHelp = flags[6],
        };

    private static Gen<RowDocument> Row =>
        from id in Id<RowId>()
        from label in Text
        from replaces in Few(Id<RowId>())
        from funder in Maybe(Funder)
        from columns in Gen.SubListOf("n", "value", "number")
        from indicators in Id<IndicatorId>().ArrayOf(columns.Count)
        select new RowDocument
        {
            Id = id,
            Label = label,
            Replaces = replaces,
            Funder = funder,
            Indicators = columns.Zip(indicators).ToDictionary(pair => Identifier.Parse<ColumnId>(pair.First), pair => pair.Second),
        };

    private static Gen<ColumnDocument> Column =>
        from id in Id<ColumnId>()
        from label in Text
        from type in Gen.Elements("count", "money", "")
        from replaces in Few(Id<ColumnId>())
        from indicator in Maybe(Id<IndicatorId>())
        select new ColumnDocument { Id = id, Label = label, Type = type, Replaces = replaces, Indicator = indicator };

    private static Gen<CheckDocument> Check =>
        from code in GeneratedJson.Text
        from rule in Gen.Elements("min", "equalsTotalOf", "")
        from value in Maybe(Gen.Choose(-10, 10).Select(number => number / 4m))
        from column in Maybe(Id<ColumnId>())
        from of in Few(Figure)
        from atMost in Maybe(Figure)
        from before in Maybe(Id<QuestionId>())
        from day in Maybe(Gen.Choose(0, 1000).Select(days => new DateOnly(2026, 1, 1).AddDays(days)))
        from percent in Maybe(Gen.Choose(0, 100).Select(number => number / 10m))
        from message in Maybe(Text)
        select new CheckDocument { Code = code, Rule = rule, Value = value, Column = column, Of = of, AtMost = atMost, Before = before, Day = day, Percent = percent, Message = message };

    private static QuestionDocument Empty { get; } = new() { Id = Identifier.Parse<QuestionId>("q"), Type = "count", Label = "" };

    private static Gen<FigureReference> Figure =>
        Gen.Elements("people", "by-kind/value", "by-kind/food/value").Select(name => FigureReference.TryParse(name, out var figure) ? figure : throw new FormatException(name));

    private static Gen<LocalText> Text => from english in GeneratedJson.Text from welsh in Gen.OneOf(Gen.Constant<string?>(null), GeneratedJson.Text.Select(text => (string?)text)) select new LocalText(english, welsh);

    private static Gen<OrganisationId> Funder => Gen.Elements(Funders).Select(OrganisationId.Parse);

    private static Gen<bool> Flag => Gen.Elements(true, false);

    private static Gen<T> Id<T>() where T : struct, IIdentifier<T> => Gen.Elements("a", "q-1", "X", "0", "by-kind").Select(Identifier.Parse<T>);

    private static Gen<T[]> Few<T>(Gen<T> item) => Gen.Choose(0, 2).SelectMany(item.ArrayOf);

    private static Gen<T?> Maybe<T>(Gen<T> item) where T : struct => Gen.OneOf(Gen.Constant<T?>(null), item.Select(value => (T?)value));

    private static Gen<T?> Maybe<T>(Gen<T> item, T? nothing) where T : class => Gen.OneOf(Gen.Constant(nothing), item.Select(value => (T?)value));
}
