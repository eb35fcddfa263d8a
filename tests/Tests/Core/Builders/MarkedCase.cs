using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>
/// A programme in which everything that one co-funder may not see is marked: words with <see cref="Hidden"/>, figures by being at least
/// <see cref="HiddenFigure"/>. There is a question of each type that the co-funder sees, and one that it doesn't, in each version of the form.
/// </summary>
internal static class MarkedCase
{
    public const string Hidden = "zqx";
    public const string Seen = "vwk";
    public const int HiddenFigure = 10_000_000;

    public static readonly OrganisationId Reader = GeneratedProgrammes.CoFunders[0];

    private static readonly OrganisationId Other = GeneratedProgrammes.CoFunders[1];

    private static readonly string[] Types = ["shortText", "longText", "help", "count", "money", "number", "percentage", "oneChoice", "manyChoices", "repeatingGroup", "table"];

    public static ProgrammeCase Of(int seed)
    {
        var random = new Random(seed);
        var periods = random.Next(2, 4);
        var calendar = Enumerable.Range(0, periods).Select(GeneratedProgrammes.Quarter).ToList();
        var changes = random.Next(1, periods + 1);
        var versions = new[] { Form(1, random), Form(2, random) };
        var programme = A.Programme() with
        {
            CoFunders = [new NamedOrganisation(Reader, "The reader"), new NamedOrganisation(Other, "Another funder")],
            Calendar = calendar,
            Indicators =
            [
                A.Indicator("people"), A.Indicator("open"), A.Indicator("closed"),
                A.Indicator("rate", "%") with { AddsUp = AddsUpAs.Ratio, Numerator = new IndicatorId("open"), Denominator = new IndicatorId("closed") },
            ],
        };
        var awards = Enumerable.Range(1, random.Next(2, 5)).Select(number => AwardOf(number, number == 1 || random.Next(2) == 0, calendar)).ToList();
        var filed = new Dictionary<(AwardId, int), FiledReturn>();
        foreach (var award in awards)
            for (var place = 0; place < periods; place++)
                if (place == periods - 1 || random.Next(4) > 0)
                    filed[(award.Id, place)] = Return(award.IsFundedBy(Reader));
        return new ProgrammeCase(programme, [.. calendar.Select((_, place) => versions[place < changes ? 0 : 1])], awards, filed) { Seed = seed };
    }

    private static FormVersion Form(int number, Random random)
    {
        // A question is kept from the reader by itself or with its whole section, for the lead funder or for another.
        string[] readers = [$"\"visibleTo\":[\"{A.Council.Id}\"]", $"\"visibleTo\":[\"{Other}\"]", $"\"visibleTo\":[\"{A.Council.Id}\",\"{Other}\"]"];
        var seen = Types.Select(type => Question(type, Seen, $"\"visibleTo\":[\"{A.Council.Id}\",\"{Reader}\"]"));
        var hidden = Types.Select(type => Question(type, Hidden, readers[random.Next(readers.Length)]));
        var more = A.QuestionJson($"{Hidden}-in-section", "longText");
        string[] sections =
        [
            A.Section("s", [.. seen, .. hidden, ByFunder]),
            $$"""{"id":"{{Hidden}}-section","title":"{{Hidden}} section",{{readers[random.Next(readers.Length)]}},"questions":[{{more}}]}""",
        ];
        return FormVersion.Read(Encoding.UTF8.GetBytes(A.Document(sections).Replace("\"version\":1", $"\"version\":{number}", StringComparison.Ordinal)));
    }

    private static string ByFunder => A.QuestionJson("by-funder", "table",
        $$"""
        "rowTotals":true,"rows":[{"id":"a","label":"{{Seen}} row","funder":"{{Reader}}"},{"id":"b","label":"{{Hidden}} row","funder":"{{Other}}"},{"id":"c","label":"{{Hidden}} lead row","funder":"{{A.Council.Id}}"}],
        "columns":[{"id":"met","label":"Met","type":"count","indicator":"people"},{"id":"helped","label":"Helped","type":"count","indicator":"people"}]
        """);

    private static string Question(string type, string mark, string readers)
    {
        var choices = $$""" "choices":[{"id":"n","label":"{{mark}} north"},{"id":"s","label":"{{mark}} south"}] """;
        var more = type switch
        {
            "help" => "\"asksForHelp\":true",
            "count" => $"\"indicator\":\"{(mark == Seen ? "open" : "closed")}\"",
            "oneChoice" => "\"breakdown\":true," + choices,
            "manyChoices" => choices,
            "repeatingGroup" => $"\"questions\":[{A.QuestionJson("who", "shortText")},{A.QuestionJson("amount", "money")}]",
            "table" => $$""" "rows":[{"id":"r","label":"{{mark}} row"}],"columns":[{"id":"c","label":"{{mark}} column","type":"money"},{"id":"d","label":"{{mark}} other","type":"count"}] """,
            _ => "\"hint\":\"A hint\"",
        };
        return $$"""{"id":"{{mark}}-{{type}}","type":"{{(type == "help" ? "longText" : type)}}","label":"{{mark}} {{type}}","why":"{{mark}} why","usedBy":"{{mark}} user",{{readers}},{{more}}}""";
    }

    private static FiledReturn Return(bool isSeen)
    {
        var (answers, comments) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var mark in new[] { Seen, Hidden })
            foreach (var type in Types)
            {
                var shown = isSeen && mark == Seen;
                var (word, figure) = (shown ? Seen : Hidden, shown ? 6 : HiddenFigure + type.Length);
                answers[$"{mark}-{type}"] = type switch
                {
                    "count" or "money" or "number" or "percentage" => $"{figure}",
                    "oneChoice" => "\"n\"",
                    "manyChoices" => "[\"n\",\"s\"]",
                    "repeatingGroup" => $$"""[{"who":"{{word}} who","amount":{{figure}}}]""",
                    "table" => $$$"""{"r":{"c":{{{figure}}},"d":{{{figure}}}}}""",
                    _ => $"\"{word} answer\"",
                };
                comments[$"{mark}-{type}"] = $"{word} comment";
            }
        answers[$"{Hidden}-in-section"] = $"\"{Hidden} answer\"";
        answers["by-funder"] = $$$"""{"a":{"met":{{{(isSeen ? 6 : HiddenFigure)}}},"helped":{{{(isSeen ? 7 : HiddenFigure)}}}},"b":{"met":{{{HiddenFigure}}},"helped":{{{HiddenFigure}}}},"c":{"met":{{{HiddenFigure}}}}}""";
        return new FiledReturn(1, answers, comments);
    }

    private static Award AwardOf(int number, bool isSeen, IReadOnlyList<MonitoringReturns.Core.Periods.ReportingPeriod> calendar)
    {
        var word = isSeen ? Seen : Hidden;
        return An.Award($"a{number}") with
        {
            Provider = new NamedOrganisation(OrganisationId.Parse("GB-CHC-1044239"), $"{word} provider"),
            Project = $"{word} project",
            Partners = [new NamedOrganisation(OrganisationId.Parse("GB-CHC-1044240"), $"{word} partner")],
            Contributions = isSeen ? [new Contribution(Reader, 10_000), new Contribution(Other, 20_000)] : [new Contribution(Other, 30_000)],
            Profiles =
            [
                .. calendar.SelectMany(period => new[]
                {
                    new Profile(new IndicatorId("people"), period.Id, isSeen ? 5 : HiddenFigure, Reader), new Profile(new IndicatorId("people"), period.Id, HiddenFigure, Other, 2),
                    new Profile(new IndicatorId("people"), period.Id, HiddenFigure, A.Council.Id),
                }),
            ],
        };
    }
}
