using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.People;
using MonitoringReturns.Storage;
using MonitoringReturns.Tests.PortalPages.Setup;
using MonitoringReturns.Tests.SignIn;

namespace MonitoringReturns.Tests.PortalPages.Forms;

/// <summary>A programme on version 1 of its form, and drafts of the next as an editor leaves them.</summary>
internal sealed class NoticeCase
{
    /// <summary>Twelve weeks later is 2 October: a day too late for the third quarter.</summary>
    public static readonly DateTimeOffset July10 = SetupCase.July;

    private NoticeCase(SetupCase setup, StorageAccount account) => (Setup, Account) = (setup, account);

    public SetupCase Setup { get; }

    public StorageAccount Account { get; }

    public ProgrammeId Id => Setup.Id;

    public string Form => $"/forms/{Id}";

    public static async Task<NoticeCase> OfAsync(PagesFixture fixture)
    {
        var test = new NoticeCase(await SetupCase.CompleteAsync(fixture), StorageAccount.Connect((await fixture.AppAsync()).ConnectionString));
        test.Setup.At(July10);
        return test;
    }

    /// <summary>As the programme was set up by the test, at the time that it has.</summary>
    public static async Task<NoticeCase> BesideAsync(SetupCase setup, PagesFixture fixture) => new(setup, StorageAccount.Connect((await fixture.AppAsync()).ConnectionString));

    public async Task<FormDocument> DocumentAsync(int version = 1) => (await new FormStore(Account).GetAsync(Identifier.Parse<FormId>(Id.Value), version, default))!.Document;

    /// <summary>The next version in the making, as a change of version 1.</summary>
    /// <param name="follows">The version that it was begun with.</param>
    public async Task<FormDraft> DraftAsync(Func<FormDocument, FormDocument> change, int number = 1, int? follows = 1)
    {
        var by = Identifier.Parse<MemberId>("p-0f8fad5bd9cb469fa16570867728950e");
        var document = change(await DocumentAsync());
        var draft = new FormDraft { Programme = Id, Number = number, Base = follows, Edit = 1, By = by, For = Setup.Funder.Id, At = July10, Made = new FormEdit(1, null, "Began", by, July10, document) };
        Assert.True(await new DraftStore(Account).TrySaveAsync(draft, default));
        return (await new DraftStore(Account).NewestAsync(Id, default))!;
    }

    /// <summary>The draft as its editor leaves it after one step more.</summary>
    public async Task EditAsync(Func<FormDocument, FormDocument> change)
    {
        var drafts = new DraftStore(Account);
        var draft = (await drafts.NewestAsync(Id, default))!;
        Assert.True(await drafts.TrySaveAsync(draft with { Edit = draft.Edit + 1, Made = new FormEdit(draft.Edit + 1, draft.Edit, "Changed it", draft.By, draft.At, change(draft.Document)) }, default));
    }

    /// <summary>With one required count more, which makes work.</summary>
    public static FormDocument Heavier(FormDocument form) => form with
    {
        Minutes = 50,
        Sections = [form.Sections[0] with { Questions = [.. form.Sections[0].Questions, Carers] }, .. form.Sections.Skip(1)],
    };

    /// <summary>With a question less.</summary>
    public static FormDocument Lighter(FormDocument form) => form with
    {
        Sections = [form.Sections[0] with { Questions = [.. form.Sections[0].Questions.Where(question => question.Id.Value != "happy")] }, .. form.Sections.Skip(1)],
    };

    public static QuestionDocument Carers { get; } = new() { Id = new QuestionId("carers"), Type = "count", Label = "Young carers helped", Why = "To plan respite.", UsedBy = "The carers team", Required = true };

    /// <summary>The announcing page, filled in.</summary>
    public async Task<FilledForm> AnnouncingAsync(string from, string? reason = "Respite is planned by it.", PortalBrowser? by = null)
    {
        var form = (await Setup.FormAsync($"{Form}/announce", by: by)).With("from", from);
        foreach (var place in Enumerable.Range(1, 10).TakeWhile(_ => reason is not null))
            if (form.Has(Reason(place)))
                form = form.With(Reason(place), reason!);
        return form;
    }

    public async Task<IHtmlDocument> AnnounceAsync(string from, PortalBrowser? by = null) => await (await AnnouncingAsync(from, by: by)).SendAndFollowAsync();

    public Task<IHtmlDocument> OfProviderAsync(string address = "") => Setup.AtProvider.PageAsync(Form + address);

    public Task<IHtmlDocument> OfLeadAsync(string address = "") => Setup.Lead.PageAsync(Form + address);

    /// <summary>The version on which a return of a period is asked.</summary>
    public async Task<int> VersionOfAsync(string period, DateTimeOffset at) =>
        (await Setup.Calls.GetAsync($"/api/v1/returns/{Id}/{period}/{SetupCase.AwardId}", at)).Json.GetProperty("form").GetProperty("version").GetInt32();

    /// <summary>No calendar brings the last quarter's version to the day before its notice has run.</summary>
    public async Task AssertKeepsNoticeAsync()
    {
        var page = $"{Setup.Setup}/calendar/2026-Q4";
        var (status, calendar) = await (await Setup.FormAsync(page, page)).With("start-day", "1").With("start-month", "10").With("start-year", "2026").SendAndReadAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(calendar.Errors(), error => error.Contains("allows no start before 2 October 2026", StringComparison.Ordinal));
    }

    public static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

    private static string Reason(int place) => string.Create(CultureInfo.InvariantCulture, $"reason-{place}");
}
