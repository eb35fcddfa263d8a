using System.Text.RegularExpressions;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Sections;

/// <summary>Every section of every form that is shipped, and of the largest table, in a real browser: what axe finds, and a narrow screen.</summary>
public sealed partial class FormPagesTests(PagesFixture fixture, Browser browser)
{
    public static TheoryData<string> Forms =>
        [.. Directory.GetFiles(Path.Combine(ProjectFolder.Root, "forms"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Path.Combine(ProjectFolder.Root, "forms"), file))
            // Standard indicators, which are no form.
            .Where(file => !file.StartsWith("library", StringComparison.Ordinal))];

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Forms))]
    public async Task EverySection_OfAShippedForm_IsShownWithoutFaultsAndFitsNarrowScreens(string file)
    {
        var set = await SetUpAsync(await File.ReadAllTextAsync(Path.Combine(ProjectFolder.Root, "forms", file)));

        var shown = await CheckAsync(set.Case, $"section-{file.Replace('/', '-').Replace(".json", "", StringComparison.Ordinal)}", set.Preparer.Name, set.Version);

        // Only the first outcome is counted, and no answer to another section asks for more.
        var expected = set.Version.Questions.Where(question => (!question.CountsAgreedOutcome || question.Id.Value.EndsWith("-1", StringComparison.Ordinal))
            && (question.AskIf is not { } askIf || set.Version.SectionOf(question).Questions.Any(other => other.Id == askIf.Question)));
        Assert.Equal(expected.Select(question => question.Id.Value).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = 300_000)]
    public async Task Table_OfThirtyThreeRowsAndTwelveColumns_IsShownWithoutFaultsAndFitsNarrowScreens()
    {
        var set = await SetUpAsync(LargeTable);

        await CheckAsync(set.Case, "section-large-table", set.Preparer.Name, set.Version);
    }

    /// <summary>A table of 33 rows and 12 columns.</summary>
    internal static string LargeTable { get; } = $$"""
        {"form":"large","version":1,"title":"A large return","sections":[
          {"id":"small","title":"Small","questions":[{"id":"one","type":"shortText","label":"One"}]},
          {"id":"large","title":"Large","questions":[{"id":"t","type":"table","label":"People by borough and month","prefill":"previous",
            "rows":[{{string.Join(',', Enumerable.Range(1, 33).Select(row => $$"""{"id":"b{{row}}","label":"London borough number {{row}}"}"""))}}],
            "columns":[{{string.Join(',', Enumerable.Range(1, 12).Select(month => $$"""{"id":"m{{month}}","label":"{{new DateOnly(2026, month, 1):MMMM}}","type":"count"}"""))}}]}]}]}
        """;

    /// <summary>A programme on the form whose award every funder of it pays for, with four agreed outcomes; its quarters end in March and June.</summary>
    private async Task<(SmallCase Case, MonitoringReturns.Local.Demo.People.DemoPerson Preparer, FormVersion Version)> SetUpAsync(string form)
    {
        var named = FormName().Replace(FormNumber().Replace(form, "\"version\": 1", 1), "\"form\": \"FORM\"", 1);
        var small = await SmallCase.SetUpAsync(await fixture.AppAsync(), awards: 1, named);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var lead = SmallCase.ProgrammeOf(small.Programme).LeadFunder;
        NamedOrganisation[] funders = [.. Organisations().Matches(form).Select(match => match.Value).Distinct().Where(id => id != lead.Id.Value).Select(id => new NamedOrganisation(OrganisationId.Parse(id), $"Funder {id[^3..]}"))];
        await small.PutProgrammeAsync(programme => programme with
        {
            CoFunders = funders,
            Calendar =
            [
                programme.Calendar[0] with { Start = new(2026, 1, 1), End = new(2026, 3, 31), Due = today.AddDays(20), Closed = today.AddDays(40), AmendUntil = today.AddDays(60) },
                programme.Calendar[1] with { Start = new(2026, 4, 1), End = new(2026, 6, 30), Due = today.AddDays(20), Closed = today.AddDays(40), AmendUntil = today.AddDays(60) },
            ],
        });
        await small.PutAwardAsync(SmallCase.AwardOf(small.Programme, 1) with
        {
            Contributions = [new(lead.Id, 1200), .. funders.Select(funder => new Contribution(funder.Id, 0))],
            AgreedOutcomes = [.. Enumerable.Range(1, 4).Select(number => new AgreedOutcome($"Outcome {number}: people are less lonely", "Twenty people meet weekly", number == 1 ? Identifier.Parse<IndicatorId>("helped") : null))],
        });
        var preparer = fixture.NewPerson();
        await fixture.LetInAsync(SmallCase.AwardOf(small.Programme, 1).Provider, preparer, Roles.Preparer);
        return (small, preparer, FormVersion.Read(System.Text.Encoding.UTF8.GetBytes(form)));
    }

    /// <summary>Looks at every section in both quarters, and gives the questions that were on the pages.</summary>
    private async Task<IReadOnlyCollection<string>> CheckAsync(SmallCase small, string name, string person, FormVersion version)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var width in new[] { Browser.Desktop, Browser.Narrow })
        {
            var page = await browser.SignInAsync(fixture, person, javaScript: true, width);
            foreach (var period in new[] { SmallCase.Q1, SmallCase.Q2 })
                foreach (var section in version.Sections.Where(section => period == SmallCase.Q1 || section.Questions.Any(question => question.AskIn is not null)))
                {
                    var answer = await page.GotoAsync($"/returns/{small.Programme}/{period}/{SectionCase.Award}/sections/{section.Id}");
                    if (answer!.Status == 404)
                        continue;
                    Assert.Equal(200, answer.Status);
                    shown.UnionWith(await page.Locator("[data-question]").EvaluateAllAsync<string[]>("found => found.map(one => one.dataset.question)"));
                    await Browser.PictureAsync(page, $"{name}-{section.Id}-{period}-{width}");
                    Assert.Empty((await Browser.FaultsAsync(page)).Select(fault => $"{section.Id}: {fault}"));
                    Assert.False(await Browser.ScrollsSidewaysAsync(page), $"{section.Id} scrolls sideways at {width} pixels.");
                }
            await page.Context.DisposeAsync();
        }
        return shown;
    }

    [GeneratedRegex("\"form\":\\s*\"[a-z-]+\"", RegexOptions.None, 1000)]
    private static partial Regex FormName();

    [GeneratedRegex("\"version\":\\s*[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex FormNumber();

    [GeneratedRegex("GB-[A-Z]{3}-[A-Z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Organisations();
}
