using System.Text.Json.Serialization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Storage.Rows;

/// <summary>The records that are kept as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Programme))]
[JsonSerializable(typeof(Award))]
[JsonSerializable(typeof(ProfileProposal))]
[JsonSerializable(typeof(FormDraft))]
[JsonSerializable(typeof(Announcement))]
[JsonSerializable(typeof(ReadConfirmation))]
[JsonSerializable(typeof(FormComment))]
[JsonSerializable(typeof(Challenge))]
[JsonSerializable(typeof(AnswerUse))]
[JsonSerializable(typeof(ModuleProposal))]
[JsonSerializable(typeof(Organisation))]
[JsonSerializable(typeof(HelpAsked))]
[JsonSerializable(typeof(Sample))]
[JsonSerializable(typeof(AwardBrief[]))]
[JsonSerializable(typeof(ReturnStanding[]))]
[JsonSerializable(typeof(IReadOnlyDictionary<IndicatorId, decimal>))]
[JsonSerializable(typeof(IReadOnlyDictionary<SectionId, OrganisationId>))]
[JsonSerializable(typeof(IReadOnlyList<RestatedFigure>))]
[JsonSerializable(typeof(IReadOnlyList<SheetRows>))]
[JsonSerializable(typeof(Dictionary<SectionId, int>))]
[JsonSerializable(typeof(Dictionary<IndicatorId, int>))]
internal sealed partial class StoredJson : JsonSerializerContext;
