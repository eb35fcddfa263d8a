using System.Net;
using System.Text;
using System.Text.Json;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Local.Demo.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;

namespace MonitoringReturns.Tests.Access;

/// <summary>The record of a return, as what was done with it over HTTP leaves it.</summary>
public sealed class ReturnRecordTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Record_OfAReturnsLife_SaysWhoDidWhatForWhomWithDigests()
    {
        var test = await SmallCase.SetUpAsync(azurite, awards: 1);
        await test.SaveAsync("a-0001", """{"helped":{"value":39,"basedOn":0}}""");
        await test.SaveAsync("a-0001", """{"helped":{"value":40,"basedOn":1}}""");
        var next = await test.SaveAsync("a-0001", """{"story":{"value":"ANSWER-IN-WORDS","basedOn":0}}""", at: SmallCase.InTime.AddDays(1));
        var filed = await test.SubmitAsync("a-0001", next.Etag!, at: SmallCase.InTime.AddDays(1));
        var accepted = await test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/acceptance", null, null, ("If-Match", filed.Etag!));
        await test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/reopening", """{"reason":"REASON-IN-WORDS"}""", null, ("If-Match", accepted.Etag!));

        var read = await test.GetAsync(test.Address("a-0001") + "/record");

        var entries = read.Json.GetProperty("entries").EnumerateArray().ToList();
        var digest = filed.Json.GetProperty("digest").GetString();
        // One entry for a person and day of work on the draft.
        Assert.Equal(["DraftChanged", "DraftChanged", "Submitted", "Accepted", "Reopened"], entries.Select(entry => entry.GetProperty("deed").GetString()!));
        Assert.Equal(["MR-000001", "MR-000001", "MR-000001", "GB-LAE-NTT", "MR-000001"], entries.Select(entry => entry.GetProperty("for").GetString()!));
        Assert.Equal(digest, entries[2].GetProperty("after").GetString());
        Assert.Equal((digest, digest), (entries[3].GetProperty("before").GetString(), entries[4].GetProperty("after").GetString()));
        Assert.Equal([1, 2, 3, 4, 5], entries.Select(entry => entry.GetProperty("number").GetInt32()));
        Assert.Equal(entries.Take(4).Select(entry => entry.GetProperty("digest").GetString()), entries.Skip(1).Select(entry => entry.GetProperty("previous").GetString()));
        // The charity's program has its name for the charity; of the council's only the council is named.
        Assert.Equal([DemoClients.Charity, DemoClients.Charity, DemoClients.Charity, null, DemoClients.Charity], entries.Select(NameOf));
        var text = Encoding.UTF8.GetString(read.Body);
        Assert.DoesNotContain("IN-WORDS", text, StringComparison.Ordinal);

        var verified = await VerifyOf(test).PeriodAsync(test.Programme, test.Key("a-0001").Period, default);
        Assert.Equal((1, 5L), (verified.Chains, verified.Entries));
        Assert.Empty(verified.Breaks);
    }

    [Fact]
    public async Task Record_ForTheLeadFunder_LeavesWorkOnDraftsOut()
    {
        var test = await SmallCase.SetUpAsync(azurite, awards: 1);
        await test.FileAsync("a-0001", 40);

        var read = await test.SendAsync(HttpMethod.Get, test.Address("a-0001") + "/record", null, null, ("Authorization", "Bearer " + await ProviderFixture.Instance.TokenAsync(DemoClients.LeadFunder)));

        Assert.Equal(["Submitted"], read.Json.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("deed").GetString()!));
    }

    [Fact]
    public async Task Refusals_LeaveNoEntry()
    {
        var test = await SmallCase.SetUpAsync(azurite, awards: 1);
        await test.SaveAsync("a-0001", """{"helped":{"value":"many","basedOn":0}}""");
        await test.SubmitAsync("a-0001", "\"0\"");
        await test.SendAsync(HttpMethod.Post, test.Address("a-0001") + "/acceptance", null, null, ("If-Match", "\"0\""));

        Assert.Empty((await test.GetAsync(test.Address("a-0001") + "/record")).Json.GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task Member_WhoWasRemoved_HasNoRightsAtTheNextRequest()
    {
        var test = await SmallCase.SetUpAsync(azurite, awards: 1);
        var own = new NamedOrganisation(OrganisationId.Parse("MR-000777"), "A group that removes its program");
        await test.PutAwardAsync(SmallCase.AwardOf(test.Programme, 1) with { Provider = own });
        await Membership.LetInAsync(test.App.ConnectionString, own, DemoClients.Charity, Roles.Preparer);
        var lead = MemberId.NewPerson();
        await Membership.LetInAsync(test.App.ConnectionString, own, lead, Roles.ProviderLead);
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync(test.Address("a-0001"))).Status);

        var account = StorageAccount.Connect(test.App.ConnectionString);
        var (organisations, people) = (new OrganisationStore(account), new PeopleStore(account));
        var issuer = (await ProviderFixture.Instance.ProviderAsync()).Issuer.OriginalString;
        var removed = await new Members(organisations, people, TimeProvider.System)
            .RemoveAsync(own.Id, MemberId.OfClient(new Identity(issuer, DemoClients.Charity)), new Caller(lead, null, new Memberships(organisations, people)), default);

        Assert.Null(removed.Problem);
        (await test.GetAsync(test.Address("a-0001"))).IsProblem(HttpStatusCode.NotFound, "MR2004");
        (await test.SaveAsync("a-0001", """{"helped":{"value":1,"basedOn":0}}""")).IsProblem(HttpStatusCode.NotFound, "MR2004");
    }

    private static string? NameOf(JsonElement entry) => entry.TryGetProperty("name", out var name) ? name.GetString() : null;

    private static VerifyRecord VerifyOf(SmallCase test)
    {
        var account = StorageAccount.Connect(test.App.ConnectionString);
        return new VerifyRecord(new ReturnStore(account), new RecordStore(account), new OrganisationStore(account), new ProgrammeStore(account));
    }
}
