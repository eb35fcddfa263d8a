using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;
using A = MonitoringReturns.Tests.Core.Builders.A;

namespace MonitoringReturns.Tests.PortalPages.Sections;

/// <summary>A section's page as it is shown, saved, refused and cleared.</summary>
public sealed class SectionPageTests(PagesFixture fixture)
{
    /// <summary>By question: what a person types, what is saved, and what is refused with what sentence.</summary>
    public static TheoryData<string, string, string, string, string, string> Types => new()
    {
        { "name", "Wren House", "\"Wren House\"", "", "", "" },
        { "story", "It  rained.\r\nWe stayed.", "\"It  rained.\\nWe stayed.\"", "", "", "" },
        { "helped", "1,042", "1042", "helped", "a few", "Enter “People helped” as a whole number, like 42." },
        { "hours", "2.5", "2.5", "hours", "-1", "Enter “Hours” as zero or more." },
        { "spent", "£1,250.50", "1250.5", "spent", "12.345", "Enter “Spent” with 2 decimal places or fewer." },
        { "share", "12.5%", "12.5", "share", "half", "Enter “Share” as a percentage, like 12.5." },
        { "partner", "yes", "true", "partner", "perhaps", "Answer “With a partner” with yes or no." },
        { "place", "south", "\"south\"", "place", "west", "Choose an answer to “Place” that the form has: north, south." },
        { "ages", "old", "[\"old\"]", "ages", "middle", "Choose answers to “Ages” that the form has: young, old." },
        { "true", "yes", "true", "true", "so it is", "Confirm “This is true” with true, or leave it out." },
        { "by-kind/food/women", "3", "{\"food\":{\"women\":3}}", "by-kind/food/women", "3.5", "Food: Enter “Women” as a whole number, like 42." },
        { "won/1/from", "A trust", "[{\"from\":\"A trust\"}]", "won/1/amount", "much", "Number 1: Enter “Amount” in pounds and pence, like 1,250.50." },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Question_OfEachType_IsSavedShownRefusedAndCleared(string box, string typed, string saved, string wrongBox, string wrong, string sentence)
    {
        var set = await SectionCase.SetUpAsync(fixture);
        var question = box.Split('/')[0];

        var next = await (await set.FormAsync()).With(box, typed).SendAndFollowAsync();
        Assert.Equal("Afterwards", next.Heading());
        Assert.Equal(saved, await set.SavedAsync(question));
        if (wrong.Length > 0)
        {
            var (status, refused) = await (await set.FormAsync()).With(wrongBox, wrong).SendAndReadAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
            Assert.Equal([sentence], refused.Errors());
            Assert.NotNull(refused.GetElementById(refused.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")![1..]));
            Assert.Contains("1 answer was not saved. Everything else on this page is saved.", refused.MainWords(), StringComparison.Ordinal);
            Assert.Equal(saved, await set.SavedAsync(question));
            if (refused.GetElementById(wrongBox) is IHtmlInputElement { Type: "text" } text)
                Assert.Equal(wrong, text.Value);
        }
        await (await set.FormAsync()).With(box).With(box, question is "partner" or "place" or "ages" or "true" ? [] : [""]).SendAndFollowAsync();
        Assert.Null(await set.SavedAsync(question));
    }

    [Fact]
    public async Task Date_InItsThreeBoxes_IsSavedAndSaysWhichPartIsWrong()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        await (await set.FormAsync()).With("visit-day", "3").With("visit-month", "June").With("visit-year", "2026").SendAndFollowAsync();
        Assert.Equal("\"2026-06-03\"", await set.SavedAsync("visit"));

        var (status, page) = await (await set.FormAsync()).With("visit-day", "31").With("visit-month", "13").With("visit-year", "2026").SendAndReadAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["The month of “Day of the visit” must be a number from 1 to 12."], page.Errors());
        Assert.Equal("#visit-month", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal(["13"], page.QuerySelectorAll<IHtmlInputElement>(".govuk-input--error").Select(box => box.Value));
        await (await set.FormAsync()).With("visit-day", "").With("visit-month", "").With("visit-year", "").SendAndFollowAsync();
        Assert.Null(await set.SavedAsync("visit"));
    }

    [Fact]
    public async Task Save_WithTwoAnswersThatCantBeKept_KeepsTheOthersAndSaysSo()
    {
        var set = await SectionCase.SetUpAsync(fixture);

        var (status, page) = await (await set.FormAsync()).With("helped", "many").With("spent", "12").With("by-kind/food/men", "x").With("by-kind/food/women", "7").SendAndReadAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("2 answers were not saved. Everything else on this page is saved.", page.MainWords(), StringComparison.Ordinal);
        Assert.Equal(("many", "x", "7"), (Value(page, "helped"), Value(page, "by-kind/food/men"), Value(page, "by-kind/food/women")));
        Assert.Equal("7", page.QuerySelector("[data-total=women]")!.TextContent);
        Assert.Equal(("12", null, null), (await set.SavedAsync("spent"), await set.SavedAsync("helped"), await set.SavedAsync("by-kind")));

        var next = await FilledForm.On(set.Browser, page).With("helped", "5").With("by-kind/food/men", "5").SendAndFollowAsync();

        Assert.Equal("Afterwards", next.Heading());
        Assert.Equal(("5", "{\"food\":{\"men\":5,\"women\":7}}"), (await set.SavedAsync("helped"), await set.SavedAsync("by-kind")));
    }

    [Fact]
    public async Task Save_OfAPageWithoutABox_LeavesItsAnswer()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        await (await set.FormAsync()).With("helped", "5").With("place", "north").SendAndFollowAsync();

        await (await set.FormAsync()).With("helped/version").With("place/version").With("helped").With("place").With("spent", "3").SendAndFollowAsync();

        Assert.Equal(("5", "\"north\"", "3"), (await set.SavedAsync("helped"), await set.SavedAsync("place"), await set.SavedAsync("spent")));
    }

    [Fact]
    public async Task Save_WhereAnotherPersonAnsweredSomethingElse_MergesBoth()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        await (await set.FormAsync()).With("helped", "5").With("spent", "1").SendAndFollowAsync();
        var (mine, theirs) = (await set.FormAsync(), await FilledForm.OnAsync(await set.ColleagueAsync(), set.Address()));

        await theirs.With("spent", "2").SendAndFollowAsync();
        await mine.With("helped", "6").SendAndFollowAsync();

        Assert.Equal(("6", "2"), (await set.SavedAsync("helped"), await set.SavedAsync("spent")));
    }

    [Theory]
    [InlineData("theirs", "2")]
    [InlineData("mine", "3")]
    public async Task Save_WhereAnotherPersonChangedTheSame_LetsThePersonChoose(string keep, string kept)
    {
        var set = await SectionCase.SetUpAsync(fixture);
        await (await set.FormAsync()).With("spent", "1").SendAndFollowAsync();
        var (mine, theirs) = (await set.FormAsync(), await FilledForm.OnAsync(await set.ColleagueAsync(), set.Address()));
        await theirs.With("spent", "2").SendAndFollowAsync();

        var (status, page) = await mine.With("spent", "3").With("helped", "9").SendAndReadAsync();

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("3", Value(page, "spent"));
        Assert.Equal(("2", "9"), (await set.SavedAsync("spent"), await set.SavedAsync("helped")));
        Assert.Equal(HttpStatusCode.Conflict, (await FilledForm.On(set.Browser, page).SendAndReadAsync()).Status);
        await FilledForm.On(set.Browser, page).With("spent/keep", keep).SendAndFollowAsync();
        Assert.Equal(kept, await set.SavedAsync("spent"));
    }

    [Fact]
    public async Task Group_WithMoreAndFewerRows_KeepsEverything()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        var two = await (await set.FormAsync()).With("won/1/from", "A trust").With("won/1/on-day", "1").With("won/1/on-month", "2").With("won/1/on-year", "2026").With("helped", "4").With("_then", "add:won").SendAndFollowAsync();
        Assert.Equal(("A trust", "1", ""), (Value(two, "won/1/from"), Value(two, "won/1/on-day"), Value(two, "won/2/from")));
        Assert.Equal("4", await set.SavedAsync("helped"));

        var removed = await FilledForm.On(set.Browser, two).With("won/2/from", "A bank").With("won/2/for", "young", "old").With("_then", "remove:won/1").SendAndFollowAsync();

        Assert.Equal(("A bank", null), (Value(removed, "won/1/from"), Value(removed, "won/2/from")));
        Assert.Equal("[{\"for\":[\"young\",\"old\"],\"from\":\"A bank\"}]", await set.SavedAsync("won"));
        var (_, wrong) = await FilledForm.On(set.Browser, removed).With("won/1/amount", "x").With("_then", "add:won").SendAndReadAsync();
        Assert.Equal(("x", ""), (Value(wrong, "won/1/amount"), Value(wrong, "won/2/from")));
    }

    [Fact]
    public async Task Page_SaysWhatEachQuestionIsAbout()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        var page = await set.PageAsync(period: SmallCase.Q1);

        Assert.Equal("Every type", page.Heading());
        Assert.Contains("Committees read stories.", page.QuerySelector("[data-question=story] details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Used by: The grants committee", page.QuerySelector("[data-question=story] details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Up to 5 words.", Words(page, "story"), StringComparison.Ordinal);
        Assert.StartsWith("A story (optional)", Words(page, "story"), StringComparison.Ordinal);
        Assert.StartsWith("People helped", Words(page, "helped"), StringComparison.Ordinal);
        Assert.DoesNotContain("optional", Words(page, "helped"), StringComparison.Ordinal);
        Assert.StartsWith("Hours (not yet required: only in periods that begin on 1 October 2040 or later)", Words(page, "hours"), StringComparison.Ordinal);
        Assert.Contains("Only if you answered “Yes” to “With a partner”.", Words(page, "which"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForWhomOnlyOneFunderReads_SaysSo()
    {
        var set = await SectionCase.SetUpAsync(fixture);

        Assert.Contains("Only A county council sees this answer.", Words(await set.PageAsync("after"), "last"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForASignatory_ShowsAnswersAsText()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        await (await set.FormAsync()).With("spent", "1250.5").With("by-kind/food/men", "7").With("story", "It rained.").SendAndFollowAsync();
        var signatory = await set.ColleagueAsync(Roles.Signatory);

        var page = await signatory.PageAsync(set.Address());

        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("You can read these answers but not change them. A preparer of the provider", page.MainWords(), StringComparison.Ordinal);
        Assert.Equal("Spent £1,250.50", ShownPage.Words(page.GetElementById("spent")!));
        Assert.Equal([["Food", "7", ""], ["Fuel", "", ""]], page.Rows("by-kind-answer"));
    }

    [Fact]
    public async Task Save_BySignatoryOrWithoutTheFormsToken_IsRefused()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        var signatory = await set.ColleagueAsync(Roles.Signatory);
        var token = (await signatory.PageAsync("/home")).QuerySelector<IHtmlInputElement>("input[name=form-token]")!.Value;

        using var bySignatory = await signatory.PostAsync(set.Address(), ("form-token", token), ("helped/version", "0"), ("helped", "5"));
        using var withoutToken = await set.Browser.PostAsync(set.Address(), ("helped/version", "0"), ("helped", "5"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (bySignatory.StatusCode, withoutToken.StatusCode));
        Assert.Null(await set.SavedAsync("helped"));
    }

    [Fact]
    public async Task Page_OfASectionThatIsNotThere_IsNotFound()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        foreach (var address in new[] { set.Address("nowhere"), set.Address("No id!"), set.Address().Replace(SectionCase.Award, "a-9999", StringComparison.Ordinal) })
        {
            using var answer = await set.Browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task SaveAndComeBackLater_LeadsToTheTaskListAndTheLastSectionToTheCheck()
    {
        var set = await SectionCase.SetUpAsync(fixture);

        using var later = await (await set.FormAsync()).With("_then", "later").SendAsync();
        using var last = await (await FilledForm.OnAsync(set.Browser, set.Address("after"))).With("_then", "continue").SendAsync();

        var root = $"/returns/{set.Case.Key(SectionCase.Award)}";
        Assert.Equal((root, root + "/check"), (later.Headers.Location!.OriginalString, last.Headers.Location!.OriginalString));
    }

    internal static string? Value(IHtmlDocument page, string id) => (page.GetElementById(id) as IHtmlInputElement)?.Value;

    internal static string Words(IHtmlDocument page, string question) => ShownPage.Words(page.QuerySelector($"[data-question={question}]")!);

    [Fact]
    public async Task Page_HasNoNameOfItsOwn_ThatAQuestionMayHave()
    {
        var set = await SectionCase.SetUpAsync(fixture);
        var (_, wrong) = await (await set.FormAsync()).With("helped", "many").SendAndReadAsync();
        var form = FormVersion.Read(System.Text.Encoding.UTF8.GetBytes(SectionCase.Form));
        var named = wrong.Body!.QuerySelectorAll("*").SelectMany(element => new[] { element.Id, element.GetAttribute("name") }).OfType<string>()
            .Where(name => Identifier.TryParse<QuestionId>(name, out _)).Distinct(StringComparer.Ordinal)
            .Where(name => !form.Questions.Any(question => name == question.Id.Value || name.StartsWith(question.Id.Value + "-", StringComparison.Ordinal)));

        Assert.All(named, name => Assert.ThrowsAny<FormDefinitionException>(() => A.Form(A.QuestionJson(name, "count", ""))));
        Assert.ThrowsAny<FormDefinitionException>(() => A.Form(A.QuestionJson("form-token", "count", "")));
    }
}
