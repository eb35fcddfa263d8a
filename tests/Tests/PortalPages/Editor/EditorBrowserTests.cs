using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.PortalPages.Editor;

/// <summary>The form editor in a real browser: what axe finds, and a narrow screen.</summary>
public sealed class EditorBrowserTests(PagesFixture fixture, Browser browser)
{
    [Fact(Timeout = 300_000)]
    public async Task Pages_OfTheEditor_HaveNoFaultsAndFitNarrowScreens()
    {
        var before = await EditorCase.OfAsync(fixture);
        await browser.LookAsync(fixture, before.LeadName, EditorCase.May.AddMinutes(5), [("editor-front", before.Form), ("editor-upload", $"{before.Form}/upload")]);

        var test = await EditorCase.BegunAsync(fixture);
        await test.ChangeAsync("/questions/by-household/rows/without-children/remove");
        await test.ChangeAsync("/questions/by-household/rows/new", ("label", "Households with a pensioner"), ("replaces", "without-children"));
        await test.ChangeAsync("/sections/new", ("title", "Extra questions of the trust"), ("module", test.CoFunder.Id.Value));
        await test.ChangeAsync("/sections/extra-questions-of-the-trust/questions/new", ("label", "Name and date of birth of each child"), ("type", "shortText"));
        await test.ChangeAsync("/sections/extra-questions-of-the-trust/questions/new", ("label", "Which district?"), ("type", "oneChoice"));
        await test.ChangeAsync("/sections/extra-questions-of-the-trust/questions/library", ("indicator", "care-leavers"));
        var (draft, question) = (test.Draft, $"{test.Draft}/questions/by-household");
        await browser.LookAsync(fixture, test.LeadName, EditorCase.May.AddMinutes(5),
        [
            ("editor-begun", test.Form), ("editor-draft", draft), ("editor-details", $"{draft}/details"), ("editor-history", $"{draft}/history"), ("editor-preview", $"{draft}/preview/households"), ("editor-discard", $"{test.Form}/discard"),
            ("editor-section", $"{draft}/sections/spend"), ("editor-section-remove", $"{draft}/sections/spend/remove"), ("editor-question-new", $"{draft}/sections/spend/questions/new"), ("editor-library", $"{draft}/sections/spend/questions/library"),
            ("editor-question", question), ("editor-words", $"{question}/words"), ("editor-answering", $"{question}/answering"), ("editor-limits", $"{question}/limits"), ("editor-readers", $"{question}/readers"), ("editor-periods", $"{question}/periods"),
            ("editor-replaces", $"{question}/replaces"), ("editor-row", $"{question}/rows/with-children"), ("editor-column", $"{question}/columns/new"), ("editor-check", $"{question}/checks/HS3"),
            ("editor-personal", $"{draft}/questions/name-and-date-of-birth-of-each/personal-data"), ("editor-condition", $"{draft}/questions/care-leavers-in-education/condition"), ("editor-move", $"{question}/section"),
        ]);
    }
}
