using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>
/// Any small programme: two to four quarters over two versions of a form, one to six awards, one to three funders with rows of their own, and
/// indicators of every kind. Numbers are small, so that sums, shares and small numbers meet their boundaries often.
/// </summary>
internal static class GeneratedProgrammes
{
    public static readonly OrganisationId[] CoFunders = [.. Enumerable.Range(1, 2).Select(number => OrganisationId.Parse($"GB-CHC-20427{number}"))];

    public static readonly IndicatorId People = new("people");

    public static Gen<ProgrammeCase> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(Of);

    /// <summary>A case and a report on it: the lead funder's or a co-funder's, on one period or several.</summary>
    public static Gen<(ProgrammeCase Case, CaseReport Report)> WithReport { get; } =
        from any in Any
        from to in Gen.Choose(0, any.Programme.Calendar.Count - 1)
        from @from in Gen.Choose(0, to)
        from funder in Gen.Choose(0, any.Programme.CoFunders.Count)
        select (any, new CaseReport(@from, to, funder == 0 ? null : any.Programme.CoFunders[funder - 1].Id));

    /// <summary>The lead funder's report on a case.</summary>
    public static Gen<(ProgrammeCase Case, CaseReport Report)> WithLeads { get; } = WithReport.Select(both => (both.Case, both.Report with { Funder = null }));

    public static ProgrammeCase Of(int seed)
    {
        // From one number, so that a case that fails can be named and made again.
        var random = new Random(seed);
        var coFunders = CoFunders.Take(random.Next(0, 3)).Select(id => new NamedOrganisation(id, $"Funder {id}")).ToList();
        var calendar = Enumerable.Range(0, random.Next(2, 5)).Select(Quarter).ToList();
        var changes = random.Next(1, calendar.Count + 1);
        var versions = new[] { Form(1, coFunders), Form(2, coFunders) };
        var programme = A.Programme() with
        {
            CoFunders = coFunders,
            Calendar = calendar,
            FormVersions = [new FormPlan(1, calendar[0].Id), .. calendar.Skip(changes).Take(1).Select(period => new FormPlan(2, period.Id))],
            Indicators = Indicators,
            Bands = new Banding([new Band("Green", -10), new Band("Amber", -25), new Band("Red", null)]),
        };
        var forms = calendar.Select((_, place) => versions[place < changes ? 0 : 1]).ToList();
        var awards = Enumerable.Range(1, random.Next(1, 7)).Select(number => AwardOf(random, number, programme)).ToList();
        var filed = new Dictionary<(AwardId, int), FiledReturn>();
        foreach (var award in awards)
            for (var place = 0; place < calendar.Count; place++)
                if (award.ReportsFor(calendar[place]) && random.Next(5) > 0)
                    filed[(award.Id, place)] = new FiledReturn(random.Next(1, 3), AnswersOf(random, coFunders), new Dictionary<string, string>(StringComparer.Ordinal));
        return new ProgrammeCase(programme, forms, awards, filed) { Seed = seed };
    }

    /// <summary>A quarter of the year that begins in April 2026, or of the next.</summary>
    public static ReportingPeriod Quarter(int place)
    {
        var start = new DateOnly(2026, 4, 1).AddMonths(3 * place);
        var end = start.AddMonths(3).AddDays(-1);
        return new ReportingPeriod(new PeriodId($"q{place + 1}"), $"Quarter {place + 1}", start, end, end.AddMonths(1), end.AddMonths(2), end.AddMonths(3));
    }

    private static IReadOnlyList<Indicator> Indicators { get; } =
    [
        A.Indicator("people"), A.Indicator("spent", "£"), A.Indicator("staff") with { AddsUp = AddsUpAs.Latest }, A.Indicator("everyone") with { AddsUp = AddsUpAs.Distinct },
        A.Indicator("improved", kind: IndicatorKind.Outcome), A.Indicator("finished"),
        A.Indicator("rate", "%", IndicatorKind.Outcome) with { AddsUp = AddsUpAs.Ratio, Numerator = new IndicatorId("improved"), Denominator = new IndicatorId("finished") },
        A.Indicator("extra"), A.Indicator("aged"),
    ];

    private static FormVersion Form(int number, IReadOnlyList<NamedOrganisation> coFunders)
    {
        var rows = new[] { A.Council.Id }.Concat(coFunders.Select(funder => funder.Id)).Select((funder, place) => $$"""{"id":"r{{place}}","label":"Row {{place}}","funder":"{{funder}}"}""");
        List<string> questions =
        [
            A.QuestionJson("by-funder", "table",
                $$"""
                "rows":[{{string.Join(',', rows)}}],"columns":[{"id":"met","label":"Met","type":"count","indicator":"people"},{"id":"helped","label":"Helped","type":"count","indicator":"people"}]
                """),
            A.QuestionJson("spent", "money", "\"indicator\":\"spent\""), A.QuestionJson("staff", "count", "\"indicator\":\"staff\""),
            A.QuestionJson("everyone", "count", "\"indicator\":\"everyone\""), A.QuestionJson("improved", "count", "\"indicator\":\"improved\""),
            A.QuestionJson("finished", "count", "\"indicator\":\"finished\""), A.QuestionJson("more", "yesNo"),
            A.QuestionJson("extra", "count", """ "indicator":"extra","askIf":{"question":"more","is":["yes"]} """),
            A.QuestionJson("ages", "table",
                """
                "sensitive":true,"rows":[{"id":"young","label":"Young"},{"id":"old","label":"Old"},{"id":"unknown","label":"Not known"}],
                "columns":[{"id":"people","label":"People","type":"count","indicator":"aged"}]
                """),
            number == 1 ? A.QuestionJson("dropped", "count") : A.QuestionJson("added", "count"),
        ];
        return FormVersion.Read(Encoding.UTF8.GetBytes(A.Document(A.Section("s", [.. questions])).Replace("\"version\":1", $"\"version\":{number}", StringComparison.Ordinal)));
    }

    private static Award AwardOf(Random random, int number, Programme programme)
    {
        var calendar = programme.Calendar;
        var start = random.Next(calendar.Count);
        var (first, last) = (calendar[start].Start.AddDays(random.Next(-30, 60)), calendar[random.Next(start, calendar.Count)].End.AddDays(random.Next(-30, 200)));
        var end = last > first ? last : first.AddYears(1);
        var funders = programme.Funders.Where(_ => random.Next(3) > 0).Select(funder => new Contribution(funder.Id, random.Next(0, 4) * 1000)).ToList();
        return An.Award($"a{number}") with
        {
            Start = first,
            End = end,
            EndedOn = random.Next(4) == 0 ? first.AddDays(random.Next(0, 300)) is var left && left < end ? left : null : null,
            Amount = funders.Sum(part => part.Amount),
            Contributions = funders,
            Profiles = [.. ProfilesOf(random, programme)],
        };
    }

    private static IEnumerable<Profile> ProfilesOf(Random random, Programme programme)
    {
        foreach (var indicator in programme.Indicators)
            foreach (var period in programme.Calendar)
                foreach (var funder in indicator.Id == People ? programme.Funders.Select(one => (OrganisationId?)one.Id) : [null])
                    for (var version = random.Next(0, 4); version > 0; version--)
                        if (random.Next(3) > 0)
                            yield return new Profile(indicator.Id, period.Id, random.Next(0, 20), funder, version);
    }

    private static Dictionary<string, string> AnswersOf(Random random, IReadOnlyList<NamedOrganisation> coFunders)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in new[] { "staff", "everyone", "improved", "finished", "extra", "dropped", "added" })
            Answer(id, random.Next(0, 12).ToString(CultureInfo.InvariantCulture));
        Answer("spent", (random.Next(0, 1000) / 100m).ToString(CultureInfo.InvariantCulture));
        Answer("more", random.Next(2) == 0 ? "true" : "false");
        Answer("by-funder", $"{{{string.Join(',', Enumerable.Range(0, coFunders.Count + 1).Select(row => $"\"r{row}\":{{\"met\":{Cell()},\"helped\":{Cell()}}}"))}}}");
        Answer("ages", $"{{\"young\":{{\"people\":{Cell()}}},\"old\":{{\"people\":{Cell()}}},\"unknown\":{{\"people\":{Cell()}}}}}");
        return answers;

        string Cell() => random.Next(6) == 0 ? "null" : random.Next(0, 9).ToString(CultureInfo.InvariantCulture);

        void Answer(string id, string json)
        {
            var isEmptyTable = json.StartsWith('{') && !Enumerable.Range(0, 10).Any(digit => json.Contains($":{digit}", StringComparison.Ordinal));
            if (random.Next(6) > 0 && !isEmptyTable)
                answers[id] = json;
        }
    }
}
