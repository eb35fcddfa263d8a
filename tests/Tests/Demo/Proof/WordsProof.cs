namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>Everything that providers wrote at length, and what would help them.</summary>
internal static class WordsProof
{
    public static void Check(PlainReport expected, OpenedReport report)
    {
        var written = expected.In.SelectMany(one => WordsOf(expected, one)).ToList();
        Assert.Equal(
            written.Select(one => (expected.Key, one.Return.Award.Id.Value, one.Return.Period.Id.Value, one.Section, one.Question.Label, one.Kind, ShownCell.Text(one.Words))),
            report.Table("In their words").Rows.Select(row => (expected.Key, row["Award"], row["Period"], row["Section"], row["Question"], row["Kind"], ShownCell.Text(row["In their words"]))));
        var help = written.Where(one => one.Kind == "Answer" && one.Question.Is("asksForHelp")).ToList();
        if (expected.Forms.SelectMany(form => form.Questions).Any(question => question.Is("asksForHelp") && expected.Sees(question)))
            Assert.Equal(
                help.Select(one => (expected.Key, one.Return.Award.Id.Value, one.Return.Period.Id.Value, one.Question.Label, ShownCell.Text(one.Words))),
                report.Table("Help asked for").Rows.Select(row => (expected.Key, row["Award"], row["Period"], row["Question"], ShownCell.Text(row["In their words"]))));
        else
            Assert.DoesNotContain("Help asked for", report.Sheets.Keys);
    }

    private static IEnumerable<(PlainReturn Return, PlainQuestion Question, string Section, string Kind, string Words)> WordsOf(PlainReport expected, PlainReturn one)
    {
        foreach (var question in one.Form.Questions.Where(expected.Sees))
        {
            var section = question.Outcome is { } number && number <= one.Award.AgreedOutcomes.Count ? $"{question.Section}: {one.Award.AgreedOutcomes[number - 1].Title}" : question.Section;
            if (question.Type == "longText" && one.Answer(question) is { } answer)
                yield return (one, question, section, "Answer", answer.ToString());
            if (one.Comment(question) is { } comment)
                yield return (one, question, section, "Explanation", comment);
        }
    }
}
