using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting.Tables;

namespace MonitoringReturns.Core.Reporting.Sheets;

/// <summary>What the report was made from: the manifest in words, the rules, the rows of each sheet, every question, and every return with its digest.</summary>
internal sealed class AboutSheet
{
    public const string Name = "About";

    private readonly Cut _cut;
    private readonly string _manifestDigest;

    public AboutSheet(Cut cut, string manifestDigest, IReportWriter report)
    {
        _cut = cut;
        _manifestDigest = manifestDigest;
        Writer = report.AddSheet(new ReportSheet(Name, "About this report", ["What it was made from. The same manifest always gives the same workbook."]));
    }

    public IReportSheetWriter Writer { get; }

    public void Complete(IReadOnlyList<(string Sheet, long Rows)> sheets)
    {
        WriteManifest();
        Writer.BeginTable(new ReportTable("RowCounts", "Rows", [new("sheet", "Sheet", CellKind.Text, 24), new("rows", "Rows", CellKind.Count, 44)]));
        foreach (var (sheet, rows) in sheets)
            Writer.WriteRow([Cell.OfText(sheet), Cell.OfCount(rows)]);
        WritePeriods();
        WriteRules();
        foreach (var version in _cut.ReportedVersions)
            WriteQuestions(version);
        WriteReturns();
    }

    private void WriteManifest()
    {
        var (manifest, programme) = (_cut.Manifest, _cut.Programme);
        Writer.BeginTable(new ReportTable("Manifest", "Manifest", [new("fact", "Fact", CellKind.Text, 24), new("value", "Value", CellKind.Text, 44)]));
        Fact("Programme", Cell.OfText($"{programme.Name} ({programme.Id})"));
        Fact("Programme version", Cell.OfCount(manifest.ProgrammeVersion));
        Fact("Lead funder", Cell.OfText($"{programme.LeadFunder.Name} ({programme.LeadFunder.Id})"));
        Fact("Report for", Cell.OfText($"{_cut.Reader.Name} ({_cut.Reader.Id})"));
        Fact("Period", Cell.OfText(_cut.IsSpan ? $"{_cut.SpanName} ({manifest.From} to {manifest.Period})" : $"{_cut.SpanName} ({manifest.Period})"));
        Fact("First day", Cell.OfDate(_cut.Reported[0].Period.Start));
        Fact("Last day", Cell.OfDate(_cut.Last.Period.End));
        Fact("Due", Cell.OfDate(_cut.Last.Period.Due));
        Fact("Form", Cell.OfText($"{_cut.Last.Version.Title} ({manifest.Form}), version {string.Join(", ", _cut.ReportedVersions.Select(version => version.Number))}"));
        Fact("Form digest (SHA-256)", Cell.OfText(_cut.Last.Version.ContentHash));
        Fact("Rules version", Cell.OfCount(manifest.Rules));
        Fact("Cut number", Cell.OfCount(manifest.Cut));
        Fact("Cut taken (UK time)", ReturnWords.Moment(manifest.CutAt));
        Fact("Awards", Cell.OfCount(manifest.Awards.Count));
        Fact("Returns due", Cell.OfCount(manifest.Returns.Count));
        Fact("Returns in", Cell.OfCount(manifest.Returns.Count(entry => entry.Revision > 0)));
        Fact("Earlier returns used", Cell.OfCount(manifest.Earlier.Count));
        Fact("Manifest digest (SHA-256)", Cell.OfText(_manifestDigest));
    }

    private void Fact(string fact, Cell value) => Writer.WriteRow([Cell.OfText(fact), Cell.OfText(ReadableCell.Of(value))]);

    /// <summary>
    /// The periods; each return of an earlier one stands in the manifest, here their digest. A cut shows no digests: whoever knows all other answers
    /// could try out the few values of a hidden number against them.
    /// </summary>
    private void WritePeriods()
    {
        var earlier = _cut.Manifest.Earlier.ToLookup(entry => entry.Period);
        var reported = _cut.Manifest.Returns.ToLookup(entry => entry.Period);
        Writer.BeginTable(new ReportTable("Periods", "Periods used",
        [
            new("period", "Period", CellKind.Text, 24), new("digest", "Digest of award, revision and digest of each return (SHA-256)", CellKind.Text, 44),
            new("use", "Used for", CellKind.Text, 24), new("form", "Form version", CellKind.Count, 16), new("returns", "Returns used", CellKind.Count, 16),
        ]));
        foreach (var period in _cut.Periods)
        {
            var id = period.Period.Id;
            var used = period.Reported
                ? reported[id].Where(entry => entry.Revision > 0).Select(entry => (entry.Award, entry.Revision, Digest: entry.Digest!)).ToList()
                : earlier[id].Select(entry => (entry.Award, entry.Revision, entry.Digest)).ToList();
            Writer.WriteRow(
            [
                Cell.OfText(id.Value), Cell.OfText(_cut.Sight.IsLead ? DigestOf(used) : null), Cell.OfText(period.Reported ? "This report" : "To date and trend"),
                Cell.OfCount(period.Version.Number), Cell.OfCount(used.Count),
            ]);
        }
    }

    private static string DigestOf(List<(AwardId Award, int Revision, string Digest)> returns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (award, revision, digest) in returns)
            hash.AppendData(Encoding.ASCII.GetBytes($"{award} {revision} {digest}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void WriteRules()
    {
        Writer.BeginTable(new ReportTable("Rules", "How figures are worked out", [new("rule", "Rule", CellKind.Text, 24), new("words", "In words", CellKind.Text, 44, Wrap: true)]));
        Rule("Adding up", "A sum adds over awards and periods. A latest figure stands for the time so far: the newest one of each award. People counted once (distinct) add over awards, never over periods. A ratio divides the numerators together by the denominators together.");
        Rule("Against profile", "Like with like: the profile of the figures that are in. Per cent above or below, to one decimal.");
        Rule("Direction", "Against the period before: by the distance from profile where there is one, else by the figure. A change of a percentage point or less, unless the programme says otherwise, is the same.");
        if (_cut.Programme.Bands is { } bands)
            Rule("Bands", $"By the mean of the award’s outcomes against profile to date: {string.Join("; ", bands.Bands.Select(BandInWords))}.");
        Rule("Shares", "An award’s figure is divided by the funders’ contributions to the award; largest remainder, to hundredths.");
        if (!_cut.Sight.IsLead)
            Rule("Small numbers", "In tables marked sensitive, counts of 1 to 4 people are shown as <5, and others are hidden where they would give those away. Such tables are not added up over returns.");
    }

    private static string BandInWords(Band band) => band.AtLeast is { } least ? $"{band.Name} from {least:0.#}%" : $"{band.Name} below";

    private void Rule(string rule, string words) => Writer.WriteRow([Cell.OfText(rule), Cell.OfText(words)]);

    private void WriteQuestions(FormVersion version)
    {
        var several = _cut.ReportedVersions.Count > 1;
        Writer.BeginTable(new ReportTable(several ? $"Questions{version.Number}" : "Questions", several ? $"Questions of version {version.Number}" : "Questions",
        [
            new("id", "Question", CellKind.Text, 24), new("label", "Label", CellKind.Text, 44, Wrap: true), new("section", "Section", CellKind.Text, 24, Wrap: true),
            new("type", "Type", CellKind.Text, 16), new("indicator", "Indicator", CellKind.Text, 24), new("required", "Required", CellKind.Text, 10),
            new("why", "Why it is asked", CellKind.Text, 50, Wrap: true), new("used-by", "Used by", CellKind.Text, 24, Wrap: true),
        ]));
        foreach (var section in version.Sections)
            foreach (var question in section.Questions)
                if (_cut.Sight.Sees(question))
                    Writer.WriteRow(
                    [
                        Cell.OfText(question.Id.Value), Cell.OfText(question.Label), Cell.OfText(section.Title), Cell.OfText(question.Type), Cell.OfText(IndicatorsOf(question)),
                        Cell.OfText(RequiredIn(question)), Cell.OfText(question.Why), Cell.OfText(question.UsedBy),
                    ]);
    }

    private static string RequiredIn(Question question) => question.RequiredFrom is { } day ? $"From {day:d MMMM yyyy}" : question.Required ? "Yes" : "No";

    private static string? IndicatorsOf(Question question) => question.CountsAgreedOutcome
        ? "as agreed in the award"
        : string.Join(", ", question.Measures.SelectMany(measure => measure.Indicators).Distinct());

    private void WriteReturns()
    {
        Writer.BeginTable(new ReportTable("ManifestReturns", "Returns used",
        [
            new("award", "Award", CellKind.Text, 24), new("digest", "Digest of the revision (SHA-256)", CellKind.Text, 44), new("status", "Status", CellKind.Text, 24),
            new("revision", "Revision", CellKind.Count, 16), new("award-version", "Award version", CellKind.Count, 16), new("period", "Period", CellKind.Text, 16),
        ]));
        var versions = _cut.Manifest.Awards.ToDictionary(award => award.Award, award => award.Version);
        foreach (var entry in _cut.Manifest.Returns)
            Writer.WriteRow(
            [
                Cell.OfText(entry.Award.Value), Cell.OfText(_cut.Sight.IsLead ? entry.Digest : null), Cell.OfText(ReturnWords.StatusOf(entry.Status)),
                entry.Revision > 0 ? Cell.OfCount(entry.Revision) : Cell.Empty, Cell.OfCount(versions[entry.Award]), Cell.OfText(entry.Period.Value),
            ]);
    }
}
