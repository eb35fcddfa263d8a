using MonitoringReturns.Local.Demo.EarlyHelp;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>That nobody is told what is not for him: words with a mark, and other funders by their names.</summary>
internal static class SightProof
{
    public static void Check(PlainReport expected, OpenedReport report)
    {
        if (expected.Case.Demo is EarlyHelpCase)
            CheckMarkers(expected, report);
        if (!expected.IsLead)
            CheckOthers(expected, report);
    }

    /// <summary>A mark stands in the words of one question; a report has it where the question's readers have written words, and nowhere else.</summary>
    private static void CheckMarkers(PlainReport expected, OpenedReport report)
    {
        var marked = new[] { ("trust-story", EarlyHelpCase.TrustMarker), ("safeguarding-words", EarlyHelpCase.SafeguardingMarker), ("health-words", EarlyHelpCase.HealthMarker) };
        foreach (var (question, marker) in marked)
        {
            var readers = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["trust-story"] = ["GB-CHC-9300109"],
                ["safeguarding-words"] = ["GB-LAE-XMS"],
                ["health-words"] = ["GB-NHS-QX9M4", "GB-LAE-XMS"],
            };
            var isWritten = expected.In.Any(one => one.Answer(one.Form.ById[question]) is not null);
            Assert.Equal(
                (expected.Key, marker, isWritten && readers[question].Contains(expected.Reader, StringComparer.Ordinal)),
                (expected.Key, marker, report.Cells.Any(cell => cell.Contains(marker, StringComparison.OrdinalIgnoreCase))));
        }
    }

    /// <summary>No cell is another co-funder's name or id, and no column its row.</summary>
    private static void CheckOthers(PlainReport expected, OpenedReport report)
    {
        var others = expected.Programme.CoFunders.Where(funder => funder.Id.Value != expected.Reader).SelectMany(funder => new[] { funder.Name, funder.Id.Value }).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(report.Cells, others.Contains);
        var rows = expected.Case.Forms.SelectMany(form => form.Questions).SelectMany(question => question.Rows).Where(row => row.Funder is not null && row.Funder != expected.Reader)
            .Select(row => $": {row.Label}").Distinct(StringComparer.Ordinal).ToList();
        Assert.DoesNotContain(report.Sheets.Values.SelectMany(sheet => sheet.Tables).SelectMany(table => table.Table.Headings), heading => rows.Exists(row => heading.EndsWith(row, StringComparison.Ordinal)));
    }
}
