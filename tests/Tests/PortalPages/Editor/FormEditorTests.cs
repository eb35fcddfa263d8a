using System.Net;
using System.Text;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;

namespace MonitoringReturns.Tests.PortalPages.Editor;

/// <summary>Making the next version of a form on pages.</summary>
public sealed class FormEditorTests(PagesFixture fixture)
{
    [Fact]
    public async Task NextVersion_MadeByPagesAlone_IsTheOneThatIsShipped()
    {
        var test = await EditorCase.BegunAsync(fixture);
        var wanted = EditorCase.Shipped("household-support", 2) with { Form = new FormId(test.Id.Value) };
        var table = wanted.Sections[1].Questions[0];
        const string question = "/questions/by-household";

        await test.ChangeAsync("/details", ("notes", wanted.Notes!.Value.En), ("minutes", "45"));
        await test.ChangeAsync($"{question}/words", ("hint", table.Hint!.Value.En));
        await test.ChangeAsync($"{question}/purpose", ("why", table.Why!.Value.En));
        await test.ChangeAsync($"{question}/rows/without-children/remove");
        foreach (var row in table.Rows.Skip(1))
            await test.ChangeAsync($"{question}/rows/new", ("label", row.Label.En), ("id", row.Id.Value), ("replaces", "without-children"));

        Assert.Equal(Encoding.UTF8.GetString(wanted.ToJson()), Encoding.UTF8.GetString((await test.DocumentAsync()).ToJson()));
        var outline = await test.Lead.PageAsync(test.Draft);
        Assert.Contains("Nothing. It could be announced as it is", outline.MainWords(), StringComparison.Ordinal);
        Assert.Contains("This asks more of charities", outline.MainWords(), StringComparison.Ordinal);
        Assert.NotEmpty(outline.QuerySelectorAll("#changes li"));
    }

    [Fact]
    public async Task EveryQuestionType_MadeByPages_IsInTheFormAndInThePreview()
    {
        var test = await EditorCase.BegunAsync(fixture);
        await test.ChangeAsync("/sections/new", ("title", "Everything"), ("title-cy", "Popeth"), ("hint", "One of each."), ("module", test.CoFunder.Id.Value), ("visible-to", test.CoFunder.Id.Value));
        foreach (var type in QuestionTypes.Names)
            await test.ChangeAsync("/sections/everything/questions/new", ("label", $"My {type}"), ("type", type), ("id", $"my-{type}"));
        // A choice without choices, a table without rows, a group without questions: broken, and all of it said.
        Assert.Equal(4, (await test.Lead.PageAsync(test.Draft)).QuerySelectorAll("#problem-list li").Length);

        foreach (var (type, pieces) in new[] { ("oneChoice", "choices"), ("manyChoices", "choices"), ("table", "rows") })
            foreach (var label in new[] { "North", "South", "East" })
                await test.ChangeAsync($"/questions/my-{type}/{pieces}/new", ("label", label));
        await test.SendAsync($"{test.Draft}/questions/my-table", $"{test.Draft}/questions/my-table/rows/move", ("move", "up/east"));
        await test.ChangeAsync("/questions/my-table/columns/new", ("label", "People"), ("type", "count"), ("indicator", "awards-number"));
        await test.ChangeAsync("/questions/my-table/columns/new", ("label", "Pounds"), ("type", "money"));
        await test.ChangeAsync("/questions/my-table/rows/north", ("funder", test.CoFunder.Id.Value), ("indicator-pounds", "awards-value"));
        await test.ChangeAsync("/questions/my-table/limits", ("options", "whole-rows"));
        await test.ChangeAsync("/questions/my-table/checks/new?rule=equalsTotalOf", ("column", "people"), ("of", "my-count"));
        await test.ChangeAsync("/questions/my-repeatingGroup/parts/new", ("label", "What for"), ("type", "shortText"));
        await test.ChangeAsync("/questions/my-repeatingGroup/parts/new", ("label", "Hours"), ("type", "number"));
        await test.ChangeAsync("/questions/my-repeatingGroup.hours/limits", ("decimals", "1"), ("options", "negative"));
        await test.ChangeAsync("/questions/my-repeatingGroup.hours/answering", ("required", "yes"));
        await test.ChangeAsync("/questions/my-repeatingGroup/limits", ("most", "12"));
        await test.ChangeAsync("/questions/my-longText/limits", ("min-words", "5"), ("max-words", "150"), ("options", "asks-for-help"));
        await test.ChangeAsync("/questions/my-evidence/limits", ("most", "2"));
        await test.ChangeAsync("/questions/my-oneChoice/limits", ("options", "breakdown"));
        await test.ChangeAsync("/questions/my-date/checks/new?rule=notBefore", ("day-day", "1"), ("day-month", "4"), ("day-year", "2026"), ("message", "Too early."), ("message-cy", "Rhy gynnar."));
        await test.ChangeAsync("/questions/my-count/checks/new?rule=min", ("value", "1,000"), ("id", "MINE"));
        await test.ChangeAsync("/questions/my-count/checks/new?rule=sumAtMost", ("of", "vouchers"), ("at-most", "awards-number"));
        await test.ChangeAsync("/questions/my-count/checks/MINE", ("value", "5"));
        await test.ChangeAsync("/questions/my-count/indicator", ("indicator", "awards-number"));
        await test.ChangeAsync("/questions/my-money/answering", ("required", "from"), ("from-day", "1"), ("from-month", "7"), ("from-year", "2026"), ("prefill", "Previous"));
        await test.ChangeAsync("/questions/my-money/readers", ("visible-to", test.Funder.Id.Value));
        await test.ChangeAsync("/questions/my-evidence/condition", ("after", "my-oneChoice/north"), ("after", "my-oneChoice/east"));
        await test.ChangeAsync("/questions/my-percentage/periods", ("months", "last"), ("months", "3"));
        await test.ChangeAsync("/questions/my-shortText/personal-data", ("personal-data", "The court asks for it."));

        var document = await test.DocumentAsync();
        var made = document.Sections[^1];
        Assert.Equal(QuestionTypes.Names.Order(StringComparer.Ordinal), made.Questions.Select(question => question.Type).Order(StringComparer.Ordinal));
        Assert.Equal((new LocalText("Everything", "Popeth"), test.CoFunder.Id, "everything"), (made.Title, made.Module, made.Id.Value));
        QuestionDocument Of(string type) => made.Questions.Single(question => question.Type == type);
        Assert.Equal(["north", "east", "south"], Of("table").Rows.Select(row => row.Id.Value));
        Assert.Equal((test.CoFunder.Id, "awards-value"), (Of("table").Rows[0].Funder, Of("table").Rows[0].Indicators[new ColumnId("pounds")].Value));
        Assert.Equal((true, "people", "my-count"), (Of("table").WholeRows, Of("table").Checks[0].Column!.Value.Value, Of("table").Checks[0].Of[0].ToString()));
        Assert.Equal((12, 1, true, true), (Of("repeatingGroup").MaxRows, Of("repeatingGroup").Questions[1].Decimals, Of("repeatingGroup").Questions[1].Negative, Of("repeatingGroup").Questions[1].Required));
        Assert.Equal((5, 150, true, 2, true), (Of("longText").MinWords, Of("longText").MaxWords, Of("longText").AsksForHelp, Of("evidence").MaxFiles, Of("oneChoice").Breakdown));
        Assert.Equal((new DateOnly(2026, 4, 1), new LocalText("Too early.", "Rhy gynnar.")), (Of("date").Checks[0].Day, Of("date").Checks[0].Message));
        Assert.Equal(("MINE", 5m, "vouchers", "awards-number"), (Of("count").Checks[0].Code, Of("count").Checks[0].Value, Of("count").Checks[1].Of[0].ToString(), Of("count").Checks[1].AtMost!.Value.ToString()));
        Assert.Equal((true, new DateOnly(2026, 7, 1), Prefill.Previous, test.Funder.Id), (Of("money").Required, Of("money").RequiredFrom, Of("money").Prefill, Of("money").VisibleTo[0]));
        Assert.Equal(("my-oneChoice", "north east"), (Of("evidence").AskIf!.Question.Value, string.Join(' ', Of("evidence").AskIf!.Is)));
        Assert.Equal((true, 3), (Of("percentage").AskIn!.LastOfAward, Of("percentage").AskIn!.EndingIn[0]));
        Assert.Equal("The court asks for it.", Of("shortText").PersonalData!.Value.En);

        Assert.Empty((await test.Lead.PageAsync(test.Draft)).QuerySelectorAll("#problem-list li"));
        var preview = await test.Lead.PageAsync($"{test.Draft}/preview/everything");
        Assert.Equal(QuestionTypes.Names.Count, preview.QuerySelectorAll(".portal-question").Length);
        Assert.All(made.Questions, question => Assert.Contains(question.Label.En, preview.MainWords(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Question_MovedRemovedAndUndone_IsBack()
    {
        var test = await EditorCase.BegunAsync(fixture);
        var before = await test.DocumentAsync();
        await test.SendAsync(test.Draft, $"{test.Draft}/sections/spend/move", ("move", "down/question/awards-value"));
        await test.ChangeAsync("/questions/awards-number/section", ("section", "help"));
        await test.ChangeAsync("/questions/vouchers/remove");
        await test.ChangeAsync("/sections/in-your-words/remove");
        var outline = await test.Lead.PageAsync(test.Draft);
        Assert.Contains("The last step: Removed the section “In your words”", outline.MainWords(), StringComparison.Ordinal);
        for (var step = 0; step < 4; step++)
            outline = await test.SendAsync(test.Draft, $"{test.Draft}/undo");
        Assert.Contains("There is no step to undo", outline.MainWords(), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetString(before.ToJson()), Encoding.UTF8.GetString((await test.DocumentAsync()).ToJson()));
        Assert.Equal(9, (await test.Lead.PageAsync($"{test.Draft}/history")).QuerySelectorAll("#steps li").Length);
    }

    [Fact]
    public async Task TwoEditors_OfTheSameQuestion_TheSecondKeepsWhatTheyTypedAndSeesBoth()
    {
        var test = await EditorCase.BegunAsync(fixture);
        var second = await test.SecondLeadAsync();
        var page = $"{test.Draft}/questions/awards-value/words";
        var (first, other, elsewhere) = (await test.FormAsync(page, page), await test.FormAsync(page, page, second), await test.FormAsync($"{test.Draft}/questions/total/words", $"{test.Draft}/questions/total/words", second));
        await first.With("label", "Value of all awards").SendAndFollowAsync();

        var (status, told) = await other.With("label", "What the awards were worth").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("changed “Value of awards” while you had it open", Assert.Single(told.Errors()), StringComparison.Ordinal);
        Assert.Contains(test.LeadName, told.Errors()[0], StringComparison.Ordinal);
        Assert.StartsWith("Error:", told.Title, StringComparison.Ordinal);
        Assert.Contains("There now: Value of all awards You entered: What the awards were worth", ShownPage.Words(told.QuerySelector("#meanwhile")!), StringComparison.Ordinal);
        // Another question is nobody's business but theirs.
        await elsewhere.With("label", "Total").SendAndFollowAsync();
        // Who has seen both and sends again has decided.
        await FilledForm.On(second, told, page).SendAndFollowAsync();
        var document = await test.DocumentAsync();
        Assert.Equal(["What the awards were worth", "Total"], new[] { "awards-value", "total" }.Select(id => document.Sections[0].Questions.Single(question => question.Id.Value == id).Label.En));
    }

    [Fact]
    public async Task Upload_OfABrokenDocument_SaysWhereAndChangesNothing()
    {
        var test = await EditorCase.BegunAsync(fixture);
        foreach (var (content, said) in new[] { ("", "Choose the document"), ("{", "can’t be read"), ("""{"form":"f","version":1,"title":"T","sections":[],"colour":"red"}""", "colour") })
        {
            var (status, page) = await test.UploadAsync($"{test.Draft}/upload", content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains(said, Assert.Single(page.Errors()), StringComparison.Ordinal);
        }
        Assert.Equal(1, (await test.Lead.PageAsync($"{test.Draft}/history")).QuerySelectorAll("#steps li").Length);
        // What can be read is taken, broken as it may be as a form.
        var taken = await test.UploadAsync($"{test.Draft}/upload", """{"form":"other","version":7,"title":"Another","sections":[]}""");
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        Assert.Equal((test.Id.Value, 2, "Another"), await test.DocumentAsync() is { } now ? (now.Form.Value, now.Version, now.Title.En) : default);
        Assert.Contains("a form needs a question", (await test.Lead.PageAsync(test.Draft)).MainWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begun_FromADocument_AndDiscarded_LeavesTheFormAsItWas()
    {
        var test = await EditorCase.OfAsync(fixture);
        var json = Encoding.UTF8.GetString(EditorCase.Shipped("household-support", 3).ToJson());
        Assert.Equal(HttpStatusCode.SeeOther, (await test.UploadAsync($"{test.Form}/upload", json)).Status);
        Assert.Equal(2, (await test.DocumentAsync()).Version);
        var front = await test.SendAsync($"{test.Form}/discard", null);
        Assert.Contains("The next version is discarded", front.MainWords(), StringComparison.Ordinal);
        using var gone = await test.Lead.GetAsync(test.Draft);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task LibraryQuestion_AddsToItsIndicator_AndSaysThatTheProgrammeLacksIt()
    {
        var test = await EditorCase.BegunAsync(fixture);
        await test.ChangeAsync("/sections/help/questions/library", ("indicator", "care-leavers"));
        var question = (await test.DocumentAsync()).Sections.SelectMany(section => section.Questions).Single(one => one.Indicator?.Value == "care-leavers");
        Assert.Equal(("count", "Care leavers in education, employment or training"), (question.Type, question.Label.En));
        var outline = await test.Lead.PageAsync(test.Draft);
        Assert.Contains($"/programmes/{test.Id}/setup/indicators/new?id=care-leavers", outline.QuerySelectorAll("#problem-list a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/sections/new", "title", "", "Enter what the section is called.")]
    [InlineData("/sections/spend/questions/new", "label", "How many?", "Choose what kind of answer it takes.")]
    [InlineData("/questions/awards-value/words", "label", "", "Enter the question.")]
    [InlineData("/questions/awards-value/words", "hint-cy", "Rhywbeth", null)]
    [InlineData("/questions/vouchers/purpose", "why", "Why", null)]
    [InlineData("/questions/what-you-saw/limits", "max-words", "many", "Enter a whole number from 1 to 10,000, or nothing.")]
    [InlineData("/questions/awards-value/checks/new?rule=min", "value", "much", "Enter a number, like 42.")]
    [InlineData("/questions/by-kind/rows/new", "label", "", "Enter what people read.")]
    public async Task Boxes_ThatCantBeTaken_AreToldWithWhatWasTyped(string part, string box, string text, string? error)
    {
        var test = await EditorCase.BegunAsync(fixture);
        var (status, page) = await (await test.FormAsync(test.Draft + part, test.Draft + part)).With(box, text).SendAndReadAsync();
        if (error is null)
        {
            Assert.Equal(HttpStatusCode.SeeOther, status);
            return;
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(error, page.Errors());
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector($"#{box}")!.GetAttribute("value"));
    }
}
