using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringReturns.Functions.Pages.Returns;

namespace MonitoringReturns.Functions.Api;

/// <summary>The shapes of the API, as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(ProgrammeListAnswer))]
[JsonSerializable(typeof(PeriodListAnswer))]
[JsonSerializable(typeof(ReturnListAnswer))]
[JsonSerializable(typeof(ProviderReturnListAnswer))]
[JsonSerializable(typeof(ReturnAnswer))]
[JsonSerializable(typeof(SaveAnswersRequest))]
[JsonSerializable(typeof(SaveAnswersAnswer))]
[JsonSerializable(typeof(SavedInBackgroundAnswer))]
[JsonSerializable(typeof(SubmissionRequest))]
[JsonSerializable(typeof(ReceiptAnswer))]
[JsonSerializable(typeof(ReportAnswer))]
[JsonSerializable(typeof(PublishedListAnswer))]
[JsonSerializable(typeof(ReturnStateAnswer))]
[JsonSerializable(typeof(ReopeningRequest))]
[JsonSerializable(typeof(ShownRevisionAnswer))]
[JsonSerializable(typeof(RecordAnswer))]
[JsonSerializable(typeof(LookListAnswer))]
[JsonSerializable(typeof(FeedbackAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(PastReturnRequest))]
[JsonSerializable(typeof(PastReturnAnswer))]
[JsonSerializable(typeof(OrganisationAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(BeginUploadRequest))]
[JsonSerializable(typeof(BegunUploadAnswer))]
[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(FileListAnswer))]
[JsonSerializable(typeof(HelpListAnswer))]
[JsonSerializable(typeof(HelpAnswerRequest))]
[JsonSerializable(typeof(HelpNoteAnswer))]
[JsonSerializable(typeof(JsonElement))]
// The endpoints ask for it when they are mapped; without it the serialiser would set up reflection for it alone.
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(string))]
internal sealed partial class ApiJson : JsonSerializerContext;
