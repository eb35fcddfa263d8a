using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.Pages.Administration;
using MonitoringReturns.Functions.Pages.Forms;
using MonitoringReturns.Functions.Pages.Home;
using MonitoringReturns.Functions.Pages.Joining;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.Pages.Meetings;
using MonitoringReturns.Functions.Pages.Organisations;
using MonitoringReturns.Functions.Pages.Programmes.Editor;
using MonitoringReturns.Functions.Pages.Programmes.Glance;
using MonitoringReturns.Functions.Pages.Programmes.Help;
using MonitoringReturns.Functions.Pages.Programmes.Papers;
using MonitoringReturns.Functions.Pages.Programmes.Reading;
using MonitoringReturns.Functions.Pages.Programmes.Registers;
using MonitoringReturns.Functions.Pages.Programmes.Reports;
using MonitoringReturns.Functions.Pages.Programmes.Setup;
using MonitoringReturns.Functions.Pages.Programmes.SpotChecks;
using MonitoringReturns.Functions.Pages.Record;
using MonitoringReturns.Functions.Pages.Returns;
using MonitoringReturns.Functions.Pages.Review;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Assets;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Statements;

namespace MonitoringReturns.Functions;

/// <summary>
/// Every other address: the pages, what they load, and an answer for what is not there. The host pings <c>/</c>, so the front page is
/// rendered once.
/// </summary>
internal static class PagesFunction
{
    public const string Route = "{*path}";

    internal static readonly string[] Read = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").WithMetadata(PageEndpoint.Instance).ExcludeFromDescription();
        pages.MapMethods("/", Read, (KeptPage<FrontPage> front) => front).AllowAnonymous().WithMetadata(Uncounted.Instance);
        pages.MapMethods(SiteAssets.Route, Read, (HttpContext http, string hash, string file) => SiteAssets.Find(hash, file) ?? PageProblems.Answer(http, RouteIds.NotFound))
            .AllowAnonymous().WithMetadata(Uncounted.Instance);
        pages.MapMethods(PageAddresses.Accessibility, Read, (KeptPage<AccessibilityPage> page) => page).AllowAnonymous().WithMetadata(Uncounted.Instance);
        pages.MapMethods(PageAddresses.Privacy, Read, (KeptPage<PrivacyPage> page) => page).AllowAnonymous().WithMetadata(Uncounted.Instance);
        pages.MapMethods(PageAddresses.Cookies, Read, (KeptPage<CookiesPage> page) => page).AllowAnonymous().WithMetadata(Uncounted.Instance);
        SignInPages.Map(pages);
        SignOutPage.Map(pages);
        SwitchOrganisationPage.Map(pages);
        SessionEndingPage.Map(pages);
        OwnSessionsPage.Map(pages);
        HomeEndpoint.Map(pages);
        KeptEndpoint.Map(pages);
        OrganisationEndpoint.Map(pages);
        DetailsEndpoint.Map(pages);
        InviteEndpoint.Map(pages);
        OpenInvitationEndpoint.Map(pages);
        MemberEndpoint.Map(pages);
        RemoveMemberEndpoint.Map(pages);
        NewProgramEndpoint.Map(pages);
        InvitationEndpoint.Map(pages);
        OrganisationRecordEndpoint.Map(pages);
        ReturnRecordEndpoint.Map(pages);
        OwnReturnsEndpoint.Map(pages);
        TaskListEndpoint.Map(pages);
        CheckEndpoint.Map(pages);
        ReadyEndpoint.Map(pages);
        SignEndpoint.Map(pages);
        ReceiptEndpoint.Map(pages);
        ReopenEndpoint.Map(pages);
        SectionEndpoint.Map(pages);
        RevisionsEndpoint.Map(pages);
        ChangesEndpoint.Map(pages);
        PartsEndpoint.Map(pages);
        EvidenceEndpoint.Map(pages);
        FeedbackEndpoint.Map(pages);
        HistoryEndpoint.Map(pages);
        PastReturnEndpoint.Map(pages);
        SetupEndpoint.Map(pages);
        SetupParts.Map(pages);
        CalendarEndpoint.Map(pages);
        FundersEndpoint.Map(pages);
        IndicatorEndpoint.Map(pages);
        FormEndpoint.Map(pages);
        AwardEndpoint.Map(pages);
        AwardParts.Map(pages);
        ProfileEndpoint.Map(pages);
        QueriesEndpoint.Map(pages);
        FundersReturnEndpoint.Map(pages);
        AskEndpoint.Map(pages);
        AnswerBackEndpoint.Map(pages);
        ProgrammesEndpoint.Map(pages);
        PapersEndpoint.Map(pages);
        GlanceEndpoint.Map(pages);
        HelpEndpoint.Map(pages);
        SampleEndpoint.Map(pages);
        NoteCheckEndpoint.Map(pages);
        MeetingsEndpoint.Map(pages);
        ReviewEndpoint.Map(pages);
        FormFrontEndpoint.Map(pages);
        DraftEndpoint.Map(pages);
        DraftSectionEndpoint.Map(pages);
        NewQuestionEndpoint.Map(pages);
        QuestionEndpoint.Map(pages);
        QuestionParts.Map(pages);
        PieceEndpoint.Map(pages);
        DraftCheckEndpoint.Map(pages);
        FormLifeEndpoint.Map(pages);
        SayingEndpoint.Map(pages);
        AnnounceEndpoint.Map(pages);
        ReportsEndpoint.Map(pages);
        ReportEndpoint.Map(pages);
        ModuleEndpoint.Map(pages);
        RegistersEndpoint.Map(pages);
        var administration = pages.MapGroup("").AddEndpointFilter<Administrators>();
        AdministrationEndpoint.Map(administration);
        NewOrganisationEndpoint.Map(administration);
        VerificationEndpoint.Map(administration);
        ForgetEndpoint.Map(administration);
        app.MapMethods(Route, [.. Read, "POST"], (HttpContext http) => PageProblems.Answer(http, RouteIds.NotFound)).ExcludeFromDescription();
    }
}
