using System.Security.Cryptography;
using System.Text;

namespace MonitoringReturns.Tests.Demo.Proof;

/// <summary>What a report says of itself: its rows, and every return that it was made from.</summary>
internal static class AboutProof
{
    private const string Sheet = "About";

    /// <param name="digests">SHA-256 of each return's newest revision, by award and period.</param>
    public static void Check(PlainReport expected, OpenedReport report, IReadOnlyDictionary<(string Award, string Period), string> digests)
    {
        Assert.Equal(
            report.Sheets.Where(sheet => sheet.Key != Sheet).Select(sheet => (expected.Key, sheet.Key, (decimal?)sheet.Value.Rows)).OrderBy(sheet => sheet.Item2, StringComparer.Ordinal),
            report.Table(Sheet, "Rows").Rows.Select(row => (expected.Key, row["Sheet"], row.Number("Rows"))).OrderBy(sheet => sheet.Item2, StringComparer.Ordinal));
        CheckFacts(expected, report.Table(Sheet, "Manifest"));
        CheckPeriods(expected, report.Table(Sheet, "Periods used"), digests);
        CheckReturns(expected, report.Table(Sheet, "Returns used"), digests);
        CheckQuestions(expected, report);
    }

    private static void CheckFacts(PlainReport expected, ShownTable table)
    {
        var facts = table.Rows.ToDictionary(row => row["Fact"], row => row["Value"], StringComparer.Ordinal);
        var reader = expected.Programme.CoFunders.Append(expected.Programme.LeadFunder).Single(funder => funder.Id.Value == expected.Reader);
        Assert.Equal($"{expected.Programme.Name} ({expected.Programme.Id})", facts["Programme"]);
        Assert.Equal($"{reader.Name} ({reader.Id})", facts["Report for"]);
        Is("Awards", expected.Awards.Count);
        Is("Returns due", expected.Due.Count);
        Is("Returns in", expected.In.Count);
        Is("Earlier returns used", Enumerable.Range(0, expected.First).Sum(period => expected.Awards.Count(award => expected.Return(award, period).IsIn)));

        void Is(string fact, decimal number) => Assert.Equal((expected.Key, fact, number), (expected.Key, fact, ShownCell.Number(facts[fact])));
    }

    private static void CheckPeriods(PlainReport expected, ShownTable table, IReadOnlyDictionary<(string, string), string> digests)
    {
        Assert.Equal(expected.Periods.Select(period => period.Id.Value), table.Rows.Select(row => row["Period"]));
        foreach (var (period, row) in table.Rows.Index())
        {
            var id = expected.Periods[period].Id.Value;
            var isIn = expected.Awards.Select(award => expected.Return(award, period)).Where(one => one.IsIn).ToList();
            var lines = string.Concat(isIn.Select(one => $"{one.Award.Id} {one.Newest.Revision} {digests[(one.Award.Id.Value, id)]}\n"));
            row.Says("Used for", period >= expected.First ? "This report" : "To date and trend", id);
            row.Holds("Form version", expected.Form(period).Version, id);
            row.Holds("Returns used", isIn.Count, id);
            var digest = expected.Key.Funder is null ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(lines))) : "";
            Assert.Equal((expected.Key, id, digest), (expected.Key, id, row.Cells[1]));
        }
    }

    private static void CheckReturns(PlainReport expected, ShownTable table, IReadOnlyDictionary<(string, string), string> digests)
    {
        Assert.Equal(expected.Due.Select(one => (one.Award.Id.Value, one.Period.Id.Value)), table.Rows.Select(row => (row["Award"], row["Period"])));
        foreach (var (one, row) in expected.Due.Zip(table.Rows))
        {
            var about = (expected.Key, one.Award.Id.Value, one.Period.Id.Value);
            row.Says("Digest of the revision (SHA-256)", one.IsIn && expected.Key.Funder is null ? digests[(one.Award.Id.Value, one.Period.Id.Value)] : null, about);
            row.Says("Status", one.Status, about);
            row.Holds("Revision", one.IsIn ? one.Newest.Revision : null, about);
            // No award of a demonstration is stored twice.
            row.Holds("Award version", 1, about);
        }
    }

    /// <summary>Every question that the reader may see, and no other.</summary>
    private static void CheckQuestions(PlainReport expected, OpenedReport report)
    {
        foreach (var form in expected.Forms)
            Assert.Equal(
                form.Questions.Where(expected.Sees).Select(question => (question.Id, question.Label, question.Section, question.Type)),
                report.Table(Sheet, expected.Forms.Count > 1 ? $"Questions of version {form.Version}" : "Questions").Rows.Select(row => (row["Question"], row["Label"], row["Section"], row["Type"])));
    }
}
