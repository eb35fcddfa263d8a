using System.Net;
using MonitoringReturns.Core.People;
using MonitoringReturns.Tests.Functions;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>A form that two people sign, and a return that is opened again.</summary>
public sealed class TwoSignaturesTests(PagesFixture fixture)
{
    [Fact]
    public async Task Return_SignedByTwoPeople_IsSentWithBothNames()
    {
        var journey = await JourneyCase.SetUpAsync(fixture, JourneyCase.TwoSignatures);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (first, treasurer) = await journey.MemberAsync(Roles.Preparer | Roles.Signatory);
        var (second, officer) = await journey.MemberAsync(Roles.Signatory);
        var form = await journey.SignFormAsync(treasurer);
        using (var sent = await form.SendAsync())
        using (var again = await form.SendAsync())
            Assert.Equal(($"{journey.Root}?done=first-signed", $"{journey.Root}?done=first-signed"), (sent.Headers.Location!.OriginalString, again.Headers.Location!.OriginalString));
        Assert.Equal(0, (await journey.StateAsync()).Revision);

        var own = await treasurer.PageAsync(journey.Root + "/sign");
        Assert.Contains("You have signed this return.", own.MainWords(), StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("#declare"));
        var page = await officer.PageAsync(journey.Root + "/sign");
        Assert.Equal("Read and add the second signature: Chief finance officer", page.Heading());
        Assert.Contains($"{first.Name} , Treasurer, signed first".Replace(" ,", ",", StringComparison.Ordinal), page.MainWords(), StringComparison.Ordinal);
        Assert.Equal("50", page.QuerySelector("#minutes")!.GetAttribute("value"));
        var receipt = await FilledForm.On(officer, page, journey.Root + "/sign").With("role", "Finance officer").With("declare", "yes").SendAndFollowAsync();
        Assert.Contains($"Signed by {first.Name}, Treasurer Second signature {second.Name}, Finance officer", receipt.MainWords(), StringComparison.Ordinal);
        var revision = (await journey.Small.GetAsync($"{journey.Small.Address("a-0001", SmallCase.Q2)}/revisions/1", TimeProvider.System.GetUtcNow())).Json;
        Assert.Equal((first.Name, second.Name), (revision.GetProperty("signatory").GetProperty("name").GetString(), revision.GetProperty("secondSignatory").GetProperty("name").GetString()));
        Assert.Equal(["Submitted revision 1", "Signed it as the first of two", "Worked on the draft"], (await officer.PageAsync(journey.Root + "/record")).Rows("record").Select(row => row[3]));
    }

    [Fact]
    public async Task SamePerson_OfATwoPeoplesForm_IsRefusedTheSecondTime()
    {
        var journey = await JourneyCase.SetUpAsync(fixture, JourneyCase.TwoSignatures);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (_, signatory) = await journey.MemberAsync(Roles.Signatory);
        var form = await journey.SignFormAsync(signatory);
        await form.SendAndFollowAsync();
        var (status, page) = await form.With("key", "another").With("change", "2").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("has to be somebody else's", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Equal(0, (await journey.StateAsync()).Revision);
    }

    [Fact]
    public async Task FirstSignature_UnderADraftThatChanges_IsGone()
    {
        var journey = await JourneyCase.SetUpAsync(fixture, JourneyCase.TwoSignatures);
        await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        var (_, first) = await journey.MemberAsync(Roles.Signatory);
        var (_, second) = await journey.MemberAsync(Roles.Signatory);
        await (await journey.SignFormAsync(first)).SendAndFollowAsync();
        var read = await journey.SignFormAsync(second);
        await journey.SaveAsync("""{"helped":{"value":41,"basedOn":1} }""");
        var (status, page) = await read.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Read and sign"), (status, page.Heading()));
        await JourneyCase.Filled(FilledForm.On(second, page, journey.Root + "/sign")).SendAndFollowAsync();
        Assert.Equal(0, (await journey.StateAsync()).Revision);
    }

    [Fact]
    public async Task Program_OfATwoPeoplesForm_SendsBothNamesOrIsRefused()
    {
        var journey = await JourneyCase.SetUpAsync(fixture, JourneyCase.TwoSignatures);
        var etag = await journey.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        Task<Answer> SubmitAsync(string body) => journey.Small.SubmitAsync("a-0001", etag, period: SmallCase.Q2, at: TimeProvider.System.GetUtcNow(), body: body);
        (await SubmitAsync("""{"signatory":{"name":"Ann Lee","role":"Treasurer"} }""")).IsProblem(HttpStatusCode.UnprocessableEntity, "MR2128");
        (await SubmitAsync("""{"signatory":{"name":"Ann Lee","role":"Treasurer"},"secondSignatory":{"name":"ann lee","role":"Chair"} }""")).IsProblem(HttpStatusCode.Conflict, "MR2130");
        (await SubmitAsync("""{"signatory":{"name":"Ann Lee","role":"Treasurer"},"secondSignatory":{"name":" ","role":"Chair"} }""")).IsProblem(HttpStatusCode.BadRequest, "MR2005");
        Assert.Equal(HttpStatusCode.Created, (await SubmitAsync("""{"signatory":{"name":"Ann Lee","role":"Treasurer"},"secondSignatory":{"name":"Bo Carr","role":"Chair"} }""")).Status);
        var one = await JourneyCase.SetUpAsync(fixture);
        var other = await one.SaveAsync("""{"helped":{"value":40,"basedOn":0} }""");
        (await one.Small.SubmitAsync("a-0001", other, period: SmallCase.Q2, at: TimeProvider.System.GetUtcNow(), body: """{"signatory":{"name":"Ann Lee","role":"Treasurer"},"secondSignatory":{"name":"Bo Carr","role":"Chair"} }"""))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "MR2129");
    }

    [Fact]
    public async Task AcceptedReturn_ReopenedWithAReason_IsRestated()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.FileAsync();
        await journey.AcceptAsync();
        var (_, signatory) = await journey.MemberAsync(Roles.Preparer | Roles.Signatory);
        var form = await FilledForm.OnAsync(signatory, journey.Root + "/reopen");
        var (status, page) = await form.SendAndReadAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#reason"), (status, page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")));
        var open = await form.With("reason", "A bill\ncame late.").SendAndFollowAsync();
        Assert.Contains("The return is open again.", open.MainWords(), StringComparison.Ordinal);
        Assert.Contains("A bill came late.", open.MainWords(), StringComparison.Ordinal);
        Assert.Contains("Correct what it was reopened for", (await signatory.PageAsync("/returns")).MainWords(), StringComparison.Ordinal);

        await journey.SaveAsync("""{"helped":{"value":41,"basedOn":1} }""");
        var receipt = await (await journey.SignFormAsync(signatory)).SendAndFollowAsync();
        Assert.Equal(("Return sent again", ("Restated", 2)), (receipt.Heading(), await journey.StateAsync()));
    }

    [Fact]
    public async Task Officer_OfTheLeadFunder_ReopensAndLandsOnTheReturn()
    {
        var journey = await JourneyCase.SetUpAsync(fixture);
        await journey.FileAsync();
        await journey.AcceptAsync();
        var officer = await journey.OfficerAsync();
        using var answer = await (await FilledForm.OnAsync(officer, journey.Root + "/reopen")).With("reason", "Wrong quarter.").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains(" is open again", (await officer.PageAsync(answer.Headers.Location!.OriginalString)).MainWords(), StringComparison.Ordinal);
        Assert.Equal("Reopened", (await journey.StateAsync()).Status);
        Assert.Contains("open again already", (await officer.PageAsync(journey.Root + "/reopen")).MainWords(), StringComparison.Ordinal);
    }
}
