using Microsoft.AspNetCore.Http.Features;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Evidence;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.History;
using MonitoringReturns.Core.Meetings;
using MonitoringReturns.Core.Notices;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Periods;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Record;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Reporting.Downloads;
using MonitoringReturns.Core.Reporting.Glance;
using MonitoringReturns.Core.Reporting.Kept;
using MonitoringReturns.Core.Reporting.Papers;
using MonitoringReturns.Core.Reporting.Registers;
using MonitoringReturns.Core.Reporting.Review;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Core.SpotChecks;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Notices;
using MonitoringReturns.Functions.Pages;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.Pages.Organisations;
using MonitoringReturns.Functions.Pages.Returns;
using MonitoringReturns.Functions.Scanning;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Functions.SignIn.Protection;
using MonitoringReturns.Storage;
using MonitoringReturns.Web;
using MonitoringReturns.Workbooks;
using MonitoringReturns.Workbooks.Csv;
using MonitoringReturns.Workbooks.Json;

namespace MonitoringReturns.Functions.Start;

/// <summary>Puts the function app together: settings, what core needs of the world, and the endpoints.</summary>
internal static class App
{
    /// <summary>Large enough that a body over an endpoint's own limit is read to its end and answered, not cut off.</summary>
    private const long MostBodyBytes = 100 * 1024 * 1024;

    /// <param name="storage">In place of the account that the settings name.</param>
    /// <param name="others">Adds what takes the place of services, such as ready reports for a benchmark.</param>
    /// <exception cref="UnusableSettingException">A setting of sign-in is missing or wrong.</exception>
    public static WebApplication Build(string[] args, StorageAccount? storage = null, Action<IServiceCollection>? others = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // The host names the port; what it sets for ASP.NET itself is not meant for us.
        builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration["FUNCTIONS_CUSTOMHANDLER_PORT"] ?? "7072"}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
            kestrel.AddServerHeader = false;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(typeof(ClientAddress).FullName, LogLevel.Information).AddFilter(typeof(SignInEvents).FullName, LogLevel.Information);
        AddServices(builder.Services, builder.Configuration, storage);
        others?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<SecurityLog>();
        app.UseMiddleware<BrokenPages>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<Patience>();
        if (app.Services.GetRequiredService<TimeProvider>() is DemoClock)
            app.UseMiddleware<DemoClockMiddleware>();
        SignInServices.Use(app);
        Endpoints.Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, IConfiguration settings, StorageAccount? storage)
    {
        services.AddSingleton(settings.GetValue<bool>("Demo:TimeTravel") ? new DemoClock() : TimeProvider.System);
        services.AddSingleton(_ => storage ?? StorageAccount.FromSettings(name => settings[name]));
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<IProgrammeStore>(of => of.GetRequiredService<ProgrammeStore>());
        services.AddSingleton<ISetupStore>(of => of.GetRequiredService<ProgrammeStore>());
        services.AddSingleton<IFormStore, FormStore>();
        services.AddSingleton<IPeriodStore, PeriodStore>();
        services.AddSingleton<IReturnStore, ReturnStore>();
        services.AddSingleton<IOutbox, Outbox>();
        services.AddSingleton<IPointerStore, PointerStore>();
        services.AddSingleton<IReportStore, ReportStore>();
        services.AddSingleton<IReportFiles, ReportFiles>();
        services.AddSingleton<OrganisationStore>();
        services.AddSingleton<IOrganisationStore>(of => of.GetRequiredService<OrganisationStore>());
        services.AddSingleton<IPartsStore>(of => of.GetRequiredService<OrganisationStore>());
        services.AddSingleton<IEvidenceStore, EvidenceStore>();
        services.AddSingleton<IFileStore>(provider => new FileStore(provider.GetRequiredService<StorageAccount>(), TimeProvider.System));
        services.AddSingleton<IHistoryStore>(of => of.GetRequiredService<OrganisationStore>());
        services.AddSingleton<IPeopleStore, PeopleStore>();
        services.AddSingleton<IMemberships, Memberships>();
        services.AddSingleton<IRecordStore, RecordStore>();
        services.AddSingleton<ILookStore, LookStore>();
        services.AddSingleton<IReportFormat, ConsolidatedWorkbook>();
        services.AddSingleton<CsvFiles>();
        services.AddSingleton<JsonTables>();
        services.AddSingleton<IWaitingStore, WaitingStore>();
        services.AddSingleton<IRestatedStore, RestatedStore>();
        services.AddSingleton<IWorkQueue, WorkQueue>();
        services.AddSingleton(PaceOf(settings));

        services.AddSingleton<OpenPeriod>();
        services.AddSingleton<OpenAndClosePeriods>();
        services.AddSingleton<FindReturn>();
        services.AddSingleton<SaveAnswers>();
        services.AddSingleton<LastAnswers>();
        services.AddSingleton<ReadSection>();
        services.AddSingleton<SaveSection>();
        services.AddSingleton<SubmitReturn>();
        services.AddSingleton<AcceptReturn>();
        services.AddSingleton<ReopenReturn>();
        services.AddSingleton<MarkReady>();
        services.AddSingleton<SendBack>();
        services.AddSingleton<SignReturn>();
        services.AddSingleton<OwnReturns>();
        services.AddSingleton<FindTasks>();
        services.AddSingleton<FindStillOpen>();
        services.AddSingleton<ReadToSign>();
        services.AddSingleton<ReadDraft>();
        services.AddSingleton<ListReturns>();
        services.AddSingleton<ListProgrammes>();
        services.AddSingleton<IFeedbackStore, FeedbackStore>();
        services.AddSingleton<IHelpStore, HelpStore>();
        services.AddSingleton<ProjectHelp>();
        services.AddSingleton<IMeetingStore, MeetingStore>();
        services.AddSingleton<ReviewMeetings>();
        services.AddSingleton<ReviewAward>();
        services.AddSingleton<ISampleStore, SampleStore>();
        services.AddSingleton<ReadSamples>();
        services.AddSingleton<DrawSample>();
        services.AddSingleton<NoteCheck>();
        services.AddSingleton<ReadHelp>();
        services.AddSingleton<AnswerHelp>();
        services.AddSingleton<ReadKept>();
        services.AddSingleton<OpenPeriodReport>();
        services.AddSingleton<NewestReports>();
        services.AddSingleton<ReadPaper>();
        services.AddSingleton<ReadTrend>();
        services.AddSingleton<ReadShares>();
        services.AddSingleton<ReadReportingTime>();
        services.AddSingleton(RateOf(settings));
        services.AddSingleton<OpenRegister>();
        services.AddSingleton<ReadRegister>();
        services.AddSingleton<ListRegisters>();
        services.AddSingleton<GiveFeedback>();
        services.AddSingleton<KeepHistory>();
        services.AddSingleton<FindTrend>();
        services.AddSingleton<ShareParts>();
        services.AddSingleton<PreparedWith>();
        services.AddSingleton<ReadRevision>();
        services.AddSingleton<CompareRevisions>();
        services.AddSingleton<DecideOnReturn>();
        services.AddSingleton<AskQuery>();
        services.AddSingleton<AnswerQuery>();
        services.AddSingleton<WithdrawQuery>();
        services.AddSingleton<AcknowledgeReturn>();
        services.AddSingleton<ReadCorrespondence>();
        services.AddSingleton<ReadForFunder>();
        services.AddSingleton<FundersDesk>();
        services.AddSingleton<ProjectWaiting>();
        services.AddSingleton<ProjectRestated>();
        services.AddSingleton<UploadFile>();
        services.AddSingleton<ShowFiles>();
        services.AddSingleton<RemoveFile>();
        services.AddSingleton<SubmittedFiles>();
        services.AddSingleton<ReadFile>();
        services.AddSingleton<ScanFile>();
        services.AddSingleton<ApplyProjections>();
        services.AddSingleton<SweepOutbox>();
        services.AddSingleton<CutReport>();
        services.AddSingleton<ConsolidateReport>();
        services.AddSingleton<AskForReport>();
        services.AddSingleton<ListReports>();
        services.AddSingleton<ChangedSince>();
        services.AddSingleton<ReadReport>();
        services.AddSingleton<RevisionsUsed>();
        services.AddSingleton<RestatedSince>();
        services.AddSingleton<NoteDownload>();
        services.AddSingleton<ReadGlance>();
        services.AddSingleton<GlanceAtPeriod>();
        services.AddSingleton<ReturnsBehindFigure>();
        services.AddSingleton<ListFundedProgrammes>();

        services.AddSingleton<ReadSetup>();
        services.AddSingleton<SetUpProgramme>();
        services.AddSingleton<IDraftStore, DraftStore>();
        services.AddSingleton<ReadForm>();
        services.AddSingleton<EditForm>();
        services.AddSingleton<SetUpAward>();
        services.AddSingleton<AgreeProfile>();
        services.AddSingleton<INoticeStore, NoticeStore>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<PlanAnnouncement>();
        services.AddSingleton<AnnounceVersion>();
        services.AddSingleton<ConsultOnForm>();
        services.AddSingleton<SpeakOfForm>();
        services.AddSingleton<ReadNotices>();
        services.AddSingleton<FormReaders>();
        services.AddSingleton<NoteUse>();
        services.AddSingleton<ReadModules>();
        services.AddSingleton<ProposeModule>();
        services.AddSingleton<ISetupOutbox, SetupOutbox>();
        services.AddSingleton<FollowSetup>();

        services.AddSingleton<ReadOrganisation>();
        services.AddSingleton<FindOrganisations>();
        services.AddSingleton<ShowOrganisation>();
        services.AddSingleton<OrganisationDetails>();
        services.AddSingleton<Members>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<MemberNames>();
        services.AddSingleton<ForgetPerson>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<NotifyPeople>();
        services.AddSingleton<INewsLinks, NewsLinks>();
        services.AddSingleton<TellMembers>();
        services.AddSingleton<TellOfReturn>();
        services.AddSingleton<MailNews>();
        services.AddSingleton<ReadRecord>();
        services.AddSingleton<VerifyRecord>();
        services.AddSingleton<VerifyAll>();
        Notifiers.AddServices(services, settings);
        Scanners.AddServices(services, settings);
        SignInServices.Add(services, settings, SignInSettings.Read(settings));

        services.AddSingleton<TokenIssuers>();
        services.Configure<FormOptions>(options => options.ValueCountLimit = SectionBoxes.Most);
        services.AddPages(new Portal(settings["Portal:Name"], settings["Portal:Contact"]));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        OpenApiFunction.AddServices(services);
        ProtectionServices.ReadKeysLate(services);
    }

    private static HourlyRate RateOf(IConfiguration settings) =>
        new(settings.GetValue<decimal?>("ReportingTime:PoundsAnHour"), settings["ReportingTime:Source"] is { Length: > 0 } source ? source : null);

    private static ReportPace PaceOf(IConfiguration settings) => new(
        settings.GetValue<double?>("Reports:QuietSeconds") is { } quiet ? TimeSpan.FromSeconds(quiet) : ReportPace.Default.Quiet,
        settings.GetValue<double?>("Reports:LeaseSeconds") is { } lease ? TimeSpan.FromSeconds(lease) : ReportPace.Default.Lease);
}
