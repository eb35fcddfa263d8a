namespace MonitoringReturns.Functions.Start;

/// <summary>Every function of the app. A function is a folder: its <c>function.json</c> for the host, its endpoint for us.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListProgrammesFunction.Map(app);
        ListPeriodsFunction.Map(app);
        GetFormVersionFunction.Map(app);
        ListReturnsFunction.Map(app);
        ListProviderReturnsFunction.Map(app);
        GetReturnFunction.Map(app);
        GetRevisionFunction.Map(app);
        GetShownAnswersFunction.Map(app);
        DownloadReturnFunction.Map(app);
        GetFeedbackFunction.Map(app);
        ListHistoryFunction.Map(app);
        PutHistoryFunction.Map(app);
        GetReturnRecordFunction.Map(app);
        GetReturnLooksFunction.Map(app);
        SaveAnswersFunction.Map(app);
        ListFilesFunction.Map(app);
        BeginUploadFunction.Map(app);
        AnnounceUploadFunction.Map(app);
        DownloadFileFunction.Map(app);
        SubmitReturnFunction.Map(app);
        AcceptReturnFunction.Map(app);
        ReopenReturnFunction.Map(app);
        AcknowledgeReturnFunction.Map(app);
        ListAnswersBackFunction.Map(app);
        ListQueriesFunction.Map(app);
        AskQueryFunction.Map(app);
        AnswerQueryFunction.Map(app);
        WithdrawQueryFunction.Map(app);
        ListWaitingFunction.Map(app);
        ListRestatedFunction.Map(app);
        MarkRestatedSeenFunction.Map(app);
        ListHelpAskedFunction.Map(app);
        AnswerHelpFunction.Map(app);
        GetReportFunction.Map(app);
        DownloadReportFunction.Map(app);
        DownloadReportCsvFunction.Map(app);
        DownloadReportJsonFunction.Map(app);
        ListPublishedReportsFunction.Map(app);
        GetOrganisationFunction.Map(app);
        GetProviderFunction.Map(app);
        GetProgrammeFunction.Map(app);
        PutProgrammeFunction.Map(app);
        GiveExtraTimeFunction.Map(app);
        GetAwardFunction.Map(app);
        PutAwardFunction.Map(app);
        EndAwardFunction.Map(app);
        ProposeProfileFunction.Map(app);
        AnswerProfileFunction.Map(app);
        OpenApiFunction.Map(app);
        HealthFunction.Map(app);
        PagesFunction.Map(app);

        ConsolidateReportFunction.Map(app);
        ApplyProjectionsFunction.Map(app);
        NotifyPeopleFunction.Map(app);
        ScanFileFunction.Map(app);
        SweepOutboxFunction.Map(app);
        OpenAndClosePeriodsFunction.Map(app);
    }
}
