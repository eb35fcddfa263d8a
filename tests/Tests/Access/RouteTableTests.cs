using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.Start;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.Parts;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.Access;

/// <summary>Least access: every route of the API, asked by everybody there can be.</summary>
public sealed class RouteTableTests(SignInFixture signIn)
{
    [Fact]
    public async Task EveryRoute_AskedByEverybody_AnswersByRoleAndOrganisation()
    {
        var test = await SetUpAsync();
        var issuer = await signIn.IssuerAsync();
        var wrong = new List<string>();
        foreach (var row in RouteTable.Of(test))
            await Parallel.ForEachAsync(Visitors.All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (visitor, _) =>
            {
                var answer = await AskAsync(test, issuer, row, visitor);
                var expected = row.AnswerTo(visitor.Name);
                if (answer != expected)
                    lock (wrong)
                        wrong.Add($"{row.Route} ({row.Address}), {visitor.Name}: {answer} in place of {expected}");
            });
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task EveryRoute_StandsInTheTable()
    {
        var app = App.Build(["--AzureWebJobsStorage=UseDevelopmentStorage=true", .. AppSettings.Bare]);
        var routes = RoutesOf(app, isPage: false);

        var listed = RouteTable.Of(await SmallCase.SetUpAsync(await signIn.AppAsync(), awards: 1)).Select(row => row.Route).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(listed, routes);
    }

    [Fact]
    public async Task EveryPage_AskedByEverybody_AnswersByRoleAndOrganisation()
    {
        var test = await SetUpAsync();
        var (preparer, lead) = (await PersonAsync("own preparer"), await PersonAsync("own lead"));
        var rows = PageTable.Of(test, preparer, lead);
        var wrong = new List<string>();
        await Parallel.ForEachAsync(Visitors.All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (visitor, _) =>
        {
            var browser = visitor.Name == "nobody" ? await signIn.BrowserAsync() : await signIn.SignedInAsync(Visitors.SubjectOf(visitor), SmallCase.InTime);
            foreach (var row in rows)
            {
                var token = visitor.Name == "nobody" ? [] : await TokenAsync(browser);
                using var answer = row.Body is null ? await browser.GetAsync(row.Address) : await browser.PostAsync(row.Address, token);
                var got = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
                if (got != row.AnswerTo(visitor.Name))
                    lock (wrong)
                        wrong.Add($"{row.Route} ({row.Address}), {visitor.Name}: {got} in place of {row.AnswerTo(visitor.Name)}");
            }
        });
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task EveryPage_StandsInTheTable()
    {
        var app = App.Build(["--AzureWebJobsStorage=UseDevelopmentStorage=true", .. AppSettings.Bare]);
        var pages = RoutesOf(app, isPage: true).Where(route => !route.StartsWith("HEAD ", StringComparison.Ordinal));
        var one = MemberId.NewPerson();

        var listed = PageTable.Of(await SmallCase.SetUpAsync(await signIn.AppAsync(), awards: 1), one, one).Select(row => row.Route).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(listed, pages);
    }

    /// <summary>An outsider can't tell what is there from what is not: the same bytes for a return of another programme and for none.</summary>
    [Fact]
    public async Task NotAllowed_LooksLikeNotFound_ByteForByte()
    {
        var test = await SetUpAsync();
        var issuer = await signIn.IssuerAsync();
        foreach (var visitor in Visitors.All.Where(one => one.Name.StartsWith("outside", StringComparison.Ordinal) || one.Name is "administrator" or "no organisation"))
            foreach (var row in RouteTable.Of(test).Where(row => row.AnswerTo(visitor.Name).StartsWith("404", StringComparison.Ordinal) && row.Route.Contains("{award}", StringComparison.Ordinal)))
            {
                var there = await SendAsync(test, issuer, row, visitor);
                var nowhere = await SendAsync(test, issuer, row with { Address = row.Address.Replace("a-0001", "a-9999", StringComparison.Ordinal) }, visitor);
                Assert.Equal(nowhere.Body, there.Body);
            }
    }

    private static readonly SemaphoreSlim One = new(1);
    private static SmallCase? _case;

    /// <summary>One submitted return for all tests here: nothing in the table changes it.</summary>
    private async Task<SmallCase> SetUpAsync()
    {
        await One.WaitAsync();
        try
        {
            if (_case is not null)
                return _case;
            var test = await SmallCase.SetUpAsync(await signIn.AppAsync(), form: SmallCase.FormWithFiles);
            await test.PayTogetherAsync();
            await test.PutProgrammeAsync(programme => programme with { CoFunders = [SmallCase.Trust, new NamedOrganisation(Visitors.OtherFunder.Id, Visitors.OtherFunder.Name)] });
            await test.PutAwardAsync(SmallCase.AwardOf(test.Programme, 1) with
            {
                Contributions = [new Contribution(SmallCase.ProgrammeOf(test.Programme).LeadFunder.Id, 800), new Contribution(SmallCase.Trust.Id, 400)],
                Partners = [Visitors.Partner],
            });
            await Consortium.ShareAsync(test, (Visitors.Partner, ["words"]));
            await test.PutAwardAsync(SmallCase.AwardOf(test.Programme, 2) with
            {
                Contributions = [new Contribution(SmallCase.ProgrammeOf(test.Programme).LeadFunder.Id, 800), new Contribution(Visitors.OtherFunder.Id, 400)],
            });
            Assert.Equal(HttpStatusCode.Created, (await test.FileAsync("a-0001", 40)).Status);
            await Visitors.LetInAsync(signIn);
            return _case = test;
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>Method and pattern of every endpoint but the catch-all, which answers what is not there.</summary>
    private static IOrderedEnumerable<string> RoutesOf(WebApplication app, bool isPage) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageEndpoint>() is not null == isPage && endpoint.RoutePattern.RawText != "{*path}")
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => $"{method.ToUpperInvariant()} {(isPage ? "/" : "")}{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private async Task<MemberId> PersonAsync(string name)
    {
        var visitor = Visitors.All.Single(one => one.Name == name);
        var people = new PeopleStore(StorageAccount.Connect((await signIn.AppAsync()).ConnectionString));
        var identity = new Identity((await signIn.IssuerAsync()).Standard, Visitors.SubjectOf(visitor));
        return (await people.SignInAsync(identity, name, null, TimeProvider.System.GetUtcNow(), default)).Id;
    }

    /// <summary>The hidden fields of the form that signs out, which stands on every page.</summary>
    private static async Task<(string, string)[]> TokenAsync(PortalBrowser browser)
    {
        var page = await browser.PageAsync("/sessions");
        return [.. page.Forms.First().QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Value))];
    }

    private static async Task<string> AskAsync(SmallCase test, ForgedIssuer issuer, TableRow row, Visitor visitor)
    {
        var answer = await SendAsync(test, issuer, row, visitor);
        var status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        if (answer.Status >= HttpStatusCode.BadRequest)
            return $"{status} {answer.Json.GetProperty("code").GetString()}";
        return row.AnswerTo(visitor.Name).EndsWith('+') || row.AnswerTo(visitor.Name).EndsWith('-')
            ? $"{status} {(Encoding.UTF8.GetString(answer.Body).Contains($"\"{test.Programme}\"", StringComparison.Ordinal) ? '+' : '-')}"
            : status;
    }

    private static Task<Answer> SendAsync(SmallCase test, ForgedIssuer issuer, TableRow row, Visitor visitor)
    {
        var method = new HttpMethod(row.Route[..row.Route.IndexOf(' ', StringComparison.Ordinal)]);
        List<(string, string)> headers = [("If-Match", "\"999\""), ("Idempotency-Key", "table"), ("X-Forwarded-For", "203.0.113.7")];
        headers.Add(("Authorization", visitor.Name == "nobody" ? "" : "Bearer " + issuer.Sign(issuer.AccessClaims(Visitors.ClientOf(visitor)), "at+jwt")));
        return test.SendAsync(method, row.Address, row.Body, null, [.. headers]);
    }
}
