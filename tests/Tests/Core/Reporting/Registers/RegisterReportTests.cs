using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Registers;
using MonitoringReturns.Core.Reporting.Tables;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Reporting.Registers;

/// <summary>The tables of a register, for the lead funder and for a co-funder.</summary>
public sealed class RegisterReportTests
{
    private static readonly NamedOrganisation Camden = new(OrganisationId.Parse("GB-LAE-CMD"), "London Borough of Camden");

    private static readonly NamedOrganisation Barnet = new(OrganisationId.Parse("GB-LAE-BNE"), "London Borough of Barnet");

    private static readonly Programme Programme = A.Programme() with
    {
        CoFunders = [Camden, Barnet],
        Indicators = [A.Indicator("helped")],
        Areas =
        [
            new Area(AreaCode.Parse("E09000007"), "Camden") { CountedBy = Camden.Id }, new Area(AreaCode.Parse("E09000003"), "Barnet") { CountedBy = Barnet.Id },
            new Area(AreaCode.Parse("E09000033"), "Westminster"), new Area(AreaCode.Parse("E09000001"), "City of London"),
        ],
    };

    private static readonly MonitoringReturns.Core.Forms.FormVersion Form = A.Form(
        """{"id":"people","type":"table","label":"People","rows":[{"id":"camden","label":"Camden","funder":"GB-LAE-CMD"},{"id":"barnet","label":"Barnet","funder":"GB-LAE-BNE"}],"columns":[{"id":"helped","label":"Helped","type":"count","indicator":"helped"}]}""");

    private static readonly Award First = An.Award("a1") with
    {
        Provider = new NamedOrganisation(OrganisationId.Parse("MR-000001"), "One"),
        Partners = [new NamedOrganisation(OrganisationId.Parse("MR-000009"), "Partner")],
        Contributions = [new Contribution(Camden.Id, 10_000), new Contribution(Barnet.Id, 20_000)],
        Areas = [AreaCode.Parse("E09000007"), AreaCode.Parse("E09000003"), AreaCode.Parse("E09000033")],
    };

    private static readonly Award Second = An.Award("a2") with
    {
        Provider = new NamedOrganisation(OrganisationId.Parse("MR-000002"), "Two"),
        Amount = 500.01m,
        End = new DateOnly(2026, 12, 31),
        Contributions = [new Contribution(Barnet.Id, 500.01m)],
    };

    private static readonly Organisation[] Organisations =
    [
        new()
        {
            Id = OrganisationId.Parse("MR-000001"), Name = "One of us", Kind = OrganisationKind.Charity, Income = IncomeBand.Small, Area = new Area(AreaCode.Parse("E09000007"), "Camden Town"),
            Accreditations = [new Accreditation("A mark", "7", new DateOnly(2027, 12, 31)), new Accreditation("An old mark", null, new DateOnly(2027, 6, 30))],
        },
        new() { Id = OrganisationId.Parse("MR-000009"), Name = "Partner", Kind = OrganisationKind.CommunityGroup, Income = IncomeBand.Micro },
    ];

    [Fact]
    public void Register_OfTheLeadFunder_HoldsTheWholeProgramme()
    {
        var written = Write(null, out var report);

        // Cut on 1 July 2027: the second award is over, and its provider left.
        Assert.Equal(
            [
                "Partner | MR-000009 | Community group on no register | Micro: under £10,000 | Not said |  | 0 | 1 | 0 | £0.00 | 2026/27 | 2028/29 | £0.00 | £0.00 | ",
                "One of us | MR-000001 | Charity | Small: £10,000 to £100,000 | Camden | A mark (7), until 31 December 2027 | 1 | 0 | 1 | £30,000.00 | 2026/27 | 2028/29 | £9,990.88 | £10,018.25 | the same",
                "Two | MR-000002 | Not said | Not said | Not said |  | 1 | 0 | 0 | £0.00 | 2026/27 | 2026/27 | £500.01 | £0.00 | left",
            ],
            Lines(written["Providers"]["Providers"]));
        Assert.Equal(["2027/28 | 0 | £0.00 | 0 | £0.00 | 1 | £27.37 | 0 | £0.00 | 1 | -£500.01 | -£472.64"], Lines(written["Growth"]["Growth"]));
        Assert.Equal(["Two | left | Not said | £500.01 | £0.00 | -£500.01"], Lines(written["Who moved"]["Moved"]));
        Assert.Equal(
            ["Camden | E09000007 | 1 | 2 | £10,000.00 | Yes | No | ", "Barnet | E09000003 | 1 | 2 | £10,000.00 | No | Cold spot | Awards work here, and count nobody yet", "Westminster | E09000033 | 1 | 2 | £10,000.00 | Not counted | No | ", "City of London | E09000001 | 0 | 0 | £0.00 | Not counted | Cold spot | No award works here"],
            Lines(written["Areas"]["Areas"]));
        Assert.Equal(["Camden | E09000007 | 7", "Barnet | E09000003 | 0"], Lines(written["Areas"]["AreaFigures"]));
        Assert.Equal("1 July 2027 | 3 | 2 | 2 | 1 | £30,000.00 | 2027/28 | £10,018.25 | 4 | 2", Assert.Single(Lines(written["Totals"]["RegisterTotals"])));
        Assert.Equal("Not said |  | £500.01 | £0.00 | £0.00 | £500.01", Lines(written["Flows by area"]["FlowsByArea"])[^1]);
        Assert.Equal(2, report.Count.Revisions);
        Assert.Equal(written.Sheets.Sum(sheet => sheet.Rows), report.Count.Rows);
    }

    [Fact]
    public void Register_OfACoFunder_HoldsWhatItPaysForAlone()
    {
        var written = Write(Camden.Id, out _);

        Assert.Equal(["Partner", "One of us"], Lines(written["Providers"]["Providers"]).Select(line => line.Split(" | ")[0]));
        Assert.Equal("1 July 2027 | 2 | 2 | 1 | 1 | £10,000.00 | 2027/28 | £3,339.42 | 4 | 1", Assert.Single(Lines(written["Totals"]["RegisterTotals"])));
        // What another borough's rows count is not this one's to see.
        Assert.Equal(["Yes", "Not counted", "Not counted", "Not counted"], Lines(written["Areas"]["Areas"]).Select(line => line.Split(" | ")[5]));
        Assert.Equal(["Camden | E09000007 | 7"], Lines(written["Areas"]["AreaFigures"]));
    }

    [Fact]
    public void Register_OfAYearInWhichNobodyIsLeft_SaysWhoLeft()
    {
        var line = Reports.In(Second, Filed("""{"barnet":{"helped":0}}"""));
        using var written = new RecordingReportWriter();
        var report = ReportTables.Of(CutOf(null, [line]), "5eed", written, tidy: false);
        report.Add(line);
        report.Complete();
        written.Complete();

        Assert.Equal(["2027/28 | 0 | £0.00 | 0 | £0.00 | 0 | £0.00 | 0 | £0.00 | 1 | -£500.01 | -£500.01"], Lines(written["Growth"]["Growth"]));
        Assert.Equal(["Two | left | Not said | £500.01 | £0.00 | -£500.01"], Lines(written["Who moved"]["Moved"]));
    }

    [Fact]
    public void Register_WithoutAnyAward_HasTablesWithoutRows()
    {
        using var written = new RecordingReportWriter();
        var report = ReportTables.Of(CutOf(null, []), "5eed", written, tidy: false);
        report.Complete();
        written.Complete();
        Assert.Empty(Lines(written["Providers"]["Providers"]));
        Assert.Equal(4, Lines(written["Areas"]["Areas"]).Count(line => line.EndsWith("No award works here", StringComparison.Ordinal)));
    }

    private static RecordingReportWriter Write(OrganisationId? funder, out IReportTables report)
    {
        var lines = new[] { Reports.In(First, Filed("""{"camden":{"helped":7},"barnet":{"helped":0}}""")), Reports.In(Second, Filed("""{"barnet":{"helped":0}}""")) };
        var seen = new Sight(Programme, funder);
        using var written = new RecordingReportWriter();
        report = ReportTables.Of(CutOf(funder, lines), "5eed", written, tidy: false);
        foreach (var line in lines.Where(line => seen.Sees(line.Award)))
            report.Add(line);
        report.Complete();
        written.Complete();
        return written;
    }

    private static Cut CutOf(OrganisationId? funder, IReadOnlyList<ReportLine> lines)
    {
        var cut = Reports.Cut(Form, Programme, lines);
        return new Cut(cut.Manifest with { Funder = funder, Content = ReportContent.Register.Name, Organisations = Organisations }, Programme, cut.Periods);
    }

    private static MonitoringReturns.Core.Returns.AnswerSheet Filed(string people) => Answers.Sheet(Form, ("people", people));

    private static List<string> Lines(RecordedTable table) => [.. table.Rows.Select(row => string.Join(" | ", row.Select(ReadableCell.Of)))];
}
