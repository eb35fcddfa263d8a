using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Every table of the summary.</summary>
internal static class SummaryProof
{
    private const string Sheet = "Summary";

    public static void Check(PlainReport expected, OpenedReport report)
    {
        CheckCounts(expected, report);
        CheckPriorities(expected, report);
        CheckIndicators(expected, report.Table(Sheet, $"Indicators against profile, {(expected.IsSpan ? "over the periods" : "this period")}"));
        if (expected.Last > 0)
            CheckToDate(expected, report.Table(Sheet, $"Indicators against profile, to date: {expected.Periods[0].Name} to {expected.Periods[expected.Last].Name}"));
        CheckBreakdowns(expected, report);
        CheckTables(expected, report);
    }

    private static void CheckCounts(PlainReport expected, OpenedReport report)
    {
        var (due, isIn) = (expected.Due, expected.In);
        var asking = isIn.Where(one => one.Form.Questions.Any(question => question.Is("asksForHelp") && expected.Sees(question) && one.Answer(question) is not null));
        Counts("At a glance",
            ("Returns due", due.Count), ("Returns in", isIn.Count), ("Corrected since", isIn.Count(one => one.Newest.Revision > 1)), ("Queried", 0),
            ("Providers that ask for help", asking.DistinctBy(one => one.Award.Id).Count()));
        Counts("Returns due, by standing",
            ("In on time", isIn.Count(one => !one.IsLate)), ("In late", isIn.Count(one => one.IsLate)),
            ("In draft", due.Count(one => !one.IsIn && one.IsBegun)), ("Not started", due.Count(one => !one.IsBegun)));

        void Counts(string title, params (string Label, decimal? Number)[] counts) =>
            Assert.Equal(counts.Select(one => (expected.Key, one)), report.Table(Sheet, title).Rows.Select(row => (expected.Key, (row.Cells[0], row.Number("Number")))));
    }

    private static void CheckPriorities(PlainReport expected, OpenedReport report)
    {
        const string Title = "Outcomes against profile, by priority";
        var priorities = expected.Programme.Priorities
            .Select(priority => (priority.Name, Outcomes: expected.Indicators.Where(one => one is { Kind: IndicatorKind.Outcome, AddsUp: AddsUpAs.Sum } && one.Priority == priority.Id).ToList()))
            .Where(priority => Together(priority.Outcomes, expected.First) is not null || Together(priority.Outcomes, 0) is not null).ToList();
        if (priorities.Count == 0)
        {
            Assert.DoesNotContain(report.Sheets[Sheet].Tables, shown => shown.Title == Title);
            return;
        }
        var table = report.Table(Sheet, Title);
        Assert.Equal(priorities.Select(priority => priority.Name), table.Rows.Select(row => row["Priority"]));
        foreach (var ((name, outcomes), row) in priorities.Zip(table.Rows))
        {
            row.Holds("Outcomes counted", outcomes.Count, name);
            row.Holds("Above or below profile", ShownCell.Tenths(Together(outcomes, expected.First)), (expected.Key, name));
            row.Holds("To date: above or below profile", ShownCell.Tenths(Together(outcomes, 0)), (expected.Key, name));
        }

        decimal? Together(IEnumerable<Indicator> outcomes, int from) => PlainSum.Of(outcomes.Select(outcome => expected.Total(outcome, from, expected.Last))).Above;
    }

    private static void CheckIndicators(PlainReport expected, ShownTable table)
    {
        Assert.Equal(expected.Indicators.Select(indicator => indicator.Name), table.Rows.Select(row => row["Indicator"]));
        foreach (var (indicator, row) in expected.Indicators.Zip(table.Rows))
        {
            var about = (expected.Key, indicator.Id);
            var figures = expected.Awards.Select(award => expected.Reported.Select(period => expected.Figure(award, period, indicator)).ToList()).ToList();
            var asked = figures.Count(ofAward => ofAward.Exists(figure => figure.IsAsked));
            var span = expected.Total(indicator, expected.First, expected.Last);
            row.Says("Priority", expected.Programme.Priorities.SingleOrDefault(priority => priority.Id == indicator.Priority)?.Name, about);
            row.Says("Unit", indicator.Unit, about);
            row.Holds("Awards asked", asked, about);
            row.Holds("Figures in", figures.Count(ofAward => ofAward.Exists(figure => figure.Standing == "Reported")), about);
            row.HoldsFigure("Profile, all", indicator, indicator.AddsUp == AddsUpAs.Sum || (!expected.IsSpan && indicator.AddsUp != AddsUpAs.Ratio) || indicator.AddsUp == AddsUpAs.Distinct ? Sum(figures.SelectMany(ofAward => ofAward.Select(figure => figure.Profile))) : null, expected.IsSpan, about);
            row.HoldsFigure("Profile of figures in", indicator, span.Profile?.Value, expected.IsSpan, about);
            row.HoldsFigure("Actual, of those with a profile", indicator, span.Compared?.Value, expected.IsSpan, about);
            if (asked == 0)
                row.Says("Actual, all", ShownCell.NotAsked, about);
            else
                row.HoldsFigure("Actual, all", indicator, span.Actual?.Value, expected.IsSpan, about);
            row.Holds("Above or below profile", ShownCell.Tenths(span.Above), about);
            row.Says("Since the period before", expected.Last == 0 ? null
                : ProvenFigure.Direction(indicator, expected.InPeriod(indicator, expected.Last - 1), expected.InPeriod(indicator, expected.Last), expected.Programme.Bands), about);
        }
    }

    private static void CheckToDate(PlainReport expected, ShownTable table)
    {
        Assert.Equal(expected.Indicators.Select(indicator => indicator.Name), table.Rows.Select(row => row["Indicator"]));
        foreach (var (indicator, row) in expected.Indicators.Zip(table.Rows))
        {
            var (about, toDate) = ((expected.Key, indicator.Id), expected.Total(indicator, 0, expected.Last));
            row.HoldsFigure("Profile of figures in", indicator, toDate.Profile?.Value, several: true, about);
            row.HoldsFigure("Actual, of those with a profile", indicator, toDate.Compared?.Value, several: true, about);
            row.HoldsFigure("Actual, all", indicator, toDate.Actual?.Value, several: true, about);
            row.Holds("Above or below profile", ShownCell.Tenths(toDate.Above), about);
        }
    }

    private static void CheckBreakdowns(PlainReport expected, OpenedReport report)
    {
        foreach (var question in expected.Forms.Reverse().SelectMany(form => form.Questions).Where(question => question.Is("breakdown") && expected.Sees(question)).DistinctBy(question => question.Id))
        {
            var table = report.Table(Sheet, $"By {char.ToLowerInvariant(question.Label[0])}{question.Label[1..]}");
            var outputs = expected.Indicators.Where(one => one.Kind == IndicatorKind.Output && (!expected.IsSpan || one.AddsUp is AddsUpAs.Sum or AddsUpAs.Ratio)).ToList();
            Assert.Equal([question.Label, "Returns in", .. outputs.Select(output => output.Name)], table.Headings);
            Assert.Equal(question.Choices.Select(choice => choice.Label), table.Rows.Select(row => row.Cells[0]));
            foreach (var (choice, row) in question.Choices.Zip(table.Rows))
            {
                var chose = expected.In.Where(one => one.Answer(question)?.ToString() == choice.Id).ToList();
                row.Holds("Returns in", chose.Count, (expected.Key, choice.Id));
                foreach (var output in outputs)
                    row.HoldsFigure(output.Name, output, PlainPartOf.Sum(chose.Select(one => expected.Figure(one.Award, PlaceOf(expected, one), output).Counted))?.Value, several: false, (expected.Key, choice.Id));
            }
        }
    }

    /// <summary>The form's tables, added up over returns; none of those that the reader may see only a part of.</summary>
    private static void CheckTables(PlainReport expected, OpenedReport report)
    {
        var titles = new List<string>();
        foreach (var form in expected.Forms)
            foreach (var question in form.Questions.Where(question => question.Type == "table" && question.Outcome is null && expected.SeesTableSums(question)))
            {
                titles.Add(expected.Forms.Count > 1 ? $"{question.Label} (version {form.Version} of the form)" : question.Label);
                var table = report.Table(Sheet, titles[^1]);
                Assert.Equal([.. question.Rows.Select(row => row.Label), "Total"], table.Rows.Select(row => row.Cells[0]));
                foreach (var column in question.Columns)
                {
                    var sums = question.Rows.Select(line => Sum(expected.In.Where(one => one.Form == form).Select(one => one.Answer(question)?[line.Id]?[column.Id]?.GetValue<decimal>()))).ToList();
                    foreach (var (sum, row) in sums.Append(Sum(sums)).Zip(table.Rows))
                        row.Holds(column.Label, sum, (expected.Key, question.Id, row.Cells[0]));
                }
            }
        var labels = expected.Case.Forms.SelectMany(form => form.Questions).Where(question => question.Type == "table").Select(question => question.Label).ToList();
        Assert.Equal(titles, report.Sheets[Sheet].Tables.Select(table => table.Title).Where(title => labels.Exists(label => title.StartsWith(label, StringComparison.Ordinal))));
    }

    private static int PlaceOf(PlainReport expected, PlainReturn one) => expected.Periods.Select(period => period.Id).ToList().IndexOf(one.Period.Id);

    private static decimal? Sum(IEnumerable<decimal?> figures) => figures.OfType<decimal>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}
