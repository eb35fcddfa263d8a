using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Local.Parts;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.Functions;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Editor;

/// <summary>A programme on version 1 of a form, and lead officers who make the next version on pages, as people do.</summary>
internal sealed class EditorCase
{
    /// <summary>The first quarter runs.</summary>
    public static readonly DateTimeOffset May = new(2026, 5, 11, 10, 0, 0, TimeSpan.Zero);

    private readonly PagesFixture _fixture;

    private EditorCase(PagesFixture fixture, ProgrammeId id) => (_fixture, Id) = (fixture, id);

    public ProgrammeId Id { get; }

    public string Form => $"/programmes/{Id}/form";

    public string Draft => $"{Form}/draft";

    public NamedOrganisation Funder { get; private init; } = null!;

    public NamedOrganisation CoFunder { get; private init; } = null!;

    public string LeadName { get; private init; } = null!;

    public PortalBrowser Lead { get; private init; } = null!;

    public SmallCase Calls { get; private init; } = null!;

    /// <param name="name">A form that is shipped, such as <c>household-support</c>.</param>
    public static async Task<EditorCase> OfAsync(PagesFixture fixture, string name = "household-support")
    {
        var (app, id) = (await fixture.AppAsync(), Identifier.Parse<ProgrammeId>($"e-{Guid.NewGuid():N}"[..20]));
        var account = StorageAccount.Connect(app.ConnectionString);
        var (funder, coFunder, officer) = (await fixture.NewOrganisationAsync("Marlshire County Council"), await fixture.NewOrganisationAsync("The Ardle and Thorne Trust"), fixture.NewPerson());
        await fixture.LetInAsync(funder, officer, Roles.LeadOfficer);
        var document = Shipped(name, 1) with { Form = new FormId(id.Value) };
        await new FormStore(account).AddAsync(document.ToJson(), SetUp.Portal, null, default);
        await new ProgrammeStore(account).PutAsync(new Programme
        {
            Id = id,
            Name = "Help for households",
            LeadFunder = funder,
            CoFunders = [coFunder],
            Form = document.Form,
            FormVersions = [new FormPlan(1, new PeriodId("2026-Q1"))],
            Calendar =
            [
                new ReportingPeriod(new PeriodId("2026-Q1"), "April to June 2026", new(2026, 4, 1), new(2026, 6, 30), new(2026, 7, 31), new(2026, 8, 31), new(2026, 9, 30)),
                new ReportingPeriod(new PeriodId("2026-Q2"), "July to September 2026", new(2026, 7, 1), new(2026, 9, 30), new(2026, 10, 31), new(2026, 11, 30), new(2026, 12, 31)),
            ],
            Indicators = [.. FormVersion.Read(document.ToJson()).Measures.SelectMany(measure => measure.Indicators).Distinct().Select(indicator => new Indicator(indicator, indicator.Value, "people", IndicatorKind.Output, AddsUpAs.Sum))],
        }, default);
        var test = new EditorCase(fixture, id) { Funder = funder, CoFunder = coFunder, LeadName = officer.Name, Lead = await fixture.SignInAsync(officer), Calls = SmallCase.Of(app, id) };
        test.Lead.Now = May;
        return test;
    }

    /// <summary>As <see cref="OfAsync"/>, with the next version begun.</summary>
    public static async Task<EditorCase> BegunAsync(PagesFixture fixture)
    {
        var test = await OfAsync(fixture);
        await test.SendAsync(test.Form, $"{test.Form}/begin");
        return test;
    }

    /// <summary>A shipped version.</summary>
    public static FormDocument Shipped(string name, int version) => FormDocument.Read(File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "forms", name, $"{version}.json")));

    public async Task<PortalBrowser> SecondLeadAsync()
    {
        var person = _fixture.NewPerson();
        await _fixture.LetInAsync(Funder, person, Roles.LeadOfficer);
        var browser = await _fixture.SignInAsync(person);
        browser.Now = May;
        return browser;
    }

    public Task<FilledForm> FormAsync(string page, string? action = null, PortalBrowser? by = null) => FilledForm.OnAsync(by ?? Lead, page, action);

    /// <summary>Fills in the form on a page and gives the page that it leads on to. The form posts to the page's own address where no other is named.</summary>
    public async Task<IHtmlDocument> SendAsync(string page, string? action, params (string Name, string Value)[] boxes)
    {
        var form = await FormAsync(page, action ?? page);
        foreach (var named in boxes.GroupBy(box => box.Name, StringComparer.Ordinal))
            form.With(named.Key, [.. named.Select(box => box.Value)]);
        return await form.SendAndFollowAsync();
    }

    /// <summary>As <see cref="SendAsync"/>, on a page of the draft.</summary>
    public Task<IHtmlDocument> ChangeAsync(string part, params (string Name, string Value)[] boxes) => SendAsync(Draft + part, null, boxes);

    /// <summary>The draft as it is downloaded.</summary>
    public async Task<FormDocument> DocumentAsync()
    {
        using var answer = await Lead.GetAsync($"{Draft}/document.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return FormDocument.Read(await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends a file by an upload's page.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> UploadAsync(string page, string content)
    {
        var form = (await Lead.PageAsync(page)).QuerySelectorAll<IHtmlFormElement>("main form").Single(one => one.GetAttribute("action") == page);
        using var body = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "document", "form.json" } };
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
            body.Add(new StringContent(hidden.Value), hidden.Name!);
        using var answer = await Lead.SendAsync(HttpMethod.Post, page, body);
        return (answer.StatusCode, await PortalBrowser.PageOfAsync(answer));
    }
}
