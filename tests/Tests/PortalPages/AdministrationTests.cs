using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Storage.Tables;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages;

/// <summary>What administrators do by their pages, and what they don't see.</summary>
public sealed partial class AdministrationTests(PagesFixture fixture)
{
    [Fact]
    public async Task EveryPage_ToSomebodyElse_IsNotThere()
    {
        var (_, _, browser) = await fixture.LedAsync();
        foreach (var page in (string[])["", "/organisations/new", "/organisations/go?identifier=GB-CHC-1044239", "/record", "/record?from=start", "/people/forget", "/people/p-1/forget"])
            using (var answer = await browser.GetAsync("/administration" + page))
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Organisation_Added_GetsItsFirstLeadByInvitation_AndNoSecondFromTheAdministrator()
    {
        var administrator = await fixture.AdministratorAsync();
        var id = $"GB-SC-SC{Random.Shared.Next(100_000, 999_999)}";
        var page = await (await FilledForm.OnAsync(administrator, "/administration/organisations/new")).With("name", "Glen Trust").With("identifier", id.ToLowerInvariant()).With("kind", "Charity").SendAndFollowAsync();
        Assert.Equal("Glen Trust", page.Heading());
        Assert.Contains("Nobody is a member yet. Invite the first lead", page.MainWords(), StringComparison.Ordinal);

        await (await FilledForm.OnAsync(administrator, $"/organisations/{id}/invitations/new")).With("email", "first@glen.example").With("roles", "ProviderLead").SendAndFollowAsync();
        var link = PagesFixture.LinkIn(await fixture.MailToAsync("first@glen.example"));
        var person = fixture.NewPerson();
        var first = await fixture.SignInAsync(person, link);
        await (await FilledForm.OnAsync(first, link, link)).SendAndFollowAsync();

        var shown = await administrator.PageAsync($"/organisations/{id}");
        Assert.DoesNotContain(person.Name, shown.MainWords(), StringComparison.Ordinal);
        Assert.Matches("^p-[0-9a-f]{32}$", shown.Rows("members").Single()[0]);
        Assert.Equal(person.Name + " (you)", (await first.PageAsync($"/organisations/{id}")).Rows("members").Single()[0]);
        var record = await administrator.PageAsync($"/organisations/{id}/record");
        Assert.DoesNotContain(person.Name, record.MainWords(), StringComparison.Ordinal);
        var (status, _) = await (await FilledForm.OnAsync(administrator, $"/organisations/{id}/invitations/new")).With("email", "second@glen.example").With("roles", "ProviderLead").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task NewOrganisation_WithWhatCantBeTaken_ComesBackWithIt()
    {
        var administrator = await fixture.AdministratorAsync();
        var there = await fixture.NewOrganisationAsync();
        var form = await FilledForm.OnAsync(administrator, "/administration/organisations/new");
        var (status, page) = await form.With("name", "").With("identifier", "1044239").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(3, page.Errors().Length);
        Assert.Equal("1044239", page.QuerySelector<IHtmlInputElement>("#identifier")!.Value);
        var (exists, again) = await form.With("name", "Another").With("identifier", there.Id.Value).With("kind", "Council").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, exists);
        Assert.Equal([$"{there.Id} is in the portal already."], again.Errors());
        Assert.True(again.QuerySelector<IHtmlInputElement>("input[value=Council]")!.IsChecked);
    }

    [Fact]
    public async Task NewOrganisation_OnNoRegister_GetsAnIdentifierOfThePortal()
    {
        var administrator = await fixture.AdministratorAsync();
        var page = await (await FilledForm.OnAsync(administrator, "/administration/organisations/new")).With("name", "Knit and Natter").With("kind", "CommunityGroup").SendAndFollowAsync();
        Assert.Matches("Identifier MR-[0-9]{6} Kind Community group on no register", page.MainWords());
    }

    [Fact]
    public async Task Administration_ListsEverybodyAndGoesToOne()
    {
        var administrator = await fixture.AdministratorAsync();
        var organisation = await fixture.NewOrganisationAsync("Quarry Lane Food Bank");
        using var go = await administrator.GetAsync($"/administration/organisations/go?identifier=+{organisation.Id.Value.ToLowerInvariant()}+");
        Assert.Equal($"/organisations/{organisation.Id}", go.Headers.Location!.OriginalString);
        foreach (var (typed, error) in ((string, string)[])[("GB-CHC-123456", "There is no organisation GB-CHC-123456 here."), ("quarry", "Enter an identifier, like GB-CHC-1044239.")])
        {
            using var answer = await administrator.GetAsync($"/administration/organisations/go?identifier={typed}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.StartsWith(error, Assert.Single((await PortalBrowser.PageOfAsync(answer)).Errors()), StringComparison.Ordinal);
        }
        var listed = new List<string>();
        for (var next = (string?)"/administration"; next is not null;)
        {
            var page = await administrator.PageAsync(next);
            listed.AddRange(page.Rows("organisations").Select(row => row[1]));
            next = page.QuerySelector(".govuk-pagination__next a")?.GetAttribute("href");
        }
        Assert.Contains(organisation.Id.Value, listed);
        Assert.Equal(listed.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task Forgotten_IsNobodyInTheRecordAndSomebodyNewAtSignIn()
    {
        var (organisation, _, lead) = await fixture.LedAsync();
        var person = fixture.NewPerson();
        var member = await fixture.LetInAsync(organisation, person, Roles.Preparer);
        var theirs = await fixture.SignInAsync(person);
        var administrator = await fixture.AdministratorAsync();
        var form = (await FilledForm.OnAsync(administrator, "/administration/people/forget")).With("person", member.Value);

        var (status, refused) = await (await ForgetPageAsync(administrator, form)).SendAndReadAsync();
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.StartsWith($"They are still a member of {organisation.Id}", Assert.Single(refused.Errors()), StringComparison.Ordinal);
        await (await FilledForm.OnAsync(theirs, $"/organisations/{organisation.Id}/members/{member}/remove")).SendAndFollowAsync();
        var done = await (await ForgetPageAsync(administrator, form)).SendAndFollowAsync();

        Assert.Contains("They are forgotten.", done.MainWords(), StringComparison.Ordinal);
        using var open = await theirs.GetAsync("/home");
        Assert.Equal(HttpStatusCode.Found, open.StatusCode);
        var record = await JoiningTests.RecordAsync(lead, organisation.Id);
        Assert.Equal("Somebody who was removed", record[0][2]);
        Assert.DoesNotContain(record.SelectMany(row => row), cell => cell.Contains(person.Name, StringComparison.Ordinal));
        var (again, _) = await form.SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again);
        var (nonsense, page) = await form.With("person", "Ann Lee").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense);
        Assert.Equal("Ann Lee", page.QuerySelector<IHtmlInputElement>("#person")!.Value);
        Assert.Equal("You belong to no organisation here yet", (await (await fixture.SignInAsync(person)).PageAsync("/home")).Heading());
    }

    [Fact]
    public async Task Entry_ChangedInStorage_IsSeenOnTheRecordAndByTheAdministrator()
    {
        var (organisation, _, lead) = await fixture.LedAsync();
        await fixture.LetInAsync(organisation, fixture.NewPerson(), Roles.Preparer);
        var address = $"/organisations/{organisation.Id}/record";
        Assert.Contains("Whole 3 entries, each follows the one before.", (await lead.PageAsync(address)).MainWords(), StringComparison.Ordinal);
        var administrator = await fixture.AdministratorAsync();

        await ChangeEntryAsync(await fixture.StorageAsync(), organisation.Id, 2);

        Assert.Contains("The record is broken. Entry 2 was changed after it was written.", (await lead.PageAsync(address)).MainWords(), StringComparison.Ordinal);
        var verified = await VerifiedAsync(administrator);
        Assert.Contains(verified.SelectMany(page => page.Rows("breaks")), row => row[0] == $"organisation {organisation.Id}" && row[1] == "Entry 2 was changed after it was written.");
        var last = verified[^1].MainWords();
        Assert.Matches(@"Broken chains [1-9]", last);
        Assert.True(int.Parse(Counted().Match(last).Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture) > 1);
    }

    /// <summary>Makes an entry say that another did it.</summary>
    internal static async Task ChangeEntryAsync(string storage, OrganisationId organisation, int number)
    {
        var table = StorageAccount.Connect(storage).Tables.GetTableClient(StorageNames.Organisations);
        var row = (await table.GetEntityAsync<TableEntity>(organisation.Value, $"e|{number:D6}")).Value;
        row["By"] = "p-somebody-else";
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    private static async Task<List<IHtmlDocument>> VerifiedAsync(PortalBrowser administrator)
    {
        var pages = new List<IHtmlDocument>();
        for (var next = (string?)"/administration/record?from=start"; next is not null;)
        {
            pages.Add(await administrator.PageAsync(next));
            next = pages[^1].QuerySelectorAll("main a").SingleOrDefault(link => link.TextContent == "Go on")?.GetAttribute("href");
        }
        return pages;
    }

    private static async Task<FilledForm> ForgetPageAsync(PortalBrowser administrator, FilledForm whom)
    {
        using var chosen = await whom.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        return await FilledForm.OnAsync(administrator, chosen.Headers.Location!.OriginalString);
    }

    [GeneratedRegex("Chains ([0-9,]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counted();
}
